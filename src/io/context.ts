import type { Context } from "../context.ts";
import { files, readUpTo } from "./files.ts";
import { readLines } from "./lines.ts";
import { page } from "./pager.ts";
import { isTerminal, openOutput } from "./streams.ts";

const LARGEST_STDIN = 16_000_000;
const MS_PER_DAY = 86_400_000;

/** The real world, as commands see it. @param library opens the bundled content */
export function openContext(version: string, library: Context["library"]): Context {
  let stdin: string | undefined;
  // A run that lasts past midnight goes by one day.
  let today: number | undefined;
  const context: Context = {
    out: openOutput(1),
    err: openOutput(2),
    env: process.env,
    page,
    get stdinIsTerminal() {
      return isTerminal(0);
    },
    readStdin: () => (stdin ??= readUpTo(0, LARGEST_STDIN, "stdin")),
    stdinLines: () => readLines(0),
    today: () => (today ??= localDay()),
    library,
    files,
    prompter: async ({ accessible, color, breakLines }) => {
      const plain = accessible || process.env["TERM"] === "dumb";
      if (plain) return (await import("./prompt-plain.ts")).createPlainPrompter();
      // A copy from here on, since what the library of the prompts reads is changed.
      context.env = { ...process.env };
      decideColor(color);
      return (await import("./prompt-inquirer.ts")).createInquirerPrompter(color, breakLines);
    },
    version,
  };
  return context;
}

/** Tells the library of the prompts, which colors as it loads; both variables at once make Node warn. */
function decideColor(color: boolean): void {
  delete process.env[color ? "NO_COLOR" : "FORCE_COLOR"];
  process.env[color ? "FORCE_COLOR" : "NO_COLOR"] = "1";
}

/** The day on the wall of the person who runs it, as a day number. */
function localDay(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MS_PER_DAY;
}
