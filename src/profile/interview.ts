import type { Library } from "../library/library.ts";
import type { AnswerKind } from "../library/topic.ts";
import { type Clock, type Day, formatDay, longDate } from "./dates.ts";
import { HOURS_RANGE, parseHours } from "./hours.ts";
import { inKeyOrder, type Profile } from "./profile.ts";
import { QUESTIONS, type Question, type QuestionId } from "./questions.ts";
import type { Resolver } from "./resolve.ts";
import { normalize } from "./resolve-text.ts";
import { nextFirst, parseStart, seasonMonth } from "./start.ts";

export interface Option {
  value: string;
  label: string;
}

/** What stands above a prompt. */
export interface Prompt {
  ask: string;
  why?: string;
  help?: string;
  /** `3 of 7` */
  progress?: string;
}

/** Asks a person. One draws on a terminal, one speaks in plain numbered lines; both reject when interrupted. */
export interface Prompter {
  /** One of the options; the first is the one an accidental Enter takes. */
  choose(prompt: Prompt & { options: Option[] }): Promise<string>;
  /** Any of the options; none ticked means skipped. */
  tick(prompt: Prompt & { options: Option[]; ticked: string[] }): Promise<string[]>;
  /** One of the options that `suggest` finds for what is typed. */
  search(prompt: Prompt & { suggest(text: string): Promise<Option[]> }): Promise<string>;
  /** A line of text that `check` accepts: it returns what is wrong, or nothing. */
  type(prompt: Prompt & { check(text: string): string | undefined }): Promise<string>;
  confirm(ask: string, usual: boolean): Promise<boolean>;
  say(line: string): void;
}

const KEEP = "@keep";
const SKIP: Option = { value: "@skip", label: "Skip this one" };
const BACK: Option = { value: "@back", label: "Go back" };
const FINISH: Option = { value: "@finish", label: "Finish with what I have said" };
const MORE: Option = { value: "@more", label: "More ..." };
const TYPE = "@type";
const NONE = "@none";
const CONCERNS_FIRST = 8;
/** Whoever chose to type something can think better of it. */
const TO_LIST = "Enter alone goes back to the list.";

/** What an answer does: change the profile, lead elsewhere than to the next question, both, or neither. */
interface Step {
  profile?: Profile;
  to?: "back" | "finish" | undefined;
}

/**
 * Asks the given questions, with a way back and an early end; what is skipped stays unknown.
 * @param known answers that stand already
 */
export async function interview(
  ids: readonly QuestionId[],
  known: Profile,
  prompter: Prompter,
  library: Library,
  resolver: () => Promise<Resolver>,
  clock: Clock,
): Promise<Profile> {
  const questions = QUESTIONS.filter((question) => ids.includes(question.id));
  let profile = known;
  const asked: number[] = [];
  for (let at = 0; at < questions.length; ) {
    const question = questions[at] as Question;
    const visible = questions.filter((each) => question.id === "field" || isAsked(each, profile, library));
    if (!visible.includes(question)) {
      at++;
      continue;
    }
    const prompt = {
      ask: question.ask,
      why: question.why,
      ...(question.help ? { help: question.help } : {}),
      ...(visible.length > 1 ? { progress: `${visible.indexOf(question) + 1} of ${visible.length}` } : {}),
    };
    const session = new Session(question, prompt, profile, prompter, library, resolver, clock, asked.length > 0);
    const step = await session.ask();
    profile = step.profile ?? profile;
    if (step.to === "finish") break;
    if (step.to === "back") at = asked.pop() ?? 0;
    else asked.push(at++);
  }
  return inKeyOrder(profile);
}

/** A field with one track, or no field at all, leaves nothing to choose. */
const isAsked = (question: Question, profile: Profile, library: Library): boolean =>
  question.id !== "track" || (library.find("field", profile.field ?? "")?.tracks.length ?? 0) > 1;

/** What of a profile each question asks for. */
const KEYS: Record<QuestionId, readonly (keyof Profile)[]> = {
  field: ["field", "alsoFields", "track"],
  track: ["track"],
  stage: ["stage"],
  goal: ["goals"],
  concern: ["concerns"],
  country: ["country", "remote"],
  start: ["start"],
  hours: ["hours"],
};

/** One question asked of one person. */
class Session {
  constructor(
    private readonly question: Question,
    private readonly prompt: Prompt,
    private readonly profile: Profile,
    private readonly prompter: Prompter,
    private readonly library: Library,
    private readonly resolver: () => Promise<Resolver>,
    private readonly clock: Clock,
    private readonly canGoBack: boolean,
  ) {}

  ask(): Promise<Step> {
    switch (this.question.id) {
      case "field":
        return this.askField();
      case "track":
        return this.askTrack();
      case "stage":
        return this.choose(this.optionsOf("stage"), (stage) => ({ stage }));
      case "goal":
        return this.askGoals();
      case "concern":
        return this.askConcerns();
      case "country":
        return this.askCountry();
      case "start":
        return this.askStart();
      case "hours":
        return this.askHours();
    }
  }

  private optionsOf(kind: AnswerKind): Option[] {
    return this.library.heads
      .filter((head) => head.kind === kind)
      .map(({ id, title }) => ({ value: id, label: title }));
  }

  private moves(): Option[] {
    return [...(this.canGoBack ? [BACK] : []), FINISH];
  }

  /** The first rows, which an accidental Enter takes: what was answered before stays, or else nothing is answered. */
  private firstRows(options: readonly Option[]): Option[] {
    const [value] = this.question.known(this.profile) ?? [];
    if (value === undefined) return [SKIP];
    const label = options.find((option) => option.value === value)?.label ?? value;
    return [{ value: KEEP, label: `Keep: ${label}` }, SKIP];
  }

  /** The profile with another answer to this question. */
  private set(change: Partial<Profile>): Step {
    return { profile: { ...this.without(), ...change } };
  }

  private without(): Profile {
    const mine = KEYS[this.question.id];
    return Object.fromEntries(Object.entries(this.profile).filter(([key]) => !mine.includes(key as keyof Profile)));
  }

  /** Where a row leads that is no answer. */
  private moveOf(value: string): Step | undefined {
    if (value === SKIP.value) return { profile: this.without() };
    if (value === BACK.value) return { to: "back" };
    if (value === FINISH.value) return { to: "finish" };
    return value === KEEP ? {} : undefined;
  }

  /** Asks for one option; `change` says what it does to the profile. */
  private async choose(options: Option[], change: (value: string) => Partial<Profile>): Promise<Step> {
    const rows = [...this.firstRows(options), ...options, ...this.moves()];
    const value = await this.prompter.choose({ ...this.prompt, options: rows });
    return this.moveOf(value) ?? this.set(change(value));
  }

  private async askField(): Promise<Step> {
    const fields = this.optionsOf("field");
    const undecided = this.library.find("field", "undecided");
    const extra = undecided ? [{ value: undecided.id, label: "I have not decided yet" }] : [];
    const others = fields.filter((option) => option.value !== "undecided");
    const suggest = async (text: string): Promise<Option[]> => {
      const typed = normalize(text);
      if (!typed) return [...this.firstRows(fields), ...extra, ...others, ...this.moves()];
      const found = (await this.resolver())("field", text);
      const named = found.id ? [found.id, ...found.also] : found.offers.map((offer) => offer.id);
      const near = named.flatMap((id) => fields.find((option) => option.value === id) ?? []);
      const matching = fields.filter(({ label }) => normalize(label).includes(typed));
      if (found.id) return [...new Set([...near, ...matching, SKIP])];
      // What is only near must not be taken by an Enter.
      return matching.length > 0 ? [...new Set([...matching, ...near, SKIP])] : [SKIP, ...near];
    };
    const value = await this.prompter.search({ ...this.prompt, suggest });
    return this.moveOf(value) ?? this.set({ field: value });
  }

  private askTrack(): Promise<Step> {
    const field = this.library.find("field", this.profile.field ?? "");
    const tracks = (field?.tracks ?? []).flatMap((id) => this.library.find("track", id) ?? []);
    const options = tracks.map(({ id, title }) => ({ value: id, label: title }));
    const undecided = { value: "undecided", label: "Not sure: compare them for me" };
    return this.choose([...options.filter((option) => option.value !== "undecided"), undecided], (track) => ({
      track,
    }));
  }

  private async askGoals(): Promise<Step> {
    const { said, to } = await this.tick(this.optionsOf("goal"), this.profile.goals ?? []);
    if (said.length > 2) this.prompter.say("More than two goals flatten the ranking.");
    return said.length > 0 ? { ...this.set({ goals: said }), to } : this.unticked(to);
  }

  private async askConcerns(): Promise<Step> {
    const all = this.optionsOf("concern");
    const none = { value: NONE, label: "None of these" };
    const known = this.profile.concerns?.length === 0 ? [NONE] : (this.profile.concerns ?? []);
    const first = all.slice(0, CONCERNS_FIRST);
    const isShown = known.every((id) => id === NONE || first.some(({ value }) => value === id));
    let { said, to } = await this.tick(isShown ? [...first, none, MORE] : [...all, none], known);
    if (said.includes(MORE.value)) {
      const ticked = said.filter((value) => value !== MORE.value);
      ({ said, to } = await this.tick([...all, none], ticked));
    }
    const concerns = said.filter((value) => value !== NONE);
    return concerns.length > 0 || said.includes(NONE) ? { ...this.set({ concerns }), to } : this.unticked(to);
  }

  /** Nothing ticked and on to the next question is skipped; who goes elsewhere leaves it as it was. */
  private unticked(to: Step["to"]): Step {
    return to ? { to } : { profile: this.without() };
  }

  private async tick(options: Option[], ticked: string[]): Promise<{ said: string[]; to: Step["to"] }> {
    const values = await this.prompter.tick({ ...this.prompt, options: [SKIP, ...options, ...this.moves()], ticked });
    const to = values.map((value) => this.moveOf(value)?.to).find((move) => move !== undefined);
    return { said: values.filter((value) => this.moveOf(value) === undefined), to };
  }

  private async askCountry(): Promise<Step> {
    const step = await this.choose(this.optionsOf("country"), (country) => ({ country }));
    const chosen = step.profile?.country;
    if (step.to || !["other", "remote"].includes(chosen ?? "") || step.profile === undefined) return step;
    const remote = chosen === "remote";
    const ask = remote ? "Which country would you sit in? Its rules count." : "Which country?";
    const text = await this.prompter.type({ ask, help: TO_LIST, check: () => undefined });
    if (!text.trim()) return this.askCountry();
    const country = await this.countryNamed(text);
    return this.set({ country, ...(remote ? { remote } : {}) });
  }

  /** A country we have no page for is `other`. */
  private async countryNamed(text: string): Promise<string> {
    const id = (await this.resolver())("country", text).id;
    return id && id !== "remote" ? id : "other";
  }

  private async askStart(): Promise<Step> {
    const step = await this.choose(this.startOptions(), (start) => ({ start }));
    if (step.profile?.start !== TYPE) return step;
    const read = (text: string): Day | undefined => {
      const day = parseStart(text, this.clock.today, this.isSouthern());
      return day !== undefined && day >= this.clock.today ? day : undefined;
    };
    const text = await this.prompter.type({
      ask: "On which date? (2027-06-01, or June)",
      help: TO_LIST,
      check: (typed) =>
        typed.trim() && read(typed) === undefined ? "not a date from today on: write it as 2027-06-01" : undefined,
    });
    if (!text.trim()) return this.askStart();
    return this.set({ start: formatDay(read(text) ?? this.clock.today) });
  }

  private isSouthern(): boolean {
    return this.library.find("country", this.profile.country ?? "")?.southern ?? false;
  }

  private startOptions(): Option[] {
    const { today } = this.clock;
    const prepared = today + PREPARE_DAYS;
    const summerMonth = seasonMonth("summer", this.isSouthern()) ?? 6;
    const summer = nextFirst(summerMonth, prepared);
    const dated = (label: string, day: Day): Option => ({
      value: formatDay(day),
      label: `${label} (from ${longDate(day)})`,
    });
    return [
      dated("Next summer", summer),
      dated("The summer after", nextFirst(summerMonth, summer)),
      dated("During term", Math.min(nextFirst(2, prepared), nextFirst(10, prepared))),
      dated("As soon as possible", prepared),
      { value: TYPE, label: "On a date I know" },
    ];
  }

  private async askHours(): Promise<Step> {
    const options = ["1", "2", "4", "6", "8"].map((value) => ({
      value,
      label: value === "8" ? "8 or more" : `About ${value}`,
    }));
    const another = { value: TYPE, label: "Another number" };
    const step = await this.choose([...options, another], (value) => ({ hours: Number(value) }));
    if (!Number.isNaN(step.profile?.hours)) return step;
    const text = await this.prompter.type({
      ask: "How many hours a week?",
      help: TO_LIST,
      check: (typed) => (typed.trim() && parseHours(typed) === undefined ? `type a number ${HOURS_RANGE}` : undefined),
    });
    const hours = parseHours(text);
    return hours === undefined ? this.askHours() : this.set({ hours });
  }
}

/** As soon as possible still leaves time to look and apply. */
const PREPARE_DAYS = 6 * 7;
