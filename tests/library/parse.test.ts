import { describe, expect, test } from "vitest";
import { type Problem, parseTopic } from "../../src/library/parse.ts";

const GOOD = `---
title: Nursing and midwifery
summary: Clinical placements come with the course.
aliases: [nursing, krankenpflege]
codes: { cip: ["51.38"], isced-f: ["0913"] }
tracks: [nursing, research]
favors: { confidence: 2, experience: 1 }
because: Placements are part of your course.
reviewed: 2026-11-22
---
Opening passage.

## Real-World Experience
On a ward.
`;

const problemsOf = (text: string): Problem[] => parseTopic("field", "nursing", "fields/nursing.md", text).problems;
const says = (text: string): string[] =>
  problemsOf(text).map(({ line, message, remedy }) => `${line}: ${message}: ${remedy}`);

describe("a topic's file", () => {
  test("is front matter and a body; one because may stand for all weights", () => {
    const { topic } = parseTopic("field", "nursing", "nursing.md", GOOD);
    expect(topic).toMatchObject({ kind: "field", id: "nursing", because: "Placements are part of your course." });
    expect(topic?.markdown).toBe("Opening passage.\n\n## Real-World Experience\nOn a ward.");
  });

  test("may have a byte order mark and Windows line ends", () => {
    expect(problemsOf(`\ufeff${GOOD.replaceAll("\n", "\r\n")}`)).toEqual([]);
  });

  test.each([
    [GOOD.replace("tracks:", "tracs:"), ['6: unknown key "tracs": remove it']],
    [GOOD.replace("confidence: 2", "confidence: 7"), ["7: favors.confidence:"]],
    [GOOD.replace("reviewed: 2026-11-22", "reviewed: soon"), ["9: reviewed: expected a date"]],
    [GOOD.replace("title: Nursing", "title: [Nursing"), ["3: Flow sequence"]],
    ["no front matter", ["1: no front matter"]],
    [GOOD.replace("title: Nursing and midwifery", "title: &a Nursing"), ["2: YAML anchors"]],
    [GOOD.replace("[nursing, research]", "[*1, research]").replace("title: N", "title: &1 N"), ["2: YAML anchors"]],
    [GOOD.replace("title: Nursing and midwifery", `title: ${"[".repeat(3_000)}`), ["2: nested more than 40 deep"]],
    [GOOD.replace("tracks:", "__proto__: { a: 1 }\ntracks:"), ['6: unknown key "__proto__"']],
    [GOOD.replace("tracks:", '"a\\nb": 1\ntracks:'), ['6: unknown key "a b": remove it']],
    [`${GOOD}${"1. ".repeat(200)} deep`, ["15: nested more than 40 deep"]],
    [`${GOOD}\n\n${"*a_".repeat(2_000)}`, ["17: more than 1000 signs of markup: part it by empty lines"]],
    [`${GOOD}${"x".repeat(50_000)}`, ["1: larger than 50000 characters"]],
    [`${GOOD}${">".repeat(200)} deep`, ["15: nested more than 40 deep"]],
  ])("names line and remedy (%#)", (text, expected) => {
    const found = says(text);
    for (const message of expected) expect(found.join("\n")).toContain(message);
  });

  test("control characters do not get in", () => {
    const { topic } = parseTopic("field", "x", "x.md", GOOD.replace("On a ward.", "On\u001b[31m a\u202e ward."));
    expect(topic?.markdown).toContain("On[31m a ward.");
  });

  test("nor do they by an escape of YAML", () => {
    const text = GOOD.replace("Nursing and midwifery", '"\\e[31mNursing\\u202e\\x9b\\0"');
    expect(parseTopic("field", "x", "x.md", text).topic?.title).toBe("[31mNursing");
  });
});
