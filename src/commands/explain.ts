import { advise } from "../advice/advise.ts";
import { explain, explainableIds } from "../advice/explain/explain.ts";
import type { Explanation } from "../advice/explain/explanation.ts";
import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { explanationsMarkdown } from "../formats/explanation-markdown.ts";
import { toJson } from "../formats/json.ts";
import type { Library } from "../library/library.ts";
import { refOf } from "../library/topic.ts";
import { firstStepsOf, makePlan } from "../plan/make-plan.ts";
import { KEPT_SHORT } from "../plan/plan.ts";
import { type Day, formatDay } from "../profile/dates.ts";
import type { Gap } from "../profile/from-resume.ts";
import type { Profile } from "../profile/profile.ts";
import { distance } from "../profile/resolve-typos.ts";
import { profileOfFlags, type TypedProfile } from "./profile.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";
import { drawMarkdown } from "./text.ts";

/** `explain [id…]`: answer, rule, claim, source. Without ids: the conclusion and the first three benefits. */
export async function explainCommand(
  ids: string[],
  flags: TypedProfile & OutputFlags,
  context: Context,
): Promise<void> {
  const settings = readSettings(flags, ["md", "text", "json"], context, true);
  const library = await context.library(flags.content);
  const { today } = settings;
  const { profile, fromResume } = await profileOfFlags(flags, library, settings, context);
  const first = firstStepsOf(profile, library, today, fromResume?.gaps);
  const advice = advise(profile, library, today, first, fromResume);
  const made = makePlan(profile, library, today, { fromResume });
  const plan = {
    ...made,
    keptShort: made.leftOut.filter(({ reason }) => reason === KEPT_SHORT).map(({ id }) => id),
    stepsOf: stepsOfOthers(library, today, fromResume?.gaps),
  };
  const from = { advice, plan, library, today };
  const asked = ids.length > 0 ? ids : ["conclusion", ...advice.benefits.slice(0, 3).map((benefit) => benefit.id)];
  const found = asked.map((id) => explain(id.trim(), from));
  const problems = asked.filter((_, i) => !found[i]).map((id) => `nothing to explain under "${brief(id)}"`);
  if (problems.length > 0) throw usageError(problems, nearest(asked, explainableIds(from), library));
  const explanations = found as Explanation[];
  if (settings.format === "json") return deliver(toJson({ profile, fromResume, explanations }), flags, context);
  const text = explanationsMarkdown(explanations, formatDay(today), fromResume);
  deliver(settings.format === "md" ? text : await drawMarkdown(text, settings), flags, context);
}

/** The steps in the checklists of other profiles; each is made once, however many ids ask for it. */
function stepsOfOthers(library: Library, today: Day, gaps: readonly Gap[] = []) {
  const known = new Map<string, ReadonlySet<string>>();
  return (profile: Profile): ReadonlySet<string> => {
    const key = JSON.stringify(profile);
    const steps =
      known.get(key) ??
      new Set(firstStepsOf(profile, library, today, gaps, Number.POSITIVE_INFINITY).map((step) => step.id));
    known.set(key, steps);
    return steps;
  };
}

/** What may have been meant: an id that the advice prints, before any other topic. */
function nearest(asked: readonly string[], ids: readonly string[], { heads }: Library): string {
  const all = new Set([...ids, ...heads.map(refOf), ...heads.map(({ id }) => id)]);
  const near = [...all].filter((id) => asked.some((text) => distance(id, text.slice(0, 60)) <= 2));
  return near.length > 0
    ? `did you mean ${near.slice(0, 3).join(", ")}?`
    : `for example: ${ids.slice(0, 12).join(", ")}`;
}
