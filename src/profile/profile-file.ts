import { z } from "zod";
import { brief } from "../clean.ts";
import { usageError } from "../errors.ts";
import type { AnswerKind } from "../library/topic.ts";
import { parseDay } from "./dates.ts";
import type { Profile } from "./profile.ts";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected an id; intern-why list shows them");
const date = z.string().refine((text) => parseDay(text) !== undefined, "expected a date such as 2027-06-01");

/** The shape of a profile file. Every answer is optional; unknown keys are refused. */
export const profileSchema = z.strictObject({
  schemaVersion: z.literal(1).optional(),
  field: id.optional(),
  alsoFields: z.array(id).optional(),
  track: id.optional(),
  stage: id.optional(),
  goals: z.array(id).max(8).optional(),
  concerns: z.array(id).max(40).optional(),
  country: id.optional(),
  remote: z.boolean().optional(),
  start: date.optional(),
  interview: date.optional(),
  offer: date.optional(),
  hours: z.number().positive().max(80).optional(),
  busy: z
    .array(z.strictObject({ from: date, to: date }))
    .max(100)
    .optional(),
});

/**
 * Reads a profile file.
 * @param isKnown whether a topic of that kind and id exists
 * @throws a usage error with every problem and its place
 */
export function parseProfile(text: string, name: string, isKnown: (kind: AnswerKind, id: string) => boolean): Profile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw usageError(
      `${brief(name, 200)} is no JSON: ${brief((error as Error).message, 120)}`,
      "make one with --save-profile",
    );
  }
  const result = profileSchema.safeParse(data);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => {
      const where = issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
      return `${brief(name, 200)}: ${where}${brief(issue.message, 200)}`;
    });
    throw usageError(problems, "intern-why schema profile prints what a profile may hold");
  }
  const { schemaVersion: _, ...profile } = result.data;
  const unknown = idsOf(profile as Profile).filter(([kind, , id]) => !isKnown(kind, id));
  if (unknown.length > 0) {
    const problems = unknown.map(
      ([kind, key, each]) => `${brief(name, 200)}: ${key}: there is no ${kind} "${brief(each)}"`,
    );
    throw usageError(problems, `intern-why list ${unknown[0]?.[0]} shows every choice`);
  }
  return profile as Profile;
}

/** Every id in a profile, with its kind and its key in the file. */
function idsOf(profile: Profile): [kind: AnswerKind, key: string, id: string][] {
  const { field, alsoFields = [], track, stage, goals = [], concerns = [], country } = profile;
  const one = (kind: AnswerKind, id: string | undefined): [AnswerKind, string, string][] =>
    id === undefined ? [] : [[kind, kind, id]];
  const many = (kind: AnswerKind, key: string, ids: string[]): [AnswerKind, string, string][] =>
    ids.map((id) => [kind, key, id]);
  return [
    ...one("field", field),
    ...many("field", "alsoFields", alsoFields),
    ...one("track", track),
    ...one("stage", stage),
    ...many("goal", "goals", goals),
    ...many("concern", "concerns", concerns),
    ...one("country", country),
  ];
}
