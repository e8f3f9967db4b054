import type { Environment } from "./color.ts";

/** From these versions on (VTE counts 0.50 as 5000). */
const FIRST_VTE = 5000;
const PROGRAMS = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "zed"];
const TERMS = /^(xterm-kitty|xterm-ghostty|alacritty|foot|wezterm|contour)/;
const OTHERS = ["WT_SESSION", "KITTY_WINDOW_ID", "DOMTERM", "KONSOLE_VERSION", "GHOSTTY_RESOURCES_DIR"];

/**
 * Whether a terminal shows hyperlinks (OSC 8). Only where text is colored, and never in a pipe. FORCE_HYPERLINK says
 * yes or, with 0, no; without it a terminal has to be one that is known, and neither a build log nor inside tmux or
 * screen, which may pass the codes on to one that prints them.
 */
export function supportsHyperlinks(env: Environment, isTerminal: boolean, color: boolean): boolean {
  if (!isTerminal || !color || env["TERM"] === "dumb") return false;
  const forced = env["FORCE_HYPERLINK"];
  if (forced) return forced !== "0" && forced !== "false";
  if (env["CI"] || env["TMUX"] || env["STY"] || /^(screen|tmux)/.test(env["TERM"] ?? "")) return false;
  return (
    PROGRAMS.includes(env["TERM_PROGRAM"] ?? "") ||
    TERMS.test(env["TERM"] ?? "") ||
    Number(env["VTE_VERSION"]) >= FIRST_VTE ||
    OTHERS.some((name) => env[name])
  );
}

/** Text that opens an address. What is no web address stays text. */
export function hyperlink(text: string, address: string): string {
  const safe = safeAddress(address);
  return safe === undefined ? text : `\u001b]8;;${safe}\u001b\\${text}\u001b]8;;\u001b\\`;
}

/** Percent-encoded, so that nothing in it can end the code and begin another. */
function safeAddress(address: string): string | undefined {
  if (!/^(https?|mailto):/i.test(address)) return undefined;
  // Not encodeURI: what is encoded already stays as it is.
  return address.replace(/[^\u0021-\u007e]/gu, (letter) => {
    try {
      return encodeURIComponent(letter);
    } catch {
      return "";
    }
  });
}
