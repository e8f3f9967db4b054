import type { Context } from "../context.ts";
import { planAsWritten } from "../plan/replan.ts";
import { PLAN_FORMATS, renderPlan, warnOfEmptyCalendar } from "./checklist.ts";
import { openPlan, type PlanFlags } from "./plan-file.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";

/** `export`: a plan file in another format, with its owner's ticks, words and dates. */
export async function exportCommand(flags: PlanFlags & OutputFlags, context: Context): Promise<void> {
  const settings = readSettings(flags, PLAN_FORMATS, context);
  const library = await context.library(flags.content);
  const { file, profile } = await openPlan(flags, library, settings, context);
  const plan = planAsWritten(file, profile, library, settings.today);
  warnOfEmptyCalendar(plan, settings, context);
  deliver(await renderPlan(plan, flags.noProfile ? null : file.head.profile, settings, flags), flags, context);
}
