import type { Kind } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import { repeatCommand } from "../profile/command.ts";
import { conflictsOf } from "../profile/conflicts.ts";
import type { Day } from "../profile/dates.ts";
import type { FromResume } from "../profile/from-resume.ts";
import { answersOf, answerTopics, isBlank, type Profile } from "../profile/profile.ts";
import type { Advice, FirstStep } from "./advice.ts";
import { casePoints, conclude, isFor } from "./case.ts";
import { composeBenefits, composeCautions, composeInstead } from "./compose.ts";
import { evidenceNote, sourcesOf } from "./evidence.ts";
import { flips } from "./flips.ts";
import { Outcomes } from "./outcomes.ts";
import { rank } from "./rank.ts";
import { mattersMost, openQuestions } from "./unknown.ts";

/**
 * The advice for a profile: the same input gives the same advice.
 * @param firstSteps the steps the person's plan begins with
 * @param fromResume what of the profile a resume gave
 */
export function advise(
  profile: Profile,
  library: Library,
  today: Day,
  firstSteps: FirstStep[] = [],
  fromResume?: FromResume,
): Advice {
  const topics = answerTopics(profile, library);
  const answers = answersOf(profile, library, today);
  const points = casePoints(topics, answers);
  const ranking = rank(topics);
  const outcomes = new Outcomes(profile, library, today);
  const unknown = openQuestions(outcomes, library);
  const advice = {
    profile,
    ...(fromResume ? { fromResume } : {}),
    conflicts: conflictsOf(profile, today, fromResume),
    general: isBlank(profile),
    conclusion: conclude(outcomes.now.ruling, topics, answers, library),
    case: {
      for: points.filter((point) => isFor(point, points)),
      against: points.filter((point) => !isFor(point, points)),
    },
    benefits: composeBenefits(ranking, topics, answers, library),
    cautions: composeCautions(topics, answers),
    instead: composeInstead(topics, answers, library),
    firstSteps,
    unknown,
    mattersMost: mattersMost(unknown),
    flips: flips(outcomes, library),
    command: repeatCommand("advise", profile, library),
  };
  const sources = sourcesIn(advice, library);
  const country = profile.country ? library.find("country", profile.country) : undefined;
  return { ...advice, sources, evidenceNote: evidenceNote(sources, country), origins: originsOf(advice, library) };
}

type Spoken = Omit<Advice, "sources" | "evidenceNote" | "origins">;

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
    const head = library.head(kind, id);
    return head?.origin === undefined ? [] : [{ id: ref, title: head.title, folder: head.origin }];
  });
}

function sourcesIn(advice: Spoken, library: Library): Advice["sources"] {
  const ids = [
    ...advice.conclusion.facts,
    ...[...advice.case.for, ...advice.case.against].flatMap((point) => point.facts),
    ...advice.benefits.flatMap((benefit) => benefit.passages.flatMap((passage) => passage.facts)),
    ...advice.benefits.flatMap((benefit) => benefit.facts),
    ...[...advice.cautions, ...advice.conclusion.always, ...advice.conclusion.conditions, ...advice.instead].flatMap(
      (item) => item.facts,
    ),
  ];
  return sourcesOf(ids, library);
}
