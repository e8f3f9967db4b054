import * as z from "zod";
import {
  answers,
  benefit,
  conclusionId,
  conflicts,
  facts,
  from,
  fromResume,
  profile,
  questionId,
  source,
  step,
  versioned,
} from "./parts.ts";

const cited = z.object({ text: z.string(), facts, from });
const founded = cited.extend({ answers });
const point = founded.extend({ rule: z.string(), weight: z.int(), do: z.string().optional() });

const conclusion = z.object({
  id: conclusionId,
  title: z.string(),
  text: z.string(),
  score: z.int(),
  decidedBy: z.object({ rule: z.enum(["stop", "cap", "sum", "nothing-known"]), from: z.array(z.string()) }),
  do: z.string().optional(),
  facts,
  conditions: z.array(founded.extend({ rule: z.enum(["cap", "condition"]) })),
  always: z.array(cited.extend({ short: z.string(), rule: z.literal("always") })),
});

const rankedBenefit = z.object({
  id: benefit,
  title: z.string(),
  score: z.int().min(0),
  parts: z.array(z.object({ from, rule: z.literal("favors"), weight: z.int(), because: z.string(), answers, facts })),
  proof: z.enum(["well", "partly", "thinly"]),
  passages: z.array(
    z.object({ id: z.string(), topic: z.string(), rule: z.literal("passage"), answers, markdown: z.string(), facts }),
  ),
  facts,
});

const flip = z.object({
  answer: z.string(),
  value: z.string().nullable(),
  without: z.string().optional(),
  flag: z.string(),
  label: z.string(),
  conclusion: conclusionId,
  conditions: z.array(z.string()),
  topThree: z.array(benefit),
  changes: z.array(z.enum(["conclusion", "top-three"])),
});

export const advice = z.object({
  ...versioned,
  profile,
  fromResume: fromResume.optional(),
  conflicts,
  general: z.boolean(),
  conclusion,
  case: z.object({ for: z.array(point), against: z.array(point) }),
  benefits: z.array(rankedBenefit),
  cautions: z.array(founded.extend({ rule: z.literal("watch") })),
  instead: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      summary: z.string(),
      facts,
      from,
      answers,
      rule: z.literal("instead"),
    }),
  ),
  firstSteps: z.array(z.object(step)),
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
  flips: z.array(flip),
  command: z.string(),
  sources: z.array(source),
  origins: z.array(z.object({ id: z.string(), title: z.string(), folder: z.string() })),
  evidenceNote: z.string(),
});
