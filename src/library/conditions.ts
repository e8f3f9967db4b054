import type { Condition } from "./schemas.ts";
import { ANSWER_KINDS, type AnswerKind, type TopicHead } from "./topic.ts";

/** The ids that hold for a person, of one kind. `open`: others may hold too, a box left empty says nothing. */
export interface Answer {
  ids: readonly string[];
  open: boolean;
  /** For an id that the program worked out: the answer behind it, such as `field/nursing` for its usual track. */
  workedOut?: Readonly<Record<string, string>>;
}

/** What is known of a person, by kind; a kind that was not answered is missing. */
export type Answers = Partial<Record<AnswerKind, Answer>>;

export type Truth = "yes" | "no" | "unknown";

/**
 * Whether a condition holds: AND across its kinds, OR within one. What was not answered makes it unknown, unless
 * another kind already says no: a missing answer never counts as a "no".
 */
export function matches(condition: Condition, answers: Answers): Truth {
  let truth: Truth = "yes";
  for (const kind in condition) {
    const wanted = condition[kind as AnswerKind];
    const given = answers[kind as AnswerKind];
    if (!wanted || (given && overlap(wanted, given.ids))) continue;
    if (given && !given.open) return "no";
    truth = "unknown";
  }
  return truth;
}

const overlap = (wanted: readonly string[], given: readonly string[]): boolean =>
  wanted.some((id) => given.includes(id));

interface Conditional {
  when?: Condition | undefined;
  unless?: Condition | undefined;
}

/** Whether something with `when` and `unless` applies: an unknown exception does not take it away. */
export function applies(item: Conditional, answers: Answers): Truth {
  if (item.unless && matches(item.unless, answers) === "yes") return "no";
  return item.when ? matches(item.when, answers) : "yes";
}

/** The answers an item of a topic rests on, as `kind/id`: the topic's own, where it has one, and those `when` asks for. */
export function answersBehind(
  topic: Pick<TopicHead, "kind" | "id">,
  { when }: Conditional,
  answers: Answers,
): string[] {
  const asked = ANSWER_KINDS.flatMap((kind) => (when?.[kind] ?? []).map((id) => ({ kind, id })));
  const held = [topic, ...asked].flatMap(({ kind, id }) => {
    const answer = answers[kind as AnswerKind];
    return answer?.ids.includes(id) ? [answer.workedOut?.[id] ?? `${kind}/${id}`] : [];
  });
  return [...new Set(held)];
}
