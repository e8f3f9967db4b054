import * as z from "zod";
import { PHASES } from "../../library/kinds.ts";
import { benefit, conflicts, fromResume, isoDate, profile, step, verdict, versioned } from "./parts.ts";

const calendar = z.object({
  track: z.string(),
  title: z.string(),
  assumed: z.boolean(),
  opens: isoDate,
  peak: isoDate,
  closes: isoDate,
  sure: z.enum(["high", "medium", "low"]),
  from: z.string(),
  ifLate: z.string().nullable(),
  nextYearOpens: isoDate,
});

/** `checklist`, and `export` of a plan file. */
export const plan = z.object({
  ...versioned,
  profile,
  fromResume: fromResume.optional(),
  conflicts,
  planId: z.uuid(),
  name: z.string(),
  made: isoDate,
  calendar: calendar.nullable(),
  hoursPerWeek: z.number(),
  hoursAssumed: z.boolean(),
  totalHours: z.number(),
  verdict,
  steps: z.array(
    z.object({
      ...step,
      uid: z.uuid(),
      phase: z.enum(PHASES),
      priority: z.enum(["essential", "recommended", "optional"]),
      why: z.string(),
      how: z.array(z.string()),
      cost: z.string().nullable(),
      start: isoDate.nullable(),
      waitDays: z.number().describe("calendar days it takes besides the work"),
      latest: isoDate.nullable(),
      week: z.int().nullable(),
      late: z.boolean(),
      after: z.array(z.string()),
      serves: z.array(benefit),
      doneWhen: z.string(),
      status: z.enum(["open", "done"]),
      origin: z.string().optional(),
    }),
  ),
  leftOut: z.array(z.object({ id: z.string(), title: z.string(), reason: z.string() })),
  command: z.string(),
});

const nextStep = z.object({
  id: z.string(),
  title: z.string(),
  due: isoDate.nullable(),
  effortHours: z.number(),
  doneWhen: z.string(),
  waitsFor: z.array(z.string()),
});

export const next = z.object({
  ...versioned,
  late: z.array(nextStep),
  now: z.array(nextStep),
  later: z.array(nextStep),
  waiting: z.array(nextStep),
  own: z.array(z.string()),
  progress: z.object({ done: z.int(), all: z.int(), hoursLeft: z.number() }),
});

export const done = z.object({
  ...versioned,
  steps: z.array(z.object({ id: z.string(), title: z.string(), status: z.enum(["open", "done"]) })),
});

export const replan = z.object({
  ...versioned,
  moves: z.array(z.object({ id: z.string(), title: z.string(), from: isoDate.nullable(), to: isoDate.nullable() })),
  verdict,
  totalHours: z.number(),
});
