/** Files without end, without bottom or without a writer, against the built program: it refuses them, soon and in words. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { skeletonOf } from "../../src/library/skeletons.ts";

const BIN = join(process.cwd(), "bin/intern-why.cjs");
const FOLDER = mkdtempSync(join(tmpdir(), "iw-hostile-"));
const at = (name: string): string => join(FOLDER, name);
/** A second or so for a person; many times that on a busy machine. */
const LONGEST_MS = 15_000;
/** Kilobytes: what a run takes anyway, and a few copies of the largest file that is read. */
const MOST_MEMORY_KB = 300_000;

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function run(argv: string[], input = ""): Ended {
  const env = { ...process.env, NODE_OPTIONS: "" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], {
    encoding: "utf8",
    cwd: FOLDER,
    env,
    input,
    timeout: LONGEST_MS,
  });
  return { code: status, out: stdout, err: stderr };
}

writeFileSync(at("huge"), "");
truncateSync(at("huge"), 5_000_000_000);
writeFileSync(at("long-line"), `{"field":"${"a".repeat(10_000_000)}"}`);
writeFileSync(at("fits"), `{"field":"${"a".repeat(900_000)}"}`);
writeFileSync(at("deep"), "[".repeat(400_000));
writeFileSync(at("deep-object"), `${'{"busy":'.repeat(90_000)}1${"}".repeat(90_000)}`);
writeFileSync(at("bytes"), Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 256)));
const PIPES = spawnSync("mkfifo", [at("pipe")]).status === 0;

const READERS = [
  ["advise", "--profile"],
  ["advise", "--resume"],
  ["next", "--plan"],
  ["export", "--plan"],
];
const FILES = [
  "huge",
  "long-line",
  "fits",
  "deep",
  "deep-object",
  "bytes",
  "/dev/zero",
  "/dev/null",
  ".",
  ...(PIPES ? ["pipe"] : []),
];
const CASES = READERS.flatMap((reader) =>
  FILES.map((file): [string, string[]] => [`${reader.join(" ")} ${file}`, [...reader, file]]),
);

describe.skipIf(process.platform === "win32")("refused, with the file's name and nothing on stdout", () => {
  test.each(CASES)("%s", (_, argv) => {
    const { code, out, err } = run(argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(new RegExp(`^error: .*${argv.at(-1)}`));
    for (const line of err.trimEnd().split("\n")) expect(line).toMatch(/^(error|hint): .{1,700}$/);
  });

  test.skipIf(!PIPES)("a pipe whose writer comes late is read, and one that is read is written to", async () => {
    const writer = spawn("sh", ["-c", `sleep 0.3; echo '{"field":"nursing"}' > pipe`], { cwd: FOLDER });
    expect(run(["advise", "--profile", "pipe"]).code).toBe(0);
    expect(writer.exitCode ?? (await new Promise((done) => writer.once("exit", done)))).toBe(0);
    const { code, err } = run(["show", "-o", "pipe", "--force"]);
    expect({ code, err }).toEqual({ code: 1, err: "error: cannot write pipe: nothing reads from this pipe\n" });
  });

  test.skipIf(spawnSync("/usr/bin/time", ["--version"]).error !== undefined)("in little memory", () => {
    for (const argv of [
      ["advise", "--profile", "huge"],
      ["next", "--plan", "/dev/zero"],
    ]) {
      const { stderr } = spawnSync("/usr/bin/time", ["-f", "%M", process.execPath, BIN, ...argv], {
        encoding: "utf8",
        cwd: FOLDER,
      });
      expect(Number(stderr.trim().split("\n").at(-1))).toBeLessThan(MOST_MEMORY_KB);
    }
  });
});

describe("a content folder that attacks", () => {
  const action = skeletonOf("action", "own", "2026-11-22");
  const bomb = Array.from(
    { length: 9 },
    (_, i) =>
      `k${i}: &k${i} [${Array(9)
        .fill(i === 0 ? "x" : `*k${i - 1}`)
        .join(", ")}]`,
  );
  test.each<[string, string, RegExp]>([
    [
      "a YAML bomb",
      action.replace(/^title:/m, `${bomb.join("\n")}\ntitle:`),
      /own\.md:2: YAML anchors and aliases are not read/,
    ],
    [
      "deep YAML",
      action.replace(/^title:.*/m, `title: ${"[".repeat(20_000)}`),
      /own\.md:2: nested more than 40 deep: make it flat/,
    ],
    ["deep quotes", `${action}\n${">".repeat(5_000)} x\n`, /own\.md:\d+: nested more than 40 deep/],
    ["deep lists", `${action}\n${"1. ".repeat(5_000)} x\n`, /own\.md:\d+: nested more than 40 deep/],
    ["crowded markup", `${action}\n${"*a_".repeat(10_000)}\n`, /own\.md:\d+: more than 1000 signs of markup/],
    ["a long file", `${action}\n${"x".repeat(60_000)}\n`, /own\.md:1: larger than 50000 characters/],
    [
      "prototype keys",
      action.replace(/^title:/m, "__proto__: { kind: fact }\nconstructor: 1\ntitle:"),
      /own\.md:2: unknown key "__proto__"[\s\S]*own\.md:3: unknown key "constructor"/,
    ],
  ])("%s is refused with file and line", (_, text, says) => {
    const folder = mkdtempSync(at("content-"));
    mkdirSync(join(folder, "actions"));
    writeFileSync(join(folder, "actions/own.md"), text);
    for (const argv of [
      ["content", "check", folder],
      ["show", "--content", folder],
    ]) {
      const { code, out, err } = run(argv);
      expect(out).toBe("");
      expect(code).toBe(argv[0] === "show" ? 2 : 1);
      expect(err).toMatch(says);
    }
  });

  test.skipIf(process.platform === "win32")("no device, pipe or outside file is read in its place", () => {
    const folder = mkdtempSync(at("content-"));
    mkdirSync(join(folder, "actions"));
    symlinkSync("/dev/zero", join(folder, "actions/zero.md"));
    symlinkSync(at("fits"), join(folder, "actions/outside.md"));
    symlinkSync(at("huge"), join(folder, "actions/huge.md"));
    symlinkSync(folder, join(folder, "countries"));
    if (PIPES) symlinkSync(at("pipe"), join(folder, "actions/pipe.md"));
    const { code, err } = run(["content", "check", folder]);
    expect(code).toBe(1);
    for (const name of ["zero", "outside", "huge"])
      expect(err).toContain(`actions/${name}.md:1: not a regular file inside the folder`);
  });
});
