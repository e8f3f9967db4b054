/**
 * Random command lines, files and contents: whatever comes in, a run ends, with a documented code and in whole words.
 * FUZZ_RUNS sets the number of cases of each property, FUZZ_SEED where they begin; `npm run fuzz` takes many.
 */
import { expect } from "vitest";
import { RAW, withoutOwnColors } from "../hostile/hostile-text.ts";
import { iw, type Result, type World } from "../world.ts";

export const RUNS = Number(process.env["FUZZ_RUNS"] ?? 300);
export const OPTIONS = { numRuns: RUNS, seed: Number(process.env["FUZZ_SEED"] ?? 7) };
export const TIMEOUT = 60_000 + RUNS * 200;
/** A case that takes longer hangs, as far as a person can tell. */
export const LONGEST_MS = 5_000;

export const PLAN = (await iw(["checklist", "--field", "nursing", "--start", "2027-06-01", "--hours", "4", "--md"]))
  .out;
export const FILES = {
  "internship-plan.md": PLAN,
  "p.json": '{"field":"nursing","start":"2027-06-01"}',
  "r.json": '{"basics":{"label":"Student"},"education":[{"area":"Nursing","studyType":"BSc","endDate":"2029-06"}]}',
};

/** Runs a command line, and expects what every run keeps to, whatever it was given. */
export async function expectDocumented(argv: string[], world: World): Promise<Result> {
  const began = performance.now();
  const result = await iw(argv, world);
  const { code, out, err } = result;
  expect(performance.now() - began).toBeLessThan(LONGEST_MS);
  expect([0, 1, 2, 130]).toContain(code);
  // What is wrong with a folder is an answer and a failure: as JSON it stands on stdout.
  if (code !== 0 && !(argv.includes("content") && code === 1)) expect(out).toBe("");
  if (code === 0) expect(err).not.toMatch(/^(error|hint): /m);
  for (const line of err.trim().split("\n").filter(Boolean)) expect(line).toMatch(/^(error|hint|warning): \S/);
  // The hint to debug stands where nobody foresaw an error.
  expect(err).not.toMatch(/INTERN_WHY_DEBUG|undefined|NaN|\[object|TypeError|Cannot read|^ +at /m);
  expect(withoutOwnColors(err)).not.toMatch(RAW);
  expect(withoutOwnColors(out)).not.toMatch(RAW);
  return result;
}
