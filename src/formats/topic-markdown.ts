import { footnotesOf } from "../library/passages.ts";
import type { Source, Topic } from "../library/topic.ts";
import { footnoteDefinitions, footnoteMarks, joinBlocks } from "./markdown.ts";

/** Topics as Markdown, one after the other under their titles, with the footnotes of all at the end. */
export function topicsMarkdown(topics: readonly Topic[], sources: readonly Source[], today: string): string {
  const text = joinBlocks(
    topics.flatMap((topic) => [
      `# ${topic.title}`,
      findingOf(topic),
      topic.markdown + footnoteMarks(factsBehind(topic)),
      ...topicNotes(topic),
    ]),
  );
  const cited = new Set(footnotesOf(text));
  return joinBlocks([
    text,
    ...footnoteDefinitions(
      sources.filter((source) => cited.has(source.id)),
      today,
    ),
  ]);
}

/** What stands before a topic's body: a fact's finding. */
export const findingOf = (topic: Topic): string => (topic.kind === "fact" ? topic.summary : "");

/** The facts that a topic rests on without a mark in its body. */
export const factsBehind = (topic: Topic): readonly string[] => (topic.kind === "action" ? topic.facts : []);

/** What else a topic's front matter says to a reader, under its body. */
export function topicNotes(topic: Topic): string[] {
  const origin = topic.origin === undefined ? [] : [`From the folder ${topic.origin}`];
  switch (topic.kind) {
    case "fact":
      return [factLines(topic), ...origin];
    case "action":
      return [`Effort: ${topic.effort} h. Done when: ${topic.done}`, ...origin];
    case "track":
      return [calendarLine(topic), ...origin];
    case "country":
      return [`Ask: ${topic.office}`, ...origin];
    default:
      return origin;
  }
}

function factLines(fact: Topic<"fact">): string {
  const { value, study, strength, grade, population, country, year, caveat, source, checked } = fact;
  const review = fact["review-by"] ? ` Check again by ${fact["review-by"]}.` : "";
  return [
    `- Value: ${value}`,
    `- Study: ${study}, ${strength}, grade ${grade}`,
    `- Who: ${population}`,
    `- Where and when: ${country}, ${year}`,
    `- Caveat: ${caveat}`,
    `- Source: ${source.authors} (${source.year}). ${source.title}. ${source.publisher}. <${source.url}>`,
    `- Checked: ${checked}.${review}`,
  ].join("\n");
}

function calendarLine({ calendar }: Topic<"track">): string {
  const { opens, peak, closes, sure, from } = calendar;
  return `Calendar, in weeks before the start: opens ${opens}, peaks from ${peak} to ${calendar["peak-ends"]}, closes ${closes} (${sure} certainty; ${from}).`;
}
