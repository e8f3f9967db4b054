import { lazyPattern } from "../lazy-pattern.ts";
import { KINDS, type Kind } from "./kinds.ts";
import type { Library } from "./library.ts";
import { plainText } from "./passages.ts";
import type { Topic } from "./topic.ts";

export interface SearchResult {
  kind: Kind;
  id: string;
  title: string;
  summary: string;
  /** The passage with most of the words, on one line. */
  passage: string;
  score: number;
}

const WORDS = lazyPattern("[\\p{L}\\p{N}]+", "gu");
const ACCENTS = lazyPattern("\\p{M}", "gu");
const MOST_RESULTS = 20;
const TITLE_WEIGHT = 8;
const SUMMARY_WEIGHT = 4;

/** Topics that hold all the words, best first: in the title before the summary before the text. */
export function searchTopics(query: string, library: Library): SearchResult[] {
  const words = [...new Set(fold(query).match(WORDS()) ?? [])];
  if (words.length === 0) return [];
  return KINDS.flatMap((kind) => library.all(kind).flatMap((topic) => match(topic, words)))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_RESULTS);
}

const fold = (text: string): string => text.normalize("NFKD").replace(ACCENTS(), "").toLowerCase();

function match(topic: Topic, words: readonly string[]): SearchResult[] {
  const { kind, id, title, summary } = topic;
  const head = fold(`${id} ${title} ${topic.aliases.join(" ")}`);
  const gist = fold(summary);
  const paragraphs = topic.markdown.split(/\n\s*\n|\n(?=[-*] )/).filter((text) => !text.startsWith("#"));
  const scored = paragraphs.map((text) => ({ text, found: countWords(fold(text), words) }));
  const best = scored.reduce((a, b) => (b.found > a.found ? b : a), { text: summary, found: 0 });
  const body = fold(topic.markdown);
  if (!words.every((word) => head.includes(word) || gist.includes(word) || body.includes(word))) return [];
  const score = TITLE_WEIGHT * countWords(head, words) + SUMMARY_WEIGHT * countWords(gist, words) + 2 * best.found;
  return [{ kind, id, title, summary, passage: excerpt(best.text), score }];
}

const countWords = (text: string, words: readonly string[]): number =>
  words.filter((word) => text.includes(word)).length;

const LONGEST = 240;

function excerpt(markdown: string): string {
  const text = plainText(markdown.replace(/^[-*] /, ""))
    .replace(/\s+/g, " ")
    .trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}
