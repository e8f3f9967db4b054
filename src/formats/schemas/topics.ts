import * as z from "zod";
import { FACT_SUBJECTS } from "../../library/kinds.ts";
import { facts as factIds, head, isoDate, studied, versioned } from "./parts.ts";

const fact = {
  ...studied,
  benefits: z.array(z.enum(FACT_SUBJECTS)),
  population: z.string(),
  value: z.string(),
  source: z.object({
    authors: z.string(),
    title: z.string(),
    publisher: z.string(),
    year: z.union([z.int(), z.string()]),
    url: z.url(),
  }),
  checked: isoDate,
  "review-by": isoDate.optional(),
  reviewed: isoDate,
  markdown: z.string(),
  origin: z.string().optional(),
};

/** `list` and `show`. */
export const topics = z.object({
  ...versioned,
  topics: z.array(
    z.object({
      ...head,
      aliases: z.array(z.string()).optional(),
      origin: z.string().optional(),
      markdown: z.string().optional(),
      facts: factIds.optional(),
      also: z.array(z.string()).optional(),
      fact: z.object({ ...fact, kind: z.literal("fact"), aliases: z.array(z.string()), order: z.int() }).optional(),
    }),
  ),
});

/** `sources`. */
export const facts = z.object({ ...versioned, facts: z.array(z.object({ ...fact, stale: z.boolean() })) });

export const search = z.object({
  ...versioned,
  query: z.string(),
  results: z.array(z.object({ ...head, passage: z.string(), score: z.number() })),
});

/** `resolve`; with `-`, each line by itself. */
export const resolve = z.object({
  schemaVersion: versioned.schemaVersion.optional(),
  input: z.string(),
  id: z.string().nullable(),
  title: z.string().nullable(),
  also: z.array(z.string()),
  confidence: z.number().min(0).max(1),
  how: z.enum(["id", "alias", "code", "tokens", "typo"]).nullable(),
  offers: z.array(z.object({ id: z.string(), title: z.string() })),
});

/** `content check`. */
export const contentCheck = z.object({
  ...versioned,
  topics: z.int(),
  problems: z.array(z.object({ file: z.string(), line: z.int(), message: z.string(), remedy: z.string().optional() })),
});

/** `content new`. */
export const contentNew = z.object({
  ...versioned,
  file: z.string(),
  kind: head.kind,
  id: z.string(),
  replaces: z.boolean(),
});
