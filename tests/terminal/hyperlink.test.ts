import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hyperlink, supportsHyperlinks } from "../../src/terminal/hyperlink.ts";
import { widthOf } from "../../src/terminal/width.ts";
import { iw } from "../world.ts";

describe("where hyperlinks are shown", () => {
  test.each([
    [{}, false],
    [{ TERM: "xterm-256color" }, false],
    [{ TERM_PROGRAM: "iTerm.app" }, true],
    [{ TERM_PROGRAM: "WezTerm" }, true],
    [{ TERM_PROGRAM: "vscode" }, true],
    [{ TERM_PROGRAM: "ghostty" }, true],
    [{ TERM_PROGRAM: "Apple_Terminal" }, false],
    [{ VTE_VERSION: "6003" }, true],
    [{ VTE_VERSION: "4601" }, false],
    [{ WT_SESSION: "9b1f" }, true],
    [{ KITTY_WINDOW_ID: "1" }, true],
    [{ TERM: "xterm-kitty" }, true],
    [{ TERM: "alacritty" }, true],
    [{ DOMTERM: "version=3" }, true],
    [{ VTE_VERSION: "6003", CI: "true" }, false],
    [{ VTE_VERSION: "6003", TMUX: "/tmp/tmux" }, false],
    [{ VTE_VERSION: "6003", TERM: "screen-256color" }, false],
    [{ VTE_VERSION: "6003", TERM: "dumb" }, false],
    [{ VTE_VERSION: "6003", FORCE_HYPERLINK: "0" }, false],
    [{ FORCE_HYPERLINK: "1", TMUX: "/tmp/tmux" }, true],
    [{ FORCE_HYPERLINK: "1", TERM: "dumb" }, false],
    [{ FORCE_HYPERLINK: "" }, false],
  ])("%j: %s", (env, expected) => {
    expect(supportsHyperlinks(env as Record<string, string>, true, true)).toBe(expected);
    expect(supportsHyperlinks(env as Record<string, string>, false, true), "in a pipe").toBe(false);
    expect(supportsHyperlinks(env as Record<string, string>, true, false), "without color").toBe(false);
  });
});

describe("a hyperlink", () => {
  test("nothing in an address can end its code", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", size: "max", maxLength: 60 }), (tail) => {
        const text = hyperlink("word", `https://example.org/${tail}`);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the code begins and ends with ESC
        expect(text).toMatch(/^\u001b\]8;;https:[!-~]*\u001b\\word\u001b\]8;;\u001b\\$/);
        expect(widthOf(text)).toBe(4);
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  test("what is encoded already stays", () => {
    expect(hyperlink("x", "https://example.org/a%20b?q=é")).toContain(";;https://example.org/a%20b?q=%C3%A9\u001b");
  });

  test.each(["javascript:alert(1)", "file:///etc/passwd", "", "example.org"])(
    "%s is no web address: text",
    (address) => {
      expect(hyperlink("word", address)).toBe("word");
    },
  );
});

describe("commands", () => {
  const LINK = "\u001b]8;;https://";
  const world = { terminal: true, env: { VTE_VERSION: "6003" } };

  test("the sources of a text lead to where they stand", async () => {
    const { out } = await iw(["show", "networking"], world);
    expect(out).toContain(LINK);
    expect(out).toContain("Rajkumar");
  });

  test.each([
    [{ ...world, terminal: false }, ["--format", "text"]],
    [{ ...world, terminal: false }, ["--format", "text", "--color", "always"]],
    [{ ...world, env: { ...world.env, NO_COLOR: "1" } }, []],
    [world, ["--color", "never"]],
    [world, ["--accessible"]],
    [world, ["--json"]],
    [world, ["--md"]],
  ])("%j %j: no link", async (where, flags) => {
    expect((await iw(["show", "networking", ...flags], where)).out).not.toContain("\u001b]8");
  });
});
