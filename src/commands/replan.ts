import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { toJson } from "../formats/json.ts";
import { escapeMarkdown } from "../formats/markdown.ts";
import { planSummary } from "../formats/plan-markdown.ts";
import { verdictWords } from "../formats/verdict-words.ts";
import type { Plan } from "../plan/plan.ts";
import { type Move, replan } from "../plan/replan.ts";
import { checkReport, openPlan, type PlanFlags, planPath } from "./plan-file.ts";
import type { TypedProfile } from "./profile.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";
import { drawMarkdown } from "./text.ts";

export type ReplanFlags = PlanFlags & TypedProfile & OutputFlags & { dryRun?: boolean };

/** `replan`: re-dates the open steps from today, and says what moved and what it costs. */
export async function replanCommand(flags: ReplanFlags, context: Context): Promise<void> {
  const settings = readSettings(flags, ["md", "text", "json"], context);
  checkReport(flags, context);
  const library = await context.library(flags.content);
  const run = async (): Promise<{ text: string; report: string; path: string }> => {
    const { path, file, profile } = await openPlan(flags, library, settings, context);
    if (!profile.start && file.steps.some(({ due }) => due !== undefined)) {
      const hint = "give them again: --field, --stage, --start and --hours, or --profile <file>";
      throw usageError(`${path === "-" ? "stdin" : brief(path, 200)} holds dates, but no answers to date from`, hint);
    }
    const { text, plan, moves } = replan(file, profile, library, settings.today, planSummary);
    const data = { moves, verdict: plan.verdict, totalHours: plan.totalHours };
    const report = settings.format === "json" ? toJson(data) : reportOf(moves, plan);
    return { path, text, report: settings.format === "text" ? await drawMarkdown(report, settings) : report };
  };
  if (flags.plan === "-" || flags.dryRun) {
    const { text, report } = await run();
    return deliver(flags.dryRun ? report : text, flags, context);
  }
  // Read before the plan is locked: it may take its time.
  if (Object.values(flags).includes("-")) context.readStdin();
  const report = await context.files.locked(planPath(flags, context), async () => {
    const done = await run();
    context.files.save(done.path, done.text);
    return done.report;
  });
  deliver(report, flags, context);
}

/** What moved, and what it costs, without blame. */
function reportOf(moves: readonly Move[], plan: Plan): string {
  const hours = `${Math.round(plan.totalHours * 10) / 10} hours are left before you start`;
  const lines = moves.map(
    ({ title, from, to }) => `- ${escapeMarkdown(title)}: ${from ?? "no date"} -> ${to ?? "no date"}`,
  );
  const head =
    moves.length === 0 ? "No date moves." : `${moves.length} ${moves.length === 1 ? "date moves" : "dates move"}:`;
  return `${[head, ...lines].join("\n")}\n\n${hours}. ${verdictWords(plan).map(escapeMarkdown).join(" ")}\n`;
}
