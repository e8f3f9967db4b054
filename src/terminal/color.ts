export type ColorFlag = "auto" | "always" | "never";
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether a stream gets color. A flag decides before the environment; NO_COLOR before what forces it, and an empty
 * variable counts as not set (no-color.org, force-color.org, bixense.com/clicolors).
 */
export function wantsColor(flag: ColorFlag, env: Environment, isTerminal: boolean): boolean {
  if (flag !== "auto") return flag === "always";
  if (env["NO_COLOR"]) return false;
  const forced = env["FORCE_COLOR"];
  if (forced) return forced !== "0" && forced !== "false";
  if (env["CLICOLOR_FORCE"] && env["CLICOLOR_FORCE"] !== "0") return true;
  return isTerminal && env["TERM"] !== "dumb" && env["CLICOLOR"] !== "0";
}
