import { describe, expect, test } from "vitest";
import { wantsColor } from "../../src/terminal/color.ts";
import { iw } from "../world.ts";

/** What no-color.org, force-color.org and bixense.com/clicolors say, and what we decide where they are silent. */
test.each([
  ["auto", {}, true, true],
  ["auto", {}, false, false],
  // no-color.org: set and not empty, whatever the value
  ["auto", { NO_COLOR: "1" }, true, false],
  ["auto", { NO_COLOR: "0" }, true, false],
  ["auto", { NO_COLOR: "" }, true, true],
  // force-color.org: the same the other way round; Node's 0 and false mean off
  ["auto", { FORCE_COLOR: "1" }, false, true],
  ["auto", { FORCE_COLOR: "3" }, false, true],
  ["auto", { FORCE_COLOR: "true" }, false, true],
  ["auto", { FORCE_COLOR: "" }, false, false],
  ["auto", { FORCE_COLOR: "" }, true, true],
  ["auto", { FORCE_COLOR: "0" }, true, false],
  ["auto", { FORCE_COLOR: "false" }, true, false],
  ["auto", { FORCE_COLOR: "0", CLICOLOR_FORCE: "1" }, false, false],
  // bixense.com/clicolors
  ["auto", { CLICOLOR: "1" }, true, true],
  ["auto", { CLICOLOR: "1" }, false, false],
  ["auto", { CLICOLOR: "0" }, true, false],
  ["auto", { CLICOLOR_FORCE: "1" }, false, true],
  ["auto", { CLICOLOR_FORCE: "0" }, false, false],
  ["auto", { CLICOLOR_FORCE: "0" }, true, true],
  ["auto", { CLICOLOR_FORCE: "" }, false, false],
  ["auto", { CLICOLOR_FORCE: "1", CLICOLOR: "0" }, false, true],
  // no beats force; what forces beats a dumb terminal
  ["auto", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  ["auto", { NO_COLOR: "1", CLICOLOR_FORCE: "1" }, true, false],
  ["auto", { NO_COLOR: "", FORCE_COLOR: "1" }, false, true],
  ["auto", { TERM: "dumb" }, true, false],
  ["auto", { TERM: "dumb", FORCE_COLOR: "1" }, true, true],
  ["auto", { TERM: "dumb", CLICOLOR_FORCE: "1" }, true, true],
  ["auto", { TERM: "dumb", CLICOLOR: "1" }, true, false],
  // the flag decides before all
  ["always", { NO_COLOR: "1" }, false, true],
  ["always", { TERM: "dumb" }, true, true],
  ["always", { FORCE_COLOR: "0" }, false, true],
  ["never", { FORCE_COLOR: "1" }, true, false],
  ["never", { CLICOLOR_FORCE: "1" }, false, false],
] as const)("--color %s, %j, terminal %s: %s", (flag, env, isTerminal, expected) => {
  expect(wantsColor(flag, env, isTerminal)).toBe(expected);
});

describe("where color may be", () => {
  const color = { env: { FORCE_COLOR: "1" } };
  test.each(["md", "json", "csv", "ics", "todotxt", "html"])("never in %s", async (format) => {
    const { out } = await iw(["checklist", "--general", "--format", format, "--color", "always"], color);
    expect(out).not.toContain("\u001b");
  });

  test("in a pipe only when text is asked for too", async () => {
    expect((await iw(["list"], color)).out).not.toContain("\u001b");
    expect((await iw(["list", "--format", "text"], color)).out).toContain("\u001b");
  });

  test("each stream decides for itself: forced color on a pipe, none in its errors", async () => {
    const { err } = await iw(["show", "nothing"], { ...color, terminal: true });
    expect(err).toMatch(/^error: /);
  });

  test("another word than auto, always, never is refused", async () => {
    expect((await iw(["list", "--color", "yes"])).err).toContain('--color: "yes" is not auto, always or never');
  });
});
