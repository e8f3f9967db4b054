import type { Kind } from "../library/kinds.ts";
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
  return { ...advice, sources: sourcesOf(advice, library), origins: originsOf(advice, library) };
}

/** The questions without an answer, the one that would matter most first. */
function unknownOf(profile: Profile): Advice["unknown"] {
  const matters = ["stage", "field", "goal", "concern", "country", "start", "track", "hours"];
  return QUESTIONS.filter((question) => question.known(profile) === undefined)
    .sort((a, b) => matters.indexOf(a.id) - matters.indexOf(b.id))
    .map(({ id, ask }) => ({ id, flag: `--${id}`, question: ask }));
}

type Spoken = Omit<Advice, "sources" | "origins">;

/** The topics of other people's folders among those that speak. */
function originsOf(advice: Spoken, library: Library): Advice["origins"] {
  const { case: points, cautions, instead, benefits, conclusion, firstSteps } = advice;
  const refs = [
    ...[...points.for, ...points.against, ...cautions, ...conclusion.conditions, ...conclusion.always].map(
      ({ from }) => from,
    ),
    ...benefits.flatMap(({ passages }) => passages.map(({ topic }) => topic)),
    ...instead.map(({ id }) => `alternative/${id}`),
    ...firstSteps.map(({ id }) => `action/${id}`),
  ];
  return [...new Set(refs)].flatMap((ref) => {
    const [kind, id] = ref.split("/") as [Kind, string];
    const topic = library.find(kind, id);
    return topic?.origin === undefined ? [] : [{ id: ref, title: topic.title, folder: topic.origin }];
  });
}

function sourcesOf(advice: Spoken, library: Library): Advice["sources"] {
  const ids = [
    ...advice.conclusion.facts,
    ...[...advice.case.for, ...advice.case.against].flatMap((point) => point.facts),
    ...advice.benefits.flatMap((benefit) => benefit.passages.flatMap((passage) => passage.facts)),
    ...advice.benefits.flatMap((benefit) => benefit.facts),
    ...[...advice.cautions, ...advice.conclusion.always].flatMap((item) => item.facts),
  ];
  return [...new Set(ids)].flatMap((id) => library.find("fact", id) ?? []).map(sourceOf);
}
