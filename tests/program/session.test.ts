import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { pty, sitDown } from "../pty.ts";

const DOWN = "\u001b[B";
const UP = "\u001b[A";
const ENTER = "\r";

describe.skipIf(!pty)("the guided session on a terminal", () => {
  test("leads from the first question to a saved, dated checklist", async () => {
    const person = sitDown(["--today", "2026-11-22"]);
    await person.on("What do you study", "nursing");
    await person.on("Nursing and midwifery", ENTER);
    await person.on("What kind of work", DOWN + ENTER);
    await person.on("Where are you right now", DOWN.repeat(2) + ENTER);
    await person.on("What would you most like", `${DOWN.repeat(2)} ${ENTER}`);
    await person.on("Is any of this true", ENTER);
    await person.on("Where would the internship be", DOWN + ENTER);
    await person.on("When would you like to start", DOWN + ENTER);
    await person.on("Make your dated checklist?", ENTER);
    await person.on("How many hours a week", DOWN.repeat(3) + ENTER);
    await person.on("Save it as internship-plan.md", ENTER);
    expect(await person.ended).toBe(0);
    const plan = readFileSync(join(person.folder, "internship-plan.md"), "utf8");
    expect(plan).toContain('"field":"nursing"');
    expect(plan).toContain('"stage":"first-year"');
    expect(plan).toMatch(/by 2026-1[12]-\d\d/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colors begin with ESC
    expect(person.screen().replace(/\u001b\[[0-9;]*m/g, "")).toContain("IS IT WORTH IT?");
    expect(person.screen()).toContain("intern-why checklist --field nursing --track nursing --stage first-year");
  }, 30_000);

  test("among check boxes Enter on a row that leads somewhere goes there", async () => {
    const person = sitDown(["--today", "2026-11-22"]);
    await person.on("What do you study", ENTER);
    await person.on("Where are you right now", ENTER);
    await person.on("What would you most like", DOWN.repeat(9) + ENTER);
    await person.on("Where are you right now", "\u0003");
    expect(await person.ended).toBe(130);
  }, 20_000);

  test("an arrow key that is held does not wear out", async () => {
    const person = sitDown(["--today", "2026-11-22"]);
    await person.on("What do you study", ENTER);
    await person.on("Where are you right now", (DOWN + UP).repeat(100));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await person.on("", DOWN.repeat(2) + ENTER);
    await person.on("First year", "\u0003");
    expect(await person.ended).toBe(130);
  }, 20_000);

  test("a name that cannot be written is asked for again", async () => {
    const person = sitDown(["checklist", "--today", "2026-11-22"]);
    writeFileSync(join(person.folder, "internship-plan.md"), "mine\n");
    for (const question of ["What do you study", "Where are you", "What would you most", "Is any of this true"]) {
      await person.on(question, ENTER);
    }
    for (const question of ["Where would the internship", "When would you like", "How many hours a week"]) {
      await person.on(question, ENTER);
    }
    await person.on("Save it as internship-plan.md", ENTER);
    await person.on("Replace it?", ENTER);
    await person.on("Under which name?", "nosuch/plan.md\r");
    await person.on("Save it under another name?", ENTER);
    await person.on("Under which name?", "plan.md\r");
    expect(await person.ended).toBe(0);
    expect(readFileSync(join(person.folder, "plan.md"), "utf8")).toContain("# Internship plan");
    expect(readFileSync(join(person.folder, "internship-plan.md"), "utf8")).toBe("mine\n");
    expect(person.screen()).toContain("error: cannot write nosuch/plan.md: no such file or folder");
    expect(person.screen()).toContain("To repeat this: intern-why checklist");
  }, 30_000);

  test("an answered question tells no progress, on a narrow screen too", async () => {
    const person = sitDown(["--today", "2026-11-22"], {}, undefined, { cols: 40, rows: 40 });
    await person.on("What do you study", ENTER);
    await person.on("Where are you right now", ENTER);
    await person.on("What would you most like", ENTER);
    await person.on("Is any of this true", "\u0003");
    expect(await person.ended).toBe(130);
    const said = stripVTControlCharacters(person.screen()).replace(/\s+/g, " ");
    expect(said).toMatch(/\? What would you most like to get out of it\? Pick one or two\. \(3 of 6\)/);
    expect(said).toMatch(/✔ What would you most like to get out of it\? Pick one or two\. (?!\()/);
  }, 20_000);

  test("Ctrl-C ends it with 130, and shows the cursor again", async () => {
    const person = sitDown([]);
    await person.on("What do you study", "\u0003");
    expect(await person.ended).toBe(130);
    expect(person.screen()).not.toMatch(/\bat .*:\d+:\d+/);
    expect(person.screen().lastIndexOf("\u001b[?25h")).toBeGreaterThanOrEqual(
      person.screen().lastIndexOf("\u001b[?25l"),
    );
  }, 20_000);

  test("TERM ends it with 143, and shows the cursor again", async () => {
    const person = sitDown([]);
    await person.on("What do you study", "");
    person.kill("SIGTERM");
    expect(await person.ended).toBe(143);
    expect(person.screen().lastIndexOf("\u001b[?25h")).toBeGreaterThanOrEqual(
      person.screen().lastIndexOf("\u001b[?25l"),
    );
  }, 20_000);

  test.each([{ ACCESSIBLE: "1" }, { TERM: "dumb" }])(
    "%j asks in plain numbered lines, without one escape byte",
    async (env) => {
      const person = sitDown(["--today", "2026-11-22"], env);
      await person.on("Type it in your own words", "nursing\r");
      await person.on("Did you mean", "1\r");
      await person.on("Question 2 of", "1\r");
      await person.on("Question 3 of", "99\r");
      await person.on("is no number from", "3\r");
      await person.on("Question 4 of", "3\r");
      await person.on("Question 5 of", "\r");
      await person.on("Question 6 of", "2\r");
      await person.on("Question 7 of", "2\r");
      await person.on("Make your dated checklist?", "n\r");
      expect(await person.ended).toBe(0);
      expect(person.screen()).not.toContain("\u001b");
    },
    20_000,
  );
});
