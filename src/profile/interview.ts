import type { Library } from "../library/library.ts";
import type { AnswerKind } from "../library/topic.ts";
import { type Clock, type Day, formatDay, longDate } from "./dates.ts";
import { HOURS_RANGE, parseHours } from "./hours.ts";
import type { Profile } from "./profile.ts";
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

const SKIP: Option = { value: "@skip", label: "Skip this one" };
const BACK: Option = { value: "@back", label: "Go back" };
const FINISH: Option = { value: "@finish", label: "Finish with what I have said" };
const MORE: Option = { value: "@more", label: "More ..." };
const TYPE = "@type";
const NONE = "@none";
const CONCERNS_FIRST = 8;

/** What an answer does: set the profile, or move. */
type Step = { profile: Profile } | "skip" | "back" | "finish" | "not-asked";

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
  const profiles: Profile[] = [known];
  const asked: number[] = [];
  for (let at = 0; at < questions.length; ) {
    const question = questions[at] as Question;
    const profile = profiles[at] as Profile;
    const visible = questions.filter((each) => question.id === "field" || isAsked(each, profile, library));
    const prompt = {
      ask: question.ask,
      why: question.why,
      ...(question.help ? { help: question.help } : {}),
      ...(visible.length > 1 ? { progress: `${visible.indexOf(question) + 1} of ${visible.length}` } : {}),
    };
    const session = new Session(question, prompt, profile, prompter, library, resolver, clock, asked.length > 0);
    const step = visible.includes(question) ? await session.ask() : "not-asked";
    if (step === "finish") return profile;
    if (step === "back") {
      at = asked.pop() ?? 0;
      continue;
    }
    if (step !== "not-asked") asked.push(at);
    profiles[at + 1] = typeof step === "object" ? step.profile : profile;
    at++;
  }
  return profiles[questions.length] as Profile;
}

/** A field with one track, or no field at all, leaves nothing to choose. */
const isAsked = (question: Question, profile: Profile, library: Library): boolean =>
  question.id !== "track" || (library.find("field", profile.field ?? "")?.tracks.length ?? 0) > 1;

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

  private set(change: Partial<Profile>): Step {
    return { profile: { ...this.profile, ...change } };
  }

  /** Asks for one option; `change` says what it does to the profile. */
  private async choose(options: Option[], change: (value: string) => Partial<Profile>): Promise<Step> {
    const value = await this.prompter.choose({ ...this.prompt, options: [SKIP, ...options, ...this.moves()] });
    return moveOf(value) ?? this.set(change(value));
  }

  private async askField(): Promise<Step> {
    const fields = this.optionsOf("field");
    const undecided = this.library.find("field", "undecided");
    const extra = undecided ? [{ value: undecided.id, label: "I have not decided yet" }] : [];
    const others = fields.filter((option) => option.value !== "undecided");
    const suggest = async (text: string): Promise<Option[]> => {
      if (!text.trim()) return [SKIP, ...extra, ...others, ...this.moves()];
      const found = (await this.resolver())("field", text);
      const named = found.id ? [found.id, ...found.also] : found.offers.map((offer) => offer.id);
      const first = named.flatMap((id) => fields.find((option) => option.value === id) ?? []);
      const typed = normalize(text);
      const containing = fields.filter(
        (option) => !named.includes(option.value) && normalize(option.label).includes(typed),
      );
      return [...(found.id ? [...first, ...containing] : [...containing, ...first]), SKIP];
    };
    const value = await this.prompter.search({ ...this.prompt, suggest });
    return moveOf(value) ?? this.set({ field: value });
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
    const values = await this.tick([...this.optionsOf("goal")], this.profile.goals ?? []);
    if (!Array.isArray(values)) return values;
    if (values.length > 2) this.prompter.say("More than two goals flatten the ranking.");
    return values.length === 0 ? "skip" : this.set({ goals: values });
  }

  private async askConcerns(): Promise<Step> {
    const all = this.optionsOf("concern");
    const none = { value: NONE, label: "None of these" };
    let values = await this.tick([...all.slice(0, CONCERNS_FIRST), none, MORE], this.profile.concerns ?? []);
    if (Array.isArray(values) && values.includes(MORE.value)) values = await this.tick([...all, none], values);
    if (!Array.isArray(values)) return values;
    const concerns = values.filter((value) => value !== NONE && value !== MORE.value);
    return concerns.length === 0 && !values.includes(NONE) ? "skip" : this.set({ concerns });
  }

  private async tick(options: Option[], ticked: string[]): Promise<string[] | Step> {
    const values = await this.prompter.tick({ ...this.prompt, options: [SKIP, ...options, ...this.moves()], ticked });
    // Who ticks answers and the first row too has answered.
    const said = values.length > 1 ? values.filter((value) => value !== SKIP.value) : values;
    return said.map(moveOf).find((step) => step !== undefined) ?? said;
  }

  private async askCountry(): Promise<Step> {
    const step = await this.choose(this.optionsOf("country"), (country) => ({ country }));
    const chosen = typeof step === "object" ? step.profile.country : undefined;
    if (chosen === "other") return this.set({ country: await this.typeCountry("Which country?") });
    if (chosen !== "remote") return step;
    const country = await this.typeCountry("Which country would you sit in? Its rules count.");
    return this.set({ country, remote: true });
  }

  /** A country we have no page for is `other`. */
  private async typeCountry(ask: string): Promise<string> {
    const text = await this.prompter.type({
      ask,
      check: (typed) => (typed.trim() ? undefined : "type the country's name"),
    });
    const id = (await this.resolver())("country", text).id;
    return id && id !== "remote" ? id : "other";
  }

  private async askStart(): Promise<Step> {
    const step = await this.choose(this.startOptions(), (start) => ({ start }));
    if (typeof step !== "object" || step.profile.start !== TYPE) return step;
    const read = (text: string): Day | undefined => {
      const day = parseStart(text, this.clock.today, this.isSouthern());
      return day !== undefined && day >= this.clock.today ? day : undefined;
    };
    const text = await this.prompter.type({
      ask: "On which date? (2027-06-01, or June)",
      check: (typed) => (read(typed) === undefined ? "not a date from today on: write it as 2027-06-01" : undefined),
    });
    return this.set({ start: formatDay(read(text) ?? this.clock.today) });
  }

  private isSouthern(): boolean {
    return this.library.find("country", this.profile.country ?? "")?.southern ?? false;
  }

  private startOptions(): Option[] {
    const summer = nextFirst(seasonMonth("summer", this.isSouthern()) ?? 6, this.clock.today);
    const after = nextFirst(seasonMonth("summer", this.isSouthern()) ?? 6, summer);
    const term = Math.min(
      nextFirst(2, this.clock.today + PREPARE_DAYS),
      nextFirst(10, this.clock.today + PREPARE_DAYS),
    );
    const dated = (label: string, day: Day): Option => ({
      value: formatDay(day),
      label: `${label} (from ${longDate(day)})`,
    });
    return [
      dated("Next summer", summer),
      dated("The summer after", after),
      dated("During term", term),
      dated("As soon as possible", this.clock.today + PREPARE_DAYS),
      { value: TYPE, label: "On a date I know" },
    ];
  }

  private async askHours(): Promise<Step> {
    const options = ["1", "2", "4", "6", "8"].map((value) => ({
      value,
      label: value === "8" ? "8 or more" : `About ${value}`,
    }));
    const step = await this.choose([...options, { value: TYPE, label: "Another number" }], (value) => ({
      hours: Number(value),
    }));
    if (typeof step !== "object" || !Number.isNaN(step.profile.hours)) return step;
    const text = await this.prompter.type({
      ask: "How many hours a week?",
      check: (typed) => (parseHours(typed) === undefined ? `type a number ${HOURS_RANGE}` : undefined),
    });
    return this.set({ hours: parseHours(text) ?? 0 });
  }
}

/** As soon as possible still leaves time to look and apply. */
const PREPARE_DAYS = 6 * 7;

function moveOf(value: string): Step | undefined {
  if (value === SKIP.value) return "skip";
  if (value === BACK.value) return "back";
  return value === FINISH.value ? "finish" : undefined;
}
