/** The library: advice and plans as data. It reads the content, and else is pure: no clock, no network. */
import { fileURLToPath } from "node:url";
import type { Advice } from "./advice/advice.ts";
import { advise as adviseFrom } from "./advice/advise.ts";
import { brief } from "./clean.ts";
import { AppError, usageError } from "./errors.ts";
import { type Versioned, versioned } from "./formats/json.ts";
import { openCompiledLibrary } from "./io/compiled.ts";
import type { Library } from "./library/library.ts";
import { ANSWER_KINDS, type AnswerKind, type TopicHead } from "./library/topic.ts";
import { firstStepsOf, makePlan, type PlanOptions } from "./plan/make-plan.ts";
import type { Plan } from "./plan/plan.ts";
import { type Day, parseGivenDay } from "./profile/dates.ts";
import type { Profile } from "./profile/profile.ts";
import { readProfile } from "./profile/profile-file.ts";
import { createResolver, type Resolution, type Resolver } from "./profile/resolve.ts";

export type { Advice, AnswerKind, Plan, Profile, Resolution, TopicHead, Versioned };
export { AppError };

/** The topics that advice is made of. Only {@link loadContent} makes one. */
export interface Content {
  /** Every topic, by kind and in order. */
  readonly topics: readonly TopicHead[];
}

/** When the advice is read: an ISO date such as `2026-11-22`. Nothing here looks at the clock. */
export interface AdviceOptions {
  today: string;
}

export type ChecklistOptions = AdviceOptions & Pick<PlanOptions, "all" | "name">;

interface Opened {
  library: Library;
  resolver: Resolver;
}

const opened = new WeakMap<Content, Opened>();

/**
 * Opens the content that comes with the package.
 * @param folder your own topics, laid over it: same kind and id replace, others are added
 * @throws an AppError that names every problem in the folder, with file and line
 */
export async function loadContent(folder?: string): Promise<Content> {
  const bundled = openCompiledLibrary(fileURLToPath(new URL(".", import.meta.url)));
  const library = folder === undefined ? bundled : (await import("./io/content.ts")).overlay(bundled, folder);
  const content: Content = { topics: library.heads };
  opened.set(content, { library, resolver: createResolver(library.heads, library.nameTable) });
  return content;
}

/**
 * What a text means: "mech eng" is the field `engineering`. A text that is not understood is an answer too: `id` is
 * null, and `offers` names the nearest topics.
 */
export function resolve(content: Content, kind: AnswerKind, text: string): Resolution {
  if (!ANSWER_KINDS.includes(kind))
    throw usageError(`no kind of answer "${brief(`${kind}`)}"`, `kinds: ${ANSWER_KINDS.join(", ")}`);
  return open(content).resolver(kind, text);
}

/**
 * Whether an internship is worth it for a person, and why: what `intern-why advise --json` prints.
 * @throws an AppError that names every problem in the profile and in `today`
 */
export function advise(content: Content, profile: Profile, options: AdviceOptions): Versioned<Advice> {
  const { library, person, today } = read(content, profile, options);
  return versioned(adviseFrom(person, library, today, firstStepsOf(person, library, today)));
}

/**
 * What to do, and by when: the checklist that `intern-why checklist --json` prints.
 * @throws an AppError that names every problem in the profile and in `today`
 */
export function plan(content: Content, profile: Profile, options: ChecklistOptions): Versioned<Plan> {
  const { library, person, today } = read(content, profile, options);
  const { all = false, name } = options;
  return versioned(makePlan(person, library, today, name === undefined ? { all } : { all, name }));
}

interface Read {
  library: Library;
  person: Profile;
  today: Day;
}

function read(content: Content, profile: Profile, { today: date }: AdviceOptions): Read {
  const { library } = open(content);
  const person = readProfile(profile, (kind, id) => library.find(kind, id) !== undefined);
  const problems = person.problems.map((problem) => `profile: ${problem}`);
  const today = parseGivenDay(`${date}`);
  if (today === undefined) problems.push(`today: "${brief(`${date}`)}" is no date such as 2026-11-22`);
  if (today === undefined || problems.length > 0) throw usageError(problems, person.hint);
  return { library, person: person.profile, today };
}

function open(content: Content): Opened {
  const known = opened.get(content);
  if (!known) throw usageError("this is no content", "make it with await loadContent()");
  return known;
}
