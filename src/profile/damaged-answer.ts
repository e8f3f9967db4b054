import { parseGivenDay } from "./dates.ts";
import { areHours } from "./hours.ts";
import type { Profile } from "./profile.ts";

const isText = (value: unknown): boolean => typeof value === "string";
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isDate = (value: unknown): boolean => typeof value === "string" && parseGivenDay(value) !== undefined;

const ANSWERS: { [Key in keyof Profile]-?: (value: unknown) => boolean } = {
  field: isText,
  alsoFields: isTexts,
  track: isText,
  stage: isText,
  goals: isTexts,
  concerns: isTexts,
  country: isText,
  remote: (value) => typeof value === "boolean",
  start: isDate,
  interview: isDate,
  offer: isDate,
  hours: areHours,
  busy: (value) => Array.isArray(value) && value.every((time) => isDate(time?.from) && isDate(time?.to)),
};

/**
 * The first key of a profile that does not hold such an answer, or `profile` when it is no object. For the answers in a
 * plan file, which its owner may have touched: the full check of a profile file takes longer to load than a run.
 */
export function damagedAnswer(profile: unknown): string | undefined {
  if (typeof profile !== "object" || profile === null || Array.isArray(profile)) return "profile";
  const isRight = new Map<string, (value: unknown) => boolean>(Object.entries(ANSWERS));
  return Object.entries(profile).find(([key, value]) => !isRight.get(key)?.(value))?.[0];
}
