import { isAround, type Knowledge } from "./resolve-cover.ts";
import type { Lexed } from "./resolve-lex.ts";
import type { Speller } from "./resolve-typos.ts";

/** A text with its misspelled words replaced. */
export interface Corrected {
  text: Lexed;
  /** Letters changed. */
  edits: number;
}

const MOST_VARIANTS = 6;
const MOST_EDITS = 4;

/** The texts that a misspelled one may be: usually one, several where a word is as near to two others, or none. */
export function correct(text: Lexed, known: Knowledge, speller: Speller): Corrected[] {
  let variants: Corrected[] = [{ text: { ...text, words: [] }, edits: 0 }];
  for (const word of text.words) {
    const near = isExplained(word.folded, known) ? undefined : speller.near(word.folded);
    const choices = near && near.words.length > 0 ? near.words : [word.folded];
    const edits = near && near.words.length > 0 ? near.edits : 0;
    variants = variants
      .flatMap((variant) => choices.map((folded) => extend(variant, { folded, part: word.part }, edits)))
      .slice(0, MOST_VARIANTS);
  }
  return variants.filter(({ edits }) => edits > 0 && edits <= MOST_EDITS);
}

const extend = ({ text, edits }: Corrected, word: Lexed["words"][number], more: number): Corrected => ({
  text: { ...text, words: [...text.words, word] },
  edits: edits + more,
});

/** Whether a word is known as it stands, or is known to be another word than the one it resembles. */
function isExplained(word: string, known: Knowledge): boolean {
  const { phrases, lists } = known;
  const isOther = lists.lookalikes.has(word) || lists.soft.has(word) || lists.modifiers.has(word);
  return isOther || isAround(word, known) || phrases.withWord(word).length > 0;
}
