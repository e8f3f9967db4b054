import { Command, Option } from "commander";
import { brief } from "./clean.ts";
import type { Context } from "./context.ts";
import { usageError } from "./errors.ts";
import { distance } from "./profile/resolve-typos.ts";
import {
  COMMANDS,
  type Flag,
  type Line,
  type Normalized,
  OUTPUT_FLAGS,
  PROFILE_FLAGS,
  runCommand,
  type Spec,
} from "./program.ts";
import { fitHelp, helpLayout } from "./terminal/help-text.ts";

/** The command tree for commander: it prints help, and explains a line that could not be read. */

const EXAMPLES: Record<string, string[]> = {
  advise: ["intern-why", "intern-why advise --field nursing --stage first-year --goal clarity"],
  checklist: ["intern-why checklist --field computing --start summer --hours 4", "intern-why checklist > plan.md"],
  show: ["intern-why show | cat", "intern-why show networking skills --json"],
  list: ["intern-why list", "intern-why list fields"],
  search: ["intern-why search visa hours"],
  explain: ["intern-why explain clarity --field nursing --goal clarity", "intern-why explain conclusion --general"],
  compare: ["intern-why compare --field nursing --start summer --hours 2 -- --hours 6"],
  sources: ["intern-why sources --benefit resume", "intern-why sources --cite bibtex"],
  resolve: ['intern-why resolve field "mech eng"', "intern-why resolve field - --json"],
  next: ["intern-why next", "intern-why next --plan summer.md --json"],
  done: ["intern-why done goals", "task export | intern-why done --from -"],
  replan: ["intern-why replan --dry-run", "intern-why replan --hours 6"],
  export: ["intern-why export --format ics -o plan.ics"],
  content: ["intern-why content new action visit-the-fair", "intern-why content check ."],
  schema: ["intern-why schema plan"],
};

const collect = (value: string, list: string[] | undefined): string[] => [...(list ?? []), value];

function addFlags(command: Command, flags: readonly Flag[], heading: string): Command {
  for (const { flags: written, help, many, plainNo } of flags) {
    const option = new Option(written, help).helpGroup(heading);
    if (plainNo) option.negate = false;
    if (many) option.argParser(collect);
    command.addOption(option);
  }
  return command;
}

const MOST_TYPOS = 2;

/** Reads a normalized command line with commander, and runs it. @throws what is wrong with it, with a hint */
export async function runWithCommander({ command, rest, misplaced }: Normalized, context: Context): Promise<void> {
  const names = [...COMMANDS.map(({ name }) => name), "help"];
  if (!names.includes(command) && !command.startsWith("-")) {
    const near = names.find((name) => distance(name, command.slice(0, 40).toLowerCase()) <= MOST_TYPOS);
    const hint = near ? `did you mean intern-why ${near}?` : "intern-why --help lists the commands";
    throw usageError(`no command "${brief(command)}"`, hint);
  }
  if (misplaced) {
    throw usageError(
      "flags about you come after the command",
      `intern-why ${command} ${rest.map((token) => brief(token)).join(" ")}`,
    );
  }
  await buildProgram(context, command).parseAsync([command, ...rest], { from: "user" });
}

const NARROWEST = 20;
const WIDEST = 80;

/** @param called the command that will run: only it gets its flags, `help` needs them all */
function buildProgram(context: Context, called: string): Command {
  const columns = Math.max(NARROWEST, Math.min(WIDEST, context.out.columns));
  const program = new Command("intern-why")
    .description("Is an internship worth it for you, why, and what to do by when. Private, offline.")
    .version(context.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureHelp({ ...helpLayout(columns), showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => context.out.write(fitHelp(text, columns)),
      writeErr: () => undefined,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const spec of COMMANDS) {
    const command = program.command(spec.name).description(spec.summary);
    if (called === spec.name || called === "help") complete(command, spec, context);
  }
  program.addHelpText("after", `\nWithout a command: advise. Exit codes: 0 done, 1 failed, 2 usage.`);
  return program;
}

function complete(command: Command, spec: Spec, context: Context): void {
  for (const operand of spec.operands?.match(/\[[^\]]*\]|<[^>]*>/g) ?? []) command.argument(operand.replace("-- ", ""));
  if (spec.own) addFlags(command, spec.own, "Options:");
  if (spec.profile) addFlags(command, PROFILE_FLAGS, "About you (all free text, all optional):");
  addFlags(command, OUTPUT_FLAGS, "Output:");
  const examples = (EXAMPLES[spec.name] ?? []).map((line) => `  ${line}`).join("\n");
  command.addHelpText("after", `\nExamples:\n${examples}`);
  command.action(() => runCommand(spec, { operands: command.args, flags: command.opts<Line["flags"]>() }, context));
}
