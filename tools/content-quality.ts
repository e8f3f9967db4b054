import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import type { Problem } from "../src/library/parse.ts";
import { firstParagraph, footnotesOf, passagesOf, whyAndHow } from "../src/library/passages.ts";
import { sentencesOf } from "../src/library/rules.ts";
import type { Topic } from "../src/library/topic.ts";

/** Our own rules of wording, length and evidence, over those that hold for anybody's content. */

export interface SourceFile {
  topic: Topic;
  file: string;
  /** The whole file, front matter too. */
  text: string;
}

type Report = (needle: string | RegExp, message: string) => void;

const BANNED: [RegExp, string][] = [
  [/\bshould have\b/i, "speaks of the past"],
  [/\bsimply\b/i, "belittles the step"],
  [/\bdon['’]t worry\b/i, "tells people what to feel"],
  [/\bpassion\b|\bpassionate\b/i, "is hype"],
  [/\bdreams?\b/i, "is hype"],
  [/\bin today['’]s\b/i, "is filler"],
  [/\bfor exposure\b|\bgood exposure\b/i, "sells unpaid work"],
  [/\bguaranteed?\b/i, "promises"],
  [/\bburn-?out\b/i, "is a label"],
  [/\btoo late\b/i, "closes a door"],
  [/!(?!\[)/, "exclamation mark"],
  [/—/, "em dash"],
  [/\bhidden job market\b/i, "is a myth"],
  [/\binternships? (?:is|are) essential\b|\bwill get (?:you )?a job\b/i, "is not supported by evidence"],
];
const JUST = /\bjust\b(?! in[- ]time|[- ]in[- ]time)/i;

const CAUSAL = /\b(?:raised|increased|improved|boosted|caused|led to|resulted in)\b/i;

/** Everything to mend, with file and line. */
export function qualityProblems(files: readonly SourceFile[]): Problem[] {
  const problems: Problem[] = [];
  const facts = new Map(files.flatMap(({ topic }) => (topic.kind === "fact" ? [[topic.id, topic] as const] : [])));
  for (const { topic, file, text } of files) {
    const report: Report = (needle, message) => void problems.push({ file, line: lineOf(text, needle), message });
    checkWords(topic, text, report);
    checkStrength(topic, facts, report);
    checkLengths(topic, report);
    if (gradeOf(topic) > 11) report("", `reading grade ${gradeOf(topic).toFixed(1)}: shorten sentences to come to 11`);
  }
  return [...problems, ...sharedRuns(files)].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function lineOf(text: string, needle: string | RegExp): number {
  const at = needle === "" ? 0 : typeof needle === "string" ? text.indexOf(needle) : text.search(needle);
  return text.slice(0, Math.max(0, at)).split("\n").length;
}

function checkWords(topic: Topic, text: string, report: Report): void {
  // Other names are what people say, not what we say.
  const said = text.replace(/^aliases: .*$/m, "");
  const own = topic.kind === "fact" ? said.replace(/^source:[\s\S]*?(?=^\w)/m, "") : said;
  for (const [pattern, why] of [...BANNED, [JUST, "belittles the step"] as const]) {
    if (pattern.test(own)) report(pattern, `"${pattern.exec(own)?.[0]}" ${why}`);
  }
  if (/foot in the door/i.test(own) && topic.id !== "jobs")
    report(/foot in the door/i, `"foot in the door" sells unpaid work`);
}

function checkStrength(topic: Topic, facts: Map<string, Topic<"fact">>, report: Report): void {
  const check = (sentence: string, cited: string[]): void => {
    const known = cited.flatMap((id) => facts.get(id) ?? []);
    if (known.length === 0 || !CAUSAL.test(sentence)) return;
    if (known.some((fact) => fact.strength === "causal" || fact.strength === "rule")) return;
    report(sentence.slice(0, 40), `causal wording without an experiment: "${CAUSAL.exec(sentence)?.[0]}"`);
  };
  for (const sentence of sentencesOf(topic.markdown)) check(sentence, footnotesOf(sentence));
  if (topic.kind === "fact") check(topic.summary, [topic.id]);
  if ("case" in topic) for (const item of [...topic.case, ...topic.watch]) check(item.text, item.facts);
}

const wordsIn = (text: string): number => plain(text).split(/\s+/).filter(Boolean).length;
const plain = (text: string): string =>
  text
    .replace(/\[\^[a-z0-9-]+\]/g, "")
    .replace(/^#+ .*$/gm, "")
    .replace(/[*_`>]/g, "");

function checkLengths(topic: Topic, report: Report): void {
  const within = (what: string, text: string, low: number, high: number): void => {
    const count = wordsIn(text);
    if (count < low || count > high) report(text.slice(0, 30), `${what} has ${count} words, not ${low} to ${high}`);
  };
  if (topic.summary.length > (topic.kind === "fact" ? 320 : 100))
    report("summary:", `summary longer than 100 characters`);
  if (topic.kind === "section") within("the section", topic.markdown, 120, 220);
  if (topic.kind === "alternative") within("the text", topic.markdown, 80, 160);
  if (topic.kind === "action") {
    const { why, how } = whyAndHow(topic.markdown);
    within("why", why, 8, 40);
    if (how.length < 2 || how.length > 4) report("", `${how.length} points say how, not 2 to 4`);
    for (const point of how) within("a point", point, 3, 30);
  }
  if (topic.kind === "fact") within("the summary", topic.summary, 8, 42);
  if (["field", "stage", "goal", "concern"].includes(topic.kind)) {
    for (const [heading, passage] of passagesOf(topic.markdown)) {
      const name = heading || "the opening";
      if (topic.kind === "field") within(name, passage, heading ? 48 : 38, 92);
      if (heading) within(`${name}, first paragraph,`, firstParagraph(passage), 18, 48);
    }
    if (topic.kind === "field" && passagesOf(topic.markdown).size !== 8)
      report("", "not all seven benefits have a passage");
  }
  if ("case" in topic) {
    for (const point of topic.case) {
      within("a case point", point.text, 5, 42);
    }
    for (const item of topic.watch) within("a caution", item.text, 4, 40);
  }
}

/** Flesch-Kincaid grade of everything a person reads in a topic. */
export function gradeOf(topic: Topic): number {
  const prose = topic.kind === "fact" ? `${topic.summary} ${topic.caveat}` : plain(topic.markdown);
  const sentences = sentencesOf(prose.replace(/:\n/g, ".\n"));
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}'’-]+/gu) ?? []);
  if (words.length < 25) return 0;
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
}

const RUN = 8;

/** Runs of eight words that stand in two topics. */
function sharedRuns(files: readonly SourceFile[]): Problem[] {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { topic, file } of files) {
    let quiet = 0;
    for (const text of proseOf(topic)) {
      const words =
        plain(text)
          .toLowerCase()
          .match(/[\p{L}\p{N}'’]+/gu) ?? [];
      for (let i = 0; i + RUN <= words.length; i++) {
        const run = words.slice(i, i + RUN).join(" ");
        const other = seen.get(run);
        if (other && other !== file && quiet-- <= 0) {
          problems.push({ file, line: 1, message: `shares "${run}" with ${other}` });
          quiet = RUN;
        }
        if (!other) seen.set(run, file);
      }
    }
  }
  return problems;
}

function proseOf(topic: Topic): string[] {
  const texts = [topic.summary, ...topic.markdown.split(/\n\s*\n|\n(?=[-*#] )/)];
  if (topic.kind === "fact") texts.push(topic.caveat);
  if ("case" in topic) {
    texts.push(...[...topic.case, ...topic.watch, ...topic.conditions].map((item) => item.text));
    texts.push(...(typeof topic.because === "string" ? [topic.because] : Object.values(topic.because)));
  }
  return texts;
}
