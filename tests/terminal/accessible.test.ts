import { describe, expect, test } from "vitest";
import { accessibleBecause } from "../../src/terminal/accessible.ts";
import { iw } from "../world.ts";

describe("accessible mode is on", () => {
  test.each([
    [{ accessible: true }, {}, "--accessible"],
    [{ accessible: true }, { ACCESSIBLE: "0" }, "--accessible"],
    [{}, { ACCESSIBLE: "1" }, "ACCESSIBLE"],
    [{}, { ACCESSIBLE: "true" }, "ACCESSIBLE"],
    [{}, { ACCESSIBLE: "y" }, "ACCESSIBLE"],
    [{}, { TERM: "dumb" }, "TERM is dumb"],
  ])("%j %j", (flags, env, because) => {
    expect(accessibleBecause(flags, env as Record<string, string>, true)).toContain(because);
  });

  test.each([
    [{}, {}],
    [{}, { ACCESSIBLE: "" }],
    [{}, { ACCESSIBLE: "0" }],
    [{}, { ACCESSIBLE: "False" }],
    [{}, { ACCESSIBLE: "no" }],
    [{}, { ACCESSIBLE: "off" }],
    [{ color: "always" }, { TERM: "dumb" }],
    [{}, { TERM: "dumb", FORCE_COLOR: "1" }],
  ])("but not with %j %j", (flags, env) => {
    expect(accessibleBecause(flags, env as Record<string, string>, true)).toBeUndefined();
  });

  test("a dumb terminal matters only where a terminal is", () => {
    expect(accessibleBecause({}, { TERM: "dumb" }, false)).toBeUndefined();
  });
});

const NURSING =
  "--field nursing --stage first-year --goal clarity --concern confidence --country us --start 2027-06-01 --hours 4".split(
    " ",
  );

describe("read aloud", () => {
  const plan = async () => (await iw(["checklist", ...NURSING, "--md"])).out;
  const hear = async ([command = "", ...rest]: string[]): Promise<string> => {
    const files = { "internship-plan.md": await plan() };
    const { code, out, err } = await iw([command, "--accessible", ...rest], {
      terminal: true,
      files,
      env: { FORCE_COLOR: "1" },
    });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    return out;
  };

  test.each([
    ["advise", ...NURSING],
    ["advise", ...NURSING, "--full"],
    ["checklist", ...NURSING, "--how"],
    ["show"],
    ["list"],
    ["search", "visa"],
    ["sources", "--benefit", "resume"],
    ["explain", ...NURSING],
    ["compare", ...NURSING, "--", "--hours", "2"],
    ["next"],
    ["replan", "--dry-run"],
    ["resolve", "field", "mech eng"],
  ])("%s has no escape byte, no bar, no box, no line of signs, no marks for a list", async (...argv) => {
    const text = await hear(argv);
    expect(text).not.toContain("\u001b");
    expect(text).not.toMatch(/##|\[[ x]\]|==|\||->|\[\d+\](?!:)/);
    expect(text).not.toMatch(/^ *[-*+] /m);
    // Beside the indent, no run of spaces holds columns apart.
    expect(text).not.toMatch(/\S {3,}\S/);
    expect(text).not.toMatch(/\b[A-Z]{2,} [A-Z]{2,} [A-Z]{2,}/);
  });

  test("a bar is points, a box is words, the timeline is a list by week", async () => {
    expect(await hear(["advise", ...NURSING])).toMatch(
      /Career Clarity: \d points \(goal 3, stage 2\); thinly tested\./,
    );
    const text = await hear(["checklist", ...NURSING]);
    expect(text).toMatch(/^To do: .*; by \d+ December 2026, \d+ hours?\.$/m);
    expect(text).toMatch(/^Week of 23 November 2026: /m);
  });

  test("a row of a table is a sentence that begins with what it is about", async () => {
    const text = await hear(["compare", ...NURSING, "--", "--hours", "2"]);
    expect(text).toMatch(/^Conclusion: left: Worth it.*; right: Worth it.*\.$/m);
  });
});
