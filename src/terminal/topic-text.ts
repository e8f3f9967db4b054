import { factsBehind, findingOf, topicNotes } from "../formats/topic-markdown.ts";
import type { Block } from "../library/lex.ts";
import type { Topic } from "../library/topic.ts";
import { Citations, MarkdownDrawer } from "./markdown.ts";
import { Page } from "./page.ts";
import { lexless } from "./plain-blocks.ts";
import { drawSources, type SourceOf } from "./sources-text.ts";
import type { Theme } from "./theme.ts";

/** Topics as text, with numbered sources at the end. */
export function topicsText(
  topics: readonly Topic[],
  blocksOf: (topic: Topic) => Block[],
  sourceOf: SourceOf,
  theme: Theme,
  width: number,
): string {
  const page = new Page(theme, width);
  const citations = new Citations(theme);
  const drawer = new MarkdownDrawer(theme, citations);
  for (const topic of topics) {
    page.gap().text(theme.title(topic.title)).gap();
    page.text(findingOf(topic)).gap();
    drawer.draw(blocksOf(topic), page);
    page.gap();
    const marks = citations.marks(factsBehind(topic));
    if (marks) page.text(`Evidence: ${marks}`).gap();
    for (const note of topicNotes(topic)) drawer.draw(lexless(note), page);
  }
  page.gap();
  drawSources(page, citations.ids, sourceOf);
  return page.toString();
}
