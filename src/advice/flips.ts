import type { Library } from "../library/library.ts";
import type { Day } from "../profile/dates.ts";
import type { Profile } from "../profile/profile.ts";
import { answersOf, answerTopics, isBlank } from "../profile/profile.ts";
import type { Conclusion, Flip } from "./advice.ts";
import { casePoints, conclude } from "./case.ts";
import { type Ranking, rank, topThree } from "./rank.ts";

interface Change {
  answer: string;
  value: string | null;
  /** The answer that would no longer hold, where none takes its place. */
  without?: string;
  label: string;
  profile: Profile;
}

/** Concerns that can be settled, or that can turn up: pay, permission, the offer in hand. Never who a person is. */
const SETTLED: [id: string, label: string][] = [
  ["asked-to-pay", "If nobody asks you to pay"],
  ["money", "If the place is paid, or funding is settled"],
  ["visa", "If you have permission in writing"],
  ["unpaid-offer", "If the offer becomes a paid one"],
];
const TURNING_UP = ["money", "unpaid-offer"];

/** Which single answer, that the person can change or has not given, would change the conclusion or the top three. */
export function flips(profile: Profile, library: Library, today: Day, now: Outcome): Flip[] {
  if (isBlank(profile)) return [];
  const current = topThree(now.ranking).join();
  const found = changesOf(profile, library).flatMap(({ answer, value, without, label, profile: changed }) => {
    const then = outcomeOf(changed, library, today);
    const three = topThree(then.ranking);
    const changes: Flip["changes"] = [];
    if (then.conclusion.id !== now.conclusion.id) changes.push("conclusion");
    if (three.join() !== current) changes.push("top-three");
    if (changes.length === 0) return [];
    const { id, conditions } = then.conclusion;
    const flag = value ? `--${answer} ${value}` : `without --${answer} ${without}`;
    return [
      {
        answer,
        value,
        ...(without === undefined ? {} : { without }),
        flag,
        label,
        conclusion: id,
        conditions: conditions.map((c) => c.text),
        topThree: three,
        changes,
      },
    ];
  });
  // What changes the conclusion matters more than what changes the order.
  return found.sort((a, b) => Number(b.changes.includes("conclusion")) - Number(a.changes.includes("conclusion")));
}

export interface Outcome {
  conclusion: Conclusion;
  ranking: Ranking;
}

/** The conclusion and the ranking of a profile. */
export function outcomeOf(profile: Profile, library: Library, today: Day): Outcome {
  const topics = answerTopics(profile, library);
  const answers = answersOf(profile, library, today);
  const points = casePoints(topics, answers);
  return { conclusion: conclude(profile, topics, answers, points, library), ranking: rank(topics) };
}

function changesOf(profile: Profile, library: Library): Change[] {
  const concerns = profile.concerns ?? [];
  const settled = SETTLED.filter(([id]) => concerns.includes(id)).map(([id, label]) => ({
    answer: "concern",
    value: null,
    without: id,
    label,
    profile: withConcerns(
      profile,
      concerns.filter((other) => other !== id),
    ),
  }));
  const turningUp = TURNING_UP.filter((id) => !concerns.includes(id)).map((id) => ({
    answer: "concern",
    value: id,
    label: `"${library.find("concern", id)?.title}"`,
    profile: { ...profile, concerns: [...concerns, id] },
  }));
  return [
    ...settled,
    ...turningUp,
    ...unanswered("stage", profile, library),
    ...unanswered("field", profile, library),
    ...otherGoals(profile, library),
    ...otherTracks(profile, library),
  ];
}

/** Concerns that are settled leave no answer behind: an empty list would say "none of these". */
function withConcerns({ concerns: _, ...rest }: Profile, concerns: string[]): Profile {
  return concerns.length > 0 ? { ...rest, concerns } : rest;
}

function unanswered(kind: "stage" | "field", profile: Profile, library: Library): Change[] {
  if (profile[kind]) return [];
  return library.heads
    .filter((head) => head.kind === kind)
    .map(({ id, title }) => ({
      answer: kind,
      value: id,
      label: `${kind === "stage" ? "Where you are" : "What you study"}: ${title}`,
      profile: { ...profile, [kind]: id },
    }));
}

function otherGoals(profile: Profile, library: Library): Change[] {
  return library
    .all("goal")
    .filter((goal) => !profile.goals?.includes(goal.id))
    .map(({ id, you }) => ({
      answer: "goal",
      value: id,
      label: `If you most want to ${you}`,
      profile: { ...profile, goals: [id] },
    }));
}

function otherTracks(profile: Profile, library: Library): Change[] {
  const field = profile.field ? library.find("field", profile.field) : undefined;
  const current = profile.track ?? field?.tracks[0];
  return (field?.tracks ?? [])
    .filter((id) => id !== current)
    .flatMap((id) => library.find("track", id) ?? [])
    .map(({ id, title }) => ({
      answer: "track",
      value: id,
      label: `If you aim at ${title}`,
      profile: { ...profile, track: id },
    }));
}
