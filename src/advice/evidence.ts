import type { Library } from "../library/library.ts";
import type { FactTerms, Source } from "../library/topic.ts";

const STRENGTH = ["causal", "quasi-causal", "rule", "correlational", "descriptive"];
const GRADES = "ABCD";

/** Fact ids, the person's own countries first, then by causal strength, then by grade. Unknown ids fall out. */
export function strongestFirst(ids: readonly string[], countries: readonly string[] = [], library: Library): string[] {
  const rank = (source: Source): number => {
    const isOwn = source.countries.some((country) => countries.includes(country));
    return (isOwn ? 0 : 100) + STRENGTH.indexOf(source.strength) * 10 + GRADES.indexOf(source.grade);
  };
  const ranked = sourcesOf(ids, library).map((source) => ({ id: source.id, rank: rank(source) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ id }) => id);
}

/** The sources behind fact ids, each once. Unknown ids fall out. */
export const sourcesOf = (ids: readonly string[], library: Library): Source[] =>
  [...new Set(ids)].flatMap((id) => library.terms("fact", id)?.source ?? []);

/** The short label of a fact, with a warning when a law or visa rule is past its date of review. */
export const datedLabel = ({ label, source: { reviewBy } }: FactTerms, today: string): string =>
  reviewBy !== undefined && reviewBy < today ? `${label} (old: to be checked by ${reviewBy})` : label;

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
