import * as z from "zod";
import { benefit, conclusionId, conflicts, from, fromResume, isoDate, profile, verdict, versioned } from "./parts.ts";

const side = z.object({
  profile,
  fromResume: fromResume.optional(),
  conflicts,
  conclusion: z.object({
    id: conclusionId,
    title: z.string(),
    score: z.int(),
    conditions: z.array(z.string()),
  }),
  verdict: verdict.pick({ id: true, slackDays: true }),
  totalHours: z.number(),
});

/** What stands on one side only. */
const onOneSide = <T extends z.ZodType>(item: T) => ({ onlyLeft: z.array(item), onlyRight: z.array(item) });

export const compare = z.object({
  ...versioned,
  left: side,
  right: side,
  conclusionChanges: z.boolean(),
  case: z.object(onOneSide(z.object({ rule: z.string(), text: z.string(), weight: z.int(), from }))),
  conditions: z.object(onOneSide(z.string())),
  ranking: z.array(z.object({ id: benefit, title: z.string(), left: z.int(), right: z.int() })),
  steps: z.object({
    ...onOneSide(z.object({ id: z.string(), title: z.string() })),
    moved: z.array(
      z.object({ id: z.string(), title: z.string(), left: isoDate.nullable(), right: isoDate.nullable() }),
    ),
  }),
});
