import { describe, expect, test } from "vitest";
import { conflictsOf } from "../../src/profile/conflicts.ts";
import type { FromResume } from "../../src/profile/from-resume.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { iw, today } from "../world.ts";

const read = (value: string, answer: "stage" | "concern" = "stage"): FromResume => ({
  taken: [],
  overruled: [{ answer, value, at: "education[0].endDate" }],
  open: [],
  gaps: [],
});

const CONFLICTING: [answers: string[], profile: Profile, resume?: FromResume][] = [
  [["stage/recent-graduate", "concern/required"], { stage: "recent-graduate", concerns: ["required"] }],
  [["concern/had-one", "concern/no-experience"], { concerns: ["no-experience", "had-one"] }],
  [["goal/job", "goal/further-study"], { goals: ["further-study", "job"] }],
  [["field/trades-transport", "stage/postgraduate"], { field: "trades-transport", stage: "postgraduate" }],
  [["country/remote", "concern/relocation"], { remote: true, country: "us", concerns: ["relocation"] }],
  [["concern/time", "hours"], { concerns: ["time"], hours: 15 }],
  [["start"], { start: "2026-11-21" }],
  [["interview", "offer"], { start: "2027-06-01", interview: "2027-03-02", offer: "2027-03-01" }],
  [["stage/first-year", "resume"], { stage: "first-year" }, read("ended")],
  [["stage/final-year", "resume"], { stage: "final-year" }, read("recent-graduate")],
  [["stage/recent-graduate", "resume"], { stage: "recent-graduate" }, read("second-year")],
  [["concern/no-experience", "resume"], { concerns: ["no-experience"] }, read("had-one", "concern")],
];

const AGREEING: [why: string, profile: Profile, resume?: FromResume][] = [
  ["nothing is said", {}],
  ["a course of someone at school may require a placement", { stage: "secondary", concerns: ["required"] }],
  ["a pupil may aim at further study", { stage: "secondary", goals: ["further-study"] }],
  ["an unpaid offer may also cost money", { concerns: ["unpaid-offer", "asked-to-pay"] }],
  ["one goal alone", { goals: ["job"] }],
  ["trades at any other stage", { field: "trades-transport", stage: "first-year" }],
  ["online from home", { remote: true, concerns: ["rural"] }],
  ["few hours beside little time", { concerns: ["time"], hours: 14 }],
  ["many hours without a word of little time", { concerns: [], hours: 40 }],
  ["a start today", { start: "2026-11-22" }],
  ["an interview before the offer", { start: "2027-06-01", interview: "2027-03-01", offer: "2027-03-01" }],
  ["someone who graduated may be on a master's", { stage: "postgraduate" }, read("ended")],
  ["someone who graduated may change careers", { stage: "career-changer" }, read("recent-graduate")],
  ["a resume that nobody overruled", { stage: "first-year" }, { taken: [], overruled: [], open: [], gaps: [] }],
];

describe("answers that do not go together", () => {
  test.each(CONFLICTING)("%j are pointed out", (answers, profile, resume) => {
    const found = conflictsOf(profile, today, resume);
    expect(found.map((conflict) => conflict.answers)).toEqual([answers]);
    expect(found[0]?.text).toMatch(/^(You|The start you).*\.$/);
  });

  test.each(AGREEING)("none where %s", (_, profile, resume) => {
    expect(conflictsOf(profile, today, resume)).toEqual([]);
  });

  const BOTH = "--stage recent-graduate --concern required --goal job --goal further-study --start 2027-06-01".split(
    " ",
  );

  test.each([
    ["advise", "text"],
    ["advise", "md"],
    ["checklist", "text"],
    ["checklist", "md"],
    ["compare", "md"],
  ])("%s says so in %s, one line each", async (command, format) => {
    const rest = command === "compare" ? ["--", "--hours", "3"] : [];
    const { out, code } = await iw([command, ...BOTH, "--format", format, "--width", "200", ...rest]);
    expect(code).toBe(0);
    expect(out).toMatch(/^.*You said that you have graduated, and that your course requires a placement\..*$/m);
    expect(out).toMatch(/^.*You want a job after you graduate, and a place in further study\..*$/m);
  });

  test.each(["advise", "checklist"])("%s carries them as data", async (command) => {
    const { conflicts } = JSON.parse((await iw([command, ...BOTH, "--json"])).out);
    expect(conflicts.map(({ answers }: { answers: string[] }) => answers)).toEqual([
      ["stage/recent-graduate", "concern/required"],
      ["goal/job", "goal/further-study"],
    ]);
  });

  test("the advice stays short enough to read in three minutes", async () => {
    const { out } = await iw(["advise", ...BOTH, "--field", "nursing", "--country", "de", "--format", "text"]);
    expect(out.trimEnd().split("\n").length).toBeLessThanOrEqual(65);
  });

  test("a resume whose studies ended long ago, against a first year", async () => {
    const resume = JSON.stringify({
      education: [{ area: "Physics", studyType: "BSc", startDate: "2016", endDate: "2019" }],
    });
    const { out } = await iw(["advise", "--resume", "r.json", "--stage", "first-year", "--md"], {
      files: { "r.json": resume },
    });
    expect(out).toContain(
      "Your resume says that your studies have ended (education[0].endDate), and you said first-year.",
    );
  });
});
