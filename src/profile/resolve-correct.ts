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
  let words = text.words;
  let edits = 0;
  for (const part of text.parts.keys()) {
    const all = words.filter((word) => word.part === part);
    const own = all.filter(({ folded }) => !isAround(folded, known));
    const name = nearName(all, known) ?? nearName(own, known);
    if (!name) continue;
    const meant = name.words.map((folded): Word => ({ folded, plain: folded, part }));
    const first = words.indexOf(name.of[0] as Word);
    const rest = words.filter((word) => !name.of.includes(word));
    words = [...rest.slice(0, first), ...meant, ...rest.slice(first)];
    edits += 1;
  }
  return edits > 0 ? [{ text: { ...text, words }, edits }] : [];
}

/** The one name near to words of which at least one is not known. */
function nearName(of: readonly Word[], known: Knowledge): { of: readonly Word[]; words: string[] } | undefined {
  if (of.length < 2 || of.every(({ folded }) => isExplained(folded, known))) return undefined;
  const [name, ...others] = known.speller.nearName(of.map(({ folded }) => folded).join(""));
  return name !== undefined && others.length === 0 ? { of, words: name.split(" ") } : undefined;
}

/** Whether a word is known as it stands, or is known to be another word than the one it resembles. */
function isExplained(word: string, known: Knowledge): boolean {
  const { phrases, lists } = known;
  const isOther = lists.lookalikes.has(word) || lists.soft.has(word) || lists.modifiers.has(word);
  return isOther || isAround(word, known) || phrases.withWord(word).length > 0;
}
