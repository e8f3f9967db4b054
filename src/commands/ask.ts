import type { Context } from "../context.ts";
import type { Library } from "../library/library.ts";
import type { Clock } from "../profile/dates.ts";
import { interview, type Prompter } from "../profile/interview.ts";
import { openResolver } from "../profile/open-resolver.ts";
import { isBlank, type Profile } from "../profile/profile.ts";
import type { QuestionId } from "../profile/questions.ts";
import { accessibleBecause } from "../terminal/accessible.ts";
import { type ColorFlag, wantsColor } from "../terminal/color.ts";
import { prepareWidths, wrap } from "../terminal/width.ts";
import type { OutputFlags } from "./settings.ts";

// The checklist after the advice asks one more question, with what is loaded already.
export { interview };

/** Welcomes a person and asks the open questions. What only a guided session needs is loaded with this. */
export async function ask(
  open: readonly QuestionId[],
  profile: Profile,
  flags: OutputFlags,
  library: Library,
  clock: Clock,
  context: Context,
): Promise<{ profile: Profile; prompter: Prompter }> {
  const accessible = accessibleBecause(flags, context.env, true);
  const color = wantsColor((flags.color ?? "auto") as ColorFlag, context.env, true);
  // Our own titles are narrow, as a test of the content says.
  if (flags.content !== undefined) await prepareWidths(library.heads.map((head) => head.title).join(""));
  const breakLines = (text: string, indent: number): string =>
    wrap(text, Math.max(20, context.err.columns) - indent).join(`\n${" ".repeat(indent)}`);
  const prompter = await context.prompter({ accessible: accessible !== undefined, color, breakLines });
  if (accessible) prompter.say(`Accessible mode is on, because ${accessible}. Each choice has a number: type it.`);
  const welcome = "A few questions, all of which can be skipped. Nothing leaves this computer.";
  prompter.say(accessible ? welcome : breakLines(welcome, 0));
  const answered = await interview(open, profile, prompter, library, () => openResolver(library), clock);
  if (isBlank(answered)) prompter.say("You skipped the questions, so this is the general advice.");
  return { profile: answered, prompter };
}
