import { compact } from "./resolve-text.ts";

/**
 * Finds the words that a misspelled one is likely to be, through their deletion neighborhoods (as SymSpell does): two
 * words one edit apart share a word that is left when one letter of each is dropped. No word is compared with all.
 */
export interface Speller {
  /** The nearest words, all at the same distance, or none near enough to be meant; folded. */
  near(word: string): { words: string[]; edits: number };
  /** The names of several words (folded, with spaces) that are one edit from a text without spaces. */
  nearName(united: string): string[];
}

/** A word shorter than this is not corrected: too many others are one letter away. */
const SHORTEST = 5;
/** From this length on, one letter may be wrong. Below, letters may only be swapped or doubled. */
const SHORTEST_WRONG_LETTER = 6;
/** From this length on, two edits are looked for. */
const SHORTEST_TWO = 7;
const LONGEST = 24;
/** A name of several words, without its spaces. */
const SHORTEST_NAME = 8;
const LONGEST_NAME = 40;

/**
 * The neighborhoods are made when the first word is looked for, those of two edits when the first needs them.
 * @param spellings the known words as they are written, each with its folded form
 * @param names the known names of several words, folded
 */
export function createSpeller(spellings: () => Map<string, string>, names: () => Iterable<string>): Speller {
  let folded: Map<string, string> | undefined;
  let one: Neighborhoods | undefined;
  let two: Neighborhoods | undefined;
  let ofNames: Neighborhoods | undefined;
  const spaced = new Map<string, string>();
  return {
    near(word) {
      if (word.length < SHORTEST || word.length > LONGEST) return { words: [], edits: 0 };
      folded ??= spellings();
      one ??= neighborhoods(folded.keys(), SHORTEST, 1);
      const close = candidates(one, word, 1).filter((known) => isOneSlip(word, known));
      if (close.length > 0 || word.length < SHORTEST_TWO) return { words: foldAll(close, folded), edits: 1 };
      two ??= neighborhoods(folded.keys(), SHORTEST_TWO, 2);
      const far = candidates(two, word, 2).filter((known) => isTwoSlips(word, known));
      return { words: foldAll(far, folded), edits: 2 };
    },
    nearName(united) {
      if (united.length < SHORTEST_NAME || united.length > LONGEST_NAME) return [];
      if (!ofNames) {
        for (const name of names()) spaced.set(compact(name), name);
        ofNames = neighborhoods(spaced.keys(), SHORTEST_NAME, 1, LONGEST_NAME);
      }
      const near = candidates(ofNames, united, 1).filter((known) => distance(united, known) <= 1);
      return near.flatMap((known) => spaced.get(known) ?? []);
    },
  };
}

const foldAll = (words: readonly string[], folded: ReadonlyMap<string, string>): string[] => [
  ...new Set(words.map((word) => folded.get(word) ?? word)),
];

type Neighborhoods = Map<string, string[]>;

function neighborhoods(words: Iterable<string>, shortest: number, edits: number, longest = LONGEST): Neighborhoods {
  const map: Neighborhoods = new Map();
  for (const word of words) {
    if (word.length < shortest || word.length > longest) continue;
    for (const rest of deletions(word, edits)) {
      const near = map.get(rest);
      if (near) near.push(word);
      else map.set(rest, [word]);
    }
  }
  return map;
}

/** The word, and what is left of it when up to `edits` letters are dropped. */
function deletions(word: string, edits: number): Set<string> {
  const all = new Set([word]);
  for (let round = 0, last = [word]; round < edits; round++) {
    const next: string[] = [];
    for (const text of last) {
      for (let at = 0; at < text.length; at++) {
        const rest = text.slice(0, at) + text.slice(at + 1);
        if (!all.has(rest)) next.push(rest);
        all.add(rest);
      }
    }
    last = next;
  }
  return all;
}

function candidates(map: Neighborhoods, word: string, edits: number): string[] {
  const found = new Set<string>();
  for (const rest of deletions(word, edits)) for (const known of map.get(rest) ?? []) found.add(known);
  return [...found];
}

/** One edit that fingers or ears make: in a short word a swap, in a longer one any, but rarely in the first letter. */
function isOneSlip(word: string, known: string): boolean {
  if (distance(word, known) !== 1) return false;
  const isSwap = word.length === known.length && differences(word, known) === 2;
  const shorter = Math.min(word.length, known.length);
  if (isSwap) return true;
  if (word[0] !== known[0]) return shorter >= SHORTEST_TWO - 1 && word.length !== known.length;
  return shorter >= SHORTEST_WRONG_LETTER || (word.length < known.length && known.length >= SHORTEST_WRONG_LETTER);
}

/** Two edits, but none of them a wrong letter: `astrology` is no misspelled `astronomy`, nor `amount` `account`. */
function isTwoSlips(word: string, known: string): boolean {
  if (word[0] !== known[0] || Math.min(word.length, known.length) < SHORTEST_TWO) return false;
  const [short, long] = word.length < known.length ? [word, known] : [known, word];
  return isWithin(sorted(short), sorted(long)) && distance(word, known) === 2;
}

const sorted = (word: string): string => [...word].sort().join("");

/** Whether a text is what is left of another when letters are dropped. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

/** In how many places two words of one length differ. */
function differences(a: string, b: string): number {
  let count = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) count++;
  return count;
}

/** Edits (insert, delete, replace, swap of neighbors) between two short texts. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
