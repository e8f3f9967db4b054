/** How many columns text takes. Plain Latin is counted here; for the rest a library is loaded first. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: color codes begin with ESC
const CODES = /\u001b\[[0-9;]*m|\u001b\]8;;[^\u0007]*\u0007/g;
/** Letters and signs that take one column each. */
const NARROW =
  /^[\u0020-\u007e\u00a0-\u02ff\u0370-\u03ff\u0400-\u04ff\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u21ff\u2500-\u25ff\u2713\u2717\n\t]*$/;

let measure = (text: string): number => text.length;
/** All that will be drawn is known to be narrow, so nothing needs a second look. */
let isNarrow = false;

/** Call with all the text before drawing it: loads the table of wide and combining characters if it holds any. */
export async function prepareWidths(text: string): Promise<void> {
  isNarrow = NARROW.test(text);
  if (!isNarrow) measure = (await import("./string-width.ts")).stringWidth;
}

export function widthOf(text: string): number {
  const bare = text.includes("\u001b") ? text.replace(CODES, "") : text;
  return isNarrow || NARROW.test(bare) ? bare.length : measure(bare);
}

/** Fills with spaces on the right up to a width. */
export const padEnd = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)));

/** Breaks text between words into lines of at most `width` columns; a longer word stands alone and runs over. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(/[ \n\t]+/)) {
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
