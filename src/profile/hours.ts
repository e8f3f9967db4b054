export const LEAST_HOURS = 0.25;
export const MOST_HOURS = 80;
/** What hours a week may be, for messages. */
export const HOURS_RANGE = `between ${LEAST_HOURS} and ${MOST_HOURS}`;

/** Whether a plan can count with so many hours a week. */
export const areHours = (hours: unknown): hours is number =>
  typeof hours === "number" && hours >= LEAST_HOURS && hours <= MOST_HOURS;

/** Hours a week as a person types them, `6` or `2.5`, or undefined. */
export function parseHours(text: string): number | undefined {
  const hours = /^\d{1,3}(?:\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
  return areHours(hours) ? hours : undefined;
}
