import * as z from "zod";
import { brief } from "../clean.ts";
import { usageError } from "../errors.ts";
import type { AnswerKind } from "../library/topic.ts";
import { parseGivenDay } from "./dates.ts";
import { LEAST_HOURS, MOST_HOURS } from "./hours.ts";
import type { Profile } from "./profile.ts";
import { MOST_BUSY } from "./profile.ts";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected an id; intern-why list shows them");
const date = z.string().refine((text) => parseGivenDay(text) !== undefined, "expected a date such as 2027-06-01");

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
  hours: z.number().min(LEAST_HOURS).max(MOST_HOURS).optional(),
  busy: z
    .array(z.strictObject({ from: date, to: date }).refine(({ from, to }) => from <= to, "ends before it begins"))
    .max(MOST_BUSY)
    .optional(),
});

/** Whether a topic of that kind and id exists. */
export type IsKnown = (kind: AnswerKind, id: string) => boolean;

/** Reads a profile file. @throws a usage error with every problem and its place */
export function parseProfile(text: string, name: string, isKnown: IsKnown): Profile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw usageError(
      `${brief(name, 200)} is no JSON: ${brief((error as Error).message, 120)}`,
      "make one with --save-profile",
    );
  }
  const { profile, problems, hint } = readProfile(data, isKnown);
  if (problems.length === 0) return profile;
  throw usageError(
    problems.map((problem) => `${brief(name, 200)}: ${problem}`),
    hint,
  );
}

/** A profile from data that somebody else made, and every problem in it, after its key. */
export function readProfile(
  data: unknown,
  isKnown: IsKnown,
): { profile: Profile; problems: string[]; hint: string | undefined } {
  const read = profileSchema.safeParse(data);
  const issues = read.error?.issues ?? [];
  const { schemaVersion: _, ...given } = read.data ?? soundPart(data, issues);
  const profile = eachOnce(given);
  const unknown = idsOf(profile as Profile).filter(([kind, , id]) => !isKnown(kind, id));
  const problems = [
    ...issues.map(({ path, message }) =>
      [
        ...(path.length > 0 ? [path.join(".")] : []),
        brief(message.replace(/, received undefined$/, ", found nothing"), 200),
      ].join(": "),
    ),
    ...unknown.map(([kind, key, id]) => `${key}: there is no ${kind} "${brief(id)}"`),
  ];
  const choices = unknown[0] && `intern-why list ${unknown[0][0]} shows every choice`;
  const hint = issues.length > 0 ? "intern-why schema profile prints what a profile may hold" : choices;
  return { profile: profile as Profile, problems, hint };
}

/** An answer that is given twice counts once. */
const eachOnce = (given: object): object =>
  Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      Array.isArray(value) && key !== "busy" ? [...new Set(value)] : value,
    ]),
  );

/** The answers in which the schema found nothing wrong. */
function soundPart(data: unknown, issues: readonly z.core.$ZodIssue[]): z.infer<typeof profileSchema> {
  const wrong = new Set(issues.map(({ path }) => path[0]));
  return Object.fromEntries(
    Object.entries(data ?? {}).filter(([key]) => Object.hasOwn(profileSchema.shape, key) && !wrong.has(key)),
  );
}

/** Every id in a profile, with its kind and its key. */
function idsOf(profile: Profile): [kind: AnswerKind, key: string, id: string][] {
  const { field, track, stage, country } = profile;
  const lists = { alsoFields: "field", goals: "goal", concerns: "concern" } as const;
  return [
    ...Object.entries({ field, track, stage, country }).flatMap(([kind, id]): [AnswerKind, string, string][] =>
      id === undefined ? [] : [[kind as AnswerKind, kind, id]],
    ),
    ...Object.entries(lists).flatMap(([key, kind]) =>
      (profile[key as keyof typeof lists] ?? []).map((id): [AnswerKind, string, string] => [kind, key, id]),
    ),
  ];
}
