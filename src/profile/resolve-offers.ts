import type { Knowledge } from "./resolve-cover.ts";

/** The most topics offered, when more are not rivals. */
export const MOST_OFFERS = 3;
/** The most words of a text that are looked at for an offer. */
const MOST_WORDS = 12;

/** A word spelled nearly so, a word that begins so, a word that begins somewhat so. */
const MISSPELLED = 0.7;
const BEGUN = 0.6;
const ALIKE = 0.2;
const SHORTEST_BEGINNING = 3;
const LONGEST_BEGINNING = 5;

/** Topics near a text that is not understood, best first; none when nothing is near. */
export function nearest(words: readonly string[], known: Knowledge): number[] {
  const scores = new Map<number, number>();
  const add = (near: readonly string[], share: number): boolean => {
    for (const word of near) {
      const weight = share * known.phrases.weight(word);
      for (const topic of known.phrases.withWord(word)) scores.set(topic, (scores.get(topic) ?? 0) + weight);
    }
    return near.some((word) => known.phrases.withWord(word).length > 0);
  };
  for (const word of words.slice(0, MOST_WORDS)) {
    if (add([word], 1) || word.length < SHORTEST_BEGINNING) continue;
    if (add(known.speller.near(word).words, MISSPELLED) || add(beginningWith(word, known), BEGUN)) continue;
    for (let size = Math.min(LONGEST_BEGINNING, word.length - 1); size >= SHORTEST_BEGINNING; size--) {
      if (add(beginningWith(word.slice(0, size), known), ALIKE)) break;
    }
  }
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([topic]) => topic);
}

/** The words of the kind's names that begin so: a stretch of the sorted vocabulary. */
function beginningWith(prefix: string, { phrases }: Knowledge): string[] {
  const words = phrases.vocabulary();
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; words[at]?.startsWith(prefix); at++) found.push(words[at] ?? "");
  return found;
}
