import type { Profile } from "../../profile/profile.ts";

/** Kinds of answers that a person can change or settle; never where they stand or who they are. */
const CHANGEABLE = ["goal", "track", "concern"] as const;
type Changeable = (typeof CHANGEABLE)[number];

export const isChangeable = (kind: string): kind is Changeable => (CHANGEABLE as readonly string[]).includes(kind);

/** The profile without one answer; a list that becomes empty is no answer, not the answer "none". */
export function without(profile: Profile, kind: Changeable, id: string): Profile {
  if (kind === "track") {
    const { track: _, ...rest } = profile;
    return rest;
  }
  const { goals, concerns, ...rest } = profile;
  const left = (ids: string[] | undefined, of: Changeable) => (of === kind ? ids?.filter((each) => each !== id) : ids);
  const [goalsLeft, concernsLeft] = [left(goals, "goal"), left(concerns, "concern")];
  return {
    ...rest,
    ...(goalsLeft && (goalsLeft.length > 0 || goals?.length === 0) ? { goals: goalsLeft } : {}),
    ...(concernsLeft && (concernsLeft.length > 0 || concerns?.length === 0) ? { concerns: concernsLeft } : {}),
  };
}

/** The profile with one answer more; a field, a track or a stage takes the place of another. */
export function withAnswer(profile: Profile, kind: string, id: string): Profile {
  if (kind === "goal") return { ...profile, goals: [...new Set([...(profile.goals ?? []), id])] };
  if (kind === "concern") return { ...profile, concerns: [...new Set([...(profile.concerns ?? []), id])] };
  return { ...profile, [kind]: id };
}
