import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bareEnv, bin, folderWithPlan, freshFolder, packed, run, sh, works } from "../packed.ts";

packed();
const isRoot = process.getuid?.() === 0;
const canMount = works("unshare", "-rm", "true");
const canDrop = isRoot && works("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "true");
const LIST = ["list", "-o"];

describe("a file is written whole or not at all", () => {
  test("a folder is refused", () => {
    const folder = freshFolder();
    expect(run([...LIST, folder])).toMatchObject({
      code: 1,
      out: "",
      err: `error: cannot write ${folder}: is a folder\n`,
    });
  });

  test("a link stays a link, and its target is replaced with its mode", () => {
    const { folder, plan } = folderWithPlan();
    const link = join(folder, "link.md");
    chmodSync(plan, 0o640);
    symlinkSync("internship-plan.md", link);
    expect(run(["done", "goals", "--plan", link]).code).toBe(0);
    expect(readlinkSync(link)).toBe("internship-plan.md");
    expect(readFileSync(plan, "utf8")).toContain("[x]");
    expect(statSync(plan).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(["internship-plan.md", "link.md"]);
  });

  test("a link to nothing gets its target, also through another link", () => {
    const folder = freshFolder();
    mkdirSync(join(folder, "sub"));
    symlinkSync("sub/second.md", join(folder, "first.md"));
    symlinkSync("target.md", join(folder, "sub/second.md"));
    expect(run([...LIST, join(folder, "first.md")])).toMatchObject({ code: 0, err: "" });
    expect(lstatSync(join(folder, "first.md")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "sub/target.md"), "utf8")).toContain("networking");
  });

  test("links in a circle are an error", () => {
    const folder = freshFolder();
    symlinkSync("b", join(folder, "a"));
    symlinkSync("a", join(folder, "b"));
    expect(run([...LIST, join(folder, "a"), "--force"])).toMatchObject({ code: 1, out: "" });
  });

  test.each(["/dev/stdout", "/dev/null"])("%s is written to, without --force", (device) => {
    const { out, err } = sh(`$IW list -o ${device} | wc -l`);
    expect(err).toBe("");
    expect(Number(out) > 0).toBe(device === "/dev/stdout");
    expect(sh(`$IW list -o ${device} | head -1 >/dev/null; echo \${PIPESTATUS[0]}`).out).toBe("0\n");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test("a named pipe gets everything", () => {
    const { out, err } = sh(`mkfifo p; cat p & $IW list -o p; wait`, { cwd: freshFolder() });
    expect(err).toBe("");
    expect(out).toContain("networking");
  });

  test("/dev/full as the answer, or as the file, is an error", () => {
    for (const script of ["$IW list >/dev/full", "$IW list -o /dev/full"]) {
      const { code, err } = sh(script);
      expect(code).toBe(1);
      expect(err).toMatch(/^error: .*the disk is full\n$/);
    }
  });

  test("a stderr that is full or closed never costs the answer", () => {
    const line = "checklist --field nursing --goal job --goal skills --goal proof --start 2027-06-01";
    for (const stderr of ["/dev/full", "> >(exec true)", "&-"]) {
      expect(sh(`$IW ${line} 2>${stderr}`).out).toContain("# Internship plan");
    }
    expect(sh("$IW list nonsense 2>/dev/full").code).toBe(2);
  });

  test.skipIf(!canMount)("a full disk leaves the old file whole (needs unshare)", () => {
    const { plan, text } = folderWithPlan();
    const { out } = sh(
      `unshare -rm bash -c '
      mkdir -p disk && mount -t tmpfs -o size=64k none disk && cp ${plan} disk/plan.md && cd disk
      head -c 65536 /dev/zero > filler 2>/dev/null
      for try in "done goals --plan plan.md" "replan --today 2027-01-05 --plan plan.md" "list -o new.md" "show -o plan.md --force"; do
        $IW $try 2>&1 | grep -c "^error: cannot write .*: the disk is full"; echo \${PIPESTATUS[0]}
      done; ls -A; cat plan.md'`,
      { cwd: freshFolder() },
    );
    expect(out).toBe(`${"1\n1\n".repeat(4)}filler
plan.md
${text}`);
  });

  test.skipIf(!canDrop)("a read-only file and a read-only folder are left alone (needs setpriv)", () => {
    const { folder, plan, text } = folderWithPlan();
    const nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups";
    chmodSync(plan, 0o444);
    const attempt = () => sh(`${nobody} $IW done goals --plan ${plan}; ${nobody} $IW list -o ${plan} --force`);
    expect(attempt().err).toBe(`error: cannot write ${plan}: permission denied\n`.repeat(2));
    chmodSync(plan, 0o666);
    chmodSync(folder, 0o555);
    expect(attempt().err).toBe(`error: cannot write ${plan}: permission denied\n`.repeat(2));
    expect(readFileSync(plan, "utf8")).toBe(text);
    expect(readdirSync(folder)).toEqual(["internship-plan.md"]);
  });

  test.skipIf(!isRoot)("the owner of a file keeps it (needs root)", () => {
    const { plan } = folderWithPlan();
    spawnSync("chown", ["65534:65534", plan]);
    expect(run(["done", "goals", "--plan", plan]).code).toBe(0);
    expect(statSync(plan).uid).toBe(65534);
  });

  test("names: long ones, ones that begin with a hyphen, ones of other scripts", () => {
    const folder = freshFolder();
    const names = [`${"a".repeat(252)}.md`, `${"漢".repeat(84)}.md`, "-x.md", "--force", " ", "a\nb.md", "'\"$(id).md"];
    for (const name of names) {
      expect(run(["checklist", "--general", "-o", `./${name}`], { cwd: folder }), name).toMatchObject({
        code: 0,
        err: "",
      });
      expect(run(["done", "goals", "--plan", `./${name}`], { cwd: folder }), name).toMatchObject({ code: 0, err: "" });
    }
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
  });

  test("a name that is not UTF-8 is refused, and no other file is made in its place", () => {
    const folder = freshFolder();
    expect(sh(`$IW list -o $'caf\\xe9.md'`, { cwd: folder })).toMatchObject({ code: 2, out: "" });
    expect(sh(`$IW done goals --plan $'caf\\xe9.md'`, { cwd: folder })).toMatchObject({ code: 2, out: "" });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("what is no UTF-8 is refused, and stays as it is", () => {
    const { plan } = folderWithPlan();
    const bytes = Buffer.concat([readFileSync(plan), Buffer.from("\nNotes: caf\xe9\n", "latin1")]);
    writeFileSync(plan, bytes);
    const { code, err } = run(["done", "goals", "--plan", plan]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("is no text in UTF-8") });
    expect(readFileSync(plan)).toEqual(bytes);
  });

  test("a plan exported onto itself is still whole", () => {
    const { plan } = folderWithPlan();
    expect(run(["export", "--plan", plan, "-o", plan]).code).toBe(2);
    expect(run(["export", "--plan", plan, "-o", plan, "--force"]).code).toBe(0);
    expect(run(["next", "--plan", plan]).code).toBe(0);
  });
}, 60_000);

describe("the lock of a plan", () => {
  const lockOf = (plan: string) => `${plan}.lock`;
  const deadPid = (): number => spawnSync("true").pid;

  test("of a run that was killed never blocks the next, whose left-over file goes too", () => {
    const { folder, plan } = folderWithPlan();
    const pid = deadPid();
    writeFileSync(lockOf(plan), `${pid} ${hostname()}\n`);
    writeFileSync(join(folder, `.internship-plan.md.${pid}.tmp`), "half");
    expect(run(["done", "goals", "--plan", plan])).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(folder)).toEqual(["internship-plan.md"]);
  });

  test("without a name, or from another machine, is given up after a while", () => {
    const { plan } = folderWithPlan();
    for (const [text, age] of [
      ["", 3],
      ["17 another-machine\n", 61],
    ] as const) {
      writeFileSync(lockOf(plan), text);
      utimesSync(lockOf(plan), Date.now() / 1000 - age, Date.now() / 1000 - age);
      expect(run(["done", "goals", "--plan", plan])).toMatchObject({ code: 0, err: "" });
      expect(existsSync(lockOf(plan))).toBe(false);
    }
  });

  test("of a living run is waited for, then named", () => {
    const { plan, text } = folderWithPlan();
    writeFileSync(lockOf(plan), `${process.pid} ${hostname()}\n`);
    const { code, err } = run(["done", "goals", "--plan", plan]);
    expect(code).toBe(1);
    expect(err).toBe(`error: ${lockOf(plan)} is held by another run\nhint: wait for it, or delete the lock file\n`);
    expect(readFileSync(plan, "utf8")).toBe(text);
  }, 30_000);

  test("is one, whichever link leads to the plan; a signal while waiting ends the wait at once", async () => {
    const { folder, plan } = folderWithPlan();
    symlinkSync(plan, join(folder, "link.md"));
    writeFileSync(lockOf(plan), `${process.pid} ${hostname()}\n`);
    const child = spawn(process.execPath, [bin(), "done", "goals", "--plan", join(folder, "link.md")], {
      env: bareEnv,
    });
    const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    child.kill("SIGTERM");
    expect(await ended).toBe("SIGTERM");
    expect(readdirSync(folder).sort()).toEqual(["internship-plan.md", "internship-plan.md.lock", "link.md"]);
  });

  test("is not held while a report or a profile comes in slowly on stdin", () => {
    const { folder, plan } = folderWithPlan();
    for (const line of ["done --from -", "replan --profile -"]) {
      const { out } = sh(`exec 4< <(exec sleep 20 2>/dev/null)
        $IW ${line} --plan ${plan} <&4 & sleep 1; ls -A ${folder}; kill -TERM $!; wait $!; echo $?`);
      expect(out, line).toBe("internship-plan.md\n143\n");
    }
  });

  test("lets fifteen writers at once all get through, though a dead run left one", async () => {
    const { folder, plan, text } = folderWithPlan();
    const ids = [...text.matchAll(/<!-- step:([a-z-]+)/g)].flatMap((match) => match[1] ?? []);
    writeFileSync(lockOf(plan), `${deadPid()} ${hostname()}\n`);
    const codes = await Promise.all(
      ids.map(
        (id) =>
          new Promise((resolve) => {
            spawn(process.execPath, [bin(), "done", id, "--plan", plan], { env: bareEnv, stdio: "ignore" }).on(
              "exit",
              resolve,
            );
          }),
      ),
    );
    expect(ids.length).toBeGreaterThan(10);
    expect(codes).toEqual(ids.map(() => 0));
    expect(readFileSync(plan, "utf8").match(/^- \[x\]/gm)).toHaveLength(ids.length);
    expect(readdirSync(folder)).toEqual(["internship-plan.md"]);
  }, 60_000);
}, 60_000);
