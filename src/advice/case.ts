import { type Answers, applies } from "../library/conditions.ts";
import type { Library } from "../library/library.ts";
import { type AnswerTopic, refOf, type Topic } from "../library/topic.ts";
import { isBlank, type Profile } from "../profile/profile.ts";
import type { CasePoint, Conclusion, ConclusionId } from "./advice.ts";

/** The points for and against: those whose conditions are known to hold, each rule once, the weightiest first. */
export function casePoints(topics: readonly AnswerTopic[], answers: Answers): CasePoint[] {
  const points = new Map<string, CasePoint>();
  for (const topic of topics) {
    for (const point of topic.case) {
      const known = points.get(point.rule);
      if (applies(point, answers) !== "yes" || (known && Math.abs(known.weight) >= Math.abs(point.weight))) continue;
      const { rule, weight, text, facts } = point;
      points.set(rule, {
        rule,
        weight,
        text,
        ...(point.do ? { do: point.do } : {}),
        facts,
        from: refOf(topic),
      });
    }
  }
  return [...points.values()].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** The side a point is on. What is said against a point, at weight 0, stands on the other side of it. */
export function isFor(point: CasePoint, points: readonly CasePoint[]): boolean {
  if (point.weight !== 0) return point.weight > 0;
  const answered = points.find((other) => `${other.rule}-but` === point.rule);
  return answered !== undefined && answered.weight < 0;
}

/** A stop that a concern makes is about safety: reasons for an internship have no place beside it. */
export const isSafetyStop = ({ decidedBy: { rule, from } }: Conclusion): boolean =>
  rule === "stop" && from.some((ref) => ref.startsWith("concern/"));

const STRONG = 4;
const WORTH_IT = 2;

/**
 * The conclusion: stop rules first, then the sum of the case, then what caps it. Only the kind of internship and
 * better-fitting alternatives lower the score; a person's circumstances add conditions.
 */
export function conclude(
  profile: Profile,
  topics: readonly AnswerTopic[],
  answers: Answers,
  points: readonly CasePoint[],
  library: Library,
): Conclusion {
  const words = conclusionWords(library);
  const conditions = topics.flatMap((topic) =>
    topic.conditions
      .filter((condition) => applies(condition, answers) === "yes")
      .map(({ text, cap }) => ({ text, cap, from: refOf(topic) })),
  );
  const score = points.reduce((sum, point) => sum + point.weight, 0);
  const common = {
    score,
    facts: [],
    conditions: conditions.map(({ text, from, cap }) => ({
      text,
      from,
      rule: cap ? ("cap" as const) : ("condition" as const),
    })),
    always: words.always.map((item) => ({ ...item, from: "section/conclusion" })),
  };

  const stopping = stopsOf(topics, answers)[0];
  if (stopping) {
    const { text, facts } = stopping.stop;
    return {
      id: "alternatives-first",
      title: words.conclusions["alternatives-first"].title,
      text,
      ...common,
      ...(stopping.stop.do ? { do: stopping.stop.do } : {}),
      facts,
      decidedBy: { rule: "stop", from: [refOf(stopping.topic)] },
    };
  }
  if (isBlank(profile)) {
    return {
      id: "conditional",
      ...words.conclusions.general,
      ...common,
      decidedBy: { rule: "nothing-known", from: [] },
    };
  }
  const bySum = idForScore(score, mayBeStrong(profile, points, library));
  const caps = conditions.filter((condition) => condition.cap);
  const capped = caps.length > 0 && (bySum === "strong" || bySum === "worth-it");
  const id = capped ? "conditional" : bySum;
  const [lead] = topics.flatMap((topic) => topic.lead ?? []);
  return {
    id,
    title: words.conclusions[id].title + (lead && id === "worth-it" ? ", as an extra" : ""),
    text: lead ? `${lead} ${firstSentence(words.conclusions[id].text)}` : words.conclusions[id].text,
    ...common,
    decidedBy: capped
      ? { rule: "cap", from: caps.map((cap) => cap.from) }
      : { rule: "sum", from: [...new Set(points.filter((point) => point.weight !== 0).map((point) => point.from))] },
  };
}

const firstSentence = (text: string): string => /^.*?[.?](?= |$)/.exec(text)?.[0] ?? text;

/** The stop rules that hold; those about safety, which concerns make, before the others. */
function stopsOf(topics: readonly AnswerTopic[], answers: Answers) {
  return topics
    .flatMap((topic) => (topic.stop && applies(topic.stop, answers) === "yes" ? [{ topic, stop: topic.stop }] : []))
    .sort((a, b) => Number(b.topic.kind === "concern") - Number(a.topic.kind === "concern"));
}

function idForScore(score: number, mayBeStrong: boolean): ConclusionId {
  if (score < 0) return "alternatives-first";
  if (score < WORTH_IT) return "conditional";
  return score >= STRONG && mayBeStrong ? "strong" : "worth-it";
}

/** A strong case needs the main answers, and a point that rests on a fact of grade A or B. */
function mayBeStrong(profile: Profile, points: readonly CasePoint[], library: Library): boolean {
  const answered = profile.field && profile.stage && profile.goals?.length;
  const proven = points.some(
    (point) => point.weight > 0 && point.facts.some((id) => "AB".includes(library.find("fact", id)?.grade ?? "-")),
  );
  return Boolean(answered) && proven;
}

/** The words of the conclusions, which the article's last section carries. */
function conclusionWords(library: Library) {
  const section = library.find("section", "conclusion") as Topic<"section">;
  if (!section?.conclusions) throw new Error("article/conclusion.md has no conclusions");
  return { conclusions: section.conclusions, always: section.always };
}
