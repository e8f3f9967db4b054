import { describe, expect, test } from "vitest";
import { iw } from "../world.ts";

/** A dozen people. What they are told stands beside this file, and is reviewed like prose. */
const PERSONAS: [name: string, flags: string][] = [
  [
    "nursing-first-year",
    "--field nursing --stage first-year --goal clarity --concern no-experience --concern confidence --country us --start 2027-06-01 --hours 4",
  ],
  [
    "humanities-final-year-germany",
    "--field humanities --stage final-year --goal job --concern no-network --country de --start 2027-03-01 --hours 6",
  ],
  [
    "computing-penultimate-money",
    "--field computing --stage penultimate --goal job --concern money --country us --start 2027-06-01 --hours 6",
  ],
  [
    "computing-master-visa-canada",
    "--field computing --stage postgraduate --goal job --concern visa --country ca --start 2027-05-03 --hours 4",
  ],
  [
    "business-second-year-first-gen",
    "--field business --stage second-year --goal contacts --goal job --concern first-gen --concern no-network --country gb --start summer --hours 2",
  ],
  [
    "education-caring",
    "--field education --stage second-year --goal confidence --concern caring --country au --start 2027-02-01 --hours 2",
  ],
  [
    "graduate-unpaid-offer",
    "--field humanities --stage recent-graduate --goal job --concern unpaid-offer --country gb --start 2027-01-04 --hours 8",
  ],
  [
    "school-pupil",
    "--field undecided --stage secondary --goal clarity --concern none --country us --start 2027-06-14 --hours 1",
  ],
  [
    "asked-to-pay-india",
    "--field computing --stage final-year --goal proof --concern asked-to-pay --country in --start 2027-05-01 --hours 4",
  ],
  [
    "career-changer-part-time",
    "--field business --stage career-changer --goal skills --concern time --country fr --hours 4",
  ],
  [
    "further-study",
    "--field nursing --stage penultimate --goal further-study --concern had-one --start 2027-06-01 --hours 4",
  ],
  ["nothing-known", "--general"],
];

describe.each(PERSONAS)("%s", (name, flags) => {
  const argv = flags.split(" ");
  const read = async (command: string): Promise<string> => {
    const { code, out, err } = await iw([command, ...argv, "--format", "text", "--width", "80"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    return out;
  };

  test("reads as reviewed", async () => {
    const text = `$ intern-why advise ${flags}\n\n${await read("advise")}\n$ intern-why checklist ${flags}\n\n${await read("checklist")}`;
    await expect(text).toMatchFileSnapshot(`${name}.txt`);
  });

  test("is short enough to read in three minutes", async () => {
    expect((await read("advise")).trimEnd().split("\n").length).toBeLessThanOrEqual(65);
  });

  test("keeps to the length of a checklist, and dates nothing in the past", async () => {
    const { steps } = JSON.parse((await iw(["checklist", ...argv, "--json"])).out);
    expect(steps.length).toBeGreaterThanOrEqual(8);
    expect(steps.length).toBeLessThanOrEqual(16);
    for (const { start, due } of steps) for (const day of [start, due]) if (day) expect(day >= "2026-11-22").toBe(true);
  });
});
