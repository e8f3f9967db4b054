import type { Timeline } from "../plan/timeline.ts";
import { type Day, longDate, MONTHS, partsOf, shortDate } from "../profile/dates.ts";
import { escapeHtml } from "./escape-html.ts";

const WIDTH = 960;
const LABEL = 300;
const ROW = 26;
const TOP = 64;
const RIGHT = 24;
/** Letters of a label that fit beside the drawing; the list under it has the whole title. */
const LABEL_LETTERS = 42;
/** Pixels a letter of a day's name takes at the most, and the rows such names may stand in. */
const LETTER = 6.4;
const NAME_ROWS = 3;

/** The timeline as an SVG picture: a bar a step, a line a day that matters, a band for time that is taken. */
export function timelineSvg(timeline: Timeline): string {
  const { first, last, bars, busy } = timeline;
  const height = TOP + bars.length * ROW + 12;
  const scale = (WIDTH - LABEL - RIGHT) / (last - first + 1);
  const x = (day: Day): number => Math.round((LABEL + (day - first) * scale) * 10) / 10;
  const bottom = height - 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="tl-title tl-desc" font-family="system-ui, sans-serif" font-size="13">`,
    `<title id="tl-title">Timeline of the steps</title>`,
    `<desc id="tl-desc">${escapeHtml(describe(timeline))}</desc>`,
    ...busy.map(([from, to]) => rect("busy", x(from), TOP - 6, (to - from + 1) * scale, bottom - TOP + 6, "no time")),
    ...monthLines(first, last, x, bottom),
    ...milestoneLines(timeline),
    ...bars.map((bar, i) => {
      const y = TOP + i * ROW;
      const width = Math.max(4, (bar.to - bar.from + 1) * scale);
      const says = `${bar.title}: ${longDate(bar.from)} to ${longDate(bar.to)}`;
      return [
        `<text x="0" y="${y + 14}">${escapeHtml(shorten(bar.title))}</text>`,
        rect("bar", x(bar.from), y + 4, width, ROW - 12, says),
      ].join("\n");
    }),
    "</svg>",
  ].join("\n");

  function describe({ milestones: days }: Timeline): string {
    const dates = days.map(({ day, words }) => `${words} ${longDate(day)}`).join(", ");
    return `${bars.length} steps between ${longDate(first)} and ${longDate(last)}: ${dates}. The list below has each date.`;
  }

  function milestoneLines({ milestones: days }: Timeline): string[] {
    const names = days.map(({ day, words }) => nameAt(x(day), `${words}, ${shortDate(day, first)}`));
    const rows = rowsOf(names);
    return days.map(({ id, day }, i) => {
      const { text, from } = names[i] as Name;
      const y = 14 + (rows[i] ?? 0) * 15;
      return [
        `<line class="day ${id}" x1="${x(day)}" x2="${x(day)}" y1="${y - 10}" y2="${bottom}"/>`,
        `<text class="name" x="${from}" y="${y}">${text}</text>`,
      ].join("\n");
    });
  }
}

function rect(className: string, x: number, y: number, width: number, height: number, says: string): string {
  const w = Math.round(width * 10) / 10;
  return `<rect class="${className}" x="${x}" y="${y}" width="${w}" height="${height}" rx="2"><title>${escapeHtml(says)}</title></rect>`;
}

function monthLines(first: Day, last: Day, x: (day: Day) => number, bottom: number): string[] {
  const lines: string[] = [];
  for (let day = first; day <= last; day++) {
    const { month, date } = partsOf(day);
    if (date !== 1) continue;
    lines.push(`<line class="month" x1="${x(day)}" x2="${x(day)}" y1="${TOP - 6}" y2="${bottom}"/>`);
    if (x(day) < WIDTH - RIGHT - 20)
      lines.push(`<text class="month" x="${x(day) + 3}" y="${bottom}">${(MONTHS[month - 1] ?? "").slice(0, 3)}</text>`);
  }
  return lines;
}

/** The name of a day, beside its line: on the right, or on the left where the picture ends. */
interface Name {
  text: string;
  from: number;
  to: number;
}

function nameAt(x: number, text: string): Name {
  const width = text.length * LETTER;
  const from = Math.round(x + 4 + width <= WIDTH ? x + 4 : x - 4 - width);
  return { text, from, to: from + width };
}

/** The first of the rows in which each name overlaps none before it; the last one where all are taken. */
function rowsOf(names: readonly Name[]): number[] {
  const ends = Array.from({ length: NAME_ROWS }, () => Number.NEGATIVE_INFINITY);
  return names.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + LETTER <= from);
    const row = free < 0 ? NAME_ROWS - 1 : free;
    ends[row] = Math.max(ends[row] as number, to);
    return row;
  });
}

const shorten = (title: string): string => {
  const letters = [...title];
  return letters.length <= LABEL_LETTERS
    ? title
    : `${letters
        .slice(0, LABEL_LETTERS - 1)
        .join("")
        .trimEnd()}…`;
};
