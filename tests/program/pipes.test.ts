import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** The built program as a process, as scripts run it. */
const BIN = join(process.cwd(), "bin/intern-why.cjs");
const NURSING = ["--field", "nursing", "--stage", "second-year", "--start", "2027-06-01", "--today", "2026-11-22"];
/** HOME is given, or some shells read a start-up file of the machine. */
const env = { HOME: "/nonexistent", PATH: process.env["PATH"] ?? "", TERM: "xterm-256color" };

const iw = (args: string[], more: Record<string, string> = {}, input = "") =>
  spawnSync(process.execPath, [BIN, ...args], { encoding: "utf8", env: { ...env, ...more }, input });
const sh = (script: string, more: Record<string, string> = {}) =>
  spawnSync("bash", ["--norc", "-o", "pipefail", "-c", script], {
    encoding: "utf8",
    env: { ...env, IW: `${process.execPath} ${BIN}`, ...more },
  });

describe("pipes", () => {
  test.each(["list", "show", "checklist --general", "advise --general --json", "--help"])(
    "%s | head -1 ends quietly",
    (command) => {
      for (let round = 0; round < 5; round++) {
        const { status, stderr } = sh(`$IW ${command} | head -1`);
        expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      }
    },
  );

  test("all output arrives at a slow reader", async () => {
    const whole = iw(["show", "--json"]).stdout;
    const child = spawn("bash", ["--norc", "-c", `${process.execPath} ${BIN} show --json | (sleep 0.5; cat)`], { env });
    let text = "";
    for await (const chunk of child.stdout) text += chunk;
    expect(text.length).toBe(whole.length);
  });

  test("a full disk is an error, not a silence", () => {
    const { status, stderr } = sh("$IW show > /dev/full");
    expect(status).toBe(1);
    expect(stderr).toBe("error: the disk is full\n");
  });

  test.each([">&-", "2>&-", "<&-"])("a closed descriptor (%s) is no crash", (closed) => {
    const { status, stderr } = sh(`$IW show networking ${closed}`);
    expect(status).toBe(0);
    expect(stderr).toBe("");
  });
});

describe("without a terminal", () => {
  test.each([[["advise"]], [["checklist"]], [[]]])("%j asks nothing and names the flags", (args) => {
    const { status, stdout, stderr } = iw(args, { CI: "1" }, "nursing\n2\n");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("--field <text>");
  });
});

describe("color", () => {
  test("a pipe has no escape byte unless text and color are both asked for", () => {
    expect(iw(["show", "resume"], { FORCE_COLOR: "1" }).stdout).not.toContain("\u001b");
    expect(iw(["show", "resume", "--format", "text"]).stdout).not.toContain("\u001b");
    expect(iw(["show", "resume", "--format", "text"], { FORCE_COLOR: "1" }).stdout).toContain("\u001b[1m");
    expect(iw(["show", "resume", "--format", "text"], { FORCE_COLOR: "1", NO_COLOR: "1" })).toMatchObject({
      stderr: "",
    });
  });
});

describe("files", () => {
  test("-o writes the file whole and says nothing", () => {
    const file = join(mkdtempSync(join(tmpdir(), "iw-")), "plan.md");
    expect(iw(["checklist", ...NURSING, "-o", file])).toMatchObject({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(file, "utf8")).toMatch(/^# Internship plan/);
    writeFileSync(file, "mine");
    expect(iw(["checklist", ...NURSING, "-o", file]).status).toBe(2);
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  test("--profile - reads stdin", () => {
    const { status, stdout } = iw(
      ["advise", "--profile", "-", "--json"],
      {},
      '\ufeff{"field":"nursing","goals":["clarity"]}',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout).profile).toEqual({ field: "nursing", goals: ["clarity"] });
  });

  test("an unreadable profile is refused with its problems", () => {
    const { status, stderr } = iw(["advise", "--profile", "-"], {}, '{"field":5,"grade":"A"}');
    expect(status).toBe(2);
    expect(stderr).toMatch(/error: stdin: field: [\s\S]*error: stdin: .*grade[\s\S]*hint:/);
  });
});

describe("the launcher", () => {
  test("says what to do when nothing is built", () => {
    const folder = mkdtempSync(join(tmpdir(), "iw-"));
    spawnSync("cp", ["-r", join(process.cwd(), "bin"), folder]);
    const { status, stderr } = spawnSync(process.execPath, [join(folder, "bin/intern-why.cjs"), "list"], {
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: "error: not built yet: run npm run build\n" });
  });
});

describe("every command runs from the build", () => {
  test.each([
    ["advise --general --json", '"conclusion"'],
    ["checklist --general", "# Internship plan"],
    ["checklist --general --format csv", "id,uid,title"],
    ["show field/nursing", "# Nursing"],
    ["list fields", "nursing\t"],
    ["search visa", "visa"],
    ["explain conclusion --general", "# Why"],
    ["compare --field nursing -- --field computing", "# Two situations"],
    ["sources --benefit resume", "\t"],
    ["resolve field nursing", "nursing\tNursing"],
    ["schema plan", '"$schema"'],
    ["help checklist", "--busy"],
  ])("%s", (line, says) => {
    const { status, stdout, stderr } = iw(line.split(" "));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(says);
  });
});
