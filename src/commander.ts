import { Command, Option } from "commander";
import { brief } from "./clean.ts";
import type { Context } from "./context.ts";
import { usageError } from "./errors.ts";
import { EXAMPLES, INSTALL, SCHEMA_NAMES } from "./help/examples.ts";
import { HELP_TOPICS } from "./help/topics.ts";
import { type Flag, partsOf } from "./help/tree.ts";
import { distance } from "./profile/resolve-typos.ts";
import { COMMANDS, type Line, type Normalized, OUTPUT_FLAGS, PROFILE_FLAGS, runCommand, type Spec } from "./program.ts";
import { fitHelp, helpLayout } from "./terminal/help-text.ts";

/** The command tree for commander: it prints help, and explains a line that could not be read. */

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
  const names = COMMANDS.map(({ name }) => name);
  if (!names.includes(command) && !command.startsWith("-")) {
    const near = names.find((name) => distance(name, command.slice(0, 40).toLowerCase()) <= MOST_TYPOS);
    const hint = near ? `did you mean intern-why ${near}?` : "intern-why --help lists the commands";
    throw usageError(`no command "${brief(command)}"`, hint);
  }
  if (misplaced) {
    const takesThem = COMMANDS.find(({ name }) => name === command)?.profile;
    if (!takesThem) throw usageError(`${brief(command)} takes no flags about you`, `intern-why help ${brief(command)}`);
    throw usageError(
      "flags about you come after the command",
      `intern-why ${command} ${rest.map((token) => brief(token)).join(" ")}`,
    );
  }
  await buildProgram(context, command).parseAsync([command, ...rest], { from: "user" });
}

const NARROWEST = 20;
const WIDEST = 80;

/** @param called the command that will run: only it gets its flags */
function buildProgram(context: Context, called: string): Command {
  const columns = Math.max(NARROWEST, Math.min(WIDEST, context.out.columns));
  const program = new Command("intern-why")
    .description("Is an internship worth it for you, why, and what to do by when. Private, offline.")
    .version(context.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureHelp({ ...helpLayout(columns), showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => context.out.write(fitHelp(text, columns)),
      writeErr: () => undefined,
      // Left to itself, commander opens stdout as a stream, which takes a tenth of a start.
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const spec of COMMANDS) {
    const command = program.command(spec.name).description(spec.summary);
    if (called === spec.name) complete(command, spec, context);
  }
  program.addHelpText("after", () => `\n${whereToFindMore()}`);
  return program;
}

function whereToFindMore(): string {
  const longNames = (flags: readonly Flag[]): string => flags.map((flag) => partsOf(flag).names.at(-1)).join(", ");
  return [
    `Without a command: advise. Flags about you, after the command: ${longNames(PROFILE_FLAGS)}.`,
    `Flags for every command: ${longNames(OUTPUT_FLAGS)}.`,
    `intern-why help <command> explains the flags of a command and shows examples. Help topics: ${HELP_TOPICS.map(({ id }) => id).join(", ")}, man.`,
    "Exit codes: 0 done, 1 failed, 2 usage.",
  ].join("\n\n");
}

function complete(command: Command, spec: Spec, context: Context): void {
  for (const operand of spec.operands?.match(/\[[^\]]*\]|<[^>]*>/g) ?? []) command.argument(operand.replace("-- ", ""));
  if (spec.own) addFlags(command, spec.own, "Options:");
  if (spec.profile) addFlags(command, PROFILE_FLAGS, "About you (all free text, all optional):");
  addFlags(command, OUTPUT_FLAGS, "Output:");
  if (spec.name === "completion") command.addHelpText("after", installation);
  if (spec.name === "schema") command.addHelpText("after", `\nNames:\n${indented(SCHEMA_NAMES)}`);
  command.addHelpText("after", `\nExamples:\n${indented(EXAMPLES[spec.name] ?? [])}`);
  command.action(() =>
    runCommand(spec, { operands: command.args, flags: command.opts<Line["flags"]>(), overridden: [] }, context),
  );
}

const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join("\n");

const installation = (): string =>
  `\nTo install it, once (after an update, write the script again):\n${Object.entries(INSTALL)
    .map(([shell, lines]) => `  # ${shell}\n${indented(lines)}`)
    .join("\n")}`;
