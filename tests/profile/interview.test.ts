import { describe, expect, test } from "vitest";
import { interview } from "../../src/profile/interview.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { QUESTIONS } from "../../src/profile/questions.ts";
import { createResolver } from "../../src/profile/resolve.ts";
import { scripted } from "../scripted.ts";
import { bundled, today } from "../world.ts";

const resolver = async () => createResolver(bundled().heads);
const ALL = QUESTIONS.map(({ id }) => id);
const ask = async (answers: (string | string[])[], known: Profile = {}, ids = ALL) => {
  const person = scripted(answers);
  const profile = await interview(ids, known, person, bundled(), resolver, { today });
  return { profile, ...person };
};

describe("the guided session", () => {
  test("asks eight questions at most, each with a why and its place", async () => {
    const { profile, asked } = await ask([
      "nursing",
      "nursing",
      "first-year",
      ["clarity"],
      ["confidence"],
      "us",
      "Next summer (from 1 June 2027)",
      "4",
    ]);
    expect(profile).toEqual({
      field: "nursing",
      track: "nursing",
      stage: "first-year",
      goals: ["clarity"],
      concerns: ["confidence"],
      country: "us",
      start: "2027-06-01",
      hours: 4,
    });
    expect(asked).toHaveLength(8);
    for (const prompt of asked) expect(prompt.why).toMatch(/\.$/);
    expect(asked.map((prompt) => prompt.progress)).toEqual(Array.from({ length: 8 }, (_, i) => `${i + 1} of 8`));
  });

  test("the first row beside ticked answers takes nothing from them", async () => {
    const { profile } = await ask([["@skip", "job"], ["@skip"]], {}, ["goal", "concern"]);
    expect(profile).toEqual({ goals: ["job"] });
  });

  test("what is skipped stays unknown, and leaves no track to choose", async () => {
    const { profile, asked } = await ask(["@skip", "@skip", [], [], "@skip", "@skip", "@skip"]);
    expect(profile).toEqual({});
    expect(asked).toHaveLength(7);
  });

  test("the first row of every list skips, so that an accidental Enter is no answer", async () => {
    const options: string[] = [];
    const person = scripted([]);
    const first = {
      ...person,
      choose: async (prompt: { options: { value: string }[] }) =>
        `${options.push(prompt.options[0]?.value ?? "") && "@skip"}`,
    };
    await interview(["stage", "country", "start", "hours"], {}, first, bundled(), resolver, { today });
    expect(options).toEqual(["@skip", "@skip", "@skip", "@skip"]);
  });

  test("'None of these' is an answer, an untouched list is not", async () => {
    expect((await ask([["None of these"]], {}, ["concern"])).profile).toEqual({ concerns: [] });
    expect((await ask([[]], {}, ["concern"])).profile).toEqual({});
  });

  test("the first eight concerns come first; 'More ...' opens the rest and keeps what was ticked", async () => {
    const { profile, asked } = await ask(
      [
        ["money", "@more"],
        ["money", "rural"],
      ],
      {},
      ["concern"],
    );
    expect(profile).toEqual({ concerns: ["money", "rural"] });
    const labels = (asked as unknown as { options: { value: string }[] }[]).map((prompt) => prompt.options.length);
    expect(labels[0]).toBeLessThan(labels[1] as number);
    expect((asked[1] as unknown as { ticked: string[] }).ticked).toContain("money");
  });

  test("a person can go back and answer again", async () => {
    const { profile } = await ask(["computing", "@back", "education", "@skip", "final-year", "@finish"], {}, [
      "field",
      "track",
      "stage",
      "country",
    ]);
    expect(profile.field).toBe("education");
    expect(profile.stage).toBe("final-year");
  });

  test("going back keeps what was answered: the first row, each tick, and all of it at an early end", async () => {
    const ids = ["field", "stage", "goal", "concern", "country"] as const;
    const { profile, asked } = await ask(
      ["nursing", "first-year", ["job"], ["money", "@back"], ["job", "skills", "@back"], "@keep", ["job", "@finish"]],
      {},
      [...ids],
    );
    expect(profile).toEqual({ field: "nursing", stage: "first-year", goals: ["job"], concerns: ["money"] });
    const again = asked[5] as unknown as { options: { value: string; label: string }[] };
    expect(again.options[0]).toEqual({ value: "@keep", label: "Keep: First year" });
    expect((asked[6] as unknown as { ticked: string[] }).ticked).toEqual(["job", "skills"]);
  });

  test("another field takes its kind of work away, and a skip what was answered", async () => {
    const { profile } = await ask(["computing", "software", "@back", "@back", "nursing", "@skip", "@finish"], {}, [
      "field",
      "track",
      "stage",
    ]);
    expect(profile).toEqual({ field: "nursing" });
  });

  test("who would type something can go back to the list", async () => {
    expect((await ask(["other", "", "gb"], {}, ["country"])).profile).toEqual({ country: "gb" });
    expect((await ask(["On a date I know", "", "@skip"], {}, ["start"])).profile).toEqual({});
    expect((await ask(["Another number", "", "4"], {}, ["hours"])).profile).toEqual({ hours: 4 });
  });

  test("what is typed without a word, or is only near to something, is no answer by an Enter", async () => {
    const person = scripted([]);
    const firstOf = async (text: string): Promise<string | undefined> => {
      let first: string | undefined;
      const search = async ({ suggest }: { suggest(text: string): Promise<{ value: string }[]> }) => {
        first = (await suggest(text))[0]?.value;
        return "@skip";
      };
      await interview(["field"], {}, { ...person, search }, bundled(), resolver, { today });
      return first;
    };
    for (const text of ["", "?", "...", "🦄", "none", "qqqq"])
      expect([text, await firstOf(text)]).toEqual([text, "@skip"]);
    expect(await firstOf("nurs")).toBe("nursing");
  });

  test("a person can finish early with what is known", async () => {
    expect((await ask(["nursing", "@finish"])).profile).toEqual({ field: "nursing" });
  });

  test("online asks for the country one would sit in", async () => {
    expect((await ask(["remote", "Germany"], {}, ["country"])).profile).toEqual({ country: "de", remote: true });
    expect((await ask(["other", "Atlantis"], {}, ["country"])).profile).toEqual({ country: "other" });
  });

  test("a date can be typed, and summer lies in December south of the equator", async () => {
    expect((await ask(["On a date I know", "2027-03-15"], {}, ["start"])).profile.start).toBe("2027-03-15");
    const { asked } = await ask(["@skip"], { country: "au" }, ["start"]);
    expect(JSON.stringify(asked)).toContain("Next summer (from 1 December 2027)");
  });
});
