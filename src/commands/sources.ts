import { sourceOf } from "../advice/evidence.ts";
import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { CITATION_FORMATS, cite } from "../formats/citations.ts";
import { toJson } from "../formats/json.ts";
import { toLines } from "../formats/lines.ts";
import { topicsMarkdown } from "../formats/topic-markdown.ts";
import type { Topic } from "../library/topic.ts";
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
  if (flags.cite !== undefined && !CITATION_FORMATS.includes(flags.cite as "ris")) {
    throw usageError(`--cite: "${brief(flags.cite)}" is not one of ${CITATION_FORMATS.join(", ")}`);
  }
  const library = await context.library(flags.content);
  const named = findTopics(
    ids.map((id) => (id.includes("/") ? id : `fact/${id}`)),
    library,
  );
  const facts = (named.length > 0 ? named.filter((topic) => topic.kind === "fact") : library.all("fact")).filter(
    (fact) => matches(fact, flags, settings.today),
  );
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
  const text = topicsMarkdown(facts, facts.map(sourceOf), formatDay(settings.today));
  deliver(settings.format === "md" ? text : await drawMarkdown(text, settings, context), flags, context);
}

function matches(fact: Topic<"fact">, { benefit, kindOfStudy, stale }: SourceFlags, today: Day): boolean {
  if (benefit !== undefined && !fact.benefits.includes(benefit as "jobs")) return false;
  const kind = kindOfStudy?.toLowerCase();
  if (kind !== undefined && !fact.study.toLowerCase().includes(kind) && fact.strength !== kind) return false;
  return !stale || isStale(fact, today);
}

/** A law or visa fact past its date of review. */
const isStale = (fact: Topic<"fact">, today: Day): boolean =>
  fact["review-by"] !== undefined && fact["review-by"] < formatDay(today);

function factJson(fact: Topic<"fact">, today: Day) {
  const { kind: _, markdown, aliases: __, order: ___, ...rest } = fact;
  return { ...rest, markdown, stale: isStale(fact, today) };
}
