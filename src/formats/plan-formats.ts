import type { Plan } from "../plan/plan.ts";
import { planCsv } from "./csv.ts";
import { planIcs, planIcsTodo } from "./icalendar.ts";
import { planHtml } from "./plan-html.ts";
import { planTaskwarrior } from "./taskwarrior.ts";
import { planTodotxt } from "./todotxt.ts";

/** The formats of other tools, by name. */
export const PLAN_FORMATS: Readonly<Record<string, (plan: Plan) => string>> = {
  csv: planCsv,
  ics: planIcs,
  "ics-todo": planIcsTodo,
  todotxt: planTodotxt,
  taskwarrior: planTaskwarrior,
  html: planHtml,
};
