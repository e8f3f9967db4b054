import { clean, escapeJson } from "../clean.ts";
import { lazyPattern } from "../lazy-pattern.ts";
import { damagedAnswer } from "../profile/damaged-answer.ts";
import { type Day, formatDay, parseDay } from "../profile/dates.ts";
import type { Profile } from "../profile/profile.ts";
import { isUuid } from "./uuid.ts";

/** What the comment at the head of a plan file holds. */
export interface PlanHead {
  planId: string;
  name: string;
  /** The day it was made or last re-dated, as an ISO date. */
  made: string;
  /** The answers it rests on; null when its owner keeps them out of the file. */
  profile: Profile | null;
  /** The line that sums the plan up, as the program wrote it: re-dating writes it anew, unless its owner changed it. */
  summary?: string;
  /** The steps it was made with. One that is missing in the text was deleted by its owner and stays deleted. */
  steps: string[];
}

/** One check box in a plan file. */
export interface FileStep {
  /** The action's id; for a step its owner wrote, one made of its words. */
  id: string;
  /** Its owner wrote it. */
  own: boolean;
  title: string;
  done: boolean;
  due?: Day;
  /** Hours of work, where the line says so. */
  hours?: number;
  /** The line's number, from 0. */
  line: number;
}

/** A plan file as its owner left it: every byte is in `lines`, line ends included. */
export interface PlanFile {
  head: PlanHead;
  lines: string[];
  steps: FileStep[];
}

/** Why a text is no plan file, with the line (1-based) where it shows. */
export interface NotAPlan {
  line: number;
  message: string;
}

const HEAD = /<!-- intern-why plan 1\r?\n(.*?)\r?\n-->/s;
const BOX = /^(\s*(?:[-*+]|\d+[.)])\s+\[)([ xX])(\]\s+)(.*?)(\s*)$/;
const STEP_COMMENT = /<!--\s*step:([a-z0-9-]+)\s*-->/;
/** `(by 2026-11-29, 1 h)`: what re-dating replaces; all of it stands inside the step's own line. */
const WHEN =
  /\((?:(?:by (?<day>\d{4}-\d{2}-\d{2})|week \d+)(?:, (?<rest>\d+(?:\.\d+)?) h)?|(?<alone>\d+(?:\.\d+)?) h)\)/;
const FENCE = /^\s*(?:```|~~~)/;

/** Reads a plan file. Foreign lines are kept as they are, whatever they hold. */
export function parsePlanFile(text: string): PlanFile | NotAPlan {
  const lines = text.split(/(?<=\n)/);
  const head = readHead(text);
  if ("message" in head) return head;
  const steps = readSteps(lines);
  const twice = steps.find((step, i) => steps.findIndex((other) => other.id === step.id) < i);
  if (twice)
    return { line: twice.line + 1, message: `the step ${twice.id} stands here for the second time: delete one` };
  const heavy = steps.find(({ hours = 0 }) => hours > MOST_HOURS);
  if (heavy) return { line: heavy.line + 1, message: `a step takes at most ${MOST_HOURS} hours` };
  return { head, lines, steps };
}

/** Of one step: a year of full-time work. */
const MOST_HOURS = 2_000;

/** The check boxes outside of code, each with an id that no other has. */
function readSteps(lines: readonly string[]): FileStep[] {
  const ids = new OwnIds();
  let inCode = false;
  return lines.flatMap((line, number) => {
    if (FENCE.test(line)) inCode = !inCode;
    const step = inCode ? undefined : readStep(line, number);
    return step?.own ? { ...step, id: ids.free(step.id) } : (step ?? []);
  });
}

/** Steps of the owner's own may have the same words: the second one's id ends in 2. */
class OwnIds {
  private readonly taken = new Set<string>();
  private readonly counts = new Map<string, number>();

  free(id: string): string {
    let count = this.counts.get(id) ?? 1;
    let name = id;
    while (this.taken.has(name)) name = `${id}-${++count}`;
    this.counts.set(id, count);
    this.taken.add(name);
    return name;
  }
}

function readHead(text: string): PlanHead | NotAPlan {
  const match = HEAD.exec(text);
  if (!match)
    return { line: 1, message: "no plan comment: make a plan file with intern-why checklist -o internship-plan.md" };
  const line = text.slice(0, match.index).split("\n").length;
  try {
    const head = JSON.parse(match[1] ?? "") as PlanHead;
    const damaged = damagedPart(head);
    return damaged ? { line, message: `the plan comment is damaged: ${damaged} is not as the program wrote it` } : head;
  } catch {
    return { line, message: "the plan comment is damaged: its second line must be the JSON the program wrote" };
  }
}

const isText = (value: unknown): value is string => typeof value === "string";

const HEAD_PARTS: { [Part in keyof PlanHead]-?: (value: unknown) => boolean } = {
  planId: isUuid,
  name: isText,
  made: (value) => isText(value) && parseDay(value) !== undefined,
  profile: (value) => value === null || value === undefined || damagedAnswer(value) === undefined,
  summary: (value) => value === undefined || isText(value),
  steps: (value) => Array.isArray(value) && value.every(isText),
};

/** The first part of a head that does not hold what it is for. */
function damagedPart(head: unknown): string | undefined {
  if (typeof head !== "object" || head === null) return "what it holds";
  const parts = head as Record<string, unknown>;
  return Object.entries(HEAD_PARTS).find(([part, isRight]) => !isRight(parts[part]))?.[0];
}

function readStep(line: string, number: number): FileStep | undefined {
  const [, , box, , text = ""] = BOX.exec(line) ?? [];
  if (box === undefined) return undefined;
  const id = STEP_COMMENT.exec(text)?.[1];
  const title = titleOf(text);
  const { day, rest, alone } = WHEN.exec(text)?.groups ?? {};
  const due = day === undefined ? undefined : parseDay(day);
  const hours = rest ?? alone;
  return {
    id: id ?? ownId(title),
    own: id === undefined,
    title,
    done: box !== " ",
    ...(due === undefined ? {} : { due }),
    ...(hours === undefined ? {} : { hours: Number(hours) }),
    line: number,
  };
}

const WORDS = lazyPattern("[\\p{L}\\p{N}]+", "gu");

/** `own-call-aunt-meg`: the id of a step its owner wrote. It changes with its words. */
const ownId = (title: string): string => ["own", ...(title.toLowerCase().match(WORDS()) ?? [])].join("-").slice(0, 60);

/** The words of a step's line, without comment, date and emphasis. */
const titleOf = (text: string): string =>
  clean(text)
    .replace(/<!--.*?-->/g, "")
    .replace(WHEN, "")
    .replace(/(\*\*|__)(.*?)\1/g, "$2")
    .replace(/\\([\\`*_[\]<>#|~])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();

/** The file with the boxes of some lines ticked or cleared; nothing else changes. */
export function tick(file: PlanFile, lineNumbers: readonly number[], done: boolean): string {
  return file.lines
    .map((line, number) => {
      if (!lineNumbers.includes(number)) return line;
      const was = BOX.exec(line)?.[2] !== " ";
      return was === done ? line : line.replace(/\[[ xX]\]/, done ? "[x]" : "[ ]");
    })
    .join("");
}

/** What a step's line says of its date. */
export interface NewDate {
  due: Day | null;
  week: number | null;
}

/** The file with new dates in its open steps, and its head brought up to date; no line moves, foreign lines stay. */
export function redateFile(file: PlanFile, dates: ReadonlyMap<string, NewDate>, head: PlanHead): string {
  const byLine = new Map(file.steps.flatMap(({ line, id, done }) => (done ? [] : [[line, dates.get(id)] as const])));
  const { summary } = file.head;
  const lines = file.lines.map((line, number) =>
    line.trimEnd() === summary && head.summary
      ? line.replace(summary, () => head.summary as string)
      : redateLine(line, byLine.get(number)),
  );
  return lines.join("").replace(HEAD, (comment, json: string) => comment.replace(json, () => headJson(head)));
}

function redateLine(line: string, date: NewDate | undefined): string {
  if (!date) return line;
  return line.replace(WHEN, (...match) => {
    const { rest, alone } = match.at(-1) as Record<string, string | undefined>;
    const hours = rest ?? alone;
    return whenText(date, hours === undefined ? undefined : Number(hours));
  });
}

/** `(by 2026-11-29, 1 h)`: the day, or the week, and the hours of a step. Empty when nothing is known. */
export function whenText({ due, week }: NewDate, hours: number | undefined): string {
  const when = due !== null ? `by ${formatDay(due)}` : week !== null ? `week ${week}` : undefined;
  const parts = [when, hours === undefined ? undefined : `${hours} h`].filter((part) => part !== undefined);
  return parts.length === 0 ? "" : `(${parts.join(", ")})`;
}

/** The head as JSON that can stand in a comment: two hyphens would end it in some readers. */
export const headJson = (head: PlanHead): string => escapeJson(JSON.stringify(head)).replaceAll("--", "\\u002d\\u002d");
