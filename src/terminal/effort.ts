import type { Theme } from "./theme.ts";

/** Hours as people write them, `30 min`, `1 h`, `2.5 h`, or as they say them: `30 minutes`, `1 hour`. */
export function effort(hours: number, { accessible }: Pick<Theme, "accessible">): string {
  if (hours < 1) return `${Math.round(hours * 60)} ${accessible ? "minutes" : "min"}`;
  return `${hours} ${accessible ? (hours === 1 ? "hour" : "hours") : "h"}`;
}
