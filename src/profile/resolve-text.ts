import { lazyPattern } from "../lazy-pattern.ts";

/** Letters that Unicode does not take apart into a plain letter and an accent. */
const LIGATURES: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

const SIGNS = lazyPattern("[^\\p{L}\\p{N}]+", "gu");
const ACCENTS = lazyPattern("\\p{M}+", "gu");
const PLAIN = /^[a-z0-9 ]*$/;
const ASCII = /^[\0-\x7f]*$/;

/**
 * Lower case, without accents and punctuation, single spaces. `&` is "and", initials lose their dots (`B.Sc.` is
 * `bsc`), an apostrophe joins (`bachelor's`) but for the French article (`l'art`).
 */
export function normalize(text: string): string {
  if (PLAIN.test(text)) return text.trim().replace(/ {2,}/g, " ");
  const lower = ASCII.test(text) ? text.toLowerCase() : withoutAccents(text);
  return lower
    .replace(/&/g, " and ")
    .replace(/(?<![a-z])[dl]['’](?=[a-z])/g, " ")
    .replace(/['’`´]/g, "")
    .replace(/(?<=(?<![a-z])[a-z]{1,2})\.(?=[a-z])|\.(?=[a-z](?![a-z]))/g, "")
    .replace(SIGNS(), " ")
    .trim();
}

/** In lower case; ligatures are taken apart. */
export const withoutAccents = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(ACCENTS(), "")
    .replace(/[ßæœøłđðþı]/g, (letter) => LIGATURES[letter] ?? letter);

/** A normalized text without its spaces: `pre med` and `premed` are one name. */
export const compact = (normalized: string): string => normalized.replaceAll(" ", "");

const folded = new Map<string, string>();
const MOST_FOLDED = 20_000;

/**
 * A word without its plural, in one of its two English spellings, with double consonants written once. Both sides of
 * a comparison are folded, so it need not be good English: `counselling` and `counseling` are `counseling`.
 */
export function fold(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const short = foldable(word);
  if (folded.size < MOST_FOLDED) folded.set(word, short);
  return short;
}

function foldable(word: string): string {
  if (IDEOGRAPHS.test(word)) return word.replace(DEPARTMENT, "").replace(SCIENCE, "");
  return APART.get(word) ?? (word.length < SHORTEST_FOLDED || word.length > 40 ? word : foldWord(word));
}

/** Words that folding would make another: who has to finish something studies no Finnish. */
const APART = new Map([
  ["finish", "complete"],
  ["finishes", "complete"],
  ["finished", "completed"],
  ["finishing", "completing"],
]);

/** Shorter words are not what they would become: "news", "miss", "acts". */
const SHORTEST_FOLDED = 5;
const IDEOGRAPHS = /^[\u3040-\u30ff\u4e00-\u9fff]{3,40}$/;
/** "计算机专业", "経済学部", "看護学": a subject and what is done with it, in one word. */
const DEPARTMENT = /(?<=..)(?:专业|專業|専攻|学生|科|部|系)$/;
const SCIENCE = /(?<=..)学$/;

const foldWord = (word: string): string =>
  singular(word)
    .replace(/ph/g, "f")
    .replace(/ae|oe/g, "e")
    .replace(/our(?=$|al|ed|ing)/, "or")
    .replace(/tre$/, "ter")
    .replace(/gramme$/, "gram")
    .replace(/is(?=(?:e|ed|er|ing|ation|ational)$)/, "iz")
    .replace(/([bcdfglmnprstz])\1/g, "$1");

function singular(word: string): string {
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /[^siu]s$/.test(word) || word.endsWith("ics") ? word.slice(0, -1) : word;
}
