import { clean } from "../clean.ts";
import { withoutFootnotes } from "../library/passages.ts";
import type { Plan, Step } from "../plan/plan.ts";
import { formatDay, parseDay } from "../profile/dates.ts";

/** The steps that have a day, as all-day events of an iCalendar file (RFC 5545). */
export const planIcs = (plan: Plan): string => {
  const dated = plan.steps.filter(({ due, status }) => due !== null && status === "open");
  return calendar(
    dated.flatMap((step) => {
      const due = step.due as string;
      return [
        ["BEGIN", "VEVENT"],
        ...common(step, plan),
        ["DTSTART;VALUE=DATE", date(due)],
        ["DTEND;VALUE=DATE", date(nextDay(due))],
        ["TRANSP", "TRANSPARENT"],
        ...dependencies(step, dated),
        ...alarm(step),
        ["END", "VEVENT"],
      ];
    }),
  );
};

/** Every step as a to-do, with its state and what it depends on (RFC 9253). */
export const planIcsTodo = (plan: Plan): string =>
  calendar(
    plan.steps.flatMap((step) => [
      ["BEGIN", "VTODO"],
      ...common(step, plan),
      ...days(step),
      ["STATUS", step.status === "done" ? "COMPLETED" : "NEEDS-ACTION"],
      ["PERCENT-COMPLETE", step.status === "done" ? "100" : "0"],
      ["PRIORITY", { essential: "1", recommended: "5", optional: "9" }[step.priority]],
      ...dependencies(step, plan.steps),
      ...(step.status === "done" || step.due === null ? [] : alarm(step, ";RELATED=END")),
      ["END", "VTODO"],
    ]),
  );

/** A to-do is due later than it begins: one of a single day has no beginning. */
const days = ({ start, due }: Step): Line[] => [
  ...(start !== null && (due === null || start < due) ? [["DTSTART;VALUE=DATE", date(start)]] : []),
  ...(due === null ? [] : [["DUE;VALUE=DATE", date(due)]]),
];

/** What comes before a step, among the steps that stand in the file. */
const dependencies = ({ after }: Step, steps: readonly Step[]): Line[] =>
  steps.filter(({ id }) => after.includes(id)).map(({ uid }) => ["RELATED-TO;RELTYPE=DEPENDS-ON", uid]);

type Line = string[];

const calendar = (lines: Line[]): string =>
  [["BEGIN", "VCALENDAR"], ["VERSION", "2.0"], ["PRODID", "-//intern-why//plan//EN"], ...lines, ["END", "VCALENDAR"]]
    .map(([name, value]) => `${fold(`${name}:${value}`)}\r\n`)
    .join("");

/** The stamp is the day the plan was made: the same plan gives the same bytes. */
const common = (step: Step, plan: Plan): Line[] => [
  ["UID", step.uid],
  ["DTSTAMP", `${date(plan.made)}T000000Z`],
  ["SUMMARY", text(step.title)],
  [
    "DESCRIPTION",
    text(
      `${withoutFootnotes(step.why)}\n${step.how.map((point) => `- ${point}`).join("\n")}\nDone when: ${step.doneWhen}`,
    ),
  ],
  ["CATEGORIES", text(step.phase)],
];

/** A day ahead. */
const alarm = (step: Step, related = ""): Line[] => [
  ["BEGIN", "VALARM"],
  ["ACTION", "DISPLAY"],
  ["DESCRIPTION", text(step.title)],
  [`TRIGGER${related}`, "-P1D"],
  ["END", "VALARM"],
];

const date = (iso: string): string => iso.replaceAll("-", "");

const nextDay = (iso: string): string => formatDay((parseDay(iso) ?? 0) + 1);

const text = (value: string): string =>
  clean(value)
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");

const LONGEST = 75;

/** Folds at 75 octets, and never inside a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > LONGEST) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
