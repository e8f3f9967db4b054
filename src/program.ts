import { Command, Option } from "commander";
import { brief } from "./clean.ts";
import type { DoneFlags } from "./commands/done.ts";
import type { TypedProfile } from "./commands/profile.ts";
import type { ReplanFlags } from "./commands/replan.ts";
import type { SourceFlags } from "./commands/sources.ts";
import type { Context } from "./context.ts";
import { usageError } from "./errors.ts";
import { QUESTIONS } from "./profile/questions.ts";
import { distance } from "./profile/resolve.ts";

/** A flag of the command line: how it is written, and what help says of it. */
interface Flag {
  flags: string;
  help: string;
  many?: boolean;
}

const PROFILE_FLAGS: readonly Flag[] = [
  ...QUESTIONS.map(({ id, value, flagHelp, many }) => ({
    flags: `--${id} <${value}>`,
    help: flagHelp,
    many: many ?? false,
  })),
  { flags: "--busy <from..to>", help: "days without time, as ISO dates; repeatable", many: true },
  { flags: "--profile <file>", help: "read the answers from a file (- for stdin)" },
  { flags: "--save-profile <file>", help: "write the answers to a file" },
];

const OUTPUT_FLAGS: readonly Flag[] = [
  { flags: "--format <name>", help: "text, md or json" },
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
  { flags: "--accessible", help: "plain lines for a screen reader" },
  { flags: "--ask", help: "ask what the flags leave open" },
  { flags: "--no-input", help: "never ask" },
  { flags: "--general", help: "ask nothing, advise for anyone" },
  { flags: "--today <date>", help: "plan as if it were this day" },
  { flags: "--content <folder>", help: "lay a folder of topics over ours" },
  { flags: "--name <text>", help: "the name of the plan" },
];

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
  schema: ["intern-why schema plan"],
};

const collect = (value: string, list: string[] | undefined): string[] => [...(list ?? []), value];

function addFlags(command: Command, flags: readonly Flag[], heading: string): Command {
  for (const { flags: written, help, many } of flags) {
    const option = new Option(written, help).helpGroup(heading);
    if (many) option.argParser(collect);
    command.addOption(option);
  }
  return command;
}

const PLAN_FLAG: Flag = { flags: "--plan <file>", help: "the plan file (internship-plan.md; - for stdin)" };

type Flags = TypedProfile & DoneFlags & ReplanFlags & SourceFlags;
type Action = (context: Context, operands: string[], flags: Flags) => Promise<void>;

interface Spec {
  name: string;
  operands?: string;
  summary: string;
  profile?: boolean;
  /** Flags of its own. */
  own?: readonly Flag[];
  run: Action;
}

/** Every command; each imports its code when it is called. */
const COMMANDS: readonly Spec[] = [
  {
    name: "advise",
    summary: "is it worth it for you, and what you would gain",
    profile: true,
    run: async (context, _, flags) => (await import("./commands/advise.ts")).adviseCommand(flags, context),
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
      const right = parseRightSide(rest);
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
    name: "resolve",
    operands: "<kind> [text...]",
    summary: "what a text means here: field, track, stage, goal, ...",
    run: async (context, [kind = "", ...words], flags) =>
      (await import("./commands/resolve.ts")).resolveCommand(kind, words, flags, context),
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
    name: "schema",
    operands: "<name>",
    summary: "JSON Schema of a JSON output",
    run: async (context, [name], flags) => (await import("./commands/schema.ts")).schema(name ?? "", flags, context),
  },
];

/** Flags that print and end, and need no command. */
const BARE = ["-h", "--help", "-V", "--version"];

/**
 * The command line. commander's own help for a mistyped command does not reach a default command, so the command's
 * name is looked at first (its issue 2208).
 */
export function buildProgram(context: Context, called: string | undefined): Command {
  const program = new Command("intern-why")
    .description("Is an internship worth it for you, why, and what to do by when. Private, offline.")
    .version(context.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureHelp({ helpWidth: 80, showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => context.out.write(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(80, context.out.columns),
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

/** The flags after `--` of `compare`: those about a person, read like any others. */
function parseRightSide(tokens: string[]): TypedProfile {
  const side = new Command("compare").exitOverride().configureOutput({ writeErr: () => undefined });
  addFlags(side, PROFILE_FLAGS, "");
  return side.parse(tokens, { from: "user" }).opts<TypedProfile>();
}

/** Flags and action of a command. Only the one that is called needs them: building them all takes longer than most runs. */
function complete(command: Command, { name, operands, profile, own, run }: Spec, context: Context): void {
  for (const operand of operands?.match(/\[[^\]]*\]|<[^>]*>/g) ?? []) command.argument(operand.replace("-- ", ""));
  if (own) addFlags(command, own, "Options:");
  if (profile) addFlags(command, PROFILE_FLAGS, "About you (all free text, all optional):");
  addFlags(command, OUTPUT_FLAGS, "Output:");
  command.addHelpText("after", `\nExamples:\n${(EXAMPLES[name] ?? []).map((line) => `  ${line}`).join("\n")}`);
  command.action(async () => {
    const values = command.opts<Flags>();
    const content = values.content ?? context.env["INTERN_WHY_CONTENT"];
    await run(context, command.args, { ...values, ...(content ? { content } : {}) });
  });
}

/** Whether a token is one of these flags, and takes the next token as its value. */
function readFlag(token: string, flags: readonly Flag[]): { takesNext: boolean } | undefined {
  const [name] = token.split("=", 1);
  const flag = flags.find(({ flags: written }) => written.split(/,? /).includes(name ?? ""));
  return flag && { takesNext: flag.flags.includes("<") && !token.includes("=") };
}

/**
 * Puts the command first. Output flags may stand before it; profile flags may not, and without a command they belong
 * to `advise`.
 */
export function normalizeArguments(argv: readonly string[]): string[] {
  const leading: string[] = [];
  let profileFlags = false;
  for (let at = 0; at < argv.length; at++) {
    const token = argv[at] as string;
    if (BARE.includes(token))
      return leading.length > 0 ? ["advise", ...leading, ...argv.slice(at)] : [...argv.slice(at)];
    const output = readFlag(token, OUTPUT_FLAGS);
    const flag = output ?? readFlag(token, PROFILE_FLAGS);
    if (flag) {
      profileFlags ||= !output;
      leading.push(token, ...(flag.takesNext ? argv.slice(at + 1, at + 2) : []));
      at += flag.takesNext ? 1 : 0;
    } else if (token === "--" || token.startsWith("-")) {
      return ["advise", ...leading, ...argv.slice(at)];
    } else {
      return [commandNamed(token, profileFlags, argv), ...leading, ...argv.slice(at + 1)];
    }
  }
  return ["advise", ...leading];
}

const MOST_TYPOS = 2;

function commandNamed(token: string, profileFlags: boolean, argv: readonly string[]): string {
  const names = [...COMMANDS.map(({ name }) => name), "help"];
  if (!names.includes(token)) {
    const near = names.find((name) => distance(name, token.slice(0, 40).toLowerCase()) <= MOST_TYPOS);
    throw usageError(
      `no command "${brief(token)}"`,
      near ? `did you mean intern-why ${near}?` : "intern-why --help lists the commands",
    );
  }
  if (!profileFlags) return token;
  const rest = argv.filter((each) => each !== token).map((each) => brief(each));
  throw usageError("flags about you come after the command", `intern-why ${token} ${rest.join(" ")}`);
}
