import { firstAuthor } from "../library/authors.ts";
import type { Library } from "../library/library.ts";
import type { Topic } from "../library/topic.ts";
import type { Source } from "./advice.ts";

const STRENGTH = ["causal", "quasi-causal", "rule", "correlational", "descriptive"];

/** Fact ids with the person's own countries first; otherwise in the order given. Unknown ids fall out. */
function byRelevance(ids: readonly string[], countries: readonly string[] | undefined, library: Library): string[] {
  const facts = [...new Set(ids)].flatMap((id) => library.find("fact", id) ?? []);
  const isOwn = (fact: Topic<"fact">): boolean => fact.countries.some((country) => countries?.includes(country));
  return facts.sort((a, b) => Number(isOwn(b)) - Number(isOwn(a))).map((fact) => fact.id);
}

/** Fact ids, own countries first, then by causal strength, then by grade. */
export function strongestFirst(
  ids: readonly string[],
  countries: readonly string[] | undefined,
  library: Library,
): string[] {
  const facts = [...new Set(ids)].flatMap((id) => library.find("fact", id) ?? []);
  const order = (fact: Topic<"fact">): string => `${STRENGTH.indexOf(fact.strength)}${fact.grade}`;
  const sorted = facts.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)).map((fact) => fact.id);
  return byRelevance(sorted, countries, library);
}

/** The short label, with a warning when a law or visa rule is past its date of review. */
export function datedLabel(fact: Topic<"fact">, today: string): string {
  const by = fact["review-by"];
  return by !== undefined && by < today ? `${shortLabel(fact)} (old: to be checked by ${by})` : shortLabel(fact);
}

/** Whether the cited studies are from where the person would be, in a sentence or two; nothing where that is the US. */
export function evidenceNote(
  sources: readonly Pick<Source, "countries">[],
  country: { id: string; title: string } | undefined,
): string {
  if (!country || ["us", "remote"].includes(country.id) || sources.length === 0) return "";
  const us = sources.filter((source) => source.countries.includes("us")).length;
  if (country.id === "other")
    return `${us} of these ${sources.length} sources ${us === 1 ? "is" : "are"} from the United States. We have no guide to your country: what holds there may not hold for you.`;
  const own = sources.filter((source) => source.countries.includes(country.id)).length;
  const place = country.title.startsWith("United") ? `the ${country.title}` : country.title;
  const first =
    own === 0
      ? `None of these sources is from ${place}`
      : `${own} of these ${sources.length} sources ${own === 1 ? "is" : "are"} from ${place}`;
  return `${first}; ${us} ${us === 1 ? "is" : "are"} from the United States. What holds there may not hold for you.`;
}

/** A fact as a reader needs it: the finding, how sure it is, and where it stands. */
export function sourceOf(fact: Topic<"fact">): Source {
  const { id, title, summary, caveat, study, strength, grade, country, countries, year, source } = fact;
  const { authors, url } = source;
  const published = `${source.title}. ${source.publisher}, ${source.year}`;
  const reviewBy = fact["review-by"];
  return {
    id,
    title,
    summary,
    caveat,
    study,
    strength,
    grade,
    country,
    countries,
    year,
    authors,
    published,
    url,
    ...(reviewBy === undefined ? {} : { reviewBy }),
  };
}

/** `Inceoglu 2019`: the first author and the year of publication. */
const shortLabel = ({ source: { authors, year } }: Pick<Topic<"fact">, "source">): string =>
  `${firstAuthor(authors)} ${/\b\d{4}\b/.exec(`${year}`)?.[0] ?? "undated"}`;
