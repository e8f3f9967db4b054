import { footnotesOf } from "../library/passages.ts";
import type { Source, Topic } from "../library/topic.ts";
import { footnoteDefinitions, footnoteMarks, joinBlocks } from "./markdown.ts";

/** Topics as Markdown, one after the other under their titles, with the footnotes of all at the end. */
export function topicsMarkdown(topics: readonly Topic[], sources: readonly Source[], today: string): string {
  const text = joinBlocks(topics.flatMap((topic) => [`# ${topic.title}`, ...topicBlocks(topic)]));
  const cited = new Set(footnotesOf(text));
  return joinBlocks([
    text,
    ...footnoteDefinitions(
      sources.filter((source) => cited.has(source.id)),
      today,
    ),
  ]);
}

/** A topic's body, and what its front matter says to a reader. */
export function topicBlocks(topic: Topic): string[] {
  const origin = topic.origin === undefined ? [] : [`From the folder ${topic.origin}`];
  switch (topic.kind) {
    case "fact":
      return [...factBlocks(topic), ...origin];
    case "action":
      return [
        topic.markdown + footnoteMarks(topic.facts),
        `Effort: ${topic.effort} h. Done when: ${topic.done}`,
        ...origin,
      ];
    case "track":
      return [topic.markdown, calendarLine(topic), ...origin];
    case "country":
      return [topic.markdown, `Ask: ${topic.office}`, ...origin];
    default:
      return [topic.markdown, ...origin];
  }
}

function factBlocks(fact: Topic<"fact">): string[] {
  const { summary, markdown, value, study, strength, grade, population, country, year, caveat, source, checked } = fact;
  const review = fact["review-by"] ? ` Check again by ${fact["review-by"]}.` : "";
  return [
    summary,
    markdown,
    [
      `- Value: ${value}`,
      `- Study: ${study}, ${strength}, grade ${grade}`,
      `- Who: ${population}`,
      `- Where and when: ${country}, ${year}`,
      `- Caveat: ${caveat}`,
      `- Source: ${source.authors} (${source.year}). ${source.title}. ${source.publisher}. <${source.url}>`,
      `- Checked: ${checked}.${review}`,
    ].join("\n"),
  ].filter(Boolean);
}

function calendarLine({ calendar }: Topic<"track">): string {
  const { opens, peak, closes, sure, from } = calendar;
  return `Calendar, in weeks before the start: opens ${opens}, peaks from ${peak} to ${calendar["peak-ends"]}, closes ${closes} (${sure} certainty; ${from}).`;
}
