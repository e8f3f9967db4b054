import type { Library } from "../library/library.ts";
import type { Day } from "../profile/dates.ts";
import type { Profile } from "../profile/profile.ts";
import { QUESTIONS, type QuestionId } from "../profile/questions.ts";
import type { OpenQuestion } from "./advice.ts";
import { type Outcome, outcomeOf } from "./flips.ts";
import { topThree } from "./rank.ts";

/** Where the counts are equal, the question that speaks to more of the advice comes first. */
const ORDER: readonly QuestionId[] = ["stage", "field", "goal", "concern", "country", "track", "start", "hours"];

/**
 * The questions without an answer, the one that would matter most first: each of its choices is tried, and those are
 * counted that change the conclusion, then those that change the first three benefits.
 */
export function openQuestions(profile: Profile, library: Library, today: Day, now: Outcome): OpenQuestion[] {
  const three = topThree(now.ranking).join();
  return QUESTIONS.filter((question) => question.known(profile) === undefined)
    .map(({ id, ask }) => {
      const outcomes = choicesOf(id, profile, library).map((changed) => outcomeOf(changed, library, today));
      const changes = {
        conclusion: outcomes.filter((then) => then.conclusion.id !== now.conclusion.id).length,
        topThree: outcomes.filter((then) => topThree(then.ranking).join() !== three).length,
      };
      return { id, flag: `--${id}`, question: ask, choices: outcomes.length, changes };
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

/** The profile with each answer that a question could get; the field offers the tracks. Dates move the plan alone. */
function choicesOf(id: QuestionId, profile: Profile, library: Library): Profile[] {
  const ids = (kind: "field" | "stage" | "goal" | "concern" | "country"): string[] =>
    library.heads.filter((head) => head.kind === kind).map((head) => head.id);
  switch (id) {
    case "field":
      return ids("field").map((field) => ({ ...profile, field }));
    case "stage":
      return ids("stage").map((stage) => ({ ...profile, stage }));
    case "goal":
      return ids("goal").map((goal) => ({ ...profile, goals: [goal] }));
    case "concern":
      return ids("concern").map((concern) => ({ ...profile, concerns: [concern] }));
    case "country":
      return ids("country").map((country) => ({ ...profile, country }));
    case "track":
      return (library.find("field", profile.field ?? "")?.tracks ?? []).map((track) => ({ ...profile, track }));
    default:
      return [];
  }
}

/** The open question that would matter most, or null when none of its answers would change anything. */
export const mattersMost = ([first]: readonly OpenQuestion[]): QuestionId | null =>
  first && first.changes.conclusion + first.changes.topThree > 0 ? first.id : null;
