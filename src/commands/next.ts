import type { Context } from "../context.ts";
import { toJson } from "../formats/json.ts";
import { toLines } from "../formats/lines.ts";
import { whatNext } from "../plan/next.ts";
import { planAsWritten } from "../plan/replan.ts";
import { checkReport, openPlan, type PlanFlags } from "./plan-file.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";
import { drawText } from "./text.ts";

/** `next`: what to do now, what is late, what waits for what, and progress. */
export async function nextCommand(flags: PlanFlags & OutputFlags, context: Context): Promise<void> {
  const settings = readSettings(flags, ["lines", "text", "md", "json"], context);
  checkReport(flags, context);
  const library = await context.library(flags.content);
  const { file, profile } = await openPlan(flags, library, settings, context);
  const plan = planAsWritten(file, profile, library, settings.today);
  const next = whatNext(plan, file, settings.today);
  if (settings.format === "json") return deliver(toJson(next), flags, context);
  const rows = [
    ...next.late.map(({ id, due, title }) => [id, "late", due ?? "", title]),
    ...next.now.map(({ id, due, title }) => [id, "now", due ?? "", title]),
    ...next.waiting.map(({ id, due, title }) => [id, "waits", due ?? "", title]),
  ];
  if (settings.format === "lines") return deliver(toLines(rows), flags, context);
  if (settings.format === "md") {
    const { nextMarkdown } = await import("../formats/next-markdown.ts");
    return deliver(nextMarkdown(next, settings.today), flags, context);
  }
  const { width, today } = settings;
  deliver(await drawText(settings, ({ nextText }, theme) => nextText(next, { theme, width, today })), flags, context);
}
