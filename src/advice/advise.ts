import type { Library } from "../library/library.ts";
import { repeatCommand } from "../profile/command.ts";
import { conflictsOf } from "../profile/conflicts.ts";
import type { Day } from "../profile/dates.ts";
import type { FromResume } from "../profile/from-resume.ts";
import { answersOf, answerTopics, isBlank, type Profile } from "../profile/profile.ts";
import type { Advice, FirstStep } from "./advice.ts";
import { casePoints, conclude, isFor } from "./case.ts";
import { composeBenefits, composeCautions, composeInstead } from "./compose.ts";
import { evidenceNote, sourceOf } from "./evidence.ts";
import { flips } from "./flips.ts";
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
  const conclusion = conclude(profile, topics, answers, points, library);
  const unknown = openQuestions(profile, library, today, { conclusion, ranking });
  const advice = {
    profile,
    ...(fromResume ? { fromResume } : {}),
    conflicts: conflictsOf(profile, today, fromResume),
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
    unknown,
    mattersMost: mattersMost(unknown),
    flips: flips(profile, library, today, { conclusion, ranking }),
    command: repeatCommand("advise", profile, library),
  };
  const sources = sourcesOf(advice, library);
  const country = profile.country ? library.find("country", profile.country) : undefined;
  return { ...advice, sources, evidenceNote: evidenceNote(sources, country) };
}

function sourcesOf(advice: Omit<Advice, "sources" | "evidenceNote">, library: Library): Advice["sources"] {
  const ids = [
    ...advice.conclusion.facts,
    ...[...advice.case.for, ...advice.case.against].flatMap((point) => point.facts),
    ...advice.benefits.flatMap((benefit) => benefit.passages.flatMap((passage) => passage.facts)),
    ...advice.benefits.flatMap((benefit) => benefit.facts),
    ...[...advice.cautions, ...advice.conclusion.always].flatMap((item) => item.facts),
  ];
  return [...new Set(ids)].flatMap((id) => library.find("fact", id) ?? []).map(sourceOf);
}
