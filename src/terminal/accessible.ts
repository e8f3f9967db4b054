import { type ColorFlag, type Environment, wantsColor } from "./color.ts";

/** What ACCESSIBLE may say to mean no; any other value means yes. */
const OFF = ["", "0", "false", "no", "off"];

/**
 * Why a run speaks in plain lines, for a screen reader; undefined when it does not. A dumb terminal that is asked for
 * color is told apart from one that can only append lines.
 */
export function accessibleBecause(
  flags: { accessible?: boolean; color?: string },
  env: Environment,
  isTerminal: boolean,
): string | undefined {
  if (flags.accessible) return "--accessible was given";
  if (!OFF.includes((env["ACCESSIBLE"] ?? "").trim().toLowerCase())) return "ACCESSIBLE is set in the environment";
  const isDumb = isTerminal && env["TERM"] === "dumb";
  if (!isDumb || wantsColor((flags.color ?? "auto") as ColorFlag, env, isTerminal)) return undefined;
  return "this terminal prints lines and no more (TERM is dumb)";
}
