import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { toJson } from "../formats/json.ts";
import { finishedUids } from "../plan/finished.ts";
import { uidsOf } from "../plan/make-plan.ts";
import { type FileStep, type PlanFile, tick } from "../plan/plan-file.ts";
import { normalize } from "../profile/resolve-text.ts";
import { checkReport, openPlan, type PlanFlags, planPath } from "./plan-file.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";

export type DoneFlags = PlanFlags & OutputFlags & { undo?: boolean; from?: string };

const LARGEST_REPORT = 16_000_000;

/** `done <step…>`: ticks steps, by id or by the words of their line; `--from` takes what another tool reports finished. */
export async function doneCommand(names: string[], flags: DoneFlags, context: Context): Promise<void> {
  const settings = readSettings(flags, ["text", "md", "json"], context);
  if (names.length === 0 && flags.from === undefined) {
    throw usageError("no step named", "intern-why done goals, or intern-why done --from finished.json");
  }
  if (flags.plan === "-" && flags.from === "-") throw usageError("--plan and --from cannot both be stdin");
  checkReport(flags, context);
  const library = await context.library(flags.content);
  // Read before the plan is locked: it may take its time.
  const reported = flags.from === undefined ? new Set<string>() : readReport(flags.from, context);
  const run = async () => {
    const { path, file } = await openPlan(flags, library, settings, context);
    const steps = [...findSteps(names, file), ...finished(reported, file)];
    const text = tick(
      file,
      steps.map((step) => step.line),
      !flags.undo,
    );
    return { path, text, steps };
  };
  if (flags.plan === "-") {
    return deliver((await run()).text, flags, context);
  }
  const { steps } = await context.files.locked(planPath(flags, context), async () => {
    const ticked = await run();
    context.files.save(ticked.path, ticked.text);
    return ticked;
  });
  const verb = flags.undo ? "Open again" : "Done";
  const data = {
    steps: steps.map(({ id, title }) => ({ id, title, status: flags.undo ? "open" : "done" })),
  };
  const lines = steps.map(({ title }) => `${verb}: ${brief(title, 200)}\n`).join("");
  deliver(settings.format === "json" ? toJson(data) : lines || "Nothing new is finished.\n", flags, context);
}

/** The steps a person names: by id, or by whole words that stand in one line only. All problems at once. */
function findSteps(names: readonly string[], file: PlanFile): FileStep[] {
  const problems: string[] = [];
  const steps = names.flatMap((name) => {
    const words = normalize(name);
    const byId = file.steps.filter((step) => step.id === name.trim());
    const matches =
      byId.length > 0
        ? byId
        : file.steps.filter((step) => words && ` ${normalize(step.title)} `.includes(` ${words} `));
    if (matches.length === 1) return matches;
    const several = matches.map((step) => step.id).join(", ");
    problems.push(
      matches.length === 0 ? `no step "${brief(name)}"` : `"${brief(name)}" could be ${brief(several, 200)}`,
    );
    return [];
  });
  if (problems.length > 0)
    throw usageError(problems, `steps: ${brief(file.steps.map((step) => step.id).join(", "), 600)}`);
  return steps;
}

/** The uids that another tool's report names as finished. */
function readReport(source: string, context: Context): Set<string> {
  const uids = finishedUids(source === "-" ? context.readStdin() : context.files.read(source, LARGEST_REPORT));
  if (uids) return uids;
  const name = source === "-" ? "stdin" : brief(source, 200);
  throw usageError(`${name} is no JSON, iCalendar or todo.txt`, "task export | intern-why done --from -");
}

/** The open steps with the reported uids. */
function finished(reported: ReadonlySet<string>, file: PlanFile): FileStep[] {
  const ids = file.steps.map(({ id }) => id);
  const uids = uidsOf(file.head.planId, ids);
  return file.steps.filter((step) => !step.done && reported.has(uids.get(step.id) ?? ""));
}
