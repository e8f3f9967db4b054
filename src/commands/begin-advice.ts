import type { Context } from "../context.ts";
import type { Library } from "../library/library.ts";
import { type Asked, obtainProfile, type TypedProfile } from "./profile.ts";
import { type OutputFlags, readSettings, type Settings } from "./settings.ts";

/** What advice is made of: the answers, from flags and files or by asking. */
export async function beginAdvice(
  flags: TypedProfile & OutputFlags,
  context: Context,
): Promise<{ asked: Asked; library: Library; settings: Settings }> {
  const settings = readSettings(flags, ["md", "text", "json"], context, true);
  const library = await context.library(flags.content);
  const questions = ["field", "track", "stage", "goal", "concern", "country", "start"] as const;
  return { asked: await obtainProfile(flags, questions, library, settings, context), library, settings };
}
