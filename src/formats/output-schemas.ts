import * as z from "zod";
import { profileSchema } from "../profile/profile-file.ts";
import { advice } from "./schemas/advice.ts";
import { compare } from "./schemas/compare.ts";
import { explain } from "./schemas/explain.ts";
import { done, next, plan, replan } from "./schemas/plan.ts";
import { contentCheck, contentNew, facts, resolve, search, topics } from "./schemas/topics.ts";

/** The shapes of the JSON outputs, by the name that `schema` takes. Keys are added freely, never renamed. */
export const OUTPUT_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  profile: profileSchema,
  advice,
  plan,
  topics,
  facts,
  search,
  resolve,
  explain,
  compare,
  next,
  done,
  replan,
  "content-check": contentCheck,
  "content-new": contentNew,
};

/** The JSON Schema (draft 2020-12) of one output. It allows keys it does not name: later versions may add some. */
export const jsonSchema = (name: string): object => ({
  ...z.toJSONSchema(OUTPUT_SCHEMAS[name] as z.ZodType, { io: "input" }),
  title: `intern-why ${name}`,
});
