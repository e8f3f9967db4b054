import { type Answers, answersBehind, applies } from "../library/conditions.ts";
import type { Library } from "../library/library.ts";
import { BENEFIT_HEADINGS, footnotesOf, passagesOf } from "../library/passages.ts";
import { type AnswerTopic, refOf } from "../library/topic.ts";
import type { Advice, RankedBenefit } from "./advice.ts";
import { strongestFirst } from "./evidence.ts";
import type { Ranking } from "./rank.ts";

/** Each benefit with what the article and the person's topics say about it, and the facts behind that. */
export function composeBenefits(
  ranking: Ranking,
  topics: readonly AnswerTopic[],
  answers: Answers,
  library: Library,
): RankedBenefit[] {
  const speakers = topics.map((topic) => ({
    topic: refOf(topic),
    answers: answersBehind(topic, {}, answers),
    passages: passagesOf(topic.markdown),
  }));
  return ranking.map(({ id, score, parts }) => {
    const section = library.find("section", id);
    if (!section) throw new Error(`article/${id}.md is missing`);
    const spoken = speakers.flatMap(({ passages, ...speaker }) => {
      const markdown = passages.get(BENEFIT_HEADINGS[id]);
      return markdown ? [{ ...speaker, markdown }] : [];
    });
    const core = { topic: refOf(section), answers: [], markdown: section.markdown };
    const passages = [core, ...spoken].map(({ topic, answers: behind, markdown }) => ({
      id: `${topic}#${id}`,
      topic,
      rule: "passage" as const,
      answers: behind,
      markdown,
      facts: footnotesOf(markdown),
    }));
    const founded = parts.map((part) => ({
      ...part,
      answers: speakers.find(({ topic }) => topic === part.from)?.answers ?? [],
      facts: passages.find(({ topic }) => topic === part.from)?.facts ?? [],
    }));
    const cited = [...section.facts, ...passages.flatMap((passage) => passage.facts)];
    const facts = strongestFirst(cited, answers.country?.ids, library);
    return { id, title: section.title, score, parts: founded, proof: section.proof ?? "thinly", passages, facts };
  });
}

/** What to watch: cautions whose conditions hold, each once, the person's concerns first. */
export function composeCautions(topics: readonly AnswerTopic[], answers: Answers): Advice["cautions"] {
  const first = ["concern", "stage", "country", "field", "track", "goal"];
  // What keeps a school pupil safe comes before everything else.
  const rank = ({ kind, id }: AnswerTopic): number => (id === "secondary" ? -1 : first.indexOf(kind));
  return [...topics]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((topic) =>
      topic.watch
        .filter((item) => applies(item, answers) === "yes")
        .map((item) => ({
          text: item.text,
          facts: item.facts,
          from: refOf(topic),
          answers: answersBehind(topic, item, answers),
          rule: "watch" as const,
        })),
    );
}

/**
 * Alternatives the person's topics name and that fit them, each once: first those of the topic that lowers the case, then
 * those of concerns, then those of the stage.
 */
export function composeInstead(topics: readonly AnswerTopic[], answers: Answers, library: Library): Advice["instead"] {
  const weight = (topic: AnswerTopic): number =>
    topic.stop ? -9 : topic.case.reduce((sum, point) => sum + Math.min(0, point.weight), 0);
  const rank = ({ kind }: AnswerTopic): number => (kind === "concern" ? 0 : kind === "stage" ? 1 : 2);
  const named = [...topics]
    .sort((a, b) => weight(a) - weight(b) || rank(a) - rank(b))
    .flatMap((topic) => topic.instead.map((id) => ({ id, from: topic })));
  const seen = new Set<string>();
  return named.flatMap(({ id, from }) => {
    const topic = library.find("alternative", id);
    if (!topic || seen.has(id) || applies(topic, answers) === "no") return [];
    seen.add(id);
    const { title, summary, facts } = topic;
    const behind = answersBehind(from, topic, answers);
    return [{ id, title, summary, facts, from: refOf(from), answers: behind, rule: "instead" as const }];
  });
}
