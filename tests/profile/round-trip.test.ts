import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bundled, iw } from "../world.ts";

const ids = (kind: string): string[] =>
  bundled()
    .heads.filter((head) => head.kind === kind)
    .map(({ id }) => id);
const oneOf = (flag: string, values: string[]) =>
  fc.option(
    fc.constantFrom(...values).map((value) => [flag, value]),
    { nil: [] },
  );
const someOf = (flag: string, values: string[]) =>
  fc.oneof(
    fc.constant([flag, "none"]),
    fc.subarray(values, { maxLength: 4 }).map((chosen) => chosen.flatMap((value) => [flag, value])),
  );
const dated = fc.option(
  fc
    .tuple(
      fc.constantFrom("2027-06-01", "July", "2027-03"),
      oneOf("--interview", ["2027-01-10", "2027-02-03"]),
      oneOf("--offer", ["2027-02-20"]),
    )
    .map(([start, interview, offer]) => ["--start", start, ...interview, ...offer]),
  { nil: [] },
);

/** Flags of every kind of answer, the private ones among them. */
const flags = fc
  .tuple(
    oneOf("--field", [...ids("field"), "Economics & Computer Science"]),
    oneOf("--track", ids("track")),
    oneOf("--stage", ids("stage")),
    someOf("--goal", ids("goal")),
    someOf("--concern", ids("concern")),
    oneOf("--country", [...ids("country"), "remote from Germany"]),
    dated,
    oneOf("--hours", ["0.5", "4", "20"]),
    fc.constantFrom([], ["--busy", "2027-01-10..2027-01-24", "--busy", "2027-02-01..2027-02-03"]),
  )
  .map((parts) => parts.flat())
  .filter((argv) => argv.length > 0);

describe("a saved profile", () => {
  test.each(["advise", "checklist", "explain"])(
    "gives the same %s again",
    async (command) => {
      await fc.assert(
        fc.asyncProperty(flags, async (argv) => {
          const saved = await iw([command, ...argv, "--json", "--save-profile", "p.json"]);
          expect(saved.code, saved.err).toBe(0);
          const again = await iw([command, "--profile", "p.json", "--json"], { files: saved.files });
          expect(again.code, again.err).toBe(0);
          expect(again.out).toBe(saved.out);
        }),
        { numRuns: 40, seed: 11 },
      );
    },
    60_000,
  );

  test("a flag replaces a whole answer of the file", async () => {
    const files = { "p.json": '{"field": "computing", "alsoFields": ["nursing"], "remote": true, "country": "de"}' };
    const profileWith = async (...argv: string[]) =>
      JSON.parse((await iw(["advise", "--profile", "p.json", "--json", ...argv], { files })).out).profile;
    expect(await profileWith("--field", "medicine")).toEqual({ field: "medicine", remote: true, country: "de" });
    expect((await profileWith("--country", "us")).remote).toBeUndefined();
    expect((await profileWith("--country", "remote")).country).toBeUndefined();
  });

  test("compare: the right side replaces a whole answer of the left", async () => {
    const { out } = await iw(["compare", "--country", "remote", "--json", "--", "--country", "us"]);
    expect(JSON.parse(out).right.profile).toEqual({ country: "us" });
  });

  test("ids that no topic has are refused, all at once", async () => {
    const { code, out, err } = await iw(["advise", "--profile", "p.json"], {
      files: { "p.json": '{"field": "alchemy", "goals": ["job", "fame"]}' },
    });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain('p.json: field: there is no field "alchemy"');
    expect(err).toContain('p.json: goals: there is no goal "fame"');
  });
});
