import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { KINDS } from "../src/library/kinds.ts";
import { problemText } from "../src/library/parse.ts";
import { checkContent } from "../tools/content-problems.ts";
import { gradeOf } from "../tools/content-quality.ts";

const { topics, files, all } = checkContent("content/en");

describe("every topic keeps the rules of schema, links, wording, evidence and length", () => {
  test.each(files.map(({ file }) => file))("%s", (file) => {
    expect(all.filter((problem) => problem.file === file).map(problemText)).toEqual([]);
  });

  test("and no file is left out", () => {
    expect(all.filter((problem) => !files.some(({ file }) => file === problem.file)).map(problemText)).toEqual([]);
  });
});

describe("the catalog", () => {
  test.each([
    ["section", 9],
    ["field", 25],
    ["track", 29],
    ["stage", 8],
    ["goal", 8],
    ["concern", 19],
    ["country", 9],
    ["alternative", 8],
    ["action", 85],
    ["fact", 120],
  ] as const)("has its %ss: at least %i", (kind, least) => {
    expect(topics.filter((topic) => topic.kind === kind).length).toBeGreaterThanOrEqual(least);
  });

  test("has titles of a column a letter: prompts draw them without a table of widths", () => {
    for (const { title } of topics) expect([title, stringWidth(title)]).toEqual([title, title.length]);
  });

  test("reads easily: the median grade is at most 9", () => {
    const grades = topics
      .map(gradeOf)
      .filter(Boolean)
      .sort((a, b) => a - b);
    expect(grades[grades.length >> 1]).toBeLessThanOrEqual(9);
  });

  test("every track and alternative is named by some topic", () => {
    const named = new Set(
      topics.flatMap((topic) => [
        ...(topic.kind === "field" ? topic.tracks.map((id) => `track/${id}`) : []),
        ...("instead" in topic ? topic.instead.map((id) => `alternative/${id}`) : []),
      ]),
    );
    for (const kind of ["track", "alternative"] as const) {
      for (const { id } of topics.filter((topic) => topic.kind === kind))
        expect(named, `${kind}/${id}`).toContain(`${kind}/${id}`);
    }
  });

  test("the kinds of the folders are the kinds of the program", () => {
    expect(new Set(topics.map((topic) => topic.kind))).toEqual(new Set(KINDS));
  });
});
