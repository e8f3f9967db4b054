import { fold, normalize } from "./resolve-text.ts";
import type { Words } from "./resolve-words.ts";

/** A word of a text that carries something. */
export interface Word {
  folded: string;
  /** As it stands in the text, normalized only. */
  plain: string;
  /** The number of its part. */
  part: number;
}

/** What stands between two joints: `Econ & CS, minor in Spanish` has three parts. */
export interface Part {
  /** A minor, a specialization: it never decides. */
  isDetail: boolean;
  /** Where someone studies, not what: `at Leeds`. */
  isPlace: boolean;
  /** Behind a comma, a slash, an "and", so that it may be a subject of its own; a part in brackets is not. */
  isJoined: boolean;
  /** Behind a comma: "Engineering, Mechanical" may be one name turned round. */
  isBehindComma: boolean;
}

export interface Lexed {
  words: Word[];
  parts: Part[];
  /** Whether `IT` stands in capitals, so that it is no pronoun. */
  hasCapitalIt: boolean;
}

const BREAKS = /([,;/|+:•–—]| - |[()[\]])/;
const JOINT = /^(?:[,;/|+:•–—]| - )$/;
/** `I/O`: letters, not two subjects. */
const SLASHED = /(?<!\w)(\w)\/(\w)(?!\w)/g;
/** `w/`: "with". */
const SHORT_WITH = /(?<!\w)w\/ ?/gi;
const BRACKET = /^[()[\]]$/;
/** "Informatikstudent": a subject and what is done with it in one word. */
const COMPOUND = /(?<=.{4})(?:stud(?:ent|entin|ium|iengang))$/;
const PLACE_BEGINS = new Set(["at", "from"]);
const LONGEST_INITIALS = 5;

/**
 * Takes a text apart into words and parts.
 * @param isName whether letters written apart are a name: `b tech`, `l l b`
 */
export function lex(text: string, lists: Words, isName: (word: string) => boolean): Lexed {
  const words: Word[] = [];
  const parts: Part[] = [{ isDetail: false, isPlace: false, isJoined: true, isBehindComma: false }];
  const last = (): Part => parts.at(-1) as Part;
  const isFirst = (): boolean => words.at(-1)?.part !== parts.length - 1;
  const begin = (isJoined: boolean, isPlace = last().isPlace): void => {
    parts.push({ isDetail: false, isPlace, isJoined, isBehindComma: false });
  };
  for (const piece of text.replace(SLASHED, "$1 $2").replace(SHORT_WITH, "with ").split(BREAKS)) {
    if (JOINT.test(piece)) {
      begin(true);
      last().isBehindComma = piece === ",";
    } else if (BRACKET.test(piece)) {
      begin(false);
      last().isDetail = piece === "(" && words.length > 0;
    } else {
      const united = unite(normalize(piece).split(" "), isName);
      for (const [at, word] of united.entries()) {
        const folded = fold(word.replace(COMPOUND, ""));
        const isJoint = lists.joints.has(folded) && at < united.length - 1;
        if (PLACE_BEGINS.has(word)) begin(true, true);
        else if (isJoint) begin(true);
        else if (word === "in") parts.push({ ...last(), isJoined: last().isDetail });
        if (lists.details.has(folded) && (isFirst() || at === united.length - 1)) last().isDetail = true;
        const isEmpty = folded === "" || lists.stops.has(folded) || isJoint || PLACE_BEGINS.has(word);
        if (folded === "major" && words.length > 0 && at < united.length - 1) begin(true);
        if (!isEmpty) words.push({ folded: lists.short.get(folded) ?? folded, plain: word, part: parts.length - 1 });
      }
    }
  }
  return { words, parts, hasCapitalIt: /(?:^|[^A-Z])\bIT\b/.test(text) };
}

/** Joins initials that are a name together. */
function unite(words: readonly string[], isName: (word: string) => boolean): string[] {
  const united: string[] = [];
  for (let at = 0; at < words.length; ) {
    const size = initials(words, at, isName);
    united.push(words.slice(at, at + size).join(""));
    at += size;
  }
  return united;
}

/** How many words from `at` on are initials of one name. */
function initials(words: readonly string[], at: number, isName: (word: string) => boolean): number {
  if (words[at]?.length !== 1) return 1;
  let singles = 1;
  while (singles < LONGEST_INITIALS && words[at + singles]?.length === 1) singles++;
  for (let size = singles; size > 1; size--) if (isName(words.slice(at, at + size).join(""))) return size;
  return singles === 1 && isName(words.slice(at, at + 2).join("")) && at + 1 < words.length ? 2 : 1;
}
