/** A plan full of hostile titles, exported and read by programs of others: as many steps, as many lines, nothing runs. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/plan/plan.ts";
import { iw } from "../world.ts";
import { HOSTILE_TEXTS, MARKER, RAW } from "./hostile-text.ts";

const made = (await iw(["checklist", "--field", "nursing", "--start", "2027-06-01", "--hours", "4", "--md"])).out;
const own = Object.values(HOSTILE_TEXTS).map(
  (text) => `- [ ] ${text.replace(/[\r\n\u2028\u2029]/g, " ")} (by 2027-01-31)\n`,
);
const exported = async (format: string): Promise<string> =>
  (await iw(["export", "--format", format], { files: { "internship-plan.md": `${made}\n${own.join("")}` } })).out;
const steps = (JSON.parse(await exported("json")) as Plan).steps;

const has = (program: string): boolean => !spawnSync(program, ["--version"]).error;
const home = mkdtempSync(join(tmpdir(), "iw-"));
function read(program: string, args: string[], input = ""): string {
  const env = { PATH: process.env["PATH"] ?? "", HOME: home, LC_ALL: "C.UTF-8", TZ: "UTC" };
  const { stdout, stderr, status } = spawnSync(program, args, {
    input,
    cwd: home,
    encoding: "utf8",
    env,
    timeout: 60_000,
  });
  expect(status, `${program}: ${stderr}`).toBe(0);
  return stdout;
}

test("holds every hostile title", () => {
  expect(steps.filter(({ title }) => title.includes(MARKER))).toHaveLength(own.length);
});

describe.skipIf(!has("python3"))("the csv module of Python", () => {
  test("reads a row a step, and no cell that a spreadsheet would run", async () => {
    const program = "import csv, json, sys; print(json.dumps(list(csv.reader(sys.stdin.read().splitlines()))))";
    const rows = JSON.parse(read("python3", ["-c", program], await exported("csv"))) as string[][];
    expect(rows).toHaveLength(steps.length + 1);
    for (const row of rows) {
      expect(row).toHaveLength(rows[0]?.length ?? 0);
      for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r]|^-\D/);
    }
  });

  test("a Python program sees as many lines of todo.txt as there are steps", async () => {
    const program = "import sys; print(len(sys.stdin.read().splitlines()))";
    expect(Number(read("python3", ["-c", program], await exported("todotxt")))).toBe(steps.length);
  });
});

describe.skipIf(!has("pandoc"))("pandoc", () => {
  test("finds in the Markdown neither HTML but our comments, nor a link that runs something", async () => {
    const tree = read("pandoc", ["-f", "gfm", "-t", "json"], await exported("md"));
    for (const [, html = ""] of tree.matchAll(/"t":"Raw(?:Inline|Block)","c":\["html","((?:[^"\\]|\\.)*)"/g))
      expect(html).toMatch(/^<!-- /);
    expect(tree).not.toMatch(/"javascript:/i);
  });

  test("finds in the page no picture or link but our own", async () => {
    const tree = read("pandoc", ["-f", "html", "-t", "json"], await exported("html"));
    for (const [, target = ""] of tree.matchAll(/\["((?:[^"\\]|\\.)*)",""\]\]/g))
      expect(target).toMatch(/^#|^data:image\/svg/);
    expect(tree).toContain('{"t":"Str","c":"onerror=alert(1)>"}');
  });
});

describe.skipIf(!has("task"))("taskwarrior", () => {
  test("imports a task a step", async () => {
    writeFileSync(join(home, "taskrc"), "");
    const args = [`rc:${home}/taskrc`, `rc.data.location=${home}`, "rc.confirmation=off", "rc.verbose=nothing"];
    read("task", [...args, "import", "-"], await exported("taskwarrior"));
    const tasks = JSON.parse(read("task", [...args, "export"])) as { description: string; tags?: string[] }[];
    expect(tasks).toHaveLength(steps.length);
    for (const { description } of tasks) expect(description).not.toMatch(RAW);
  });
});

describe.skipIf(!has("khal"))("khal", () => {
  test("lists every event under its title", async () => {
    mkdirSync(join(home, "plan"));
    writeFileSync(join(home, "plan.ics"), await exported("ics"));
    const formats = ["dateformat", "longdateformat"].map((key) => `${key} = %Y-%m-%d`).join("\n");
    const times = ["datetimeformat", "longdatetimeformat"].map((key) => `${key} = %Y-%m-%d %H:%M`).join("\n");
    writeFileSync(join(home, "khal"), `[calendars]\n[[plan]]\npath = ${home}/plan\n[locale]\n${formats}\n${times}\n`);
    read("khal", ["-c", join(home, "khal"), "import", "--batch", "-a", "plan", join(home, "plan.ics")]);
    const list = ["list", "2027-01-31", "2027-02-01", "--day-format", "", "--format", "{uid}"];
    const uids = read("khal", ["-c", join(home, "khal"), ...list])
      .trim()
      .split("\n");
    const due = steps.filter((step) => step.due === "2027-01-31").map(({ uid }) => uid);
    expect(new Set(uids)).toEqual(new Set(due));
  });
});

describe.skipIf(!has("w3m"))("w3m", () => {
  test("shows the attack as text", async () => {
    const shown = read("w3m", ["-T", "text/html", "-dump"], await exported("html"));
    expect(shown).toContain("<script>alert(1)</script>");
  });
});
