import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { toJson } from "../formats/json.ts";
import { topicsMarkdown } from "../formats/topic-markdown.ts";
import { type Library, lookUp } from "../library/library.ts";
import { footnotesOf } from "../library/passages.ts";
import { sourceOf } from "../library/terms.ts";
import { refOf, type Topic } from "../library/topic.ts";
import { formatDay } from "../profile/dates.ts";
import { distance } from "../profile/resolve-typos.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";
import { drawText, sourceNames } from "./text.ts";

/** `show [topic…]`: prints topics; with none, the whole article in order. */
export async function show(names: string[], flags: OutputFlags, context: Context): Promise<void> {
  const settings = readSettings(flags, ["md", "text", "json"], context);
  const library = await context.library(flags.content);
  const topics = names.length === 0 ? library.all("section") : findTopics(names, library);
  if (settings.format === "json") {
    return deliver(toJson({ topics: topics.map((topic) => topicJson(topic, library)) }), flags, context);
  }
  if (settings.format === "md") {
    const facts = [...new Set(topics.flatMap(factsOf))].flatMap((id) => library.find("fact", id) ?? []);
    return deliver(topicsMarkdown(topics, facts.map(sourceOf), formatDay(settings.today)), flags, context);
  }
  const sources = sourceNames(library, settings.today);
  const text = await drawText(settings, ({ topicsText }, theme) =>
    topicsText(topics, (topic) => library.blocks(topic), sources, theme, settings.width),
  );
  deliver(text, flags, context);
}

const factsOf = (topic: Topic): string[] => [...footnotesOf(topic.markdown), ...("facts" in topic ? topic.facts : [])];

/** A topic as JSON: its head, its text, the facts it cites, and for a fact all that is known of it. */
function topicJson(topic: Topic, library: Library) {
  const { kind, id, title, summary, markdown, origin } = topic;
  const also = lookUp(library, id)
    .filter((head) => head.kind !== kind)
    .map(refOf);
  const head = { kind, id, title, summary, markdown, facts: factsOf(topic), ...(also.length > 0 ? { also } : {}) };
  return { ...head, ...(origin === undefined ? {} : { origin }), ...(kind === "fact" ? { fact: topic } : {}) };
}

/** Each name as a topic; all that are unknown are reported at once, with the nearest ids. */
export function findTopics(names: readonly string[], library: Library): Topic[] {
  const problems: string[] = [];
  const hints: string[] = [];
  const topics = names.flatMap((name) => {
    const [head] = lookUp(library, name.trim());
    if (head) return library.find(head.kind, head.id) ?? [];
    problems.push(`no topic "${brief(name)}"`);
    hints.push(...nearestIds(name, library));
    return [];
  });
  const near = [...new Set(hints)].join(", ");
  if (problems.length > 0)
    throw usageError(problems, near ? `did you mean ${near}?` : "intern-why list shows all topics");
  return topics;
}

function nearestIds(name: string, library: Library): string[] {
  const text = name.slice(0, 60).toLowerCase();
  return library.heads
    .map(({ id }) => ({ id, far: distance(id, text) }))
    .filter(({ id, far }) => far <= Math.max(1, Math.min(id.length, text.length) / 3))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ id }) => id);
}
