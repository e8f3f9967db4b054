import * as z from "zod";
import { BENEFITS, KINDS, PHASES } from "../library/kinds.ts";
import { profileSchema } from "../profile/profile-file.ts";

/** The shapes of the JSON outputs, as `schema` prints them. Keys are added freely, never renamed. */

const versioned = { schemaVersion: z.literal(1) };
const benefit = z.enum(BENEFITS);
const isoDate = z.iso.date();
const conclusionId = z.enum(["strong", "worth-it", "conditional", "alternatives-first"]);
const profile = profileSchema.omit({ schemaVersion: true });

const cited = z.object({ text: z.string(), facts: z.array(z.string()), from: z.string() });
const point = cited.extend({ rule: z.string(), weight: z.int(), do: z.string().optional() });
const source = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  caveat: z.string(),
  study: z.string(),
  strength: z.enum(["causal", "quasi-causal", "correlational", "descriptive", "rule"]),
  grade: z.enum(["A", "B", "C", "D"]),
  country: z.string(),
  countries: z.array(z.string()),
  reviewBy: isoDate.optional(),
  year: z.string(),
  authors: z.string(),
  published: z.string(),
  url: z.url(),
});

const questionId = z.enum(["field", "track", "stage", "goal", "concern", "country", "start", "hours"]);
const taken = z.object({ answer: questionId, value: z.string(), at: z.string() });
/** What a resume gave: ids and places, no word of its owner. */
const fromResume = z.object({
  taken: z.array(taken),
  overruled: z.array(taken),
  open: z.array(z.object({ answer: questionId, why: z.string() })),
  gaps: z.array(z.object({ id: z.string(), at: z.string(), text: z.string(), actions: z.array(z.string()) })),
});
const conflicts = z.array(z.object({ answers: z.array(z.string()), text: z.string() }));

const advice = z.object({
  ...versioned,
  profile,
  fromResume: fromResume.optional(),
  conflicts,
  general: z.boolean(),
  conclusion: z.object({
    id: conclusionId,
    title: z.string(),
    text: z.string(),
    score: z.int(),
    decidedBy: z.object({ rule: z.enum(["stop", "cap", "sum", "nothing-known"]), from: z.array(z.string()) }),
    do: z.string().optional(),
    facts: z.array(z.string()),
    conditions: z.array(z.object({ text: z.string(), from: z.string(), rule: z.enum(["cap", "condition"]) })),
    always: z.array(cited.extend({ short: z.string() })),
  }),
  case: z.object({ for: z.array(point), against: z.array(point) }),
  benefits: z.array(
    z.object({
      id: benefit,
      title: z.string(),
      score: z.int().min(0),
      parts: z.array(z.object({ from: z.string(), rule: z.literal("favors"), weight: z.int(), because: z.string() })),
      proof: z.enum(["well", "partly", "thinly"]),
      passages: z.array(
        z.object({ id: z.string(), topic: z.string(), markdown: z.string(), facts: z.array(z.string()) }),
      ),
      facts: z.array(z.string()),
    }),
  ),
  cautions: z.array(cited.extend({ rule: z.literal("watch") })),
  instead: z.array(
    z.object({ id: z.string(), title: z.string(), summary: z.string(), from: z.string(), rule: z.literal("instead") }),
  ),
  firstSteps: z.array(
    z.object({ id: z.string(), title: z.string(), effortHours: z.number(), due: isoDate.nullable() }),
  ),
  unknown: z.array(
    z.object({
      id: questionId,
      flag: z.string(),
      question: z.string(),
      choices: z.int().min(0),
      changes: z.object({ conclusion: z.int().min(0), topThree: z.int().min(0) }),
    }),
  ),
  mattersMost: questionId.nullable(),
  flips: z.array(
    z.object({
      answer: z.string(),
      value: z.string().nullable(),
      without: z.string().optional(),
      flag: z.string(),
      label: z.string(),
      conclusion: conclusionId,
      conditions: z.array(z.string()),
      topThree: z.array(benefit),
      changes: z.array(z.enum(["conclusion", "top-three"])),
    }),
  ),
  command: z.string(),
  sources: z.array(source),
  origins: z.array(z.object({ id: z.string(), title: z.string(), folder: z.string() })),
  evidenceNote: z.string(),
});

const change = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hours"), from: z.number(), to: z.number() }),
  z.object({ kind: z.literal("start"), from: isoDate, to: isoDate }),
  z.object({ kind: z.literal("leave-out"), steps: z.array(z.string()) }),
]);

const plan = z.object({
  ...versioned,
  profile,
  fromResume: fromResume.optional(),
  conflicts,
  planId: z.uuid(),
  name: z.string(),
  made: isoDate,
  calendar: z
    .object({
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
    })
    .nullable(),
  hoursPerWeek: z.number(),
  hoursAssumed: z.boolean(),
  totalHours: z.number(),
  verdict: z.object({
    id: z.enum(["fits", "tight", "does-not-fit"]),
    slackDays: z.int().nullable(),
    chain: z.array(z.string()),
    changes: z.array(change),
  }),
  steps: z.array(
    z.object({
      id: z.string(),
      uid: z.uuid(),
      title: z.string(),
      phase: z.enum(PHASES),
      priority: z.enum(["essential", "recommended", "optional"]),
      why: z.string(),
      how: z.array(z.string()),
      effortHours: z.number(),
      cost: z.string().nullable(),
      start: isoDate.nullable(),
      due: isoDate.nullable(),
      latest: isoDate.nullable(),
      week: z.int().nullable(),
      late: z.boolean(),
      after: z.array(z.string()),
      serves: z.array(benefit),
      doneWhen: z.string(),
      status: z.enum(["open", "done"]),
      because: z.array(z.string()),
      facts: z.array(z.string()),
      origin: z.string().optional(),
    }),
  ),
  leftOut: z.array(z.object({ id: z.string(), title: z.string(), reason: z.string() })),
  command: z.string(),
});

const head = { kind: z.enum(KINDS), id: z.string(), title: z.string(), summary: z.string() };

const topics = z.object({
  ...versioned,
  topics: z.array(
    z.object({
      ...head,
      aliases: z.array(z.string()).optional(),
      origin: z.string().optional(),
      markdown: z.string().optional(),
      facts: z.array(z.string()).optional(),
      also: z.array(z.string()).optional(),
      fact: z.object({}).loose().optional(),
    }),
  ),
});

const search = z.object({
  ...versioned,
  query: z.string(),
  results: z.array(z.object({ ...head, passage: z.string(), score: z.number() })),
});

export const OUTPUT_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  profile: profileSchema,
  advice,
  plan,
  topics,
  search,
};

/** The JSON Schema (draft 2020-12) of one output. */
export const jsonSchema = (name: string): object => z.toJSONSchema(OUTPUT_SCHEMAS[name] as z.ZodType);
