import type { Plan } from "../plan/plan.ts";
import { type Bar, type Milestone, type Timeline, timelineOf } from "../plan/timeline.ts";
import { type Day, MONTHS, partsOf } from "../profile/dates.ts";
import { dateWords } from "./date-words.ts";
import type { Page } from "./page.ts";
import { cutAt, padEnd, widthOf } from "./width.ts";

/** Narrower screens, and readers of the accessible text, get the same as a list by week. */
const NARROWEST = 40;
/** Narrower than this, a step's title stands above its bar. */
const BESIDE_FROM = 60;
/** The share of a line that titles may take before the weeks get less than they could use. */
const LABEL_SHARE = 0.4;
const WIDEST_LABEL = 48;
const MOST_COLUMNS_A_WEEK = 3;
const LETTERS: Record<Milestone["id"], string> = {
  today: "t",
  opens: "o",
  peak: "p",
  closes: "c",
  interview: "i",
  offer: "f",
  start: "s",
};

/** The steps against the weeks up to the start, with the days that matter and the time that is taken. */
export function drawTimeline(page: Page, plan: Plan, today: Day): void {
  const timeline = timelineOf(plan, today);
  if (!timeline) return;
  page.heading("TIMELINE");
  if (page.theme.accessible || page.width < NARROWEST) listWeeks(page, timeline, today);
  else drawWeeks(page, timeline);
}

interface Scale {
  /** Columns for the titles; 0 where they stand above. */
  label: number;
  columns: number;
  columnOf(day: Day): number;
  /** `one column is a week` */
  words: string;
}

/** Whole columns a week where there is room, else whole weeks a column. */
function scaleOf({ first, last, bars }: Timeline, width: number): Scale {
  const beside = width >= BESIDE_FROM;
  const room = beside ? width - Math.min(WIDEST_LABEL, Math.floor(width * LABEL_SHARE)) : width;
  const weeks = Math.floor((last - first) / 7) + 1;
  const perWeek = Math.min(MOST_COLUMNS_A_WEEK, Math.floor(room / weeks));
  const days = perWeek > 0 ? 7 / perWeek : Math.ceil(weeks / room) * 7;
  const columns = Math.ceil((weeks * 7) / days);
  const columnOf = (day: Day): number => Math.max(0, Math.min(columns - 1, Math.floor((day - first) / days)));
  const longest = Math.max(0, ...bars.map(({ title }) => widthOf(title)));
  const label = beside ? Math.min(longest + 2, width - columns) : 0;
  const words =
    perWeek > 1
      ? `${perWeek} columns are a week`
      : perWeek === 1
        ? "a column is a week"
        : `a column is ${days / 7} weeks`;
  return { label, columns, columnOf, words };
}

function drawWeeks(page: Page, timeline: Timeline): void {
  const scale = scaleOf(timeline, page.width);
  const row = (label: string, cells: string): void => {
    if (label && scale.label === 0) page.raw(shorten(label, page.width));
    page.raw(`${padEnd(shorten(label, scale.label - 1), scale.label)}${cells}`.trimEnd());
  };
  row("", monthsLine(timeline, scale));
  row("", milestonesLine(timeline.milestones, scale));
  for (const bar of timeline.bars) row(bar.title, barLine(bar, scale));
  if (timeline.busy.length > 0) row("no time", busyLine(timeline.busy, scale));
  const letters = timeline.milestones.map(({ id, words }) => `${LETTERS[id]} ${words}`);
  page.text(`${letters.join(", ")}; = work, | last useful day; ${scale.words}`);
}

function shorten(title: string, room: number): string {
  if (room <= 0 || widthOf(title) <= room) return room <= 0 ? "" : title;
  return `${cutAt(title, room - 1)[0].trimEnd()}…`;
}

/** Text written into a line of cells, where it fits without touching what stands there. */
class Cells {
  private readonly cells: string[];

  constructor(columns: number) {
    this.cells = Array.from({ length: columns }, () => " ");
  }

  write(at: number, text: string): this {
    if (at + text.length > this.cells.length) return this;
    const around = this.cells.slice(Math.max(0, at - 1), at + text.length + 1);
    if (around.some((cell) => cell !== " ")) return this;
    for (const [i, letter] of [...text].entries()) this.cells[at + i] = letter;
    return this;
  }

  fill(from: number, to: number, letter: string): this {
    this.cells.fill(letter, from, to + 1);
    return this;
  }

  toString = (): string => this.cells.join("");
}

function monthsLine({ first, last }: Timeline, { columns, columnOf }: Scale): string {
  const cells = new Cells(columns);
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const firsts = days.filter((day) => partsOf(day).date === 1);
  // The rest of the first month gives way to the first whole one.
  for (const day of [...firsts, first]) {
    cells.write(columnOf(day), (MONTHS[partsOf(day).month - 1] ?? "").slice(0, 3));
  }
  return cells.toString();
}

/** A letter a day; where two fall together, the later one moves to the next free column. */
function milestonesLine(milestones: readonly Milestone[], { columns, columnOf }: Scale): string {
  const taken = new Map<number, string>();
  for (const { day, id } of milestones) {
    let column = columnOf(day);
    while (taken.has(column) && column < columns - 1) column++;
    while (taken.has(column) && column > 0) column--;
    taken.set(column, LETTERS[id]);
  }
  return Array.from({ length: columns }, (_, i) => taken.get(i) ?? " ").join("");
}

function barLine({ from, to, latest }: Bar, { columns, columnOf }: Scale): string {
  const cells = new Cells(columns).fill(columnOf(from), columnOf(to), "=");
  return columnOf(latest) > columnOf(to)
    ? cells.fill(columnOf(latest), columnOf(latest), "|").toString()
    : cells.toString();
}

function busyLine(busy: Timeline["busy"], { columns, columnOf }: Scale): string {
  const cells = new Cells(columns);
  for (const [from, to] of busy) cells.fill(columnOf(from), columnOf(to), "x");
  return cells.toString();
}

/** The same as sentences, a week a paragraph: what is worked on, what is due, what happens. */
function listWeeks(page: Page, { first, last, bars, milestones, busy }: Timeline, today: Day): void {
  for (let monday = first; monday <= last; monday += 7) {
    const within = (day: Day): boolean => day >= monday && day <= monday + 6;
    const date = (day: Day): string => dateWords(day, today, page.theme);
    const items = [
      ...milestones.filter(({ day }) => within(day)).map(({ words, day }) => `${words}, ${date(day)}`),
      ...busy.filter(([from]) => within(from)).map(([from, to]) => `no time from ${date(from)} to ${date(to)}`),
      ...bars.filter(({ from }) => within(from)).map(({ title }) => `begin: ${title}`),
      ...bars.filter(({ to }) => within(to)).map(({ title, to }) => `due ${date(to)}: ${title}`),
    ];
    if (items.length > 0) page.text(`Week of ${date(monday)}: ${items.join("; ")}.`);
  }
}
