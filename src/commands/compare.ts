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
import { describeProfile } from "../profile/who.ts";
import { flagsOf, profileOfFlags, type TypedProfile } from "./profile.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";
import { drawMarkdown } from "./text.ts";

export type CompareFlags = TypedProfile & OutputFlags & { right: (TypedProfile & OutputFlags) | null };

/** `compare <flags> -- <flags>`: two situations side by side; the right side changes the left. */
export async function compareCommand({ right, ...flags }: CompareFlags, context: Context): Promise<void> {
  // What says how to print holds for both sides, wherever it stands.
  const output = { ...flags, ...right };
  const settings = readSettings(output, ["md", "text", "json"], context);
  if (!right || (Object.keys(flagsOf(right)).length === 0 && !right.profile)) {
    throw usageError(
      "compare needs flags on both sides of --",
      "intern-why compare --field nursing --hours 2 -- --hours 6",
    );
  }
  const library = await context.library(output.content);
  const left = await profileOfFlags({ ...flags, general: true }, library, settings.today, context);
  const changed = await profileOfFlags({ ...right, general: true }, library, settings.today, context, left);
  const sides = [left, changed].map((profile) => sideOf(profile, library, settings.today)) as [Side, Side];
  const comparison = compareSides(...sides);
  if (settings.format === "json") return deliver(toJson(comparison), output, context);
  const text = comparisonMarkdown(comparison, {
    left: describeProfile(left, library),
    right: describeProfile(changed, library),
    titleOf: (id) => library.find("section", id)?.title ?? id,
  });
  deliver(settings.format === "md" ? text : await drawMarkdown(text, settings), output, context);
}

const sideOf = (profile: Profile, library: Library, today: Day): Side => {
  const { conclusion, case: points, benefits } = advise(profile, library, today);
  return { profile, conclusion, case: points, benefits, plan: makePlan(profile, library, today) };
};
