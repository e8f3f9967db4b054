import { brief } from "../clean.ts";
import { usageError } from "../errors.ts";
import type { Library } from "../library/library.ts";
import { ANSWER_KINDS, type AnswerKind } from "../library/topic.ts";
import { type Clock, formatDay, parseDay } from "./dates.ts";
import { HOURS_RANGE, parseHours } from "./hours.ts";
import { openResolver } from "./open-resolver.ts";
import { type BusyTime, inKeyOrder, MOST_BUSY, type Profile } from "./profile.ts";
import type { QuestionId } from "./questions.ts";
import type { Resolution, Resolver } from "./resolve.ts";
import { parseStart } from "./start.ts";

/** What was typed after the profile flags. */
export type ProfileFlags = Partial<Record<QuestionId | "interview" | "offer" | "busy", string[]>>;

export interface ReadProfile {
  profile: Profile;
  /** What was accepted with something ignored, one line each. */
  warnings: string[];
}

/** The longest text a flag takes (characters). */
const LONGEST = 2_000;
const YEARS_AHEAD = 6;

/**
 * Reads the profile flags. Every problem is reported at once, and nothing is guessed.
 * @param base answers known already, which flags replace
 * @throws a usage error naming each flag, its value and the nearest choices
 */
export async function readProfileFlags(
  flags: ProfileFlags,
  library: Library,
  clock: Clock,
  base: Profile = {},
): Promise<ReadProfile> {
  const reader = new Reader(await resolverFor(flags, library), clock);
  const profile = { ...base };
  const given = (id: keyof ProfileFlags, set: (values: string[]) => void): void => {
    const values = flags[id];
    if (values && values.length > 0) set(values);
  };
  given("field", ([text]) => reader.subject(profile, text ?? ""));
  given("track", ([text]) => assign(profile, "track", reader.id("track", text ?? "")));
  given("stage", ([text]) => assign(profile, "stage", reader.id("stage", text ?? "")));
  given("goal", (texts) => assign(profile, "goals", reader.several("goal", texts)));
  given("concern", (texts) => assign(profile, "concerns", reader.several("concern", texts)));
  given("country", ([text]) => reader.country(profile, text ?? ""));
  const southern = Boolean(profile.country && library.find("country", profile.country)?.southern);
  given("start", ([text]) => assign(profile, "start", reader.start(text ?? "", southern)));
  for (const id of ["interview", "offer"] as const) {
    given(id, ([text]) => assign(profile, id, reader.event(id, text ?? "", profile.start)));
  }
  given("hours", ([text]) => assign(profile, "hours", reader.hours(text ?? "")));
  given("busy", (texts) => assign(profile, "busy", reader.busyTimes(texts)));
  reader.throwProblems();
  if ((profile.goals?.length ?? 0) > 2) reader.warnings.push("--goal: more than two goals flatten the ranking");
  return { profile: inKeyOrder(profile), warnings: reader.warnings };
}

/** Exact ids need no resolver: it is loaded only for other texts. */
async function resolverFor(flags: ProfileFlags, library: Library): Promise<Resolver> {
  const isId = (kind: AnswerKind, text: string): boolean => library.head(kind, text) !== undefined;
  const exact = ANSWER_KINDS.every((kind) => (flags[kind] ?? []).every((text) => text === "none" || isId(kind, text)));
  if (!exact) return openResolver(library);
  return (_, id) => ({ input: id, id, also: [], confidence: 1, how: "id", offers: [] });
}

function assign<K extends keyof Profile>(profile: Profile, key: K, value: Profile[K] | undefined): void {
  if (value !== undefined) profile[key] = value;
}

class Reader {
  readonly warnings: string[] = [];
  private readonly problems: string[] = [];
  private readonly hints: string[] = [];

  constructor(
    private readonly resolve: Resolver,
    private readonly clock: Clock,
  ) {}

  throwProblems(): void {
    if (this.problems.length > 0) throw usageError(this.problems, this.hints[0]);
  }

  topic(kind: AnswerKind, text: string): Resolution | undefined {
    if (text.length > LONGEST) return this.refuse(`--${kind}: longer than ${LONGEST} characters`);
    const found = this.resolve(kind, text);
    if (found.id !== null) return found;
    const offers = found.offers.map((offer) => offer.id).join(", ");
    this.refuse(`--${kind}: "${brief(text)}" is not understood${offers ? `; nearest: ${offers}` : ""}`);
    this.hints.push(`intern-why list ${kind} shows every choice`);
    return undefined;
  }

  id(kind: AnswerKind, text: string): string | undefined {
    const found = this.topic(kind, text);
    if (found && found.also.length > 0) this.warnings.push(usingFirst(kind, found));
    return found?.id ?? undefined;
  }

  subject(profile: Profile, text: string): void {
    const found = this.topic("field", text);
    if (!found?.id) return;
    profile.field = found.id;
    delete profile.alsoFields;
    if (found.also.length === 0) return;
    profile.alsoFields = found.also;
    this.warnings.push(usingFirst("field", found));
  }

  several(kind: "goal" | "concern", texts: string[]): string[] | undefined {
    const none = texts.filter((text) => /^none( of these)?$/i.test(text.trim()));
    if (none.length > 0 && none.length < texts.length) {
      return this.refuse(`--${kind}: "none" goes with no other ${kind}`);
    }
    if (none.length > 0) return [];
    const ids = texts.flatMap((text) => {
      const { id, also = [] } = this.topic(kind, text) ?? {};
      return id ? [id, ...also] : [];
    });
    return ids.length > 0 ? [...new Set(ids)] : undefined;
  }

  country(profile: Profile, text: string): void {
    const online = /^(?:remote|online|virtual)(?:ly)?\b[\s,]*(?:(?:from|in)\s+)?/i.exec(text.trim());
    delete profile.remote;
    delete profile.country;
    const place = text.trim().slice(online?.[0].length ?? 0);
    const id = place || !online ? this.id("country", place) : undefined;
    if (id) profile.country = id;
    if (online) profile.remote = true;
  }

  start(text: string, southern: boolean): string | undefined {
    const day = parseStart(text, this.clock.today, southern);
    const shown = `--start: "${brief(text)}"`;
    if (day === undefined) {
      this.hints.push("write --start 2027-06-01, --start June, or --start summer");
      return this.refuse(`${shown} is no date, month or season`);
    }
    if (day < this.clock.today) {
      this.hints.push(`today is ${formatDay(this.clock.today)}; choose a later date`);
      return this.refuse(`${shown} has passed`);
    }
    if (day > this.clock.today + YEARS_AHEAD * 366)
      return this.refuse(`${shown} is more than ${YEARS_AHEAD} years ahead`);
    return formatDay(day);
  }

  /** A day that is agreed on. It counts only beside a start, from which all other days are counted. */
  event(id: "interview" | "offer", text: string, start: string | undefined): string | undefined {
    const day = parseDay(text.trim());
    if (day === undefined) return this.refuse(`--${id}: "${brief(text)}" is no date such as 2027-02-10`);
    if (start === undefined) return this.refuse(`--${id}: give --start too, from which the other days are counted`);
    if (formatDay(day) > start) return this.refuse(`--${id}: ${text.trim()} is after the start, ${start}`);
    return formatDay(day);
  }

  hours(text: string): number | undefined {
    return parseHours(text) ?? this.refuse(`--hours: "${brief(text)}" is no number of hours a week ${HOURS_RANGE}`);
  }

  busyTimes(texts: readonly string[]): BusyTime[] | undefined {
    if (texts.length > MOST_BUSY) return this.refuse(`--busy: more than ${MOST_BUSY} times`);
    return texts.flatMap((text) => this.busy(text) ?? []);
  }

  private busy(text: string): BusyTime | undefined {
    const [from = "", to = "", more] = text.split("..");
    const [first, last] = [parseDay(from), parseDay(to)];
    if (more === undefined && first !== undefined && last !== undefined && first <= last) return { from, to };
    this.hints.push("write --busy 2027-01-10..2027-01-24");
    return this.refuse(`--busy: "${brief(text)}" is no time such as 2027-01-10..2027-01-24`);
  }

  private refuse(problem: string): undefined {
    this.problems.push(problem);
  }
}

const usingFirst = (kind: AnswerKind, { id, also }: Resolution): string =>
  `--${kind}: using ${id}; you also named ${also.join(", ")}`;
