import type { TopicHead } from "../library/topic.ts";

/** A code at the beginning of a text, and what stands behind it. */
export interface Coded {
  /** Topics (places in `heads`) with the code, a code within it, or a code it lies within. */
  topics: readonly number[];
  rest: string;
}

const LETTERS = /^[a-z]{2,3}$/i;
const CODE =
  /^\s*(cip|isced(?:[ -]?f)?)?[\s:#-]*(?:20\d\d[\s:]+)?(\d{1,2}\.\d{2}(?:\d{2})?|\d{2,6})(?![\d.])[\s:,.–-]*/i;

/**
 * The topics of an ISO code (`de`, `DEU`), a CIP code (`51.38`, `51.3801`, `cip 11`) or an ISCED-F code (`0913`, `091`, without its leading zero
 * `913`). Without the standard's name a number must look like a code: two digits, a dot and more, or three or four digits.
 */
export function readCode(heads: readonly TopicHead[], text: string): Coded | undefined {
  if (LETTERS.test(text)) {
    const topics = topicsWith(heads, (own) => own === text.toLowerCase());
    return topics.length > 0 ? { topics, rest: "" } : undefined;
  }
  const match = CODE.exec(text);
  if (!match) return undefined;
  const [whole, standard = "", digits = ""] = match;
  if (standard === "" && !digits.includes(".") && (digits.length < 3 || digits.length > 4)) return undefined;
  const isCip = digits.includes(".") || /^cip/i.test(standard);
  const topics = isCip ? cipTopics(heads, digits) : iscedTopics(heads, digits);
  return topics.length > 0 ? { topics, rest: text.slice(whole.length) } : undefined;
}

/** A group of its own (`51.38`), the group of a program (`51.3801`), or whoever has groups of a family (`51`). */
function cipTopics(heads: readonly TopicHead[], digits: string): number[] {
  const code = cipCode(digits);
  const exact = topicsWith(heads, (own) => own === code.slice(0, 5));
  return exact.length > 0 ? exact : topicsWith(heads, (own) => own.startsWith(`${code}.`));
}

/** `51.3801`, `5138` and `1.08` as the standard writes them: `51.3801`, `51.38`, `01.08`. */
function cipCode(digits: string): string {
  if (!digits.includes(".")) return digits.length > 2 ? `${digits.slice(0, 2)}.${digits.slice(2)}` : digits;
  return digits.indexOf(".") === 1 ? `0${digits}` : digits;
}

/** A detailed field (`0913`) or whoever has fields within a broader one (`091`); spreadsheets drop the zero (`913`). */
function iscedTopics(heads: readonly TopicHead[], digits: string): number[] {
  const codes = digits.length === 3 ? [digits, `0${digits}`] : [digits];
  const isWithin = (code: string) => (own: string) => own.length > 2 && !own.includes(".") && own.startsWith(code);
  const [found = []] = codes.map((code) => topicsWith(heads, isWithin(code))).filter((topics) => topics.length > 0);
  return found;
}

const topicsWith = (heads: readonly TopicHead[], isMeant: (code: string) => boolean): number[] =>
  heads.flatMap((head, place) => (head.codes?.some(isMeant) ? [place] : []));
