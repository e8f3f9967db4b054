import type { Advice } from "../advice/advice.ts";
import { advise } from "../advice/advise.ts";
import { evidenceNote } from "../advice/evidence.ts";
import type { Context } from "../context.ts";
import { adviceMarkdown } from "../formats/advice-markdown.ts";
import { toJson } from "../formats/json.ts";
import type { Kind } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import { BENEFIT_HEADINGS, blocksUnder } from "../library/passages.ts";
import { firstStepsOf } from "../plan/make-plan.ts";
import { formatDay } from "../profile/dates.ts";
import { describeProfile } from "../profile/who.ts";
import { beginAdvice } from "./begin-advice.ts";
import type { Asked, TypedProfile } from "./profile.ts";
import { deliver, type OutputFlags, type Settings, unpaged } from "./settings.ts";
import { drawText, sourceNames } from "./text.ts";

/** `advise`: is it worth it for you, what you would gain, what to watch, first steps. */
export async function adviseCommand(flags: TypedProfile & OutputFlags, context: Context): Promise<void> {
  const { asked, library, settings } = await beginAdvice(flags, context);
  await answer(asked, library, settings, flags, context);
}

/** Advises who has answered, or was asked; after questions on a terminal the checklist is offered. */
export async function answer(
  { profile, prompter, fromResume }: Asked,
  library: Library,
  settings: Settings,
  flags: OutputFlags,
  context: Context,
): Promise<void> {
  const first = firstStepsOf(profile, library, settings.today, fromResume?.gaps);
  const advice = advise(profile, library, settings.today, first, fromResume);
  if (prompter && context.out.isTerminal) prompter.say("");
  deliver(await render(advice, library, settings, flags), prompter ? unpaged(flags) : flags, context);
  if (prompter && flags.output === undefined && context.out.isTerminal) {
    const { checklistAfterAdvice } = await import("./checklist.ts");
    await checklistAfterAdvice({ profile, fromResume }, prompter, library, settings, flags, context);
  } else if (prompter) prompter.say(`To repeat this: ${advice.command}`);
}

async function render(advice: Advice, library: Library, settings: Settings, flags: OutputFlags): Promise<string> {
  if (settings.format === "json") return toJson(advice);
  const who = describeProfile(advice.profile, library);
  const topicOf = (ref: string) => {
    const [kind, id] = ref.split("/") as [Kind, string];
    return library.find(kind, id);
  };
  const titleOf = (ref: string): string => topicOf(ref)?.title ?? ref;
  const country = advice.profile.country ? library.find("country", advice.profile.country) : undefined;
  if (settings.format === "md") return adviceMarkdown(advice, who, titleOf, formatDay(settings.today));
  const words = {
    who,
    titleOf,
    passage: (ref: string, benefit: string) => {
      const topic = topicOf(ref);
      if (!topic) return [];
      return blocksUnder(library.blocks(topic), topic.kind === "section" ? "" : BENEFIT_HEADINGS[benefit as "jobs"]);
    },
    evidenceNote: (ids: readonly string[]) =>
      evidenceNote(
        advice.sources.filter(({ id }) => ids.includes(id)),
        country,
      ),
    sourceOf: sourceNames(library, settings.today),
  };
  return drawText(settings, ({ adviceText }, theme) =>
    adviceText(advice, words, { theme, width: settings.width, full: flags.full ?? false }),
  );
}
