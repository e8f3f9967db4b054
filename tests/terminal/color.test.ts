import { expect, test } from "vitest";
import { wantsColor } from "../../src/terminal/color.ts";

test.each([
  ["auto", {}, true, true],
  ["auto", {}, false, false],
  ["auto", { NO_COLOR: "1" }, true, false],
  ["auto", { NO_COLOR: "" }, true, true], // empty counts as not set
  ["auto", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  ["auto", { FORCE_COLOR: "1" }, false, true],
  ["auto", { FORCE_COLOR: "0" }, true, false],
  ["auto", { CLICOLOR_FORCE: "1" }, false, true],
  ["auto", { CLICOLOR_FORCE: "0" }, false, false],
  ["auto", { CLICOLOR: "0" }, true, false],
  ["auto", { TERM: "dumb" }, true, false],
  ["auto", { TERM: "dumb", FORCE_COLOR: "1" }, true, true],
  ["always", { NO_COLOR: "1" }, false, true],
  ["never", { FORCE_COLOR: "1" }, true, false],
] as const)("--color %s, %j, terminal %s: %s", (flag, env, isTerminal, expected) => {
  expect(wantsColor(flag, env, isTerminal)).toBe(expected);
});
