import { advise } from "../advice/advise.ts";
import { compareSides, type Side } from "../advice/compare.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { comparisonMarkdown } from "../formats/comparison-markdown.ts";
import { toJson } from "../formats/json.ts";
import type { Library } from "../library/library.ts";
import { makePlan } from "../plan/make-plan.ts";
import type { Day } from "../profile/dates.ts";
import { describeProfile } from "../profile/who.ts";
import { flagsOf, type Known, profileOfFlags, settled, type TypedProfile } from "./profile.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";
import { drawMarkdown } from "./text.ts";

export type CompareFlags = TypedProfile & OutputFlags & { right: (TypedProfile & OutputFlags) | null };

/** `compare <flags> -- <flags>`: two situations side by side; the right side changes the left. */
export async function compareCommand({ right, ...flags }: CompareFlags, context: Context): Promise<void> {
  // What says how to print holds for both sides, wherever it stands.
  const output = { ...flags, ...right };
  const settings = readSettings(output, ["md", "text", "json"], context);
  if (!right || (Object.keys(flagsOf(right)).length === 0 && !right.profile && !right.resume)) {
    throw usageError(
      "compare needs flags on both sides of --",
      "intern-why compare --field nursing --hours 2 -- --hours 6",
    );
  }
  if ([flags.profile, flags.resume, right.profile, right.resume].filter((file) => file === "-").length > 1)
    throw usageError("stdin can be read once: only one side can take -", "name a file on the other side");
  const library = await context.library(output.content);
  const { today } = settings;
  const left = await profileOfFlags(flags, library, settings, context);
  // A profile file is a whole person: only flags and a resume change the left side.
  const before = right.profile === undefined ? left.profile : {};
  const own = await profileOfFlags(right, library, settings, context, before);
  const isSamePerson = right.resume === undefined && right.profile === undefined;
  const changed = isSamePerson && left.fromResume ? settled({ ...own, fromResume: left.fromResume }) : own;
  const comparison = compareSides(sideOf(left, library, today), sideOf(changed, library, today));
  if (settings.format === "json") return deliver(toJson(comparison), output, context);
  const text = comparisonMarkdown(comparison, {
    left: describeProfile(left.profile, library),
    right: describeProfile(changed.profile, library),
    titleOf: (id) => library.find("section", id)?.title ?? id,
  });
  deliver(settings.format === "md" ? text : await drawMarkdown(text, settings), output, context);
}

const sideOf = ({ profile, fromResume }: Known, library: Library, today: Day): Side => {
  const { conclusion, case: points, benefits, conflicts } = advise(profile, library, today, [], fromResume);
  const plan = makePlan(profile, library, today, { fromResume });
  return { profile, conclusion, case: points, benefits, conflicts, plan, ...(fromResume ? { fromResume } : {}) };
};
