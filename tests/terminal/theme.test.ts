import { describe, expect, test } from "vitest";
import { lex } from "../../src/library/lex.ts";
import { markdownText } from "../../src/terminal/markdown-text.ts";
import { createTheme, type Look } from "../../src/terminal/theme.ts";
import { iw } from "../world.ts";

/** xterm's eight base colors, which most terminals begin with. */
const XTERM = ["000000", "cd0000", "00cd00", "cdcd00", "0000ee", "cd00cd", "00cdcd", "e5e5e5"];

/** The contrast of two colors as WCAG 2 counts it, from 1 to 21. */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const codesOf = (text: string): number[] =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: color codes begin with ESC
  [...text.matchAll(/\u001b\[(\d+)m/g)].map((match) => Number(match[1]));
const theme = createTheme({ color: true, hyperlinks: false, accessible: false });
const styles = Object.entries(theme).flatMap(([name, style]) =>
  typeof style === "function" ? [[name, (style as (text: string) => string)("word")] as const] : [],
);

describe("the theme", () => {
  test.each(styles)("%s can be read on black and on white", (_, text) => {
    for (const code of codesOf(text)) {
      expect(code, "dim").not.toBe(2);
      expect(code, "bright, or a background").toBeLessThan(40);
      const color = XTERM[code - 30];
      if (!color) continue;
      expect(contrast(color, "000000")).toBeGreaterThan(3);
      expect(contrast(color, "ffffff")).toBeGreaterThan(3);
    }
  });

  test.each([
    "advise --field nursing --goal clarity --start 2027-06-01",
    "checklist --field nursing --start 2027-06-01",
    "show",
    "list",
    "explain clarity --field nursing --goal clarity",
  ])("%s says the same without color", async (line) => {
    const argv = [...line.split(" "), "--format", "text"];
    const [plain, colored] = [await iw(argv), await iw([...argv, "--color", "always"])];
    expect(colored.out).toContain("\u001b[");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: color codes begin with ESC
    expect(colored.out.replace(/\u001b\[\d+m/g, "")).toBe(plain.out);
  });

  test("every word is styled on its own, or a broken line would color its indent", () => {
    expect(theme.strong("two words").split(" ").map(codesOf)).toEqual([
      [1, 22],
      [1, 22],
    ]);
  });
});

describe("a file", () => {
  test("gets no color and no width of the terminal it was made on", async () => {
    const at = async (columns: number, env = {}) =>
      (await iw(["show", "networking", "-o", "a.txt"], { terminal: true, columns, env })).files["a.txt"];
    expect(await at(40)).toBe(await at(100, { FORCE_COLOR: "1" }));
    expect(await at(40)).not.toContain("\u001b");
  });
});

test("words that are taken back are told from others, in color, without, and read aloud", () => {
  const draw = (look: Partial<Look>): string => {
    const theme = createTheme({ color: false, hyperlinks: false, accessible: false, ...look });
    return markdownText(lex("Bring ~~two copies~~ one copy."), theme, 80);
  };
  expect(draw({})).toBe("Bring ~~two copies~~ one copy.\n");
  expect(draw({ accessible: true })).toBe("Bring (struck out: two copies) one copy.\n");
  expect(draw({ color: true })).toBe("Bring \u001b[9mtwo\u001b[29m \u001b[9mcopies\u001b[29m one copy.\n");
});
