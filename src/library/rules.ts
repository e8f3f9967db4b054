import type { Problem } from "./parse.ts";
import type { PlaceOf } from "./references.ts";
import { ANSWER_KINDS, type Topic } from "./topic.ts";

/** What holds for anybody's content, over what the schema checks: nothing without a source, no name for two things. */

type Report = (needle: string, message: string, remedy: string) => void;

const STATISTIC =
  /\d(?:[\d,.]*\d)?\s?(?:percent|%)|\b(?:one|two|three|four|five|six|seven|eight|nine) in (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b|\b(?:half|third|quarter|fifth|thirds|quarters|most) of (?:all )?(?:the )?(?:US |UK )?(?:interns|students|employers|graduates|internships|applicants|jobs|adverts)\b|\b\d[\d,.]* (?:million|students|interns|employers|graduates|adverts|applicants|resumes|universities)\b|[$£€]\s?\d|\b(?:study|survey|experiment|review)\b[^.]*\b(?:found|showed|said)\b/i;
const LAW =
  /\b(?:by law|legally|illegal|minimum wage|the law|visa rules?|hours a (?:week|fortnight) in term)\b.*\b(?:is|are|must|may not|requires?)\b/i;
const HTML = /<[a-z/!][^>\s]*/i;
const LONGEST_TITLE = 60;

/** The sentences of a text, footnote marks with the sentence they follow. */
export const sentencesOf = (markdown: string): string[] =>
  markdown
    .split(/\n\s*\n|\n(?=[-*#] )/)
    .flatMap((block) => block.replace(/\s+/g, " ").split(/(?<=[.?](?:["”]|\[\^[a-z0-9-]+\])*) (?=["“A-Z])/))
    .filter(Boolean);

/**
 * What is wrong in topics by these rules.
 * @param topics the topics to look at
 * @param all every topic there is, these included
 */
export function checkRules(topics: readonly Topic[], all: readonly Topic[], placeOf: PlaceOf): Problem[] {
  const facts = new Map(all.flatMap((topic) => (topic.kind === "fact" ? [[topic.id, topic] as const] : [])));
  const problems = topics.flatMap((topic) => {
    const found: Problem[] = [];
    const report: Report = (needle, message, remedy) => void found.push({ ...placeOf(topic, needle), message, remedy });
    checkBody(topic, report);
    checkSources(topic, report);
    if ("case" in topic) checkPoints(topic, facts, report);
    return found;
  });
  return [...problems, ...checkNames(topics, all, placeOf)];
}

function checkBody(topic: Topic, report: Report): void {
  const html = HTML.exec(topic.markdown)?.[0];
  if (html !== undefined) report(html, "HTML in the text", "write it in Markdown");
  if (topic.kind === "action" && topic.title.length >= LONGEST_TITLE) {
    report("title:", `title of ${topic.title.length} characters`, `shorten it to under ${LONGEST_TITLE}`);
  }
}

/** A figure, a law or a visa rule carries a fact. */
function checkSources(topic: Topic, report: Report): void {
  if (topic.kind === "fact") return;
  for (const sentence of sentencesOf(topic.markdown)) {
    if (/\[\^/.test(sentence) || !(STATISTIC.test(sentence) || LAW.test(sentence))) continue;
    report(
      sentence.slice(0, 30),
      `no source: "${sentence.slice(0, 80)}"`,
      "add a fact, and [^its-id] after the sentence",
    );
  }
  if (!("case" in topic)) return;
  for (const { text, facts } of [...topic.case, ...topic.watch, ...(topic.stop ? [topic.stop] : [])]) {
    if (STATISTIC.test(text) && facts.length === 0)
      report(text.slice(0, 30), `a figure without a fact: "${text.slice(0, 80)}"`, "name its fact under facts");
  }
}

const STRONG_GRADES = ["A", "B"];
const MOST = { goal: 3 } as Partial<Record<string, number>>;
const MOST_OTHERWISE = 2;

function checkPoints(
  topic: Extract<Topic, { case: unknown }>,
  facts: ReadonlyMap<string, Topic<"fact">>,
  report: Report,
): void {
  for (const [benefit, weight] of Object.entries(topic.favors)) {
    const because = typeof topic.because === "string" ? topic.because : topic.because[benefit as "jobs"];
    const most = MOST[topic.kind] ?? MOST_OTHERWISE;
    if (weight > 0 && !because) report("favors:", `${benefit} has no because`, "say why in one sentence");
    if (weight > most) report("favors:", `${benefit} weighs ${weight}`, `a ${topic.kind} weighs ${most} at most`);
  }
  for (const point of topic.case) {
    const place = point.text.slice(0, 30);
    const known = point.facts.flatMap((id) => facts.get(id) ?? []);
    const strong = known.some(
      (fact) => STRONG_GRADES.includes(fact.grade) && ["causal", "quasi-causal"].includes(fact.strength),
    );
    if (point.weight >= 2 && known.length > 0 && !strong)
      report(place, "weight 2 without a causal fact of grade A or B", "lower it to 1, or name such a fact");
    if (point.weight !== 0 && point.facts.length === 0)
      report(place, "a point with weight and no fact", "name its facts, or set the weight to 0");
    if (point.weight <= 0 && !point.do) report(place, "a point against that does not say what to do", "add do");
  }
}

/** One name means one topic of its kind. */
function checkNames(topics: readonly Topic[], all: readonly Topic[], placeOf: PlaceOf): Problem[] {
  const owners = new Map<string, Topic>();
  const namesOf = ({ id, title, aliases }: Topic): string[] => [id, title, ...aliases];
  const keyOf = (topic: Topic, name: string): string => `${topic.kind}: ${name.toLowerCase()}`;
  for (const topic of all) {
    for (const name of namesOf(topic)) if (!owners.has(keyOf(topic, name))) owners.set(keyOf(topic, name), topic);
  }
  return topics
    .filter(({ kind }) => (ANSWER_KINDS as readonly string[]).includes(kind))
    .flatMap((topic) =>
      namesOf(topic).flatMap((name) => {
        const owner = owners.get(keyOf(topic, name));
        if (!owner || owner.id === topic.id) return [];
        const message = `the name "${name}" belongs to ${owner.kind} "${owner.id}" too`;
        return [{ ...placeOf(topic, name), message, remedy: "take it out of one of them" }];
      }),
    );
}
