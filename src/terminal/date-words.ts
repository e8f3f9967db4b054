import { type Day, longDate, shortDate } from "../profile/dates.ts";
import type { Theme } from "./theme.ts";

/** `6 Dec`, or in full where it is read aloud. */
export const dateWords = (day: Day, today: Day, { accessible }: Pick<Theme, "accessible">): string =>
  accessible ? longDate(day) : shortDate(day, today);
