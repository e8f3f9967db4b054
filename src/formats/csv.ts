import { clean } from "../clean.ts";
import { withoutFootnotes } from "../library/passages.ts";
import type { Plan } from "../plan/plan.ts";

const COLUMNS = [
  "id",
  "uid",
  "title",
  "phase",
  "priority",
  "status",
  "start",
  "due",
  "latest",
  "week",
  "late",
  "effort_hours",
  "after",
  "why",
  "done_when",
];

/** The steps of a plan as CSV (RFC 4180): a header row, CRLF, and no cell that a spreadsheet would run as a formula. */
export function planCsv(plan: Plan): string {
  const rows = plan.steps.map((step) => [
    step.id,
    step.uid,
    step.title,
    step.phase,
    step.priority,
    step.status,
    step.start ?? "",
    step.due ?? "",
    step.latest ?? "",
    step.week === null ? "" : `${step.week}`,
    step.late ? "yes" : "no",
    `${step.effortHours}`,
    step.after.join(" "),
    withoutFootnotes(step.why),
    step.doneWhen,
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const safe = clean(text).replace(/\s+/g, " ").trim();
  const inert = /^[=+\-@]/.test(safe) ? `'${safe}` : safe;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
