import type { Benefit, Phase } from "../library/kinds.ts";
import type { Conflict } from "../profile/conflicts.ts";
import type { FromResume } from "../profile/from-resume.ts";
import type { Profile } from "../profile/profile.ts";

/** The selected actions with dates, as data. Dates are ISO; without a start there are weeks instead of dates. */
export interface Plan {
  profile: Profile;
  /** What a resume gave; missing without one. */
  fromResume?: FromResume;
  /** Answers that do not go together. */
  conflicts: Conflict[];
  /** UUIDv5 of the plan's name. */
  planId: string;
  name: string;
  /** The day the plan was made on. */
  made: string;
  /** Whether a calendar stands behind the dates, and how sure it is. */
  calendar: PlanCalendar | null;
  hoursPerWeek: number;
  /** Nobody said how many hours; the usual number was taken. */
  hoursAssumed: boolean;
  /** Effort of the steps before the internship starts. */
  totalHours: number;
  verdict: Verdict;
  steps: Step[];
  leftOut: { id: string; title: string; reason: string }[];
  command: string;
}

/** Why a step is left out that applies. */
export const KEPT_SHORT = "kept short: --all shows it";

export interface PlanCalendar {
  track: string;
  title: string;
  /** Nobody chose the track; it is the field's usual one. */
  assumed: boolean;
  opens: string;
  peak: string;
  closes: string;
  sure: "high" | "medium" | "low";
  from: string;
  /** The usual closing date has passed: what is still open, in the track's words. */
  ifLate: string | null;
  /** When the window opens for the same start a year on. */
  nextYearOpens: string;
}

export interface Step {
  /** The action's id. */
  id: string;
  /** UUIDv5 of the plan's id and the action's id: the same after every re-dating. */
  uid: string;
  title: string;
  phase: Phase;
  priority: "essential" | "recommended" | "optional";
  why: string;
  how: string[];
  effortHours: number;
  cost: string | null;
  /** When work on it begins. */
  start: string | null;
  /** The day to have it done by. */
  due: string | null;
  /** Calendar days it takes besides the work, such as waiting for an answer: it begins so much earlier. */
  waitDays: number;
  /** After this it no longer helps. */
  latest: string | null;
  /** Without a start date: the week it belongs to, counted from now. */
  week: number | null;
  /** Its best date has passed, or cannot be met. */
  late: boolean;
  after: string[];
  serves: Benefit[];
  doneWhen: string;
  status: "open" | "done";
  /** Why it is in this plan: the answers (`concern/money`), gaps of a resume (`resume/projects`), or `interview`, `offer`, `essential`, `all`, `before/<id>`. */
  because: string[];
  /** The rule of each `because`, in the same order. */
  rules: ("priority" | "steps" | "prerequisite" | "event" | "gap" | "all" | "plan" | "own")[];
  /** The answers it rests on, as `kind/id`, or `start`, `interview`, `offer`, or `resume/<gap>`. */
  answers: string[];
  facts: string[];
  /** The content folder it comes from, when that is not ours. */
  origin?: string;
}

export interface Verdict {
  id: "fits" | "tight" | "does-not-fit";
  /** Days between the last step's end and its latest date, at the tightest step; null without a start. */
  slackDays: number | null;
  /** The steps that decide, in order. */
  chain: string[];
  /** The smallest changes that would make it fit, each on its own. */
  changes: Change[];
}

export type Change =
  | { kind: "hours"; from: number; to: number }
  | { kind: "start"; from: string; to: string }
  | { kind: "leave-out"; steps: string[] };
