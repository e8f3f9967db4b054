import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/program.ts";
import { argumentsOf, folderWithPlan, freshFolder, LINES, packed, report, run, sh, works } from "../packed.ts";
import { openShell, pty } from "../shell.ts";

packed();
const names = COMMANDS.map(({ name }) => name);
const lines = LINES.filter((line) => /^(-|help)/.test(line) || names.includes(line.split(" ")[0] ?? ""));
const canTrace = works("strace", "-o", "/dev/null", "true");
const TRACE =
  "strace -f -qq -e trace=network,execve,openat,open,creat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat -o";

/** What a trace says was done to the world: sockets, programs, files written. */
function deedsOf(trace: string): { sockets: string[]; programs: string[]; written: string[] } {
  const calls = readFileSync(trace, "utf8")
    .split("\n")
    .map((line) => line.replace(/^\d+ +/, ""));
  return {
    sockets: calls.filter((call) => /^(socket|connect|bind|sendto|sendmsg)\(/.test(call)),
    programs: calls.filter((call) => call.startsWith("execve(")).slice(1),
    written: calls
      .filter((call) => /O_WRONLY|O_RDWR|O_CREAT|^(creat|mkdir|mkdirat|rename\w*|unlink\w*)\(/.test(call))
      .flatMap((call) => [...(/"([^"]*)"/.exec(call)?.slice(1) ?? [])])
      .filter((path) => path !== "/dev/null" && !path.startsWith("/dev/pts/") && path !== "/dev/tty"),
  };
}

describe.skipIf(!canTrace)("under strace", () => {
  test("no command opens a socket, starts a program, or writes a file that was not named", () => {
    for (const line of lines) {
      const args = argumentsOf(line);
      const trace = join(freshFolder(), "trace");
      const { code } = sh(`${TRACE} ${trace} $IW ${args.map((word) => `'${word}'`).join(" ")} >/dev/null </dev/null`);
      expect(code, line).toBe(0);
      const { sockets, programs, written } = deedsOf(trace);
      expect({ sockets, programs }, line).toEqual({ sockets: [], programs: [] });
      const plan = args[args.indexOf("--plan") + 1] ?? "";
      const own = line.startsWith("done ") ? written.filter((path) => !path.startsWith(join(plan, ".."))) : written;
      expect(own, line).toEqual([]);
    }
    report(`strace: ${lines.length} command lines, 0 sockets, 0 other programs, 0 files written that were not named`);
  }, 120_000);

  test("-o, --save-profile, done and replan write the file they name, and helpers beside it that are gone after", () => {
    const { folder, plan } = folderWithPlan();
    for (const line of [
      `checklist --general -o ${folder}/new.md`,
      `advise --field nursing --save-profile ${folder}/me.json`,
      `done goals --plan ${plan}`,
      `replan --today 2027-01-05 --plan ${plan}`,
    ]) {
      const trace = join(freshFolder(), "trace");
      expect(sh(`${TRACE} ${trace} $IW ${line} >/dev/null`).code, line).toBe(0);
      for (const path of deedsOf(trace).written) expect(path.startsWith(`${folder}/`), path).toBe(true);
    }
    expect(sh(`ls -A ${folder}`).out).toBe("internship-plan.md\nme.json\nnew.md\n");
  });

  test.skipIf(!pty)(
    "a guided session neither",
    async () => {
      const shell = openShell("--today 2026-11-22", {}, `${TRACE} trace`);
      await shell.on("What do you study", "nursing");
      await shell.on("❯ .*Nursing and midwifery", "\r");
      await shell.on("What kind of work", "\u0003");
      expect(await shell.end()).toBe(130);
      expect(deedsOf(join(shell.folder, "trace"))).toEqual({ sockets: [], programs: [], written: [] });
    },
    40_000,
  );
});

test.skipIf(!works("unshare", "-rn", "true"))(
  "every command works without any network (needs unshare)",
  () => {
    for (const line of lines) {
      const { code, err } = sh(
        `unshare -rn $IW ${argumentsOf(line)
          .map((word) => `'${word}'`)
          .join(" ")} >/dev/null`,
      );
      expect({ code, err }, line).toEqual({ code: 0, err: "" });
    }
  },
  120_000,
);

describe("under Node's permission model", () => {
  const flag = ["--permission", "--experimental-permission"].find((each) => works(process.execPath, each, "-e", "0"));
  const allowed = (args: string[], ...more: string[]) =>
    sh(
      `${process.execPath} --no-warnings ${flag} --allow-fs-read=${packed()}/ ${more.join(" ")} ${packed()}/bin/intern-why.cjs ${args.join(" ")}`,
    );

  test.skipIf(!flag)(
    "every command runs with read access to its own folder alone, and to the file it is given",
    () => {
      for (const line of lines) {
        const args = argumentsOf(line);
        const named = args.filter((word) => word.startsWith("/"));
        const folders = line.startsWith("done ") ? named.map((path) => join(path, "..")) : named;
        const more = folders.map((path) => `--allow-fs-read=${path}${line.startsWith("done ") ? "/" : ""}`);
        const write = line.startsWith("done ") ? folders.map((path) => `--allow-fs-write=${path}/`) : [];
        expect(allowed(args, ...more, ...write), line).toEqual({
          code: 0,
          signal: null,
          out: run(argumentsOf(line)).out,
          err: "",
        });
      }
    },
    120_000,
  );

  test.runIf(flag)("a file it may not read is an error in words", () => {
    const { plan } = folderWithPlan();
    const { code, out, err } = allowed(["next", "--plan", plan]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^error: .*\n(hint: .*\n)?$/);
  });
});
