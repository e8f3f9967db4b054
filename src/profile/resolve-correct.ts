import { isAround, type Knowledge } from "./resolve-cover.ts";
import type { Lexed, Word } from "./resolve-lex.ts";
import type { Speller } from "./resolve-typos.ts";

/** A text with its misspelled words replaced. */
export interface Corrected {
  text: Lexed;
  /** Letters changed. */
  edits: number;
}

const MOST_VARIANTS = 6;
const MOST_EDITS = 4;

/** The texts that a misspelled one may be, word by word: usually one, several where a word is as near to two others. */
export function correctWords(text: Lexed, known: Knowledge): Corrected[] {
  let variants: Corrected[] = [{ text: { ...text, words: [] }, edits: 0 }];
  for (const word of text.words) {
    const near = isExplained(word.folded, known) ? undefined : nearWord(word, known.speller);
    const choices = near && near.words.length > 0 ? near.words : [word.folded];
    const edits = near && near.words.length > 0 ? near.edits : 0;
    variants = variants
      .flatMap((variant) => choices.map((folded) => extend(variant, { ...word, folded }, edits)))
      .slice(0, MOST_VARIANTS);
  }
  return variants.filter(({ edits }) => edits > 0 && edits <= MOST_EDITS);
}

/** A plural's ending may be what is misspelled, so both forms are looked for: "busines", "studiies". */
function nearWord({ folded, plain }: Word, speller: Speller): { words: string[]; edits: number } {
  const near = speller.near(folded);
  return near.words.length > 0 || plain === folded ? near : speller.near(plain);
}

const extend = ({ text, edits }: Corrected, word: Word, more: number): Corrected => ({
  text: { ...text, words: [...text.words, word] },
  edits: edits + more,
});

/**
 * The texts that are meant where the words of a part are one letter from a whole name. In a name even a short word
 * may be wrong: "civl engineering", "art hisotry"; alone it could be too many others.
 */
export function correctNames(text: Lexed, known: Knowledge): Corrected[] {
  let variants: Corrected[] = [{ text, edits: 0 }];
  for (const part of text.parts.keys()) {
    const all = text.words.filter((word) => word.part === part);
    const own = all.filter(({ folded }) => !isAround(folded, known));
    const of = nearNames(all, known).length > 0 ? all : own;
    const names = nearNames(of, known);
    if (names.length === 0) continue;
    variants = variants
      .flatMap((variant) => names.map((name) => exchange(variant, of, name.split(" "))))
      .slice(0, MOST_VARIANTS);
  }
  return variants.filter(({ edits }) => edits > 0);
}

/** The names near to words of which at least one is not known. */
function nearNames(words: readonly Word[], known: Knowledge): string[] {
  if (words.length < 2 || words.every(({ folded }) => isExplained(folded, known))) return [];
  return known.speller.nearName(words.map(({ folded }) => folded).join(""));
}

function exchange({ text, edits }: Corrected, old: readonly Word[], name: readonly string[]): Corrected {
  const [first] = old;
  const words = text.words.flatMap((word) => {
    if (word === first) return name.map((folded): Word => ({ folded, plain: folded, part: word.part }));
    return old.includes(word) ? [] : word;
  });
  return { text: { ...text, words }, edits: edits + 1 };
}

/** Whether a word is known as it stands, or is known to be another word than the one it resembles. */
function isExplained(word: string, known: Knowledge): boolean {
  const { phrases, lists } = known;
  const isOther = lists.lookalikes.has(word) || lists.soft.has(word) || lists.modifiers.has(word);
  return isOther || isAround(word, known) || phrases.withWord(word).length > 0;
}
