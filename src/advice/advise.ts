import type { Library } from "../library/library.ts";
import { repeatCommand } from "../profile/command.ts";
import type { Day } from "../profile/dates.ts";
import { answersOf, answerTopics, isBlank, type Profile } from "../profile/profile.ts";
import { QUESTIONS } from "../profile/questions.ts";
import type { Advice, FirstStep } from "./advice.ts";
import { casePoints, conclude, isFor } from "./case.ts";
import { composeBenefits, composeCautions, composeInstead } from "./compose.ts";
import { sourceOf } from "./evidence.ts";
import { flips } from "./flips.ts";
import { rank } from "./rank.ts";

/**
 * The advice for a profile: the same input gives the same advice.
 * @param firstSteps the steps the person's plan begins with
 */
export function advise(profile: Profile, library: Library, today: Day, firstSteps: FirstStep[] = []): Advice {
  const topics = answerTopics(profile, library);
  const answers = answersOf(profile, library, today);
  const points = casePoints(topics, answers);
  const ranking = rank(topics);
  const conclusion = conclude(profile, topics, answers, points, library);
  const advice = {
    profile,
    general: isBlank(profile),
    conclusion,
    case: {
      for: points.filter((point) => isFor(point, points)),
      against: points.filter((point) => !isFor(point, points)),
    },
    benefits: composeBenefits(ranking, topics, answers, library),
    cautions: composeCautions(topics, answers),
    instead: composeInstead(topics, answers, library),
    firstSteps,
    unknown: unknownOf(profile),
    flips: flips(profile, library, today, { conclusion, ranking }),
    command: repeatCommand("advise", profile, library),
  };
  return { ...advice, sources: sourcesOf(advice, library) };
}

/** The questions without an answer, the one that would matter most first. */
function unknownOf(profile: Profile): Advice["unknown"] {
  const matters = ["stage", "field", "goal", "concern", "country", "start", "track", "hours"];
  return QUESTIONS.filter((question) => question.known(profile) === undefined)
    .sort((a, b) => matters.indexOf(a.id) - matters.indexOf(b.id))
    .map(({ id, ask }) => ({ id, flag: `--${id}`, question: ask }));
}

function sourcesOf(advice: Omit<Advice, "sources">, library: Library): Advice["sources"] {
  const ids = [
    ...advice.conclusion.facts,
    ...[...advice.case.for, ...advice.case.against].flatMap((point) => point.facts),
    ...advice.benefits.flatMap((benefit) => benefit.passages.flatMap((passage) => passage.facts)),
    ...advice.benefits.flatMap((benefit) => benefit.facts),
    ...[...advice.cautions, ...advice.conclusion.always].flatMap((item) => item.facts),
  ];
  return [...new Set(ids)].flatMap((id) => library.find("fact", id) ?? []).map(sourceOf);
}
