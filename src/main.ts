import { brief } from "./clean.ts";
import type { Context } from "./context.ts";
import { AppError, EXIT_CODES, usageError } from "./errors.ts";
import { COMMANDS, normalizeArguments, readLine, runCommand } from "./program.ts";

/**
 * Runs a command line and returns its exit code. The one place where errors become text and codes.
 * @param argv the arguments after the program's name
 */
export async function run(argv: readonly string[], context: Context): Promise<number> {
  try {
    if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
      context.out.write(`${context.version}\n`);
      return 0;
    }
    const normalized = normalizeArguments(argv);
    const spec = normalized.misplaced ? undefined : COMMANDS.find(({ name }) => name === normalized.command);
    const line = spec && readLine(spec, normalized.rest);
    if (spec && line) await runCommand(spec, line, context);
    else await (await import("./commander.ts")).runWithCommander(normalized, context);
    return 0;
  } catch (error) {
    return report(error, context);
  }
}

function report(error: unknown, context: Context): number {
  const { name } = error as Error;
  if (name === "ReaderGone") return 0;
  const code = (error as { code?: string }).code ?? "";
  if (["commander.helpDisplayed", "commander.help", "commander.version"].includes(code)) return 0;
  const known = toAppError(error, code);
  context.err.write(known.kind === "interrupted" ? "\n" : describe(known));
  if (context.env["INTERN_WHY_DEBUG"] === "1") context.err.write(`${(error as Error).stack}\n`);
  return EXIT_CODES[known.kind];
}

function toAppError(error: unknown, code: string): AppError {
  if ((error as Error).name === "AppError") return error as AppError;
  const { name, message } = error as Error;
  if (name === "ExitPromptError") return new AppError("interrupted", "interrupted");
  if (code.startsWith("commander.")) return fromCommander(message);
  const cause = code === "ENOSPC" ? "the disk is full" : brief(message ?? String(error), 300);
  return new AppError("failed", cause, code === "ENOSPC" ? undefined : "set INTERN_WHY_DEBUG=1 to see where");
}

/** commander's message, with its suggestion as our hint. */
function fromCommander(message: string): AppError {
  const suggestion = /\n\((Did you mean [^\n]*)\)$/.exec(message);
  const problem = message.slice(0, suggestion?.index).replace(/^error: /, "");
  return usageError(brief(problem, 200), suggestion?.[1] ?? "add --help to see what the command takes");
}

const describe = ({ problems, hint }: AppError): string =>
  [...problems.map((problem) => `error: ${problem}\n`), hint ? `hint: ${hint}\n` : ""].join("");
