import * as z from "zod";
import { answers, facts, from, fromResume, profile, source, versioned } from "./parts.ts";

const reason = z.object({
  answer: z.string().describe("the first of answers; general where there is none"),
  answers,
  said: z.string(),
  from: from.nullable(),
  rule: z.string(),
  weight: z.int().nullable(),
  claim: z.string(),
  facts,
});

export const explain = z.object({
  ...versioned,
  profile,
  fromResume: fromResume.optional(),
  explanations: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["benefit", "conclusion", "point", "passage", "action", "question", "topic", "fact", "gap", "rule"]),
      title: z.string(),
      chosen: z.string(),
      because: z.array(reason).min(1),
      counter: z.object({ text: z.string(), facts, do: z.string().optional() }).nullable(),
      wouldChange: z.array(z.object({ flag: z.string(), label: z.string(), effect: z.string() })),
      sources: z.array(source),
      also: z.array(z.string()).describe("other topics of the same bare id, as kind/id"),
    }),
  ),
});
