import { DERIVED_CONCERNS, FOLDERS, type Kind, PHASES } from "./kinds.ts";
import type { Problem } from "./parse.ts";
import { benefitOfHeading, footnotesOf, passagesOf } from "./passages.ts";
import type { Condition } from "./schemas.ts";
import { ANSWER_KINDS, type AnswerKind, type Topic } from "./topic.ts";

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
    const cited = [...topic.case, ...topic.watch, ...(topic.stop ? [topic.stop] : [])];
    found.push(...cited.flatMap((item) => of("fact", item.facts)));
    found.push(...[...cited, ...topic.conditions].flatMap(conditionRefs));
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

/**
 * What is wrong between topics: ids that name nothing, headings that are no benefit's, prerequisites that go in a
 * circle. `fileOf` and `lineOf` say where a topic's text stands.
 */
export function checkReferences(topics: readonly Topic[], fileOf: (topic: Topic) => string): Problem[] {
  const known = new Set(topics.map((topic) => `${topic.kind}/${topic.id}`));
  const problems: Problem[] = [];
  for (const topic of topics) {
    const report = (message: string): void => void problems.push({ file: fileOf(topic), line: 1, message });
    for (const { kind, id } of referencesOf(topic)) {
      if (!known.has(`${kind}/${id}`)) report(`no ${kind} "${id}": add ${FOLDERS[kind]}/${id}.md or mend the id`);
    }
    if (["field", "stage", "goal", "concern"].includes(topic.kind)) {
      for (const heading of passagesOf(topic.markdown).keys()) {
        if (heading && !benefitOfHeading(heading)) report(`heading "${heading}" is no benefit's title`);
      }
    }
  }
  return [...problems, ...checkPrerequisites(topics, fileOf)];
}

function checkPrerequisites(topics: readonly Topic[], fileOf: (topic: Topic) => string): Problem[] {
  const actions = new Map(topics.flatMap((topic) => (topic.kind === "action" ? [[topic.id, topic] as const] : [])));
  const problems: Problem[] = [];
  const done = new Set<string>();
  const visit = (id: string, path: string[]): void => {
    const action = actions.get(id);
    if (!action || done.has(id)) return;
    if (path.includes(id)) {
      problems.push({
        file: fileOf(action),
        line: 1,
        message: `circle of prerequisites: ${[...path, id].join(" after ")}`,
      });
      return;
    }
    for (const before of action.after) {
      visit(before, [...path, id]);
      const earlier = actions.get(before);
      if (earlier && PHASES.indexOf(earlier.phase) > PHASES.indexOf(action.phase)) {
        problems.push({ file: fileOf(action), line: 1, message: `"${before}" is of a later phase than ${id}` });
      }
    }
    done.add(id);
  };
  for (const id of actions.keys()) visit(id, []);
  return problems;
}
