import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { CITATION_FORMATS, cite } from "../formats/citations.ts";
import { toJson } from "../formats/json.ts";
import { toLines } from "../formats/lines.ts";
import { topicsMarkdown } from "../formats/topic-markdown.ts";
import { FACT_SUBJECTS } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import { sourceOf } from "../library/terms.ts";
import { refOf, type Topic } from "../library/topic.ts";
import { type Day, formatDay } from "../profile/dates.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";
import { findTopics } from "./show.ts";
import { drawMarkdown } from "./text.ts";

export interface SourceFlags extends OutputFlags {
  benefit?: string;
  kindOfStudy?: string;
  stale?: boolean;
  cite?: string;
}

/** `sources [fact…]`: the evidence, filtered; `--cite` for a reference manager. */
export async function sourcesCommand(ids: string[], flags: SourceFlags, context: Context): Promise<void> {
  const settings = readSettings(flags, ["lines", "text", "md", "json"], context);
  refuseUnknown(flags);
  const library = await context.library(flags.content);
  const every = library.all("fact");
  refuseUnknownStudy(flags.kindOfStudy, every);
  const facts = (ids.length > 0 ? factsOf(ids, library) : every).filter((fact) => matches(fact, flags, settings.today));
  if (flags.cite !== undefined) return deliver(cite(facts, flags.cite as "ris"), flags, context);
  if (settings.format === "json")
    return deliver(toJson({ facts: facts.map((fact) => factJson(fact, settings.today)) }), flags, context);
  if (settings.format === "lines") {
    return deliver(
      toLines(facts.map((fact) => [fact.id, fact.study, fact.strength, fact.grade, fact.summary])),
      flags,
      context,
    );
  }
  const text =
    facts.length === 0 ? "No fact fits.\n" : topicsMarkdown(facts, facts.map(sourceOf), formatDay(settings.today));
  deliver(settings.format === "md" ? text : await drawMarkdown(text, settings), flags, context);
}

function refuseUnknown({ cite: format, benefit }: SourceFlags): void {
  const problems = [
    ["--cite", format, CITATION_FORMATS],
    ["--benefit", benefit, FACT_SUBJECTS],
  ] as const;
  const texts = problems.flatMap(([flag, value, known]) =>
    value === undefined || (known as readonly string[]).includes(value)
      ? []
      : [`${flag}: "${brief(value)}" is not one of ${known.join(", ")}`],
  );
  if (texts.length > 0) throw usageError(texts);
}

/** Kinds of study are words of the content, not a list of ours. */
function refuseUnknownStudy(kind: string | undefined, facts: readonly Topic<"fact">[]): void {
  if (kind === undefined || (kind.trim() && facts.some((fact) => isOfKind(fact, kind)))) return;
  const known = new Set([...facts.map(({ study }) => study), ...facts.map(({ strength }) => strength)]);
  throw usageError(`--kind-of-study: no fact is "${brief(kind)}"`, `kinds: ${[...known].join(", ")}`);
}

const isOfKind = ({ study, strength }: Topic<"fact">, kind: string): boolean =>
  study.toLowerCase().includes(kind.trim().toLowerCase()) || strength === kind.trim().toLowerCase();

/** The facts of these ids. @throws when one is unknown, or a topic of another kind */
function factsOf(ids: readonly string[], library: Library): Topic<"fact">[] {
  const named = findTopics(
    ids.map((id) => (id.includes("/") ? id : `fact/${id}`)),
    library,
  );
  const others = named.filter((topic) => topic.kind !== "fact");
  if (others.length > 0)
    throw usageError(
      others.map((topic) => `${refOf(topic)} is no fact`),
      `intern-why show ${others.map(refOf).join(" ")}`,
    );
  return named.filter((topic) => topic.kind === "fact");
}

function matches(fact: Topic<"fact">, { benefit, kindOfStudy, stale }: SourceFlags, today: Day): boolean {
  if (benefit !== undefined && !fact.benefits.includes(benefit as "jobs")) return false;
  if (kindOfStudy !== undefined && !isOfKind(fact, kindOfStudy)) return false;
  return !stale || isStale(fact, today);
}

/** A law or visa fact past its date of review. */
const isStale = (fact: Topic<"fact">, today: Day): boolean =>
  fact["review-by"] !== undefined && fact["review-by"] < formatDay(today);

function factJson(fact: Topic<"fact">, today: Day) {
  const { kind: _, markdown, aliases: __, order: ___, ...rest } = fact;
  return { ...rest, markdown, stale: isStale(fact, today) };
}
