import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import { advise } from "../../src/advice/advise.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { bundled, iw, today } from "../world.ts";

const adviceFor = (profile: Profile): Advice => advise(profile, bundled(), today);

/** The typical profiles of the rules: profile, conclusion, sum of the case. */
const TYPICAL: [name: string, profile: Profile, id: string, score: number][] = [
  ["computing, second-to-last year, a job", { field: "computing", stage: "penultimate", goals: ["job"] }, "strong", 4],
  [
    "humanities, last year, a job, no contacts",
    { field: "humanities-languages", stage: "final-year", goals: ["job"], concerns: ["no-network"] },
    "strong",
    4,
  ],
  [
    "nursing, first year, clarity, no experience",
    { field: "nursing", stage: "first-year", goals: ["clarity"], concerns: ["no-experience"] },
    "worth-it",
    3,
  ],
  [
    "computing, second-to-last year, a job, money",
    { field: "computing", stage: "penultimate", goals: ["job"], concerns: ["money"] },
    "conditional",
    4,
  ],
  ["a master's in the natural sciences, clarity", { stage: "postgraduate", goals: ["clarity"] }, "conditional", 1],
  [
    "psychology, second year, further study",
    { field: "psychology", stage: "second-year", goals: ["further-study"] },
    "conditional",
    0,
  ],
  [
    "medicine, second year, further study",
    { field: "medicine", stage: "second-year", goals: ["further-study"] },
    "alternatives-first",
    -1,
  ],
  ["nothing known", {}, "conditional", 0],
];

describe("the conclusion", () => {
  test.each(TYPICAL)("%s", (_, profile, id, score) => {
    const { conclusion } = adviceFor(profile);
    expect({ id: conclusion.id, score: conclusion.score }).toEqual({ id, score });
  });

  test.each([
    [
      "asked to pay",
      { field: "computing", stage: "penultimate", goals: ["job"], concerns: ["asked-to-pay"] },
      "concern/asked-to-pay",
    ],
    ["the degree is done", { field: "computing", stage: "recent-graduate", goals: ["job"] }, "stage/recent-graduate"],
    [
      "safety speaks before evidence",
      { stage: "recent-graduate", concerns: ["money", "asked-to-pay"] },
      "concern/asked-to-pay",
    ],
  ])("a stop rule decides first: %s", (_, profile, from) => {
    const { conclusion } = adviceFor(profile);
    expect(conclusion.id).toBe("alternatives-first");
    expect(conclusion.decidedBy).toEqual({ rule: "stop", from: [from] });
  });

  test.each(["visa", "money", "unpaid-offer", "caring"])(
    "%s caps a strong case, and names its condition",
    (concern) => {
      const { conclusion } = adviceFor({
        field: "computing",
        stage: "penultimate",
        goals: ["job"],
        concerns: [concern],
      });
      expect(conclusion.id).toBe("conditional");
      expect(conclusion.conditions.map(({ from }) => from)).toContain(`concern/${concern}`);
    },
  );

  test.each(["secondary", "career-changer"])("stage %s is never more than conditional", (stage) => {
    const { conclusion } = adviceFor({ field: "computing", stage, goals: ["job"] });
    expect(conclusion.id).toBe("conditional");
    expect(conclusion.conditions).not.toHaveLength(0);
  });

  test("a stop for safety stands alone: no reason for an internship is printed beside it", async () => {
    const argv = "advise --field computing --stage final-year --goal job --concern asked-to-pay".split(" ");
    for (const format of ["text", "md"]) {
      const { out } = await iw([...argv, "--format", format]);
      expect(out).toContain("Do not pay.");
      expect(out).not.toMatch(/^\W*For$/m);
    }
  });

  test("what keeps someone at school safe comes before all else to watch", async () => {
    const argv = "advise --field biology --stage secondary --concern rejected --concern confidence --format text".split(
      " ",
    );
    const { out } = await iw(argv);
    expect(out.slice(out.indexOf("\nWATCH")).split("\n").slice(2, 4).join(" ")).toContain(
      "Tell an adult where you will be",
    );
  });

  test("someone at school is sent to nobody online", () => {
    const ids = adviceFor({ field: "undecided", stage: "secondary" }).instead.map(({ id }) => id);
    expect(ids).toContain("shadowing");
    expect(ids).not.toContain("micro-internship");
  });

  test("time names a condition and caps nothing", () => {
    const { conclusion } = adviceFor({ field: "computing", stage: "penultimate", goals: ["job"], concerns: ["time"] });
    expect(conclusion.id).toBe("strong");
    expect(conclusion.conditions.map(({ from }) => from)).toEqual(["concern/time"]);
  });

  test("a circumstance never lowers the score", () => {
    const base = { field: "computing", stage: "penultimate", goals: ["job"] };
    for (const concern of [
      "low-grades",
      "first-gen",
      "disability",
      "rural",
      "no-network",
      "confidence",
      "family",
      "relocation",
    ]) {
      expect(adviceFor({ ...base, concerns: [concern] }).conclusion).toMatchObject({ id: "strong", score: 4 });
    }
  });

  test("a strong case needs field, stage and goal", () => {
    expect(adviceFor({ track: "software", stage: "penultimate", goals: ["job"] }).conclusion).toMatchObject({
      id: "worth-it",
      score: 4,
    });
  });

  test("the conditions that always hold are always there", () => {
    for (const [, profile] of TYPICAL) expect(adviceFor(profile).conclusion.always).toHaveLength(3);
  });

  test("a point against says what to do", () => {
    for (const [, profile] of TYPICAL)
      for (const point of adviceFor(profile).case.against) expect(point.do).toBeTruthy();
  });
});

describe("the ranking", () => {
  test("parts sum to the score, for every field, stage and goal", () => {
    const ids = (kind: string): string[] =>
      bundled()
        .heads.filter((head) => head.kind === kind)
        .map(({ id }) => id);
    for (const field of ids("field")) {
      for (const stage of ids("stage")) {
        for (const goal of ids("goal")) {
          for (const { parts, score } of adviceFor({ field, stage, goals: [goal] }).benefits) {
            expect(parts.reduce((sum, part) => sum + part.weight, 0)).toBe(score);
            for (const part of parts) expect(part.because).toMatch(/\.$/);
          }
        }
      }
    }
  }, 60_000);

  test("ties fall in the order of the article", () => {
    expect(adviceFor({}).benefits.map(({ id }) => id)).toEqual([
      "experience",
      "networking",
      "skills",
      "resume",
      "clarity",
      "jobs",
      "confidence",
    ]);
  });

  test("no passage stands twice", () => {
    const { benefits } = adviceFor({
      field: "nursing",
      stage: "first-year",
      goals: ["clarity"],
      concerns: ["confidence"],
    });
    const passages = benefits.flatMap((benefit) => benefit.passages.map(({ markdown }) => markdown));
    expect(new Set(passages).size).toBe(passages.length);
  });
});

describe("flips", () => {
  test("each is true when the changed profile is run", () => {
    const profile: Profile = { field: "computing", stage: "penultimate", goals: ["job"], concerns: ["money"] };
    const now = adviceFor(profile);
    expect(now.flips.length).toBeGreaterThan(2);
    for (const flip of now.flips) {
      const then = adviceFor(changed(profile, flip));
      expect(then.conclusion.id).toBe(flip.conclusion);
      expect(then.benefits.slice(0, 3).map(({ id }) => id)).toEqual(flip.topThree);
    }
  });

  test("none asks a person to be someone else", () => {
    for (const [, profile] of TYPICAL) {
      for (const { answer, value } of adviceFor(profile).flips) {
        expect(["goal", "track", "concern", "stage", "field"]).toContain(answer);
        if (answer === "stage") expect(profile.stage).toBeUndefined();
        if (answer === "concern" && profile.concerns) expect(["money", "unpaid-offer", null]).toContain(value);
        if (answer === "concern") expect(["disability", "low-grades", "first-gen", "no-network"]).not.toContain(value);
      }
    }
  });
});

function changed(profile: Profile, { answer, value, label }: Advice["flips"][number]): Profile {
  if (answer === "goal") return { ...profile, goals: [value ?? ""] };
  if (answer === "track") return { ...profile, track: value ?? "" };
  if (value !== null) return { ...profile, concerns: [...(profile.concerns ?? []), value] };
  const settled = { paid: "money", permission: "visa" }[/paid|permission/.exec(label)?.[0] ?? ""];
  return { ...profile, concerns: (profile.concerns ?? []).filter((id) => id !== settled) };
}
