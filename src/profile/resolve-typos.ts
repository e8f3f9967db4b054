/**
 * Finds the words that a misspelled one is likely to be, through their deletion neighborhoods (as SymSpell does): two
 * words one edit apart share a word that is left when one letter of each is dropped. No word is compared with all.
 */
export interface Speller {
  /** The nearest words, all at the same distance, or none near enough to be meant. */
  near(word: string): { words: string[]; edits: number };
}

/** A word shorter than this is not corrected: too many others are one letter away. */
const SHORTEST = 5;
/** From this length on, one letter may be wrong. Below, letters may only be swapped or doubled. */
const SHORTEST_WRONG_LETTER = 6;
/** From this length on, two edits are looked for. */
const SHORTEST_TWO = 8;
const LONGEST = 24;

/** The neighborhoods are made when the first word is looked for, those of two edits when the first needs them. */
export function createSpeller(vocabulary: () => Iterable<string>): Speller {
  let one: Map<string, string[]> | undefined;
  let two: Map<string, string[]> | undefined;
  return {
    near(word) {
      if (word.length < SHORTEST || word.length > LONGEST) return { words: [], edits: 0 };
      one ??= neighborhoods(vocabulary(), SHORTEST, 1);
      const close = candidates(one, word, 1).filter((known) => isOneSlip(word, known));
      if (close.length > 0 || word.length < SHORTEST_TWO) return { words: close, edits: 1 };
      two ??= neighborhoods(vocabulary(), SHORTEST_TWO, 2);
      return { words: candidates(two, word, 2).filter((known) => isTwoSlips(word, known)), edits: 2 };
    },
  };
}

function neighborhoods(words: Iterable<string>, shortest: number, edits: number): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < shortest || word.length > LONGEST) continue;
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

function candidates(map: Map<string, string[]>, word: string, edits: number): string[] {
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

/** Two edits, but not two wrong letters unless they changed places: `astrology` is no misspelled `astronomy`. */
function isTwoSlips(word: string, known: string): boolean {
  if (word[0] !== known[0] || Math.min(word.length, known.length) < SHORTEST_TWO || distance(word, known) !== 2)
    return false;
  const areWrongLetters = word.length === known.length && differences(word, known) === 2;
  return !areWrongLetters || sorted(word) === sorted(known);
}

const sorted = (word: string): string => [...word].sort().join("");

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
