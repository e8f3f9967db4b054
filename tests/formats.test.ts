import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { PLAN_FORMATS } from "../src/formats/plan-formats.ts";
import { makePlan } from "../src/plan/make-plan.ts";
import type { Plan } from "../src/plan/plan.ts";
import { bundled, today } from "./world.ts";

const profile = { field: "nursing", stage: "first-year", goals: ["clarity"], start: "2027-06-01", hours: 4 };
const made = makePlan(profile, bundled(), today);
const plan: Plan = {
  ...made,
  steps: made.steps.map((step, i) => (i === 2 ? { ...step, status: "done" as const } : step)),
};
const as = (format: string, of: Plan = plan): string => PLAN_FORMATS[format]?.(of) ?? "";

const withTitle = (title: string): Plan => ({
  ...plan,
  name: title,
  steps: plan.steps.map((step) => ({ ...step, title, why: title })),
});
const hostile = fc.string({ unit: "binary", size: "max", maxLength: 300 });
const todos = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vtodo");

describe("every format holds the same steps, dates and dependencies", () => {
  test("csv", () => {
    const rows = parse(as("csv"), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ id, uid, due, status, after }) => ({ id, uid, due, status, after }))).toEqual(
      plan.steps.map(({ id, uid, due, status, after }) => ({ id, uid, due, status, after: after.join(" ") })),
    );
  });

  test("ics-todo", () => {
    const uids = new Map(plan.steps.map(({ id, uid }) => [id, uid]));
    const read = todos(as("ics-todo")).map((todo) => ({
      uid: todo.getFirstPropertyValue("uid"),
      done: todo.getFirstPropertyValue("status") === "COMPLETED",
      after: todo.getAllProperties("related-to").map((property) => property.getFirstValue()),
    }));
    expect(read).toEqual(
      plan.steps.map(({ uid, status, after }) => ({
        uid,
        done: status === "done",
        after: after.flatMap((id) => uids.get(id) ?? []),
      })),
    );
  });

  test("ics has an all-day event for each open step, ending on the next day", () => {
    const events = new ICAL.Component(ICAL.parse(as("ics")))
      .getAllSubcomponents("vevent")
      .map((event) => new ICAL.Event(event));
    const open = plan.steps.filter(({ status }) => status === "open");
    expect(events.map((event) => event.startDate.toString())).toEqual(open.map(({ due }) => due));
    for (const event of events) expect(event.endDate.subtractDate(event.startDate).toSeconds()).toBe(86_400);
  });

  test("taskwarrior", () => {
    const tasks = JSON.parse(as("taskwarrior")) as { uuid: string; status: string; due: string }[];
    expect(tasks.map(({ uuid, status }) => [uuid, status])).toEqual(
      plan.steps.map(({ uid, status }) => [uid, status === "done" ? "completed" : "pending"]),
    );
  });

  test("todotxt: what comes first carries p:, what follows carries id:", () => {
    const lines = as("todotxt").trimEnd().split("\n");
    expect(lines).toHaveLength(plan.steps.length);
    expect(lines.filter((line) => line.startsWith("x "))).toHaveLength(1);
    for (const [i, step] of plan.steps.entries()) {
      for (const id of step.after) {
        const before = plan.steps.findIndex((other) => other.id === id);
        if (before >= 0) expect(lines[before]).toMatch(new RegExp(` p:${i + 1}( |$)`));
      }
    }
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/;

describe("hostile text is inert", () => {
  test("in every format, on random texts", () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const of = withTitle(title);
        for (const [, cell] of as("csv", of).matchAll(/(?:^|,)"?([=+\-@][^0-9])/gm)) expect(cell).toBeUndefined();
        expect(parse(as("csv", of), { columns: true })).toHaveLength(plan.steps.length);
        expect(todos(as("ics-todo", of))).toHaveLength(plan.steps.length);
        for (const line of as("ics", of).split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(as("todotxt", of).trimEnd().split("\n")).toHaveLength(plan.steps.length);
        expect(JSON.parse(as("taskwarrior", of))).toHaveLength(plan.steps.length);
        for (const format of Object.keys(PLAN_FORMATS)) expect(as(format, of)).not.toMatch(CONTROL);
      }),
      { numRuns: 150, seed: 6 },
    );
  }, 120_000);
});

const has = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;

describe("programs that read them", () => {
  test.skipIf(!has("task"))("taskwarrior: a second import changes nothing, and done stays done", () => {
    const home = mkdtempSync(join(tmpdir(), "iw-"));
    const file = join(home, "plan.json");
    writeFileSync(file, as("taskwarrior"));
    const env = { PATH: process.env["PATH"] ?? "", HOME: home, TASKDATA: home, TASKRC: "/dev/null" };
    const task = (...args: string[]) =>
      spawnSync("task", ["rc.confirmation=off", "rc.verbose=nothing", ...args], { env, encoding: "utf8" });
    task("import", file);
    const first = task("export").stdout;
    expect(JSON.parse(first)).toHaveLength(plan.steps.length);
    task("import", file);
    expect(task("export").stdout).toBe(first);
    expect(JSON.parse(task("status:completed", "export").stdout)).toHaveLength(1);
  });

  test.skipIf(!has("khal"))("khal: a second import changes nothing", () => {
    const home = mkdtempSync(join(tmpdir(), "iw-"));
    const config = join(home, "config");
    writeFileSync(
      config,
      `[calendars]\n[[plan]]\npath = ${home}/plan\n[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`,
    );
    spawnSync("mkdir", [join(home, "plan")]);
    writeFileSync(join(home, "plan.ics"), as("ics"));
    const env = { PATH: process.env["PATH"] ?? "", HOME: home, LC_ALL: "C.UTF-8" };
    const khal = (...args: string[]) => spawnSync("khal", ["-c", config, ...args], { env, encoding: "utf8" });
    const list = (): string => khal("list", "2026-11-01", "2027-12-31", "--format", "{uid} {title}").stdout;
    khal("import", "--batch", "-a", "plan", join(home, "plan.ics"));
    const first = list();
    expect(first).toContain(plan.steps[0]?.uid ?? "");
    khal("import", "--batch", "-a", "plan", join(home, "plan.ics"));
    expect(list()).toBe(first);
  });

  test.skipIf(!has("pandoc"))("pandoc reads the article and a plan as GitHub Markdown", () => {
    const run = (args: string[]) =>
      spawnSync(process.execPath, ["bin/intern-why.cjs", ...args], { encoding: "utf8" }).stdout;
    const html = spawnSync("pandoc", ["-f", "gfm", "-t", "html"], {
      input: run(["checklist", "--general"]),
      encoding: "utf8",
    }).stdout;
    expect(html).toMatch(/<input type="checkbox"/);
    const article = spawnSync("pandoc", ["-f", "markdown", "-t", "plain"], { input: run(["show"]), encoding: "utf8" });
    expect(article.stderr).toBe("");
  });
});
