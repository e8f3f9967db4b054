import { type Answers, answersBehind, applies, type Truth } from "../library/conditions.ts";
import { PHASES } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import { type ActionTerms, type AnswerTopic, refOf } from "../library/topic.ts";
import type { Gap } from "../profile/from-resume.ts";
import { serves } from "./calendar.ts";
import { KEPT_SHORT, type Step } from "./plan.ts";

export interface Selected {
  action: ActionTerms;
  /** The answers that brought it in (`concern/money`), gaps of a resume (`resume/projects`), or `essential`, `all`, `before/<id>`. */
  because: string[];
  /** The answers it rests on: those that brought it in, and those its own terms ask for. */
  answers(): string[];
}

/** The rule by which a reason brings a step in. */
export function ruleOf(reason: string): Step["rules"][number] {
  if (reason === "essential") return "priority";
  if (reason.startsWith("before/")) return "prerequisite";
  if (isEvent(reason)) return "event";
  if (reason.startsWith("resume/")) return "gap";
  return reason === "all" || reason === "plan" || reason === "own" ? reason : "steps";
}

/** An interview or an offer on a day that is agreed. */
export type Event = "interview" | "offer";
const isEvent = (reason: string): reason is Event => reason === "interview" || reason === "offer";

/** Something missing, and the actions that close it. */
type Closable = Pick<Gap, "id" | "actions">;

export interface Selection {
  selected: Selected[];
  leftOut: { id: string; title: string; reason: string }[];
}

/** The default checklist: the essential steps, and up to this many that the person's answers add ... */
const MOST_ADDED = 6;
/** ... as long as no more than this many stand in it. */
const MOST_STEPS = 16;

/**
 * Selects the actions of a person's checklist. By default the essential ones and what track, stage, concerns and the
 * other answers add, with the prerequisites of all these; with `all`, everything that applies.
 * @param events what is agreed: the steps that belong to it come first
 * @param gaps what a resume lacks: the steps that close it come before those that answers add
 */
export function select(
  topics: readonly AnswerTopic[],
  answers: Answers,
  library: Library,
  all: boolean,
  events: readonly Event[] = [],
  gaps: readonly Closable[] = [],
): Selection {
  const choices = new Choices(library, answers);
  const basket = new Basket(choices);
  for (const id of library.essentials) if (choices.truthOf(id) === "yes") basket.add(id, "essential");
  const ids = library.ids("action");
  for (const event of events) addByEvent(basket, event, ids, choices);
  addByGaps(basket, gaps, topics);
  addByAnswers(basket, topics);
  if (all) for (const id of ids) if (choices.truthOf(id) === "yes") basket.add(id, "all");

  const selected: Selected[] = [];
  for (const id of ids) {
    const because = basket.chosen.get(id);
    const action = because && choices.find(id);
    if (action) selected.push({ action, because, answers: () => answersFor(action, because, topics, answers) });
  }
  return {
    selected: selected.sort((a, b) => PHASES.indexOf(a.action.phase) - PHASES.indexOf(b.action.phase)),
    get leftOut() {
      return ids.flatMap((id) => (basket.chosen.has(id) ? [] : [choices.leftOut(id)]));
    },
  };
}

/** The actions there are, and whether they apply; each is read when it is asked for. */
class Choices {
  private readonly truths = new Map<string, Truth>();

  constructor(
    private readonly library: Library,
    private readonly answers: Answers,
  ) {}

  find(id: string): ActionTerms | undefined {
    return this.library.terms("action", id);
  }

  /** An action that does not exist applies to nobody. */
  truthOf(id: string): Truth {
    const known = this.truths.get(id);
    if (known) return known;
    const action = this.find(id);
    const truth = action ? applies(action, this.answers) : "no";
    this.truths.set(id, truth);
    return truth;
  }

  leftOut(id: string): Selection["leftOut"][number] {
    return { id, title: this.find(id)?.title ?? id, reason: REASONS[this.truthOf(id)] };
  }
}

function answersFor(
  action: ActionTerms,
  because: readonly string[],
  topics: readonly AnswerTopic[],
  answers: Answers,
): string[] {
  const speaking = topics.filter((topic) => because.includes(refOf(topic)));
  const spoken = [{ kind: "action" as const, id: action.id }, ...speaking].flatMap((topic) =>
    answersBehind(topic, action, answers),
  );
  return [...new Set([...spoken, ...because.filter((reason) => ["event", "gap"].includes(ruleOf(reason)))])];
}

const REASONS: Record<Truth, string> = {
  yes: KEPT_SHORT,
  no: "not for your answers",
  unknown: "depends on what you have not said",
};

/** Steps for an interview or an offer, but those that can be done without; first those that need no other. */
function addByEvent(basket: Basket, event: Event, ids: readonly string[], choices: Choices): void {
  const actions = ids.flatMap((id) => choices.find(id) ?? []);
  const own = actions.filter((action) => serves(action, event) && action.priority !== "optional");
  for (const { id } of own.sort((a, b) => a.after.length - b.after.length))
    if (basket.sizeWith(id) <= MOST_STEPS) basket.add(id, event);
}

/** A gap speaks for a step that stands there or that an answer names; otherwise for the last of its own, the most general. */
function addByGaps(basket: Basket, gaps: readonly Closable[], topics: readonly AnswerTopic[]): void {
  const named = new Set(topics.flatMap((topic) => topic.steps));
  for (const { id, actions } of gaps) {
    const fitting = actions.find((action) => basket.chosen.has(action) || named.has(action)) ?? actions.at(-1);
    const fits = fitting && (basket.chosen.has(fitting) || basket.sizeWith(fitting) <= MOST_STEPS);
    if (fits) basket.add(fitting, `resume/${id}`);
  }
}

/** The first step of every answer, then the second of every answer, and so on; concerns speak first. */
function addByAnswers(basket: Basket, topics: readonly AnswerTopic[]): void {
  const order = ["concern", "track", "stage", "field", "goal", "country"];
  const speaking = topics.filter((topic) => topic.steps.length > 0);
  speaking.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const rounds = Math.max(0, ...speaking.map((topic) => topic.steps.length));
  let added = 0;
  for (let round = 0; round < rounds; round++) {
    for (const topic of speaking) {
      const id = topic.steps[round];
      if (!id || added >= MOST_ADDED) continue;
      if (basket.chosen.has(id)) basket.add(id, refOf(topic));
      else if (basket.sizeWith(id) <= MOST_STEPS) {
        basket.add(id, refOf(topic));
        added++;
      }
    }
  }
}

/** The steps chosen so far, each with why; a step brings its prerequisites, unless they do not apply. */
class Basket {
  readonly chosen = new Map<string, string[]>();

  constructor(private readonly choices: Choices) {}

  /** How many steps there would be with this one and its prerequisites; infinite when it does not apply. */
  sizeWith(id: string): number {
    if (!this.mayStand(id)) return Number.POSITIVE_INFINITY;
    const missing = new Set<string>();
    const visit = (step: string): void => {
      if (this.chosen.has(step) || missing.has(step) || !this.mayStand(step)) return;
      missing.add(step);
      for (const before of this.choices.find(step)?.after ?? []) visit(before);
    };
    visit(id);
    return this.chosen.size + missing.size;
  }

  add(id: string, why: string): void {
    if (!this.mayStand(id)) return;
    const reasons = this.chosen.get(id) ?? [];
    this.chosen.set(id, why === "all" && reasons.length > 0 ? reasons : [...new Set([...reasons, why])]);
    if (reasons.length > 0) return;
    for (const before of this.choices.find(id)?.after ?? []) {
      if (!this.chosen.has(before)) this.add(before, `before/${id}`);
    }
  }

  private mayStand(id: string): boolean {
    return this.choices.truthOf(id) !== "no";
  }
}
