import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import { iw } from "../world.ts";

const advise = async (...flags: string[]) => {
  const { out, err } = await iw(["advise", ...flags, "--json"]);
  return { ...(JSON.parse(out) as Advice).profile, err };
};

describe("several answers in one text", () => {
  test.each([
    [
      ["--concern", "money,visa"],
      ["money", "visa"],
    ],
    [
      ["--concern", "visa and money"],
      ["visa", "money"],
    ],
    [
      ["--concern", "money", "--concern", "money, visa"],
      ["money", "visa"],
    ],
  ])("%j are all taken", async (flags, concerns) => {
    expect(await advise(...flags)).toMatchObject({ concerns, err: "" });
  });

  test("goals too", async () => {
    expect(await advise("--goal", "job; skills")).toMatchObject({ goals: ["job", "skills"], err: "" });
  });

  test("where one decides, it is said which", async () => {
    expect(await advise("--country", "us and germany")).toMatchObject({
      country: "us",
      err: "warning: --country: using us; you also named de\n",
    });
    expect(await advise("--track", "banking and consulting")).toMatchObject({
      track: "investment-banking",
      err: "warning: --track: using investment-banking; you also named consulting\n",
    });
  });

  test("an answer that is given twice is the last one, and that is said", async () => {
    expect(await advise("--field", "nursing", "--field", "law-criminal-justice")).toMatchObject({
      field: "law-criminal-justice",
      err: "warning: --field was given twice; the last one counts\n",
    });
    expect(await advise("--field", "nursing", "--field", "nursing")).toMatchObject({ field: "nursing", err: "" });
  });
});
