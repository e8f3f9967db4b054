import { DERIVED_CONCERNS, FOLDERS, type Kind, PHASES } from "./kinds.ts";
import type { Problem } from "./parse.ts";
import { BENEFIT_HEADINGS, benefitOfHeading, footnotesOf, passagesOf } from "./passages.ts";
import type { Condition } from "./schemas.ts";
import { ANSWER_KINDS, type AnswerKind, refOf, type Topic } from "./topic.ts";

interface Reference {
  kind: Kind;
  id: string;
}

/** Every id a topic names, with the kind it must be of. */
function referencesOf(topic: Topic): Reference[] {
  const of = (kind: Kind, ids: string[] = []): Reference[] => ids.map((id) => ({ kind, id }));
  const found = of("fact", footnotesOf(topic.markdown));
  if ("facts" in topic) found.push(...of("fact", topic.facts));
  if (topic.kind === "section") found.push(...topic.always.flatMap((item) => of("fact", item.facts)));
  if (topic.kind === "field") found.push(...of("track", topic.tracks));
  if (topic.kind === "track") found.push(...of("action", Object.keys(topic.retitle)));
  if (topic.kind === "action") found.push(...of("action", topic.after), ...conditionRefs(topic));
  if (topic.kind === "alternative") found.push(...conditionRefs(topic));
  if ("case" in topic) {
    found.push(...of("alternative", topic.instead), ...of("action", topic.steps));
    const cited = [...topic.case, ...topic.conditions, ...topic.watch, ...(topic.stop ? [topic.stop] : [])];
    found.push(...cited.flatMap((item) => of("fact", item.facts)));
    found.push(...cited.flatMap(conditionRefs));
  }
  return found;
}

const conditionRefs = (item: { when?: Condition | undefined; unless?: Condition | undefined }): Reference[] =>
  [item.when, item.unless].flatMap((condition) =>
    ANSWER_KINDS.flatMap((kind: AnswerKind) =>
      (condition?.[kind] ?? [])
        .filter((id) => !(kind === "concern" && DERIVED_CONCERNS.includes(id)))
        .map((id) => ({ kind, id })),
    ),
  );

/** Where in a topic's file a text stands: the first line that holds it, else the first line of all. */
export type PlaceOf = (topic: Topic, needle: string) => { file: string; line: number };

/**
 * What is wrong between topics: ids that name nothing, headings that are no benefit's, prerequisites that go in a
 * circle.
 * @param topics the topics to look at
 * @param all every topic there is, these included
 */
export function checkReferences(topics: readonly Topic[], all: readonly Topic[], placeOf: PlaceOf): Problem[] {
  const known = new Set(all.map(refOf));
  const problems: Problem[] = [];
  for (const topic of topics) {
    const report = (needle: string, message: string, remedy: string): void =>
      void problems.push({ ...placeOf(topic, needle), message, remedy });
    for (const { kind, id } of referencesOf(topic)) {
      if (!known.has(`${kind}/${id}`)) report(id, `no ${kind} "${id}"`, `add ${FOLDERS[kind]}/${id}.md or mend the id`);
    }
    if (["field", "stage", "goal", "concern"].includes(topic.kind)) {
      for (const heading of passagesOf(topic.markdown).keys()) {
        if (!heading || benefitOfHeading(heading)) continue;
        const titles = Object.values(BENEFIT_HEADINGS).join(", ");
        report(`## ${heading}`, `heading "${heading}" is no benefit's title`, `use one of ${titles}`);
      }
    }
  }
  return [...problems, ...checkPrerequisites(topics, all, placeOf)];
}

function checkPrerequisites(topics: readonly Topic[], all: readonly Topic[], placeOf: PlaceOf): Problem[] {
  const actions = new Map(all.flatMap((topic) => (topic.kind === "action" ? [[topic.id, topic] as const] : [])));
  const problems: Problem[] = [];
  const done = new Set<string>();
  const visit = (id: string, path: string[]): void => {
    const action = actions.get(id);
    if (!action || done.has(id)) return;
    if (path.includes(id)) {
      const message = `circle of prerequisites, ${[...path.slice(path.indexOf(id)), id].join(" after ")}`;
      problems.push({ ...placeOf(action, "after:"), message, remedy: "take one of them out" });
      return;
    }
    for (const gate of action.gates) {
      if (PHASES.indexOf(gate) > PHASES.indexOf(action.phase)) continue;
      const message = `gates: ${gate} does not come after ${action.phase}, its own phase`;
      problems.push({ ...placeOf(action, "gates:"), message, remedy: "name later phases" });
    }
    for (const before of action.after) {
      visit(before, [...path, id]);
      const earlier = actions.get(before);
      if (earlier && PHASES.indexOf(earlier.phase) > PHASES.indexOf(action.phase)) {
        const message = `"${before}" is of a later phase than ${id}`;
        problems.push({ ...placeOf(action, "after:"), message, remedy: "change the phase of one of them" });
      }
    }
    done.add(id);
  };
  for (const topic of topics) if (topic.kind === "action") visit(topic.id, []);
  return problems;
}
