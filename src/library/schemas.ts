import * as z from "zod";
import { BENEFITS, FACT_SUBJECTS, type Kind, PHASES } from "./kinds.ts";

/** The front matter of each kind. Strict: an unknown key is an error. Types elsewhere derive from these. */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected an id such as first-year");
const ids = z.array(id);
const line = z.string().trim().min(1);
const isoDate = z.iso.date("expected a date such as 2026-11-22");
const whole = (low: number, high: number) => z.int().min(low).max(high);
const perBenefit = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(BENEFITS), value);

const condition = z.strictObject({
  field: ids.optional(),
  track: ids.optional(),
  stage: ids.optional(),
  goal: ids.optional(),
  concern: ids.optional(),
  country: ids.optional(),
});
const conditional = { when: condition.optional(), unless: condition.optional() };
const cited = { text: line, facts: ids.default([]) };

const point = z.strictObject({ rule: id, weight: whole(-2, 2), ...cited, do: line.optional(), ...conditional });
const anchor = z.strictObject({
  before: z.enum(["opens", "peak", "closes", "start", "interview", "offer", "mid", "end"]),
  weeks: z.number().min(-104).max(104).default(0),
});

const common = {
  title: line,
  summary: line,
  reviewed: isoDate,
  aliases: z.array(line).default([]),
  order: whole(0, 999).default(500),
};
const advising = {
  favors: perBenefit(whole(0, 3)).default({}),
  because: z.union([line, perBenefit(line)]).default({}),
  case: z.array(point).default([]),
  stop: z.strictObject({ ...cited, do: line.optional(), ...conditional }).optional(),
  conditions: z.array(z.strictObject({ ...cited, cap: z.boolean().default(true), ...conditional })).default([]),
  watch: z.array(z.strictObject({ ...cited, ...conditional })).default([]),
  /** Said first in the conclusion, where the question itself is another one. */
  lead: line.optional(),
  instead: ids.default([]),
  steps: ids.default([]),
};
const words = z.strictObject({ title: line, text: line });

export const schemas = {
  section: z.strictObject({
    ...common,
    proof: z.enum(["well", "partly", "thinly"]).optional(),
    facts: ids.default([]),
    conclusions: z
      .strictObject({
        strong: words,
        "worth-it": words,
        conditional: words,
        "alternatives-first": words,
        general: words,
      })
      .optional(),
    always: z.array(z.strictObject({ ...cited, short: line })).default([]),
  }),
  field: z.strictObject({
    ...common,
    ...advising,
    codes: z.strictObject({ cip: z.array(line).default([]), "isced-f": z.array(line).default([]) }),
    tracks: ids.min(1),
  }),
  track: z.strictObject({
    ...common,
    ...advising,
    calendar: z.strictObject({
      opens: whole(0, 110),
      peak: whole(0, 110),
      "peak-ends": whole(0, 110),
      closes: whole(0, 110),
      sure: z.enum(["high", "medium", "low"]),
      from: line,
    }),
    hiring: z.enum(["forecast", "just-in-time", "mixed", "seasonal", "placement-run"]),
    retitle: z.record(id, line).default({}),
  }),
  stage: z.strictObject({ ...common, ...advising }),
  goal: z.strictObject({ ...common, ...advising, you: line }),
  concern: z.strictObject({ ...common, ...advising, private: z.boolean().default(false) }),
  country: z.strictObject({
    ...common,
    ...advising,
    codes: z.strictObject({ "iso-3166": z.array(line).default([]) }).default({ "iso-3166": [] }),
    office: line,
    southern: z.boolean().default(false),
  }),
  alternative: z.strictObject({ ...common, ...conditional, facts: ids.default([]) }),
  action: z.strictObject({
    ...common,
    phase: z.enum(PHASES),
    effort: z.number().positive().max(200),
    due: anchor,
    latest: anchor.optional(),
    wait: whole(0, 730).default(0),
    after: ids.default([]),
    /** Phases whose steps wait for this one, wherever it stands among them. */
    gates: z.array(z.enum(PHASES)).default([]),
    serves: z.array(z.enum(BENEFITS)).default([]),
    ...conditional,
    priority: z.enum(["essential", "recommended", "optional"]),
    done: line,
    facts: ids.default([]),
    cost: line.optional(),
  }),
  fact: z.strictObject({
    ...common,
    benefits: z.array(z.enum(FACT_SUBJECTS)).min(1),
    study: line,
    strength: z.enum(["causal", "quasi-causal", "correlational", "descriptive", "rule"]),
    grade: z.enum(["A", "B", "C", "D"]),
    population: line,
    country: line,
    countries: z.array(line),
    year: line,
    value: line,
    caveat: line,
    source: z.strictObject({
      authors: line,
      title: line,
      publisher: line,
      year: z.union([z.int(), line]),
      url: z.url(),
    }),
    checked: isoDate,
    "review-by": isoDate.optional(),
  }),
} satisfies Record<Kind, z.ZodType>;

export type FrontMatter<K extends Kind> = z.infer<(typeof schemas)[K]>;
export type Condition = z.infer<typeof condition>;
export type Anchor = z.infer<typeof anchor>;
