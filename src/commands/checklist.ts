import type { Context, Files } from "../context.ts";
import type { AppError } from "../errors.ts";
import { toJson } from "../formats/json.ts";
import { planMarkdown } from "../formats/plan-markdown.ts";
import type { Library } from "../library/library.ts";
import { groupByTime } from "../plan/groups.ts";
import { makePlan, type PlanOptions } from "../plan/make-plan.ts";
import type { Plan } from "../plan/plan.ts";
import { quoted, repeatCommand, withoutPrivate } from "../profile/command.ts";
import type { Prompter } from "../profile/interview.ts";
import { openResolver } from "../profile/open-resolver.ts";
import type { Profile } from "../profile/profile.ts";
import { QUESTIONS } from "../profile/questions.ts";
import { type Known, obtainProfile, type TypedProfile } from "./profile.ts";
import { deliver, type OutputFlags, readSettings, type Settings, unpaged } from "./settings.ts";
import { drawText } from "./text.ts";

export const PLAN_FORMATS = ["md", "text", "json", "csv", "ics", "ics-todo", "todotxt", "taskwarrior", "html"];
const PLAN_FILE = "internship-plan.md";

/** `checklist`: the dated action checklist. */
export async function checklistCommand(flags: TypedProfile & OutputFlags, context: Context): Promise<void> {
  const settings = readSettings(flags, PLAN_FORMATS, context, true);
  const library = await context.library(flags.content);
  const questions = QUESTIONS.map(({ id }) => id);
  const { profile, prompter, fromResume } = await obtainProfile(flags, questions, library, settings, context);
  const plan = makePlan(profile, library, settings.today, { ...planOptions(flags), fromResume });
  const shown = prompter ? await chooseShared(profile, prompter, library) : withoutPrivate(profile, library);
  const kept = flags.noProfile ? null : shown;
  if (prompter && context.out.isTerminal) prompter.say("");
  warnOfEmptyCalendar(plan, settings, context);
  deliver(await renderPlan(plan, kept, settings, flags), prompter ? unpaged(flags) : flags, context);
  if (!prompter) return;
  if (flags.output === undefined && context.out.isTerminal) await offerToSave(plan, kept, prompter, context);
  prompter.say(`To repeat this: ${repeatCommand("checklist", shown, library, true)}${madeWith(flags)}`);
}

/** An iCalendar file has only steps that have a day. */
export function warnOfEmptyCalendar({ steps }: Plan, { format }: Settings, { err }: Context): void {
  if (format === "ics" && steps.every(({ due }) => due === null))
    err.write("warning: no step has a day, so the calendar is empty; give --start, or take ics-todo\n");
}

/** The flags that decide what a plan holds, for the command that makes it again. */
const madeWith = ({ all, name, content }: OutputFlags): string =>
  [
    all ? " --all" : "",
    name === undefined ? "" : ` --name ${quoted(name)}`,
    content === undefined ? "" : ` --content ${quoted(content)}`,
  ].join("");

const planOptions = (flags: OutputFlags): PlanOptions => ({
  all: flags.all ?? false,
  ...(flags.name === undefined ? {} : { name: flags.name }),
});

export async function renderPlan(
  plan: Plan,
  shown: Profile | null,
  settings: Settings,
  flags: OutputFlags,
): Promise<string> {
  if (settings.format === "json") return toJson(plan);
  if (settings.format === "md") return planMarkdown(plan, shown);
  if (settings.format !== "text") {
    const { PLAN_FORMATS: exports } = await import("../formats/plan-formats.ts");
    return exports[settings.format]?.(plan) ?? "";
  }
  const { today, width } = settings;
  const groups = groupByTime(plan, today);
  return drawText(settings, ({ planText }, theme) =>
    planText(plan, groups, { theme, width, today, how: flags.how ?? false }),
  );
}

/** After the advice: the checklist, when the person wants it, and a file of it. */
export async function checklistAfterAdvice(
  { profile, fromResume }: Known,
  prompter: Prompter,
  library: Library,
  settings: Settings,
  flags: OutputFlags,
  context: Context,
): Promise<void> {
  if (await prompter.confirm("Make your dated checklist?", true)) {
    const { interview } = await import("./ask.ts");
    const answered = await interview(["hours"], profile, prompter, library, () => openResolver(library), settings);
    const plan = makePlan(answered, library, settings.today, { ...planOptions(flags), fromResume });
    const shown = await chooseShared(answered, prompter, library);
    const kept = flags.noProfile ? null : shown;
    const text = await renderPlan(plan, kept, { ...settings, format: "text" }, flags);
    deliver(`\n${text}`, unpaged(flags), context);
    await offerToSave(plan, kept, prompter, context);
    prompter.say(`To repeat the checklist: ${repeatCommand("checklist", shown, library, true)}${madeWith(flags)}`);
    return prompter.say(`To repeat the advice: ${repeatCommand("advise", shown, library, true)}`);
  }
  prompter.say(`To repeat this: ${repeatCommand("advise", profile, library)}`);
}

/** The profile as it may be seen by others: private answers stay only when the person says so. */
async function chooseShared(profile: Profile, prompter: Prompter, library: Library): Promise<Profile> {
  const open = withoutPrivate(profile, library);
  if (open.concerns?.length === profile.concerns?.length) return profile;
  const keep = await prompter.confirm(
    "Keep your private answers in the file and in the repeat command? Others may see them.",
    false,
  );
  return keep ? profile : open;
}

async function offerToSave(plan: Plan, kept: Profile | null, prompter: Prompter, { files }: Context): Promise<void> {
  if (!(await prompter.confirm(`Save it as ${PLAN_FILE} in this folder?`, true))) return;
  const text = planMarkdown(plan, kept);
  const isTaken = files.replaces(PLAN_FILE);
  let name = PLAN_FILE;
  if (isTaken && !(await prompter.confirm(`${name} exists already. Replace it?`, false))) {
    name = await askName(prompter, files);
  }
  if (!name) return;
  // A name that cannot be written is no reason to lose all that was answered.
  while (!trySave(name, text, prompter, files)) {
    if (!(await prompter.confirm("Save it under another name?", true))) return;
    name = await askName(prompter, files);
    if (!name) return;
  }
  prompter.say(
    `Saved: ${name}. intern-why next says what to do now${name === PLAN_FILE ? "" : `, with --plan ${quoted(name)}`}.`,
  );
}

async function askName(prompter: Prompter, files: Files): Promise<string> {
  const check = (text: string): string | undefined =>
    files.replaces(text.trim()) ? "that file exists already" : undefined;
  return (await prompter.type({ ask: "Under which name?", help: "Enter alone saves nothing.", check })).trim();
}

function trySave(name: string, text: string, prompter: Prompter, files: Files): boolean {
  try {
    files.save(name, text);
    return true;
  } catch (error) {
    const { name: kind, problems } = error as AppError;
    if (kind !== "AppError") throw error;
    for (const problem of problems) prompter.say(`error: ${problem}`);
    return false;
  }
}
