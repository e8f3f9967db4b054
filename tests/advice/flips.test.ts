import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { bundled, iw } from "../world.ts";

/** The whole advice for a profile, by way of a profile file. */
async function adviceFor(profile: Profile): Promise<Advice> {
  const argv = ["advise", "--profile", "p.json", "--general", "--json"];
  const { code, out, err } = await iw(argv, { files: { "p.json": JSON.stringify(profile) } });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as Advice;
}

const topThree = ({ benefits }: Advice): string[] => benefits.slice(0, 3).map(({ id }) => id);
const outcome = (advice: Advice): string => JSON.stringify([advice.conclusion.id, topThree(advice)]);
const ids = (kind: "field" | "track" | "stage" | "goal" | "country"): string[] =>
  bundled()
    .all(kind)
    .map(({ id }) => id);

/** Every single change that `advise` promises to try, written down a second time: the flag and the profile after it. */
function changesOf(profile: Profile): [flag: string, Profile][] {
  const { concerns, ...rest } = profile;
  const given = concerns ?? [];
  const settled = ["asked-to-pay", "money", "visa", "unpaid-offer"].filter((id) => given.includes(id));
  const turnsUp = ["money", "unpaid-offer"].filter((id) => !given.includes(id));
  const notAsked = concerns ? [] : ["asked-to-pay", "visa", "required", "had-one", "no-experience"];
  const tracks = profile.field ? (bundled().find("field", profile.field)?.tracks ?? []) : ids("track");
  const without = (id: string): Profile => {
    const left = given.filter((other) => other !== id);
    return left.length > 0 ? { ...rest, concerns: left } : rest;
  };
  return [
    ...settled.map((id): [string, Profile] => [`without --concern ${id}`, without(id)]),
    ...[...turnsUp, ...notAsked].map((id): [string, Profile] => [
      `--concern ${id}`,
      { ...rest, concerns: [...given, id] },
    ]),
    ...(["stage", "field"] as const).flatMap((kind) =>
      profile[kind] ? [] : ids(kind).map((id): [string, Profile] => [`--${kind} ${id}`, { ...profile, [kind]: id }]),
    ),
    ...ids("goal").map((id): [string, Profile] => [`--goal ${id}`, { ...profile, goals: [id] }]),
    ...tracks.map((id): [string, Profile] => [`--track ${id}`, { ...profile, track: id }]),
  ];
}

const PEOPLE: Profile[] = [
  {},
  { stage: "first-year" },
  { field: "computing" },
  { goals: ["job", "clarity"] },
  { field: "nursing", stage: "second-year", goals: ["clarity"] },
  { field: "humanities-languages", stage: "final-year", goals: ["proof", "job"], concerns: ["money", "visa"] },
  { field: "engineering", stage: "penultimate", goals: ["further-study"], concerns: [], country: "us" },
  { field: "social-sciences", stage: "recent-graduate", concerns: ["unpaid-offer"], track: "public-policy" },
  { stage: "postgraduate", track: "software", concerns: ["asked-to-pay"] },
];

describe.each(PEOPLE)("the flip list of %j", (profile) => {
  test("holds each change that has an effect, and no other", async () => {
    const now = await adviceFor(profile);
    const expected: string[] = [];
    for (const [flag, changed] of changesOf(profile))
      if (outcome(await adviceFor(changed)) !== outcome(now)) expected.push(flag);
    expect(now.flips.map(({ flag }) => flag).sort()).toEqual([...new Set(expected)].sort());
  });

  test("leaves out country, dates and hours, which change neither conclusion nor ranking", async () => {
    const now = outcome(await adviceFor(profile));
    const others: Profile[] = [
      ...ids("country").map((country) => ({ ...profile, country })),
      ...["2026-12-01", "2027-06-01", "2028-06-01"].map((start) => ({ ...profile, start })),
      ...[0.5, 20].map((hours) => ({ ...profile, hours })),
    ];
    for (const other of others) expect(outcome(await adviceFor(other)), JSON.stringify(other)).toBe(now);
  });

  test("puts what changes the conclusion first, and says how many a short page leaves out", async () => {
    const { flips } = await adviceFor(profile);
    const isFirst = flips.map(({ changes }) => changes.includes("conclusion"));
    expect(isFirst).toEqual([...isFirst].sort((a, b) => Number(b) - Number(a)));
    const argv = ["advise", "--profile", "p.json", "--general", "--format", "text"];
    const { out } = await iw(argv, { files: { "p.json": JSON.stringify(profile) } });
    expect(out).toMatch(new RegExp(`WHAT WOULD CHANGE THIS \\(\\d of ${flips.length}\\)`));
  });
});
