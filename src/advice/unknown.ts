import type { Library } from "../library/library.ts";
import type { AnswerKind } from "../library/topic.ts";
import { type Profile, tracksOf } from "../profile/profile.ts";
import { QUESTIONS, type QuestionId } from "../profile/questions.ts";
import type { OpenQuestion } from "./advice.ts";
import { differences, type Outcomes } from "./outcomes.ts";

/** Where the counts are equal, the question that speaks to more of the advice comes first. */
const ORDER: readonly QuestionId[] = ["stage", "field", "goal", "concern", "country", "track", "start", "hours"];

/**
 * The questions without an answer, the one that would matter most first: each of its choices is tried, and those are
 * counted that change the conclusion, then those that change the first three benefits.
 */
export function openQuestions(outcomes: Outcomes, library: Library): OpenQuestion[] {
  const { profile, now } = outcomes;
  return QUESTIONS.filter((question) => question.known(profile) === undefined)
    .map(({ id, ask }) => {
      const found = choicesOf(id, profile, library).map((choice) =>
        differences(now, outcomes.with(id as AnswerKind, [choice])),
      );
      const changes = {
        conclusion: found.filter((each) => each.includes("conclusion")).length,
        topThree: found.filter((each) => each.includes("top-three")).length,
      };
      return { id, flag: `--${id}`, question: ask, choices: found.length, changes };
    })
    .sort(
      (a, b) =>
        share(b, "conclusion") - share(a, "conclusion") ||
        share(b, "topThree") - share(a, "topThree") ||
        ORDER.indexOf(a.id) - ORDER.indexOf(b.id),
    );
}

const share = ({ choices, changes }: OpenQuestion, of: keyof OpenQuestion["changes"]): number =>
  choices === 0 ? 0 : changes[of] / choices;

/** The answers that a question could get; the field offers the tracks. Dates move the plan alone. */
function choicesOf(id: QuestionId, profile: Profile, library: Library): readonly string[] {
  if (id === "start" || id === "hours") return [];
  return id === "track" ? tracksOf(profile, library) : library.ids(id);
}

/** The open question that would matter most, or null when none of its answers would change anything. */
export const mattersMost = ([first]: readonly OpenQuestion[]): QuestionId | null =>
  first && first.changes.conclusion + first.changes.topThree > 0 ? first.id : null;
