import { lazyPattern } from "../lazy-pattern.ts";
import { NOT_NARROW } from "./narrow.ts";

/** How many columns text takes. Plain Latin is counted here; for the rest a library is loaded first. */

/** The table of widths; as long as it is missing, every letter counts as one column. */
let measure: ((text: string) => number) | undefined;

/** Call with a text before drawing it: loads the table if it holds letters of another width than one column. */
export async function prepareWidths(text: string): Promise<void> {
  if (NOT_NARROW.test(text)) measure ??= (await import("./string-width.ts")).stringWidth;
}

/**
 * Call with a text after drawing it: whether its widths are right. Where they are not, because it holds letters of
 * another width and the table was missing, the table is there now, and it has to be drawn again.
 */
export async function widthsHold(drawn: string): Promise<boolean> {
  const known = measure;
  await prepareWidths(drawn);
  return measure === known;
}

export function widthOf(text: string): number {
  const bare = text.includes("\u001b") ? text.replace(CODES(), "") : text;
  return !measure || !NOT_NARROW.test(bare) ? bare.length : measure(bare);
}

/** Fills with spaces on the right up to a width. */
export const padEnd = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)));

/** The longest beginning of a text that takes at most `width` columns, and the rest. No letter is cut. */
export function cutAt(text: string, width: number): [start: string, rest: string] {
  if (!measure || !NOT_NARROW.test(text)) return [text.slice(0, width), text.slice(width)];
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    if (widthOf(text.slice(0, index + segment.length)) > width) break;
    end = index + segment.length;
  }
  return [text.slice(0, end), text.slice(end)];
}

/**
 * Breaks text between words into lines of at most `width` columns. A longer word stands alone and runs over, unless it
 * is written without spaces, as Chinese and Japanese are: that breaks between any two letters.
 */
export function wrap(text: string, width: number): string[] {
  if (!measure && !text.includes("\u001b"))
    return wrapPlain(text.replace(/[ \t]*[\n\t][ \n\t]*| {2,}/g, " ").replace(/^ | $/g, ""), width);
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const words = text.split(/[ \n\t]+/);
  for (const word of measure ? words.flatMap((each) => parts(each, width)) : words) {
    if (!word) continue;
    const size = widthOf(word);
    if (line && used + 1 + size > width) {
      lines.push(line);
      line = word;
      used = size;
    } else {
      line = line ? `${line} ${word}` : word;
      used += size + (used > 0 ? 1 : 0);
    }
  }
  if (line) lines.push(line);
  return lines;
}

/** Line by line instead of word by word, where a letter is a column. */
function wrapPlain(text: string, width: number): string[] {
  const lines: string[] = [];
  for (let rest = text; rest; ) {
    let end = rest.length <= width ? rest.length : rest.lastIndexOf(" ", width);
    if (end < 0) end = rest.indexOf(" ");
    if (end < 0) end = rest.length;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end + 1);
  }
  return lines;
}

/** The code of a color or of a hyperlink. */
const CODE = "(?:\\u001b\\[[0-9;]*m|\\u001b\\]8;[^\\u001b]*\\u001b\\\\)";
const CODES = lazyPattern(CODE, "g");
const STYLED = lazyPattern(`^(${CODE}*)([^\\u001b]*)(${CODE}*)$`, "u");
const UNSPACED = lazyPattern(
  ["Han", "Hiragana", "Katakana", "Thai", "Hangul"].map((script) => `\\p{Script=${script}}`).join("|"),
  "u",
);

/** A word that is too long for a line, cut where it may be; each piece keeps the style that is around it. */
function parts(word: string, width: number): string[] {
  const styled = !UNSPACED().test(word) || widthOf(word) <= width ? null : STYLED().exec(word);
  if (!styled) return [word];
  const [, open = "", bare = "", close = ""] = styled;
  const pieces: string[] = [];
  for (let rest = bare; rest; ) {
    const [start, more] = cutAt(rest, width);
    pieces.push(open + (start || rest) + close);
    rest = start ? more : "";
  }
  return pieces;
}
