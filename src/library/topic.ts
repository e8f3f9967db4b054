import type { Benefit, Kind } from "./kinds.ts";
import type { FrontMatter } from "./schemas.ts";

/** What every topic has, read from one Markdown file. */
interface Written {
  id: string;
  /** The body, without front matter: CommonMark with footnote references `[^fact-id]`. */
  markdown: string;
  /** The content folder it came from, when that is not the bundled one. */
  origin?: string;
}

/** What is read out of an action's body once, since every checklist prints it. */
interface Body {
  why: string;
  how: string[];
}

export type Topic<K extends Kind = Kind> = {
  [P in K]: Written & { kind: P } & FrontMatter<P> & (P extends "action" ? Body : unknown);
}[K];

/** A topic that speaks about a person's answer, and so may favor benefits, make points, set conditions. */
export type AnswerKind = "field" | "track" | "stage" | "goal" | "concern" | "country";
export const ANSWER_KINDS: readonly AnswerKind[] = ["field", "track", "stage", "goal", "concern", "country"];
export type AnswerTopic = Topic<AnswerKind>;

/** A topic's head: what `list` prints and `resolve` reads. */
export type TopicHead = Pick<Written, "id" | "origin"> & {
  kind: Kind;
  title: string;
  summary: string;
  aliases: string[];
  order: number;
  /** A field's codes in CIP 2020 (`51.38`) and ISCED-F 2013 (`0913`), a country's in ISO 3166 (`de`, `deu`). */
  codes?: string[];
};

/** What selecting and dating a checklist look at in every action; its words are read for the steps that are shown. */
export type ActionTerms = Pick<
  Topic<"action">,
  | "id"
  | "title"
  | "phase"
  | "priority"
  | "when"
  | "unless"
  | "after"
  | "gates"
  | "effort"
  | "due"
  | "latest"
  | "wait"
  | "facts"
>;

type Conditional = Pick<Topic<"alternative">, "when" | "unless">;

/** What conclusion and ranking look at in every answer; its words are read for the answers that a person gave. */
export interface AnswerTerms {
  kind: AnswerKind;
  id: string;
  title: string;
  /** What a goal's person wants, in the second person. */
  you?: string;
  favors: AnswerTopic["favors"];
  /** `proven`: it rests on a fact of grade A or B. */
  case: (Conditional & { rule: string; weight: number; proven: boolean })[];
  stop?: Conditional;
  conditions: (Conditional & { text: string; facts: string[]; cap: boolean })[];
  /** The tracks of a field, the usual one first. */
  tracks?: string[];
}

/** A fact as a reader needs it: the finding, how sure it is, and where it stands. */
export interface Source {
  id: string;
  title: string;
  summary: string;
  caveat: string;
  study: string;
  strength: string;
  grade: string;
  country: string;
  /** For a law or visa rule: the day by which it was to be checked again. */
  reviewBy?: string;
  /** ISO codes; empty when international. */
  countries: string[];
  year: string;
  authors: string;
  published: string;
  url: string;
}

export interface FactTerms {
  /** How it is cited in a line: `Inceoglu 2019`. */
  label: string;
  source: Source;
}

/** The kinds that have terms. */
export type TermsKind = AnswerKind | "action" | "fact";
/** What a topic comes down to where its words do not matter. */
export type Terms<K extends TermsKind = TermsKind> = K extends "action"
  ? ActionTerms
  : K extends "fact"
    ? FactTerms
    : AnswerTerms;

/** `field/nursing`: exact in every command. */
export const refOf = (topic: { kind: Kind; id: string }): string => `${topic.kind}/${topic.id}`;

/** Why a topic favors a benefit, in a sentence; empty when it gives none. */
export function becauseOf(topic: AnswerTopic, benefit: Benefit): string {
  return typeof topic.because === "string" ? topic.because : (topic.because[benefit] ?? "");
}
