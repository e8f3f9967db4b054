/**
 * Foreign text made harmless: control characters but newline and tab, C1, bidirectional overrides and the byte order
 * mark are dropped, lone surrogates replaced. For every string that is not our own before it is shown or exported.
 */
export function clean(text: string): string {
  return toWellFormed(text).replace(HOSTILE, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
const HOSTILE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const toWellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** Foreign text for a message: harmless, on one line, shortened to `most` characters. */
export function brief(text: string, most = 60): string {
  const line = clean(text.slice(0, most * 4))
    .replace(/\s+/g, " ")
    .trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
