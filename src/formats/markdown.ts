import { clean } from "../clean.ts";
import type { Source } from "../library/topic.ts";

/** Text from outside, harmless and on one line, with what Markdown would read as markup escaped. */
export const escapeMarkdown = (text: string): string =>
  clean(text)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>#|~]/g, "\\$&")
    .replace(/^([-+]|\d+[.)])(?= )/, "\\$1");

/**
 * Footnote definitions of the facts a text refers to: finding, caveat, where it stands.
 * @param today an ISO date: a law or visa rule that was to be checked before it is marked as old
 */
export function footnoteDefinitions(facts: readonly Source[], today: string): string[] {
  return facts.map(({ id, authors, published, url, summary, caveat, country, year, reviewBy }) => {
    const old = reviewBy !== undefined && reviewBy < today ? ` Old: to be checked by ${reviewBy}.` : "";
    const place = `${country}, ${year}`.replace(/\s+/g, " ");
    return `[^${id}]: ${authors.replace(/\.$/, "")}. ${published.replace(/\.$/, "")}. <${url}> ${summary} Caveat: ${caveat} (${place})${old}`;
  });
}

/** References to facts, at the end of a sentence. */
export const footnoteMarks = (ids: readonly string[]): string => ids.map((id) => `[^${id}]`).join("");

/** Joins blocks with one empty line between them; ends in one newline. */
export function joinBlocks(blocks: (string | undefined)[]): string {
  const kept = blocks.flatMap((block) => block?.trimEnd() || []);
  // Joined at once: a text that is put together again and again is copied each time.
  kept.push(`${kept.pop() ?? ""}\n`);
  return kept.join("\n\n");
}
