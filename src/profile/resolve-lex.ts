import { fold, normalize } from "./resolve-text.ts";
import type { Words } from "./resolve-words.ts";

/** A word of a text that carries something. */
export interface Word {
  folded: string;
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
}

export interface Lexed {
  words: Word[];
  parts: Part[];
}

const BETWEEN = /[,;/|+:•–—]| - |[()[\]]/;
const BREAKS = /([,;/|+:•–—]| - |[()[\]])/;
const COMPOUND = /(?:stud(?:ent|entin|ium|iengang)|专业|專業|学生|学部|学科|専攻|系)$/;
const AT = new Set(["at", "from"]);

/**
 * Takes a text apart into words and parts.
 * @param isName whether letters written apart are a name: `b tech`, `l l b`
 */
export function lex(text: string, lists: Words, isName: (word: string) => boolean): Lexed {
  const words: Word[] = [];
  const parts: Part[] = [];
  const begin = (isJoined: boolean, isPlace = false): void => {
    parts.push({ isDetail: false, isPlace, isJoined });
  };
  const capitals = /(?<![A-Z] ?)\b(?:IT|ICT)\b/.test(text);
  const joint = (isJoined: boolean): void => begin(isJoined, parts.at(-1)?.isPlace);
  begin(true);
  for (const piece of text.split(BREAKS)) {
    if (BETWEEN.test(piece) && piece.length <= 3) {
      joint(!/[()[\]]/.test(piece));
      continue;
    }
    for (const word of unite(normalize(piece).split(" "), isName)) {
      const folded = fold(withoutCompound(word));
      if (AT.has(word)) begin(true, true);
      else if (lists.joints.has(folded)) joint(true);
      if (lists.details.has(folded)) (parts.at(-1) as Part).isDetail = true;
      if (folded === "" || lists.stops.has(folded) || AT.has(word)) continue;
      if (lists.capitalsOnly.has(folded) && !capitals) continue;
      words.push({ folded: lists.short.get(folded) ?? folded, part: parts.length - 1 });
    }
  }
  return { words, parts };
}
