import { advise } from "../advice/advise.ts";
import { compareSides, type Side } from "../advice/compare.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { comparisonMarkdown } from "../formats/comparison-markdown.ts";
import { toJson } from "../formats/json.ts";
import type { Library } from "../library/library.ts";
import { makePlan } from "../plan/make-plan.ts";
import type { Day } from "../profile/dates.ts";
import type { Profile } from "../profile/profile.ts";
import { profileOfFlags, type TypedProfile } from "./profile.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";
import { drawMarkdown } from "./text.ts";

export type CompareFlags = TypedProfile & OutputFlags & { right: TypedProfile | null };

/** `compare <flags> -- <flags>`: two situations side by side; the right side changes the left. */
export async function compareCommand({ right, ...flags }: CompareFlags, context: Context): Promise<void> {
  const settings = readSettings(flags, ["md", "text", "json"], context);
  if (!right || Object.keys(right).length === 0) {
    throw usageError(
      "compare needs flags on both sides of --",
      "intern-why compare --field nursing --hours 2 -- --hours 6",
    );
  }
  const library = await context.library(flags.content);
  const left = await profileOfFlags({ ...flags, general: true }, library, settings.today, context);
  const changed = await profileOfFlags({ ...right, general: true }, library, settings.today, context, left);
  const sides = [left, changed].map((profile) => sideOf(profile, library, settings.today)) as [Side, Side];
  const comparison = compareSides(...sides);
  if (settings.format === "json") return deliver(toJson(comparison), flags, context);
  const text = comparisonMarkdown(comparison, (id) => library.find("section", id)?.title ?? id);
  deliver(settings.format === "md" ? text : await drawMarkdown(text, settings, context), flags, context);
}

const sideOf = (profile: Profile, library: Library, today: Day): Side => {
  const { conclusion, benefits } = advise(profile, library, today);
  return { profile, conclusion, benefits, plan: makePlan(profile, library, today) };
};
