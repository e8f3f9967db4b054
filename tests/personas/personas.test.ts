import { describe, expect, test } from "vitest";
import { iw } from "../world.ts";
import { PERSONAS } from "./people.ts";

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
