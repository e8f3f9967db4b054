import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** What a run loads decides what it costs: each light run opens these files of dist, these modules of Node, no other. */
const NURSING = "--field nursing --stage first-year --goal clarity --start 2027-06-01 --today 2026-11-22".split(" ");
const INDEX = ["content.index.json"];
const HEADS = [...INDEX, "content.heads.jsonl"];
const BODIES = [...INDEX, "content.topics.jsonl"];

function loadsOf(args: readonly string[]): { files: string[]; modules: string[] } {
  const { output } = spawnSync(
    process.execPath,
    ["--require", "./tests/program/record-loads.cjs", "bin/intern-why.cjs", ...args],
    {
      encoding: "utf8",
      env: { PATH: process.env["PATH"] ?? "" },
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    },
  );
  return JSON.parse(output[3] ?? "");
}

describe("what a run loads", () => {
  test.each([
    ["--version", [], []],
    ["list", ["commands-list.cjs"], HEADS],
    ["show networking", ["commands-show.cjs"], BODIES],
    ["resolve field nursing", ["commands-resolve.cjs"], [...HEADS, "content.name-tables.jsonl"]],
    ["--help", ["commander.cjs"], []],
    ["checklist --json", ["commands-checklist.cjs"], [...BODIES, "content.terms.jsonl"]],
    ["advise --md", ["commands-advise.cjs"], [...BODIES, "content.terms.jsonl", "content.sources.jsonl"]],
    // Asks first, where it can, and loads what answers after that.
    ["advise", ["commands-guide.cjs"], INDEX],
  ])("%s", (line, programs, data) => {
    const args = /^(?:advise|checklist) -/.test(line) ? [...line.split(" "), ...NURSING] : line.split(" ");
    const { files, modules } = loadsOf(args);
    expect(files).toEqual(["main.cjs", ...programs, ...data].sort());
    // vm runs files with their compiled code; commander asks for process by its module.
    expect(modules).toEqual(line === "--help" ? ["process", "vm"] : ["vm"]);
  });

  test("no tables of Unicode: a pattern of its properties takes 1 MB of them as soon as its file is parsed", () => {
    const has = (file: string): boolean => /(?<!\\)\\p\{/.test(readFileSync(`dist/${file}`, "utf8"));
    const programs = readdirSync("dist").filter((file) => file.endsWith(".cjs"));
    // Wide letters in a prompt, a folder of one's own.
    expect(programs.filter(has)).toEqual(["fast-wrap-ansi.cjs", "io-content.cjs", "library-lex.cjs"]);
  });

  test("no time zones: the day on the wall is found out only by who needs it", () => {
    for (const line of [
      ["list", "field"],
      ["resolve", "field", "nursing"],
      ["advise", ...NURSING, "--md"],
    ]) {
      const run = ["--require", "./tests/program/no-local-time.cjs", "bin/intern-why.cjs", ...line];
      expect(spawnSync(process.execPath, run, { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
    }
  });
});
