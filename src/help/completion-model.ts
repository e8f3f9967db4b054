import { brief } from "../clean.ts";
import { BENEFITS, FOLDERS, KINDS } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import { ANSWER_KINDS, refOf, type TopicHead } from "../library/topic.ts";
import { FORMATS } from "./formats.ts";
import { HELP_TOPICS } from "./topics.ts";
import { type CommandShape, type CommandTree, type Flag, flagsOfCommand, partsOf } from "./tree.ts";

/** A word that can be completed, and what it means. Words are ids: they hold no space and no quote. */
export interface Choice {
  word: string;
  says: string;
}

/**
 * What a value or an operand can be: "text" (anything), "file", "folder", a list's name, or words in a row
 * (`text|md|json`).
 */
export type Takes = string;

export interface CompletionFlag {
  names: string[];
  says: string;
  /** Nothing where the flag takes no value. */
  takes?: Takes;
  many: boolean;
}

export interface CompletionCommand extends Choice {
  flags: CompletionFlag[];
  /** One after the other; of many, the last goes on. */
  operands: { takes: Takes; many: boolean }[];
}

/** All that a completion script knows. */
export interface CompletionModel {
  commands: CompletionCommand[];
  lists: Map<string, Choice[]>;
}

/** In this list `field/` leads on to the list "refs", where `field/nursing` stands. */
export const TOPICS = "topics";
export const REFS = "refs";

/** Flags without a command. */
export const BARE_FLAGS: readonly CompletionFlag[] = [
  { names: ["-h", "--help"], says: "print help", many: false },
  { names: ["-V", "--version"], says: "print the version", many: false },
];

/** What completion knows of a command line and its content. @param schemas the names that `schema` takes */
export function completionModel(tree: CommandTree, library: Library, schemas: readonly string[]): CompletionModel {
  const commands = tree.commands.map((command) => ({
    word: command.name,
    says: command.summary,
    flags: flagsOfCommand(command, tree).map((flag) => completionFlag(flag, command)),
    operands: operandsOf(command, schemas),
  }));
  const help = [...HELP_TOPICS.map(({ id, summary }) => choice(id, summary)), choice("man", "the manual page")];
  return {
    commands,
    lists: new Map([["commands", commands], ["help", [...help, ...commands]], ...listsOf(library)]),
  };
}

const choice = (word: string, says: string): Choice => ({ word, says: brief(says, 120) });

const FLAG_VALUES: Readonly<Record<string, Takes>> = {
  "--start": "summer|autumn|fall|winter|spring",
  "--color": "auto|always|never",
  "--cite": "bibtex|csl-json|ris",
  "--benefit": "benefit",
  "--kind-of-study": "study",
};

function completionFlag(flag: Flag, command: CommandShape): CompletionFlag {
  const { names, value } = partsOf(flag);
  const known = { names, says: flag.help, many: flag.many ?? false };
  return value === undefined ? known : { ...known, takes: flagTakes(names.at(-1) ?? "", value, command) };
}

function flagTakes(name: string, value: string, command: CommandShape): Takes {
  if (name === "--format") return FORMATS[command.name]?.join("|") ?? "text";
  const answer = ANSWER_KINDS.find((kind) => name === `--${kind}`);
  return answer ?? FLAG_VALUES[name] ?? (value === "file" || value === "folder" ? value : "text");
}

/** By their place. */
const OPERANDS: Readonly<Record<string, readonly Takes[]>> = {
  show: [TOPICS],
  explain: [TOPICS],
  list: ["kinds"],
  sources: ["fact"],
  done: ["action"],
  resolve: [ANSWER_KINDS.join("|")],
  content: ["check|new", "folder"],
  completion: ["bash|zsh|fish|powershell"],
  help: ["help"],
};

function operandsOf({ name, operands = "" }: CommandShape, schemas: readonly string[]): CompletionCommand["operands"] {
  const known = name === "schema" ? [schemas.join("|")] : OPERANDS[name];
  return (operands.match(/\[[^\]]*\]|<[^>]*>/g) ?? []).map((written, at) => ({
    takes: known?.[at] ?? "text",
    many: written.includes("..."),
  }));
}

function listsOf(library: Library): [string, Choice[]][] {
  const { heads } = library;
  const kinds = KINDS.map((kind) => ({ kind, of: heads.filter((head) => head.kind === kind) }));
  const folders = kinds.map(({ kind, of }) => choice(FOLDERS[kind], `${of.length} topics`));
  const stems = kinds.map(({ kind, of }) => choice(`${kind}/`, `${of.length} topics`));
  const bare = heads.filter((head, at) => heads.findIndex(({ id }) => id === head.id) === at);
  return [
    ...kinds.map(({ kind, of }): [string, Choice[]] => [kind, choices(of)]),
    ["concern", [...choices(heads.filter(({ kind }) => kind === "concern")), choice("none", "none of these is true")]],
    ["benefit", choices(heads.filter(({ kind, id }) => kind === "section" && BENEFITS.some((each) => each === id)))],
    ["kinds", folders],
    ["study", studies(library)],
    [TOPICS, [...choices(bare), ...stems]],
    [REFS, heads.map((head) => choice(refOf(head), head.summary))],
  ];
}

const choices = (heads: readonly TopicHead[]): Choice[] => heads.map(({ id, summary }) => choice(id, summary));

/** Kinds of study in one word, and what their findings can bear. */
function studies(library: Library): Choice[] {
  const facts = library.all("fact");
  const words = [...new Set(facts.flatMap(({ study, strength }) => [study, strength]))].filter((word) =>
    /^[a-z-]+$/.test(word),
  );
  return words.sort().map((word) => {
    const count = facts.filter(({ study, strength }) => study.includes(word) || strength === word).length;
    return choice(word, `${count} facts`);
  });
}
