import { type Answers, answersBehind } from "../library/conditions.ts";
import type { Library } from "../library/library.ts";
import { type AnswerTopic, refOf, type Topic } from "../library/topic.ts";
import type { CasePoint, Conclusion } from "./advice.ts";
import { byWeight, holdingPoints, type Ruling } from "./decide.ts";

/** The points for and against that hold, in words, the weightiest first. */
export const casePoints = (topics: readonly AnswerTopic[], answers: Answers): CasePoint[] =>
  byWeight(holdingPoints(topics, answers)).map(({ topic, point }) => ({
    rule: point.rule,
    weight: point.weight,
    text: point.text,
    ...(point.do ? { do: point.do } : {}),
    facts: point.facts,
    from: refOf(topic),
    answers: answersBehind(topic, point, answers),
  }));

/** The side a point is on. What is said against a point, at weight 0, stands on the other side of it. */
export function isFor(point: CasePoint, points: readonly CasePoint[]): boolean {
  if (point.weight !== 0) return point.weight > 0;
  const answered = points.find((other) => `${other.rule}-but` === point.rule);
  return answered !== undefined && answered.weight < 0;
}

/** A stop that a concern makes is about safety: reasons for an internship have no place beside it. */
export const isSafetyStop = ({ decidedBy: { rule, from } }: Conclusion): boolean =>
  rule === "stop" && from.some((ref) => ref.startsWith("concern/"));

/** A ruling in the words of the article's last section, and of the topics that speak. */
export function conclude(
  ruling: Ruling,
  topics: readonly AnswerTopic[],
  answers: Answers,
  library: Library,
): Conclusion {
  const { id, score } = ruling;
  const words = conclusionWords(library);
  const decidedBy = decidersOf(ruling);
  const always = words.always.map((item) => ({ ...item, from: "section/conclusion", rule: "always" as const }));
  const common = { score, conditions: conditionsOf(ruling, answers), id, decidedBy, always };
  if (decidedBy.rule === "stop") {
    const stop = topics.find((topic) => refOf(topic) === decidedBy.from[0])?.stop;
    const { text = "", facts = [] } = stop ?? {};
    const { title } = words.conclusions["alternatives-first"];
    return { ...common, title, text, ...(stop?.do ? { do: stop.do } : {}), facts };
  }
  if (decidedBy.rule === "nothing-known") return { ...common, ...words.conclusions.general, facts: [] };
  const [lead] = topics.flatMap((topic) => topic.lead ?? []);
  const { title, text } = words.conclusions[id];
  return {
    ...common,
    title: title + (lead && id === "worth-it" ? ", as an extra" : ""),
    text: lead ? `${lead} ${firstSentence(text)}` : text,
    facts: [],
  };
}

function decidersOf({ rule, stop, points, conditions }: Ruling): Conclusion["decidedBy"] {
  const capping = conditions.filter(({ condition }) => condition.cap).map(({ topic }) => refOf(topic));
  const counted = byWeight(points.filter(({ point }) => point.weight !== 0)).map(({ topic }) => refOf(topic));
  const from = { stop: stop ? [refOf(stop)] : [], "nothing-known": [], cap: capping, sum: [...new Set(counted)] };
  return { rule, from: from[rule] };
}

const conditionsOf = ({ conditions }: Ruling, answers: Answers): Conclusion["conditions"] =>
  conditions.map(({ topic, condition }) => ({
    text: condition.text,
    facts: condition.facts,
    from: refOf(topic),
    answers: answersBehind(topic, condition, answers),
    rule: condition.cap ? ("cap" as const) : ("condition" as const),
  }));

const firstSentence = (text: string): string => /^.*?[.?](?= |$)/.exec(text)?.[0] ?? text;

/** The words of the conclusions, which the article's last section carries. */
function conclusionWords(library: Library) {
  const section = library.find("section", "conclusion") as Topic<"section">;
  if (!section?.conclusions) throw new Error("article/conclusion.md has no conclusions");
  return { conclusions: section.conclusions, always: section.always };
}
