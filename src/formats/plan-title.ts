import type { Plan } from "../plan/plan.ts";

export const planTitle = ({ calendar }: Plan): string =>
  calendar ? `Internship plan: ${calendar.title}` : "Internship plan";
