import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Outcome, Outcomes } from "../../src/advice/outcomes.ts";
import { libraryOfTopics } from "../../src/io/content.ts";
import { KINDS } from "../../src/library/kinds.ts";
import type { Library } from "../../src/library/library.ts";
import { ANSWER_KINDS, type AnswerKind, type Topic } from "../../src/library/topic.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { bundled, today } from "../world.ts";

/** Ours, and a topic of each kind that says nothing, as a person's own folder may hold. */
function withSilent(library: Library): Library {
  const topics = KINDS.flatMap((kind) => library.all(kind) as Topic[]);
  const silent = ANSWER_KINDS.map((kind) => {
    const [like] = library.all(kind);
    const said = {
      favors: {},
      because: {},
      case: [],
      conditions: [],
      watch: [],
      instead: [],
      steps: [],
      stop: undefined,
    };
    return {
      ...like,
      ...said,
      id: "silent",
      ...(kind === "field" ? { tracks: ["software", "nursing"] } : {}),
    } as Topic;
  });
  return libraryOfTopics([...topics, ...silent]);
}

/** The answers that say nothing, which are few: where there are none, all. */
function quiet(library: Library, kind: AnswerKind): readonly string[] {
  const ids = library.ids(kind).filter((id) => id === "silent");
  return ids.length > 0 ? ids : library.ids(kind);
}

const essence = ({ ruling: { id, conditions }, three }: Outcome) => ({
  id,
  three,
  conditions: conditions.map(({ condition }) => condition.text),
});

describe("the outcome with another answer is that of a person who gives it, also where it is not worked out", () => {
  test.each([
    ["our content", bundled()],
    ["with answers that say nothing", withSilent(bundled())],
  ])("%s", (_, library) => {
    const idOf = (kind: AnswerKind) => fc.constantFrom(...library.ids(kind));
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
      .map((answers) => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)));
    const changes = fc
      .constantFrom(...ANSWER_KINDS)
      .chain((kind) => fc.oneof(idOf(kind), fc.constantFrom(...quiet(library, kind))).map((id) => ({ kind, id })));
    const same = fc.property(profiles, changes, (profile: Profile, { kind, id }) => {
      const key = { goal: "goals", concern: "concerns" }[kind as "goal"] ?? kind;
      const changed = { ...profile, [key]: key === kind ? id : [id] };
      const outcome = new Outcomes(profile, library, today).with(kind, [id]);
      expect(essence(outcome)).toEqual(essence(new Outcomes(changed, library, today).now));
    });
    fc.assert(same, { numRuns: 3_000, seed: 11 });
  });
});
