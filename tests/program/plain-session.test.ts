import { describe, expect, test } from "vitest";
import { pty, sitDown } from "../pty.ts";

const TODAY = ["--today", "2026-11-22"];

describe.skipIf(!pty)("the guided session in accessible mode", () => {
  test.each([
    [["--accessible"], {}, "--accessible was given"],
    [[], { ACCESSIBLE: "1" }, "ACCESSIBLE is set in the environment"],
    [[], { TERM: "dumb" }, "TERM is dumb"],
  ])(
    "%j %j says first that it is on, and why",
    async (args, env, why) => {
      const person = sitDown([...args, ...TODAY], env as Record<string, string>);
      await person.on("Type it in your own words", "\u0004");
      expect(await person.ended).toBe(130);
      expect(person.screen().split("\n")[0]).toContain(`Accessible mode is on, because`);
      expect(person.screen().split("\n")[0]).toContain(why);
    },
    30_000,
  );

  test.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
  ])(
    "%s leaves at any question, with 130 and no trace",
    async (_, key) => {
      const person = sitDown(["--accessible", ...TODAY]);
      await person.on("Type it in your own words", "nursing\r");
      await person.on("Did you mean", "1\r");
      await person.on("Question 2 of", key);
      expect(await person.ended).toBe(130);
      expect(person.screen()).not.toMatch(/\bat .*:\d+:\d+|Error/);
      expect(person.screen()).not.toContain("\u001b");
    },
    30_000,
  );

  test("goes back, refuses in words what is no choice, and finishes early", async () => {
    const person = sitDown(["--accessible", ...TODAY, "--no-pager"]);
    await person.on("Type it in your own words", "nursing\r");
    await person.on("Did you mean", "0\r");
    await person.on('"0" is no number from 1 to', "two\r");
    await person.on('"two" is no number from 1 to', "1\r");
    await person.on("Question 2 of", "\r");
    await person.on("Question 3 of", "10\r"); // go back
    await person.on("Question 2 of", "2\r");
    await person.on("Question 3 of", "3\r");
    await person.on("Question 4 of", "3 99 x\r");
    await person.on('"99" and "x" cannot be chosen: type numbers from 1 to', "3\r");
    await person.on("Question 5 of", "\r");
    await person.on("Question 6 of", "9\r"); // another country
    await person.on("Which country?", "\r");
    await person.on("Question 6 of", "9\r"); // Enter alone led back to the list
    await person.on("Which country?", "France\r");
    await person.on("Question 7 of", "6\r");
    await person.on("On which date?", "yesterday\r");
    await person.on("Please try again: not a date", "2027-06-01\r");
    await person.on("Make your dated checklist? Type yes or no (Enter is yes)", "perhaps\r");
    await person.on('"perhaps" is neither yes nor no.', "y\r");
    await person.on("How many hours a week", "7\r");
    await person.on("How many hours a week?", "-1\r");
    await person.on("Please try again: type a number between", "3\r");
    await person.on("Save it as internship-plan.md", "no\r");
    expect(await person.ended).toBe(0);
    const screen = person.screen();
    expect(screen).not.toContain("\u001b");
    expect(screen).toContain("--field nursing");
    expect(screen).toContain("--country fr --start 2027-06-01 --hours 3");
    expect(screen).toMatch(/To do: .*\r\n/);
  }, 60_000);
});

describe.skipIf(!pty)("the guided session in color", () => {
  test("NO_COLOR and FORCE_COLOR together bring no warning, and no color", async () => {
    const person = sitDown(TODAY, { NO_COLOR: "1", FORCE_COLOR: "1" });
    await person.on("What do you study", "\u0003");
    expect(await person.ended).toBe(130);
    expect(person.screen()).not.toContain("Warning");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: color codes begin with ESC
    expect(person.screen()).not.toMatch(/\u001b\[[0-9;]*m/);
  }, 30_000);
});
