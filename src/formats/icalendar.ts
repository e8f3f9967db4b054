import { clean } from "../clean.ts";
import type { Plan, Step } from "../plan/plan.ts";
import { formatDay, parseDay } from "../profile/dates.ts";

/** The steps that have a day, as all-day events of an iCalendar file (RFC 5545). */
export const planIcs = (plan: Plan): string =>
  calendar(
    plan.steps.flatMap((step) =>
      step.due === null || step.status === "done"
        ? []
        : [
            ["BEGIN", "VEVENT"],
            ...common(step, plan),
            ["DTSTART;VALUE=DATE", date(step.due)],
            ["DTEND;VALUE=DATE", date(nextDay(step.due))],
            ["TRANSP", "TRANSPARENT"],
            ...alarm(step),
            ["END", "VEVENT"],
          ],
    ),
  );

/** Every step as a to-do, with its state and what it depends on (RFC 9253). */
export const planIcsTodo = (plan: Plan): string => {
  const uids = new Map(plan.steps.map((step) => [step.id, step.uid]));
  return calendar(
    plan.steps.flatMap((step) => [
      ["BEGIN", "VTODO"],
      ...common(step, plan),
      ...(step.start === null ? [] : [["DTSTART;VALUE=DATE", date(step.start)]]),
      ...(step.due === null ? [] : [["DUE;VALUE=DATE", date(step.due === step.start ? nextDay(step.due) : step.due)]]),
      ["STATUS", step.status === "done" ? "COMPLETED" : "NEEDS-ACTION"],
      ["PERCENT-COMPLETE", step.status === "done" ? "100" : "0"],
      ["PRIORITY", { essential: "1", recommended: "5", optional: "9" }[step.priority]],
      ...step.after.flatMap((id) => {
        const uid = uids.get(id);
        return uid ? [["RELATED-TO;RELTYPE=DEPENDS-ON", uid]] : [];
      }),
      ...(step.status === "done" || step.due === null ? [] : alarm(step)),
      ["END", "VTODO"],
    ]),
  );
};

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
      `${step.why.replace(/\[\^[a-z0-9-]+\]/g, "")}\n${step.how.map((point) => `- ${point}`).join("\n")}\nDone when: ${step.doneWhen}`,
    ),
  ],
  ["CATEGORIES", text(step.phase)],
];

const alarm = (step: Step): Line[] => [
  ["BEGIN", "VALARM"],
  ["ACTION", "DISPLAY"],
  ["DESCRIPTION", text(step.title)],
  ["TRIGGER", "-P1D"],
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
