/** Texts that attack a terminal, a reader or a parser; each carries the marker by which it is found again. */
export const MARKER = "mark7";

const chr = String.fromCodePoint;

export const HOSTILE_TEXTS: Record<string, string> = {
  "color (CSI)": `${chr(0x1b)}[31m${MARKER}${chr(0x1b)}[0m`,
  "cursor and erasing (CSI)": `${MARKER}${chr(0x1b)}[2J${chr(0x1b)}[H${chr(0x1b)}[3A`,
  "a link (OSC 8)": `${chr(0x1b)}]8;;https://evil.example${chr(0x1b)}\\${MARKER}${chr(0x1b)}]8;;${chr(7)}`,
  "the clipboard (OSC 52)": `${chr(0x1b)}]52;c;cm0gLXJm${chr(7)}${MARKER}`,
  "a window's title (OSC 0)": `${chr(0x1b)}]0;evil${chr(7)}${MARKER}`,
  "a device string (DCS)": `${chr(0x1b)}P+q544e${chr(0x1b)}\\${MARKER}`,
  "eight-bit controls (C1)": `${chr(0x9b)}31m${MARKER}${chr(0x9d)}0;evil${chr(0x9c)}${chr(0x85)}`,
  "backspaces and returns": `evil${"\b".repeat(4)}${MARKER}\rcovered${chr(0x7f)}`,
  "direction overrides": `${chr(0x202e)}evil${chr(0x202c)}${MARKER}${chr(0x2066)}x${chr(0x2069)}`,
  "a NUL": `${MARKER}${chr(0)}after`,
  "lone surrogates": `${MARKER}\ud800 and \udfff`,
  "hidden tag letters": `${MARKER}${[..."rm -rf"].map((letter) => chr(0xe0000 + letter.charCodeAt(0))).join("")}`,
  "line separators": `${MARKER}${chr(0x2028)}error: forged${chr(0x2029)}x`,
  "new lines": `${MARKER}\nerror: forged\r\nhint: forged`,
  markup: `${MARKER}<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) \`x\` **b** <!-- -->`,
  "a formula": `=HYPERLINK("http://evil.example";"${MARKER}")`,
  "calendar properties": `${MARKER};X=1,2\nEND:VTODO\nBEGIN:VTODO\\n`,
  "todo.txt keys": `${MARKER} +project @context due:2020-01-01 x uid:1`,
};

/** What never stands raw on a terminal or in a file of ours. A return stands only before a new line. */
export const RAW =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the tests are about them
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]|\r(?!\n)|\p{Surrogate}/u;

/** Output without the colors and links that are our own: what is left of an escape then is foreign. */
export const withoutOwnColors = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the tests are about them
  text.replace(/\u001b\[(?:[0-9]|[1-4][0-9]|9[0-7])(?:;[0-9]+)*m|\u001b\]8;;(?:https:[!-~]*)?(?:\u001b\\|\u0007)/g, "");
