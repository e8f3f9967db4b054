import fc from "fast-check";
import { expect, test } from "vitest";
import { Outcomes } from "../../src/advice/outcomes.ts";
import { ANSWER_KINDS } from "../../src/library/topic.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { bundled, today } from "../world.ts";

const library = bundled();
const idOf = (kind: (typeof ANSWER_KINDS)[number]) => fc.constantFrom(...library.ids(kind));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const profiles = fc
  .record({
    field: maybe(idOf("field")),
    track: maybe(idOf("track")),
    stage: maybe(idOf("stage")),
    goals: maybe(fc.uniqueArray(idOf("goal"), { maxLength: 2 })),
    concerns: maybe(fc.uniqueArray(idOf("concern"), { maxLength: 3 })),
    country: maybe(idOf("country")),
    remote: maybe(fc.constant(true)),
    start: maybe(fc.constantFrom("2026-12-07", "2027-06-01")),
  })
  .map((answers) => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as Profile);

test("the outcome with another answer is that of a person who gives it, also where it is not worked out", () => {
  const changes = fc.constantFrom(...ANSWER_KINDS).chain((kind) => idOf(kind).map((id) => ({ kind, id })));
  const same = fc.property(profiles, changes, (profile, { kind, id }) => {
    const key = { goal: "goals", concern: "concerns" }[kind as "goal"] ?? kind;
    const changed = { ...profile, [key]: key === kind ? id : [id] };
    expect(new Outcomes(profile, library, today).with(kind, [id])).toEqual(new Outcomes(changed, library, today).now);
  });
  fc.assert(same, { numRuns: 3_000, seed: 11 });
});
