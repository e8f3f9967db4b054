/**
 * Foreign text made harmless, for every string that is not our own before it is shown or exported. Dropped are control
 * characters but newline and tab, C1, what overrides or isolates direction, deprecated format characters, the byte
 * order mark, and tag characters, which hide text from people but not from programs. Line and paragraph separators,
 * which only some readers take for line ends, become spaces; lone surrogates are replaced. Direction marks, joiners and
 * zero-width spaces stay: Arabic, Hebrew, Persian, Hindi, Thai and emoji are written with them, and they move nothing.
 */
export function clean(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return toWellFormed(text).replace(HOSTILE, (letter) => (SEPARATORS.includes(letter) ? " " : ""));
}

/** Whether a text can hold any of these: quick to look for, since it knows no code points beyond 16 bits. */
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufeff]/;

const SEPARATORS = "\u2028\u2029";
const HOSTILE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

const toWellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** Foreign text for a message: harmless, on one line, shortened to `most` characters. */
export function brief(text: string, most = 60): string {
  const line = clean(text.slice(0, most * 4))
    .replace(/\s+/g, " ")
    .trim();
  return line.length > most ? `${toWellFormed(line.slice(0, most - 1)).replace(/\ufffd$/, "")}…` : line;
}

/** JSON in which what is hostile stands as escapes: a reader gets the same values, a terminal shows harmless letters. */
export function escapeJson(json: string): string {
  if (!SUSPECT.test(json)) return json;
  return json.replace(HOSTILE, (letter) =>
    letter
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
