import * as z from "zod";
import { BENEFITS, KINDS } from "../../library/kinds.ts";
import { profileSchema } from "../../profile/profile-file.ts";

/** What several JSON outputs have in common. */

export const versioned = { schemaVersion: z.literal(1) };
export const benefit = z.enum(BENEFITS);
export const isoDate = z.iso.date();
export const conclusionId = z.enum(["strong", "worth-it", "conditional", "alternatives-first"]);
export const profile = profileSchema.omit({ schemaVersion: true });
export const facts = z.array(z.string()).describe("ids of facts");
export const answers = z.array(z.string()).describe("the answers behind it, as kind/id or start");
export const from = z.string().describe("the topic that says it, as kind/id");
export const head = { kind: z.enum(KINDS), id: z.string(), title: z.string(), summary: z.string() };

export const step = {
  id: z.string(),
  title: z.string(),
  effortHours: z.number(),
  due: isoDate.nullable(),
  because: z.array(z.string()).describe("kind/id of an answer's topic, before/id of a step, or a rule"),
  rules: z
    .array(z.enum(["priority", "steps", "prerequisite", "event", "gap", "all", "plan", "own"]))
    .describe("the rule of each because, in the same order"),
  answers,
  facts,
};

const strength = z.enum(["causal", "quasi-causal", "correlational", "descriptive", "rule"]);
const grade = z.enum(["A", "B", "C", "D"]);

export const studied = {
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  caveat: z.string(),
  study: z.string(),
  strength,
  grade,
  country: z.string(),
  countries: z.array(z.string()),
  year: z.string(),
};

export const source = z.object({
  ...studied,
  reviewBy: isoDate.optional(),
  authors: z.string(),
  published: z.string(),
  url: z.url(),
});

export const verdict = z.object({
  id: z.enum(["fits", "tight", "does-not-fit"]),
  slackDays: z.int().nullable(),
  chain: z.array(z.string()),
  changes: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("hours"), from: z.number(), to: z.number() }),
      z.object({ kind: z.literal("start"), from: isoDate, to: isoDate }),
      z.object({ kind: z.literal("leave-out"), steps: z.array(z.string()) }),
    ]),
  ),
});

export const questionId = z.enum(["field", "track", "stage", "goal", "concern", "country", "start", "hours"]);
const taken = z.object({ answer: questionId, value: z.string(), at: z.string() });

/** What a resume gave: ids and places, no word of its owner. */
export const fromResume = z.object({
  taken: z.array(taken),
  overruled: z.array(taken),
  open: z.array(z.object({ answer: questionId, why: z.string() })),
  gaps: z.array(z.object({ id: z.string(), at: z.string(), text: z.string(), actions: z.array(z.string()) })),
});

export const conflicts = z.array(z.object({ answers: z.array(z.string()), text: z.string() }));
