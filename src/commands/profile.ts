import { clean } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import type { Library } from "../library/library.ts";
import type { Day } from "../profile/dates.ts";
import type { Prompter } from "../profile/interview.ts";
import { isBlank, type Profile } from "../profile/profile.ts";
import { QUESTIONS, type QuestionId } from "../profile/questions.ts";
import { type ProfileFlags, readProfileFlags } from "../profile/read.ts";
import type { Resolver } from "../profile/resolve.ts";
import { accessibleBecause } from "../terminal/accessible.ts";
import { type ColorFlag, wantsColor } from "../terminal/color.ts";
import { prepareWidths, wrap } from "../terminal/width.ts";
import type { OutputFlags } from "./settings.ts";

/** The profile flags, as typed. */
export type TypedProfile = Partial<Record<QuestionId, string | string[]>> & {
  busy?: string[];
  interview?: string;
  offer?: string;
  profile?: string;
  saveProfile?: string;
};

export interface Asked {
  profile: Profile;
  /** Who asked; missing when nothing was asked. */
  prompter?: Prompter;
}

const LARGEST_PROFILE = 1_000_000;

/**
 * The profile of a run: from flags, from a file, or by asking.
 * @param questions what is asked when nothing was given
 * @throws a usage error when nothing is known and nobody can be asked
 */
export async function obtainProfile(
  typed: TypedProfile & OutputFlags,
  questions: readonly QuestionId[],
  library: Library,
  today: Day,
  context: Context,
): Promise<Asked> {
  const base = typed.profile === undefined ? {} : await readProfileFile(typed.profile, context);
  const { profile, warnings } = await readProfileFlags(flagsOf(typed), library, today, base);
  for (const warning of warnings) context.err.write(`warning: ${warning}\n`);
  const given = typed.profile !== undefined || Object.keys(flagsOf(typed)).length > 0;
  const asked = await askIfNeeded({ profile, given, typed, questions, library, today, context });
  if (typed.saveProfile !== undefined) await saveProfile(asked.profile, typed.saveProfile, typed, context);
  return asked;
}

/** The profile of a run that never asks: from flags and a file; `general` allows that nothing is known. */
export async function profileOfFlags(
  typed: TypedProfile & OutputFlags,
  library: Library,
  today: Day,
  context: Context,
  known: Profile = {},
): Promise<Profile> {
  const base = typed.profile === undefined ? known : await readProfileFile(typed.profile, context);
  const { profile, warnings } = await readProfileFlags(flagsOf(typed), library, today, base);
  for (const warning of warnings) context.err.write(`warning: ${warning}\n`);
  return profile;
}

interface Need {
  profile: Profile;
  given: boolean;
  typed: TypedProfile & OutputFlags;
  questions: readonly QuestionId[];
  library: Library;
  today: Day;
  context: Context;
}

async function askIfNeeded({ profile, given, typed, questions, library, today, context }: Need): Promise<Asked> {
  if (typed.general || (given && !typed.ask)) return { profile };
  const canAsk = context.stdinIsTerminal && context.err.isTerminal && typed.input !== false;
  if (!canAsk && given) throw usageError("--ask needs a terminal", "leave out --ask, or answer with flags");
  if (!canAsk) {
    const flags = QUESTIONS.map(({ id, value }) => `--${id} <${value}>`).join(" ");
    throw usageError(
      "nothing is known of you, and there is no terminal to ask on",
      `say it with ${flags}, or use --general`,
    );
  }
  const open = questions.filter(
    (id) => !given || QUESTIONS.find((each) => each.id === id)?.known(profile) === undefined,
  );
  const accessible = accessibleBecause(typed, context.env, true);
  const color = wantsColor((typed.color ?? "auto") as ColorFlag, context.env, true);
  await prepareWidths(library.heads.map((head) => head.title).join(""));
  const breakLines = (text: string, indent: number): string =>
    wrap(text, Math.max(20, context.err.columns) - indent).join(`\n${" ".repeat(indent)}`);
  const prompter = await context.prompter({ accessible: accessible !== undefined, color, breakLines });
  if (accessible) prompter.say(`Accessible mode is on, because ${accessible}. Each choice has a number: type it.`);
  const welcome = "A few questions, all of which can be skipped. Nothing leaves this computer.";
  prompter.say(accessible ? welcome : breakLines(welcome, 0));
  const { interview } = await import("../profile/interview.ts");
  const answered = await interview(open, profile, prompter, library, () => resolverOf(library), today);
  if (isBlank(answered)) prompter.say("You skipped the questions, so this is the general advice.");
  return { profile: answered, prompter };
}

/** The resolver of free text, loaded when a person types. */
export const resolverOf = async (library: Library): Promise<Resolver> =>
  (await import("../profile/resolve.ts")).createResolver(library.heads);

export function flagsOf(typed: TypedProfile): ProfileFlags {
  const ids = [...QUESTIONS.map(({ id }) => id), "interview", "offer", "busy"] as const;
  return Object.fromEntries(ids.flatMap((id) => (typed[id] === undefined ? [] : [[id, [typed[id]].flat()]])));
}

export async function readProfileFile(path: string, context: Context): Promise<Profile> {
  const text = path === "-" ? context.readStdin() : context.files.read(path, LARGEST_PROFILE);
  const { parseProfile } = await import("../profile/profile-file.ts");
  return parseProfile(clean(text), path === "-" ? "stdin" : path);
}

async function saveProfile(profile: Profile, path: string, flags: OutputFlags, context: Context): Promise<void> {
  if (!flags.force && context.files.exists(path)) {
    throw usageError(`${clean(path)} exists already`, "add --force to replace it, or choose another name");
  }
  const { toJson } = await import("../formats/json.ts");
  context.files.save(path, toJson(profile));
}
