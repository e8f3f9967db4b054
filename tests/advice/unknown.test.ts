import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import { bundled, iw } from "../world.ts";

const advise = async (...flags: string[]): Promise<Advice> =>
  JSON.parse((await iw(["advise", ...flags, "--json"])).out);
const text = async (format: string, ...flags: string[]): Promise<string> =>
  (await iw(["advise", ...flags, "--format", format])).out.replaceAll(/\s+/g, " ");

describe("advice for nobody in particular", () => {
  test.each([[["--general"]], [["--start", "2027-06-01"]], [["--hours", "4"]]])(
    "%j is labeled general",
    async (flags) => {
      expect((await advise(...flags)).general).toBe(true);
      for (const format of ["text", "md"]) expect(await text(format, ...flags)).toContain("General advice, for anyone");
    },
  );

  test("one answer is enough to be no longer general", async () => {
    expect((await advise("--stage", "first-year")).general).toBe(false);
    expect(await text("md", "--stage", "first-year")).not.toContain("General advice");
  });
});

describe("the open question that would matter most", () => {
  const PROFILES = [
    ["--general"],
    ["--field", "nursing"],
    ["--stage", "first-year"],
    ["--field", "computing", "--stage", "penultimate", "--country", "us"],
    ["--field", "humanities", "--stage", "final-year", "--goal", "job", "--concern", "none"],
  ];

  test.each(PROFILES.map((flags) => [flags]))("of %j is counted by giving each of its answers", async (flags) => {
    const { unknown, conclusion, benefits } = await advise(...flags);
    const given = flags.filter((flag) => flag !== "--general");
    for (const question of unknown.filter(({ id }) => ["stage", "goal"].includes(id))) {
      const ids = bundled().heads.filter((head) => head.kind === question.id);
      const then = await Promise.all(ids.map(({ id }) => advise(...given, question.flag, id)));
      const three = (advice: Pick<Advice, "benefits">): string =>
        advice.benefits
          .slice(0, 3)
          .map(({ id }) => id)
          .join();
      expect(question.choices).toBe(ids.length);
      expect(question.changes).toEqual({
        conclusion: then.filter((advice) => advice.conclusion.id !== conclusion.id).length,
        topThree: then.filter((advice) => three(advice) !== three({ benefits })).length,
      });
    }
  });

  test.each(PROFILES.map((flags) => [flags]))(
    "of %j stands first, and no other changes the conclusion more often",
    async (flags) => {
      const { unknown, mattersMost } = await advise(...flags);
      const shares = unknown.map(({ choices, changes }) => (choices === 0 ? 0 : changes.conclusion / choices));
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
      if (mattersMost) expect(mattersMost).toBe(unknown[0]?.id);
    },
  );

  test("is named in every format", async () => {
    expect((await advise("--field", "nursing")).mattersMost).toBe("stage");
    for (const format of ["text", "md"])
      expect(await text(format, "--field", "nursing")).toMatch(/--stage would matter most: \d of its 8 answers/);
  });

  test("is none when all is said", async () => {
    const all = "--field nursing --track nursing --stage first-year --goal job --concern none --country us";
    const { unknown, mattersMost } = await advise(...all.split(" "));
    expect(unknown.map(({ id }) => id)).toEqual(["start", "hours"]);
    expect(mattersMost).toBeNull();
  });
});

describe("how far the evidence carries", () => {
  const person = (country: string) => ["--field", "nursing", "--stage", "first-year", "--country", country];

  test.each([
    ["de", /^\d+ of these \d+ sources (is|are) from Germany; \d+ are from the United States\./],
    ["gb", /the United Kingdom; \d+ are from the United States\./],
    ["Brazil", /^\d+ of these \d+ sources are from the United States\. We have no guide to your country/],
  ])("is said to someone in %s, in every format", async (country, says) => {
    const { evidenceNote } = await advise(...person(country));
    expect(evidenceNote).toMatch(says);
    expect(await text("md", ...person(country))).toContain(evidenceNote);
    expect(await text("text", ...person(country))).toMatch(/from the United States\. .*may not hold for you\./);
  });

  test("needs no word in the United States", async () => {
    expect((await advise(...person("us"))).evidenceNote).toBe("");
    expect(await text("md", ...person("us"))).not.toContain("How far the evidence carries");
  });
});
