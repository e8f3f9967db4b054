import type { Plan } from "../plan/plan.ts";

export const planTitle = ({ calendar }: Plan): string =>
  calendar && calendar.track !== "undecided" ? `Internship plan: ${calendar.title}` : "Internship plan";
