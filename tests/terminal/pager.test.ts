import { describe, expect, test } from "vitest";
import { choosePager, type Viewer } from "../../src/terminal/pager.ts";
import { iw } from "../world.ts";

const LONG = "line\n".repeat(30);
const SITS: Viewer = { wanted: true, isTerminal: true, attended: true, columns: 80, rows: 24 };

describe("the pager", () => {
  test.each([
    ["less by default", {}, {}, ["less"]],
    ["PAGER, split on spaces", {}, { PAGER: "more  -d" }, ["more", "-d"]],
    ["quotes and variables have no meaning", {}, { PAGER: "less '-R' $X" }, ["less", "'-R'", "$X"]],
    ["INTERN_WHY_PAGER before PAGER", {}, { INTERN_WHY_PAGER: "bat", PAGER: "more" }, ["bat"]],
    ["an empty one means none", {}, { INTERN_WHY_PAGER: "", PAGER: "more" }, undefined],
    ["so do spaces", {}, { PAGER: "  " }, undefined],
    ["and cat", {}, { PAGER: "cat" }, undefined],
    ["--no-pager, a guided session, a screen reader", { wanted: false }, { PAGER: "more" }, undefined],
    ["never in a pipe", { isTerminal: false }, { PAGER: "more" }, undefined],
    ["never on a dumb terminal", {}, { TERM: "dumb", PAGER: "more" }, undefined],
    ["a screen of unknown height", { rows: 0 }, {}, undefined],
    ["less where nobody could leave it", { attended: false }, {}, undefined],
    ["a named one there all the same", { attended: false }, { PAGER: "more" }, ["more"]],
  ])("%s", (_, viewer, env, expected) => {
    expect(choosePager(LONG, { ...SITS, ...viewer }, env as Record<string, string>)).toEqual(expected);
  });

  test.each([
    [23, undefined],
    [24, ["less"]],
  ])("%s lines on 24 rows", (lines, expected) => {
    expect(choosePager("line\n".repeat(lines), SITS, {})).toEqual(expected);
  });

  test("a line that is wider than the screen takes several rows", () => {
    expect(choosePager(`${"x".repeat(80)}\n`.repeat(12), { ...SITS, columns: 40 }, {})).toEqual(["less"]);
  });
});

describe("a command", () => {
  const paged = async (argv: string[], world: Parameters<typeof iw>[1] = {}) => {
    const calls: string[] = [];
    const page = (text: string): boolean => calls.push(text) > 0;
    const result = await iw(argv, { terminal: true, rows: 24, page, ...world });
    return { ...result, calls };
  };

  test("shows long text through it, and prints nothing itself", async () => {
    const { calls, out, code } = await paged(["show"]);
    expect(calls).toHaveLength(1);
    expect({ out, code }).toEqual({ out: "", code: 0 });
  });

  test("prints the text when it did not run", async () => {
    const { out } = await paged(["show"], { page: () => false });
    expect(out).toContain("mentors, colleagues and leaders");
  });

  test.each([
    [["show", "networking"], {}],
    [["show", "--no-pager"], {}],
    [["show", "--accessible"], {}],
    [["show"], { env: { ACCESSIBLE: "1" } }],
    [["show"], { terminal: false }],
    [["show", "-o", "article.txt"], {}],
  ])("%j, %j: not paged", async (argv, world) => {
    expect((await paged(argv, world)).calls).toEqual([]);
  });
});
