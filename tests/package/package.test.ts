import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, describe, expect, test } from "vitest";
import { install, npm, type Packed, pack } from "../../tools/pack.ts";

/** The package as people get it: packed, then installed into an empty folder. */
let packed: Packed;
let packages: string[];
const folder = mkdtempSync(join(tmpdir(), "iw package "));
const installed = join(folder, "node_modules/intern-why");

beforeAll(() => {
  packed = pack(mkdtempSync(join(tmpdir(), "iw-pack-")));
  packages = install(packed.tarball, folder);
}, 120_000);

const about = "--field nursing --stage first-year --start 2027-06-01 --hours 4 --today 2026-11-22".split(" ");

describe("the package", () => {
  test("holds what a user needs, and nothing else", () => {
    const ALLOWED = [
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md)$/,
      /^bin\/intern-why\.cjs$/,
      /^dist\/(?:index\.js|index\.d\.ts|intern-why\.1|THIRD-PARTY-NOTICES\.txt)$/,
      /^dist\/library-[a-z]+-[A-Z0-9]{8}\.js$/,
      /^dist\/content\.index\.json$/,
      /^dist\/content\.(?:topics|blocks|heads|names|name-tables|terms|sources)\.jsonl$/,
    ];
    const commands = readdirSync("dist").filter((name) => name.endsWith(".cjs"));
    const more = packed.files.filter((file) => !ALLOWED.some((name) => name.test(file)));
    expect(more).toEqual(commands.map((name) => `dist/${name}`).sort());
  });

  test("is one package, of less than 3.5 MB, that runs nothing when it is installed", () => {
    expect(packages).toEqual(["intern-why"]);
    expect(packed.unpackedSize).toBeLessThan(3_500_000);
    const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
    const { files, size, unpackedSize } = packed;
    expect(readFileSync("README.md", "utf8")).toContain(
      `1 package of ${files.length} files: ${megabytes(size)} to download, ${megabytes(unpackedSize)} installed.`,
    );
    const { scripts, dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect(dependencies).toBeUndefined();
    expect(Object.keys(scripts).filter((name) => /install$|^prepublish/.test(name))).toEqual([]);
  });

  test("is clean for publint", async () => {
    const { messages } = await publint({ pkgDir: installed, strict: true });
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  test("is clean for are-the-types-wrong, as ES modules", () => {
    const attw = join(process.cwd(), "node_modules/@arethetypeswrong/cli/dist/index.js");
    const flags = ["--profile", "esm-only", "--format", "json"];
    const { stdout, status } = spawnSync(process.execPath, [attw, packed.tarball, ...flags], { encoding: "utf8" });
    expect(status, stdout).toBe(0);
    expect(JSON.parse(stdout).analysis.types).toEqual({ kind: "included" });
  }, 60_000);

  test("passes on the license of every package its code comes from", () => {
    const notices = readFileSync(join(installed, "dist/THIRD-PARTY-NOTICES.txt"), "utf8");
    const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const imported = sources.flatMap((file) =>
      [...readFileSync(join("src", file), "utf8").matchAll(/(?:from|import) "((?:@[a-z-]+\/)?[a-z-]+)"/g)].map(
        ([, name]) => name,
      ),
    );
    expect(new Set(imported).size).toBeGreaterThan(6);
    for (const name of imported) expect(notices).toMatch(new RegExp(`^${name} [0-9.]+ \\(`, "m"));
    for (const part of notices.split(/^-{72}$/m)) expect(part.trim().length).toBeGreaterThan(500);
  });
});

describe("installed from the tarball", () => {
  const program = join(installed, "bin/intern-why.cjs");

  test("runs through npm exec in an empty folder", () => {
    const empty = mkdtempSync(join(tmpdir(), "iw-empty-"));
    const out = npm(["exec", "--offline", "--yes", `--package=${packed.tarball}`, "--", "intern-why", "list"], empty);
    expect(out).toContain("networking\tNetworking Opportunities\t");
    expect(readdirSync(empty)).toEqual([]);
  }, 60_000);

  test("says the same as a checkout, which starts from compiled code", () => {
    const run = (path: string): string =>
      execFileSync(process.execPath, [path, "advise", ...about], { encoding: "utf8" });
    expect(run(program)).toBe(run("bin/intern-why.cjs"));
  });

  test.skipIf(process.platform === "win32")("needs no home it may write to, and no known user", () => {
    const place = mkdtempSync(join(tmpdir(), "iw-home-"));
    const home = join(place, "home");
    mkdirSync(home);
    cpSync(installed, join(place, "intern-why"), { recursive: true });
    chmodSync(home, 0o555);
    chmodSync(place, 0o555);
    // To root nothing is read-only: then a user without a name runs it.
    const user = process.getuid?.() === 0 ? { uid: 61_234, gid: 61_234 } : {};
    const options = { ...user, cwd: place, env: { HOME: home }, encoding: "utf8" } as const;
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(place, "intern-why/bin/intern-why.cjs"), ...args], options);
    expect(() => execFileSync("touch", [join(home, "x")], { ...options, stdio: "ignore" })).toThrow();
    for (const args of [
      ["list"],
      ["advise", ...about],
      ["checklist", ...about, "--json"],
      ["show", "--format", "text"],
    ])
      expect(run(...args)).toMatchObject({ status: 0, stderr: "" });
    chmodSync(place, 0o755);
  });
});

describe("as a library", () => {
  const [, example = ""] = /```js\n([\s\S]*?)```/.exec(readFileSync("docs/library.md", "utf8")) ?? [];
  const [, printed = ""] = /```text\n([\s\S]*?)```/.exec(readFileSync("docs/library.md", "utf8")) ?? [];
  const run = (code: string, name = "example.mjs"): string => {
    writeFileSync(join(folder, name), code);
    return execFileSync(process.execPath, [name], { cwd: folder, encoding: "utf8" });
  };

  test("the example in the documents prints what stands there", () => {
    expect(run(example)).toBe(printed);
  });

  test("advice and plan are what the program prints as JSON", () => {
    const code = `
      import { advise, loadContent, plan } from "intern-why";
      const content = await loadContent();
      const profile = { field: "nursing", stage: "first-year", start: "2027-06-01", hours: 4 };
      const results = { advise, checklist: plan };
      const print = (data) => process.stdout.write(JSON.stringify(data, null, 2) + "\\n");
      print(results[NAME](content, profile, { today: "2026-11-22" }));`;
    for (const name of ["advise", "checklist"]) {
      const out = execFileSync(process.execPath, ["bin/intern-why.cjs", name, ...about, "--json"], {
        encoding: "utf8",
      });
      expect(run(code.replace("NAME", `"${name}"`))).toBe(out);
    }
  });

  test("a folder of one's own is laid over the content", () => {
    const own = join(folder, "own/goals");
    mkdirSync(own, { recursive: true });
    const text =
      "---\ntitle: See the world\nsummary: Far away.\nyou: You want to travel\nreviewed: 2026-11-22\n---\nFar.\n";
    writeFileSync(join(own, "travel.md"), text);
    const code = `
      import { advise, loadContent, resolve } from "intern-why";
      const content = await loadContent("own");
      console.log(resolve(content, "goal", "See the world").id, content.topics.length > 200);
      console.log(advise(content, { goals: ["travel"] }, { today: "2026-11-22" }).profile.goals[0]);`;
    expect(run(code)).toBe("travel true\ntravel\n");
  });

  test("names everything that is wrong at once", () => {
    const code = `
      import { advise, loadContent, plan, resolve } from "intern-why";
      const content = await loadContent();
      const wrong = (work) => { try { work() } catch ({ name, problems }) { console.log(name, ...problems) } };
      wrong(() => plan(content, { stage: "nowhere", goals: "job", colour: 1 }, { today: "2026-02-30" }));
      wrong(() => advise({ topics: [] }, {}, { today: "2026-11-22" }));
      wrong(() => resolve(content, "fact", "x"));`;
    expect(run(code).split("\n")).toEqual([
      expect.stringMatching(
        /^AppError profile: goals: .* profile: Unrecognized key: "colour" profile: stage: there is no stage "nowhere" today: "2026-02-30" is no date/,
      ),
      "AppError this is no content",
      'AppError no kind of answer "fact"',
      "",
    ]);
  });

  test("the types hold under strict, with nothing else installed, and require works", () => {
    const typed = `
      import { type Advice, advise, loadContent, type Plan, type Profile, plan } from "intern-why";
      const profile: Profile = { field: "nursing", hours: 4 };
      const content = await loadContent();
      const advice: Advice = advise(content, profile, { today: "2026-11-22" });
      const dated: Plan = plan(content, profile, { today: "2026-11-22", all: true });
      export const ids: readonly string[] = [advice.conclusion.id, ...dated.steps.map((step) => step.id)];
      // @ts-expect-error: today is needed, since nothing looks at the clock
      advise(content, profile);`;
    writeFileSync(join(folder, "typed.mts"), typed);
    const tsc = join(process.cwd(), "node_modules/typescript/bin/tsc");
    const flags = ["--strict", "--noEmit", "--skipLibCheck", "false", "--module", "nodenext", "--target", "es2022"];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags, "typed.mts"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(run(`require("intern-why").loadContent().then((c) => console.log(c.topics[0].kind))`, "example.cjs")).toBe(
      "section\n",
    );
  }, 60_000);
});
