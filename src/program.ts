import { brief } from "./clean.ts";
import type { DoneFlags } from "./commands/done.ts";
import type { TypedProfile } from "./commands/profile.ts";
import type { ReplanFlags } from "./commands/replan.ts";
import type { SourceFlags } from "./commands/sources.ts";
import type { Context } from "./context.ts";
import { usageError } from "./errors.ts";
import { type CommandShape, type Flag, flagsOfCommand } from "./help/tree.ts";
import { QUESTIONS } from "./profile/questions.ts";

export const PROFILE_FLAGS: readonly Flag[] = [
  ...QUESTIONS.map(({ id, value, flagHelp, many }) => ({
    flags: `--${id} <${value}>`,
    help: flagHelp,
    many: many ?? false,
  })),
  { flags: "--interview <date>", help: "the day of an interview that is agreed" },
  { flags: "--offer <date>", help: "the day by which you answer an offer" },
  { flags: "--busy <from..to>", help: "days without time, as ISO dates; repeatable", many: true },
  { flags: "--profile <file>", help: "read the answers from a file (- for stdin)" },
  { flags: "--resume <file>", help: "read what is clear from a JSON Resume (- for stdin)" },
  { flags: "--save-profile <file>", help: "write the answers to a file" },
];

export const OUTPUT_FLAGS: readonly Flag[] = [
  { flags: "--format <name>", help: "text, md, json; csv, ics, ics-todo, todotxt, taskwarrior, html for plans" },
  { flags: "--json", help: "short for --format json" },
  { flags: "--md", help: "short for --format md" },
  { flags: "-o, --output <file>", help: "write to a file" },
  { flags: "--force", help: "replace a file that exists" },
  { flags: "--full", help: "all benefits and passages" },
  { flags: "--all", help: "every step that applies" },
  { flags: "--how", help: "how to do each step" },
  { flags: "--width <columns>", help: "20 to 200" },
  { flags: "--color <when>", help: "auto, always or never" },
  { flags: "--no-pager", help: "never page long text" },
  { flags: "--accessible", help: "plain lines for a screen reader; also ACCESSIBLE=1" },
  { flags: "--ask", help: "ask what the flags leave open" },
  { flags: "--no-input", help: "never ask" },
  { flags: "--general", help: "ask nothing, advise for anyone" },
  { flags: "--today <date>", help: "plan as if it were this day" },
  { flags: "--content <folder>", help: "lay a folder of topics over ours" },
  { flags: "--name <text>", help: "the name of the plan" },
  { flags: "--no-profile", help: "keep your answers out of the plan file", plainNo: true },
];

const PLAN_FLAG: Flag = { flags: "--plan <file>", help: "the plan file (internship-plan.md; - for stdin)" };

type Flags = TypedProfile & DoneFlags & ReplanFlags & SourceFlags;
type Action = (context: Context, operands: string[], flags: Flags) => Promise<void>;

export interface Spec extends CommandShape {
  run: Action;
}

/** Every command; each imports its code when it is called. */
export const COMMANDS: readonly Spec[] = [
  {
    name: "advise",
    summary: "is it worth it for you, and what you would gain",
    profile: true,
    run: async (context, _, flags) =>
      Object.keys(flags).length === 0
        ? (await import("./commands/guide.ts")).guide(context)
        : (await import("./commands/advise.ts")).adviseCommand(flags, context),
  },
  {
    name: "checklist",
    summary: "your dated action checklist",
    profile: true,
    run: async (context, _, flags) => (await import("./commands/checklist.ts")).checklistCommand(flags, context),
  },
  {
    name: "show",
    operands: "[topic...]",
    summary: "print sections or any topic; the whole article by default",
    run: async (context, topics, flags) => (await import("./commands/show.ts")).show(topics, flags, context),
  },
  {
    name: "list",
    operands: "[kind]",
    summary: "topics: id, title, summary",
    run: async (context, [kind], flags) => (await import("./commands/list.ts")).list(kind, flags, context),
  },
  {
    name: "search",
    operands: "<words...>",
    summary: "find topics and passages",
    run: async (context, words, flags) => (await import("./commands/search.ts")).search(words, flags, context),
  },
  {
    name: "explain",
    operands: "[id...]",
    summary: "why it was chosen for you: answer, rule, claim, source",
    profile: true,
    run: async (context, ids, flags) => (await import("./commands/explain.ts")).explainCommand(ids, flags, context),
  },
  {
    name: "compare",
    operands: "[-- flags...]",
    summary: "two situations side by side; the right side changes the left",
    profile: true,
    run: async (context, rest, flags) => {
      const right = readRightSide(rest, context);
      return (await import("./commands/compare.ts")).compareCommand({ ...flags, right }, context);
    },
  },
  {
    name: "sources",
    operands: "[fact...]",
    summary: "the evidence: source, kind of study, strength, caveat",
    own: [
      { flags: "--benefit <id>", help: "facts on one benefit" },
      { flags: "--kind-of-study <text>", help: "experiment, review, survey, causal, ..." },
      { flags: "--stale", help: "only laws and visa rules past their review date" },
      { flags: "--cite <format>", help: "bibtex, csl-json or ris" },
    ],
    run: async (context, ids, flags) => (await import("./commands/sources.ts")).sourcesCommand(ids, flags, context),
  },
  {
    name: "next",
    summary: "what to do now, what is late",
    own: [PLAN_FLAG],
    run: async (context, _, flags) => (await import("./commands/next.ts")).nextCommand(flags, context),
  },
  {
    name: "done",
    operands: "[step...]",
    summary: "tick steps of a plan",
    own: [
      PLAN_FLAG,
      { flags: "--undo", help: "open them again" },
      { flags: "--from <file>", help: "take what another tool reports finished (- for stdin)" },
    ],
    run: async (context, names, flags) => (await import("./commands/done.ts")).doneCommand(names, flags, context),
  },
  {
    name: "replan",
    summary: "re-date the open steps from today; ticks and your own lines stay",
    profile: true,
    own: [PLAN_FLAG, { flags: "--dry-run", help: "only say what would move" }],
    run: async (context, _, flags) => (await import("./commands/replan.ts")).replanCommand(flags, context),
  },
  {
    name: "export",
    summary: "a plan file in another format",
    own: [PLAN_FLAG],
    run: async (context, _, flags) => (await import("./commands/export.ts")).exportCommand(flags, context),
  },
  {
    name: "resolve",
    operands: "<kind> [text...]",
    summary: "what a text means here: field, track, stage, goal, ...",
    run: async (context, [kind = "", ...words], flags) =>
      (await import("./commands/resolve.ts")).resolveCommand(kind, words, flags, context),
  },
  {
    name: "content",
    operands: "<check|new> [folder|kind] [id]",
    summary: "check a content folder of your own, or begin a topic in it",
    run: async (context, operands, flags) =>
      (await import("./commands/content.ts")).contentCommand(operands, flags, context),
  },
  {
    name: "completion",
    operands: "<shell>",
    summary: "the completion script of bash, zsh, fish or powershell",
    run: async (context, [shell = ""], flags) =>
      (await import("./commands/completion.ts")).completionCommand(shell, TREE, flags, context),
  },
  {
    name: "schema",
    operands: "[name]",
    summary: "JSON Schema of a JSON output",
    run: async (context, [name], flags) => (await import("./commands/schema.ts")).schema(name, flags, context),
  },
  {
    name: "help",
    operands: "[command|topic]",
    summary: "print help for a command or a topic",
    run: async (context, [topic = ""], flags) =>
      (await import("./commands/help.ts")).helpCommand(topic, TREE, flags, context),
  },
];

export const TREE = { commands: COMMANDS, profile: PROFILE_FLAGS, output: OUTPUT_FLAGS };

/** What a command line says, once its command is known. */
export interface Line {
  operands: string[];
  flags: Flags;
  /** Answers that were given twice with different words: the last one counts. */
  overridden: string[];
}

/**
 * Reads a command line without commander, which takes longer to load than most runs take. Whatever is not plainly
 * right (an unknown flag, a missing value, a wrong number of operands, a call for help) gives undefined: then commander
 * reads the line, and explains it.
 */
export function readLine(
  spec: Pick<Spec, "operands" | "profile" | "own">,
  tokens: readonly string[],
): Line | undefined {
  const known = flagsOfCommand(spec, TREE);
  const operands: string[] = [];
  const flags: Record<string, unknown> = {};
  const overridden: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as string;
    if (token === "--") {
      operands.push(...tokens.slice(at + 1));
      break;
    }
    if (token === "-" || !token.startsWith("-")) {
      operands.push(token);
      continue;
    }
    const flag = findFlag(token, known);
    if (!flag) return undefined;
    const given = token.includes("=") ? token.slice(token.indexOf("=") + 1) : undefined;
    if (!flag.takesValue) {
      if (given !== undefined) return undefined;
      flags[flag.key] = !flag.negative;
      continue;
    }
    const value = given ?? tokens[++at];
    if (value === undefined) return undefined;
    if (isAnswer(flag.key) && !flag.many && (flags[flag.key] ?? value) !== value) overridden.push(flag.key);
    flags[flag.key] = flag.many ? [...((flags[flag.key] as string[]) ?? []), value] : value;
  }
  return fits(operands.length, spec.operands ?? "") ? { operands, flags: flags as Flags, overridden } : undefined;
}

const isAnswer = (key: string): boolean => PROFILE_FLAGS.some(({ flags }) => flags.startsWith(`--${key} `));

/** Whether a number of operands is what `<kind> [text...]` allows. */
function fits(count: number, operands: string): boolean {
  if (operands === "") return count === 0;
  const least = operands.match(/</g)?.length ?? 0;
  const most = operands.includes("...") ? Number.POSITIVE_INFINITY : (operands.match(/[<[]/g)?.length ?? 0);
  return count >= least && count <= most;
}

function findFlag(token: string, known: readonly Flag[]) {
  const [name = ""] = token.split("=", 1);
  if (/[ ,]/.test(name)) return undefined;
  const flag = known.find((each) => isCalled(each, name));
  if (!flag || (token.includes("=") && !name.startsWith("--"))) return undefined;
  const [long = ""] = flag.flags.slice(flag.flags.indexOf("--") + 2).split(" ", 1);
  const negative = long.startsWith("no-") && !flag.plainNo;
  const [first = "", ...others] = (negative ? long.slice("no-".length) : long).split("-");
  const key = first + others.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  return { key, negative, takesValue: flag.flags.includes("<"), many: flag.many ?? false };
}

/** Whether `name` stands in `-o, --output <file>` as a whole word. Every flag is asked for every token: no regex. */
function isCalled({ flags }: Flag, name: string): boolean {
  const at = flags.indexOf(name);
  const isWhole = at === 0 || flags[at - 1] === " ";
  return at >= 0 && isWhole && [undefined, " ", ","].includes(flags[at + name.length]);
}

/** The flags after `--`, with which `compare` changes the others; null when there are none. */
function readRightSide(tokens: readonly string[], context: Context): Flags | null {
  if (tokens.length === 0) return null;
  const line = readLine({ profile: true }, tokens);
  if (!line)
    throw usageError(
      `"${brief(tokens.join(" "))}" after -- is not understood`,
      "there stand flags about you or for the output, such as -- --hours 6",
    );
  warnOfOverridden(line.overridden, context);
  return line.flags;
}

/** Flags that print and end, and need no command. */
const BARE = ["-h", "--help", "-V", "--version"];

/** A command line with its command in front. */
export interface Normalized {
  command: string;
  rest: string[];
  /** Flags about the person stood before the command, where they are refused. */
  misplaced: boolean;
}

/**
 * Puts the command first. Output flags may stand before it; profile flags may not, and without a command they belong
 * to `advise`.
 */
export function normalizeArguments(argv: readonly string[]): Normalized {
  const leading: string[] = [];
  let misplaced = false;
  for (let at = 0; at < argv.length; at++) {
    const token = argv[at] as string;
    if (BARE.includes(token) && leading.length === 0)
      return { command: token, rest: argv.slice(at + 1), misplaced: false };
    if (!token.startsWith("-")) return { ...helpAsFlag(token, [...leading, ...argv.slice(at + 1)]), misplaced };
    const output = findFlag(token, OUTPUT_FLAGS);
    const flag = output ?? findFlag(token, PROFILE_FLAGS);
    if (!flag) return { command: "advise", rest: [...leading, ...argv.slice(at)], misplaced: false };
    const takesNext = flag.takesValue && !token.includes("=");
    misplaced ||= !output;
    leading.push(token, ...(takesNext ? argv.slice(at + 1, at + 2) : []));
    at += takesNext ? 1 : 0;
  }
  return { command: "advise", rest: leading, misplaced: false };
}

/** `help` is `--help`, and `help show` is `show --help`; `help formats` is a topic. */
function helpAsFlag(command: string, rest: string[]): Pick<Normalized, "command" | "rest"> {
  const [name, ...others] = rest;
  if (command === "help" && name === undefined) return { command: "--help", rest: [] };
  if (command !== "help" || !COMMANDS.some((each) => each.name === name)) return { command, rest };
  return { command: name as string, rest: [...others, "--help"] };
}

function warnOfOverridden(overridden: Line["overridden"], { err }: Context): void {
  for (const key of new Set(overridden)) err.write(`warning: --${key} was given twice; the last one counts\n`);
}

/** Runs a command with what its line says. */
export async function runCommand(spec: Spec, { operands, flags, overridden }: Line, context: Context): Promise<void> {
  warnOfOverridden(overridden, context);
  const content = flags.content ?? context.env["INTERN_WHY_CONTENT"];
  await spec.run(context, operands, content ? { ...flags, content } : flags);
}
