/**
 * Not one of the letters and signs that take one column each: a soft hyphen, a combining mark, a small square that is an
 * emoji. Codes of color and hyperlinks consist of none.
 */
export const NOT_NARROW =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it begins the codes
  /[^\u001b\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u04ff\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u21ff\u23ce\u2500-\u25fc\u2713\u2714\u2717\u276f\n\t]/;
