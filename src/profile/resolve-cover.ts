import type { AnswerKind } from "../library/topic.ts";
import type { Lexed, Word } from "./resolve-lex.ts";
import type { Names } from "./resolve-names.ts";
import { JOINT, type Phrases } from "./resolve-phrases.ts";
import type { Speller } from "./resolve-typos.ts";
import type { Words } from "./resolve-words.ts";

/** What is known of the topics of one kind, and of the words around them. */
export interface Knowledge {
  kind: AnswerKind;
  names: Names;
  phrases: Phrases;
  lists: Words;
  speller: Speller;
  /** Words of other answers, which may stand around this one: the subject beside the stage. */
  isForeign(word: string): boolean;
}

/** A name found in a text. */
export interface Found {
  topics: readonly number[];
  /** The words of the name. */
  words: readonly string[];
  part: number;
  /** A degree that names a subject only when nothing else does. */
  isYielding: boolean;
}

export interface Cover {
  found: Found[];
  /** Words that no name and no list explains. */
  unknown: Word[];
  /** All words but degrees and those that merely stand around. */
  own: Word[];
  /** Whether a word was passed over that can change a meaning: "science", "applied". */
  isLoose: boolean;
}

/** The shortest word taken for several written together: `computerscience`. */
const SHORTEST_UNITED = 6;
const LONGEST_DEGREE = 3;

/** Explains the words of a text from left to right, each time by the longest name or degree that fits. */
export function cover(text: Lexed, known: Knowledge): Cover {
  const result: Cover = { found: [], unknown: [], own: [], isLoose: false };
  for (let at = 0; at < text.words.length; ) at += step(text, at, known, result);
  return result;
}

/** Words as a phrase, with the joints between them. */
export function phraseOf(words: readonly Word[], parts: Lexed["parts"]): string {
  let phrase = "";
  for (const [at, { folded, part }] of words.entries()) {
    const before = words[at - 1]?.part ?? part;
    const isJoined = parts.slice(before + 1, part + 1).some((each) => each.isJoined);
    phrase += `${at > 0 ? " " : ""}${isJoined ? `${JOINT} ` : ""}${folded}`;
  }
  return phrase;
}

const phraseAt = ({ words, parts }: Lexed, from: number, to: number): string => phraseOf(words.slice(from, to), parts);

/** @returns how many words were explained */
function step(text: Lexed, at: number, known: Knowledge, result: Cover): number {
  const { phrases, lists } = known;
  const { words } = text;
  const { part } = words[at] as Word;
  for (let size = Math.min(phrases.longest, words.length - at); size > 1; size--) {
    const phrase = phraseAt(text, at, at + size);
    if (size <= LONGEST_DEGREE && isDegree(phrase, lists)) return readDegree(text, at, size, known, result);
    const topics = phrases.inOrder(phrase);
    if (topics.length > 0) {
      result.found.push({ topics, words: phrase.split(" "), part, isYielding: false });
      result.own.push(...words.slice(at, at + size));
      return size;
    }
  }
  readWord(text, at, known, result);
  return 1;
}

const isDegree = (phrase: string, { degrees, yielding }: Words): boolean => degrees.has(phrase) || yielding.has(phrase);

/** "Bachelor of Commerce": a subject when nothing else is named. "Bachelor of Arts Management": the longer name wins. */
function readDegree(text: Lexed, at: number, size: number, known: Knowledge, result: Cover): number {
  const { phrases, lists } = known;
  const { words } = text;
  for (let longer = Math.min(phrases.longest, words.length - at - 1); longer >= size; longer--) {
    if (
      words[at + longer]?.part === words[at]?.part &&
      phrases.inOrder(phraseAt(text, at + 1, at + 1 + longer)).length > 0
    )
      return 1;
  }
  const phrase = phraseAt(text, at, at + size);
  if (!lists.yielding.has(phrase)) return size;
  const named = phrases.inOrder(phrase);
  const topics = named.length > 0 ? named : phrases.inOrder(phraseAt(text, at + 1, at + size));
  if (topics.length > 0)
    result.found.push({ topics, words: phrase.split(" "), part: (words[at] as Word).part, isYielding: true });
  return size;
}

function readWord({ words, hasCapitalIt }: Lexed, at: number, known: Knowledge, result: Cover): void {
  const { names, phrases, lists, kind } = known;
  const word = words[at] as Word;
  const { folded, part } = word;
  const isAround = lists.around(kind).has(folded);
  const topics = phrases.inOrder(folded);
  const isName = topics.length > 0 && !isAround && (folded !== "it" || hasCapitalIt || isAfterDegree(words, at, lists));
  const together = folded.length >= SHORTEST_UNITED && !isName ? names(folded) : [];
  if (kind === "field" && isDegree(folded, lists)) {
    if (lists.yielding.has(folded) && isName) result.found.push({ topics, words: [folded], part, isYielding: true });
    return;
  }
  if (!isName && (isAround || known.isForeign(folded))) return;
  result.own.push(word);
  if (isName) result.found.push({ topics, words: [folded], part, isYielding: false });
  else if (lists.soft.has(folded) || lists.modifiers.has(folded)) result.isLoose = true;
  else if (together.length > 0) result.found.push({ topics: together, words: [folded], part, isYielding: false });
  else result.unknown.push(word);
}

const isAfterDegree = (words: readonly Word[], at: number, lists: Words): boolean =>
  isDegree(words[at - 1]?.folded ?? "", lists);

/** Whether the word is one that may stand around any answer of the kind. */
export const isAround = (word: string, { kind, lists, isForeign }: Knowledge): boolean =>
  lists.around(kind).has(word) || (kind === "field" && isDegree(word, lists)) || isForeign(word);
