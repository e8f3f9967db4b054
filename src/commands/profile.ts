import { clean } from "../clean.ts";
import type { Context } from "../context.ts";
import { type AppError, usageError } from "../errors.ts";
import { toJson } from "../formats/json.ts";
import type { Library } from "../library/library.ts";
import type { Day } from "../profile/dates.ts";
import { type FromResume, overlaid, settle } from "../profile/from-resume.ts";
import type { Prompter } from "../profile/interview.ts";
import { openResolver } from "../profile/open-resolver.ts";
import type { Profile } from "../profile/profile.ts";
import { QUESTIONS, type QuestionId } from "../profile/questions.ts";
import { type ProfileFlags, readProfileFlags } from "../profile/read.ts";
import { type OutputFlags, refuseToReplace, type Settings } from "./settings.ts";

/** The profile flags, as typed. */
export type TypedProfile = Partial<Record<QuestionId, string | string[]>> & {
  busy?: string[];
  interview?: string;
  offer?: string;
  profile?: string;
  resume?: string;
  saveProfile?: string;
};

/** Answers, and what of them a resume gave. */
export interface Known {
  profile: Profile;
  /** Missing without a resume. */
  fromResume?: FromResume | undefined;
}

export interface Asked extends Known {
  /** Who asked; missing when nothing was asked. */
  prompter?: Prompter;
}

const LARGEST_PROFILE = 1_000_000;
const LARGEST_RESUME = 4_000_000;
/** More places than this are counted, not named. */
const MOST_WARNINGS = 5;

/**
 * The profile of a run: from flags, from a file, or by asking.
 * @param questions what is asked when nothing was given
 * @throws a usage error when nothing is known and nobody can be asked
 */
export async function obtainProfile(
  typed: TypedProfile & OutputFlags,
  questions: readonly QuestionId[],
  library: Library,
  settings: Settings,
  context: Context,
): Promise<Asked> {
  const known = await knownAnswers(typed, library, settings, context);
  const given =
    [typed.profile, typed.resume].some((each) => each !== undefined) || Object.keys(flagsOf(typed)).length > 0;
  const need = { profile: known.profile, given, typed, questions, library, settings, context };
  const asked = { ...known, ...(await askIfNeeded(need)) };
  if (typed.saveProfile !== undefined) await saveProfile(asked.profile, typed.saveProfile, typed, context);
  return settled(asked);
}

/** The profile of a run that never asks: from flags and files, over answers that are known already. */
export async function profileOfFlags(
  typed: TypedProfile & OutputFlags,
  library: Library,
  settings: Settings,
  context: Context,
  before: Profile = {},
): Promise<Known> {
  const known = await knownAnswers(typed, library, settings, context, before);
  if (typed.saveProfile !== undefined) await saveProfile(known.profile, typed.saveProfile, typed, context);
  return settled(known);
}

/** What a resume gave, as far as the answers leave it standing. */
export const settled = <T extends Known>(known: T): T =>
  known.fromResume ? { ...known, fromResume: settle(known.fromResume, known.profile) } : known;

/** The answers of flags over those of a profile file, over those of a resume. A warning names what is ignored. */
async function knownAnswers(
  typed: TypedProfile,
  library: Library,
  settings: Settings,
  context: Context,
  before: Profile = {},
): Promise<Known> {
  if (typed.profile === "-" && typed.resume === "-")
    throw usageError("--profile and --resume cannot both be read from stdin");
  const file = typed.profile === undefined ? {} : await readProfileFile(typed.profile, library, context);
  const resume =
    typed.resume === undefined ? undefined : await readResumeFile(typed.resume, library, settings.today, context);
  const base = [resume?.profile ?? {}, file].reduce(overlaid, before);
  const { profile, warnings } = await saidTogether(settings.problems, () =>
    readProfileFlags(flagsOf(typed), library, settings, base),
  );
  for (const warning of [...(resume?.warnings ?? []), ...warnings]) context.err.write(`warning: ${warning}\n`);
  return { profile, ...(resume ? { fromResume: resume.from } : {}) };
}

/** What `read` gives, unless something was wrong before it or is wrong now. @throws a usage error with all of it */
async function saidTogether<T>(before: readonly string[], read: () => Promise<T>): Promise<T> {
  const result = await read().catch((error: AppError) => {
    if (error.name !== "AppError") throw error;
    throw usageError([...before, ...error.problems], error.hint);
  });
  if (before.length > 0) throw usageError([...before]);
  return result;
}

/** The answers of a resume, and a warning for each place that was ignored, as far as these can be counted by eye. */
async function readResumeFile(path: string, library: Library, today: Day, context: Context) {
  const text = path === "-" ? context.readStdin() : context.files.read(path, LARGEST_RESUME);
  const [{ parseResume }, { readResume }] = await Promise.all([
    import("../profile/resume-file.ts"),
    import("../profile/resume.ts"),
  ]);
  const resume = parseResume(text, path === "-" ? "stdin" : path);
  const read = readResume(resume, await openResolver(library), library, today);
  const named = resume.ignored
    .slice(0, MOST_WARNINGS)
    .map((at) => `--resume: ${at} is not understood, and was ignored`);
  const more = resume.ignored.length - named.length;
  return { ...read, warnings: more > 0 ? [...named, `--resume: ${more} more places were ignored`] : named };
}

interface Need {
  profile: Profile;
  given: boolean;
  typed: TypedProfile & OutputFlags;
  questions: readonly QuestionId[];
  library: Library;
  settings: Settings;
  context: Context;
}

async function askIfNeeded({ profile, given, typed, questions, library, settings, context }: Need): Promise<Asked> {
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
  return (await import("./ask.ts")).ask(open, profile, typed, library, settings, context);
}

export function flagsOf(typed: TypedProfile): ProfileFlags {
  const ids = [...QUESTIONS.map(({ id }) => id), "interview", "offer", "busy"] as const;
  return Object.fromEntries(ids.flatMap((id) => (typed[id] === undefined ? [] : [[id, [typed[id]].flat()]])));
}

/** @throws a usage error that names every problem, ids that no topic has among them */
async function readProfileFile(path: string, library: Library, context: Context): Promise<Profile> {
  const text = path === "-" ? context.readStdin() : context.files.read(path, LARGEST_PROFILE);
  const { parseProfile } = await import("../profile/profile-file.ts");
  return parseProfile(clean(text), path === "-" ? "stdin" : path, (kind, id) => library.find(kind, id) !== undefined);
}

async function saveProfile(profile: Profile, path: string, flags: OutputFlags, context: Context): Promise<void> {
  refuseToReplace(path, flags, context.files);
  context.files.save(path, toJson(profile));
}
