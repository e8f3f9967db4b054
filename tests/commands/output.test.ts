import { describe, expect, test } from "vitest";
import { iw } from "../world.ts";

const NURSING = [
  "--field",
  "nursing",
  "--stage",
  "first-year",
  "--goal",
  "clarity",
  "--start",
  "2027-06-01",
  "--hours",
  "4",
];
const HUMANITIES = ["--field", "humanities", "--stage", "final-year", "--goal", "job", "--start", "2027-06-01"];

const json = async (argv: string[]) => {
  const { code, out, err } = await iw([...argv, "--json"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.endsWith("}\n")).toBe(true);
  return JSON.parse(out);
};

describe("JSON", () => {
  test("show networking skills holds both", async () => {
    const { topics } = await json(["show", "networking", "skills"]);
    expect(topics.map(({ id }: { id: string }) => id)).toEqual(["networking", "skills"]);
  });

  test("an answer that a profile gives twice counts once", async () => {
    const profile = (goals: string[]) => ({ files: { "p.json": JSON.stringify({ goals }) } });
    const once = await iw(["advise", "--profile", "p.json", "--json"], profile(["job"]));
    expect((await iw(["advise", "--profile", "p.json", "--json"], profile(["job", "job"]))).out).toBe(once.out);
  });

  test("a calendar without a single day says so, and a plan's command holds its name", async () => {
    const { out, err } = await iw(["checklist", "--field", "nursing", "--format", "ics"]);
    expect(out).toContain("BEGIN:VCALENDAR");
    expect(err).toMatch(/^warning: no step has a day/);
    const named = await iw(["checklist", "--field", "nursing", "--all", "--name", "My plan", "--json"]);
    expect(JSON.parse(named.out).command).toBe('intern-why checklist --field nursing --all --name "My plan"');
  });

  test("who has no time this week begins later", async () => {
    const { out } = await iw(
      "checklist --field nursing --busy 2026-11-22..2027-01-10 --start 2027-09-01 --format text".split(" "),
    );
    expect(out).toContain("\nFrom 11 Jan 2027\n");
    expect(out).not.toContain("This week");
  });

  test("a saved profile repeats the run", async () => {
    const saved = await iw(["advise", ...NURSING, "--save-profile", "p.json", "--md"]);
    const again = await iw(["advise", "--profile", "p.json", "--md"], { files: saved.files });
    expect(again.out).toBe(saved.out);
  });
});

describe("the article", () => {
  test("show prints the nine sections in order as clean Markdown", async () => {
    const { out, err } = await iw(["show"]);
    expect(err).toBe("");
    expect(out.match(/^# .*/gm)).toHaveLength(9);
    expect(out).toMatch(/^# Why is pursuing an internship important\?/);
    const used = new Set([...out.matchAll(/\[\^([a-z0-9-]+)\](?!:)/g)].map((match) => match[1]));
    const defined = new Set([...out.matchAll(/^\[\^([a-z0-9-]+)\]:/gm)].map((match) => match[1]));
    expect([...used].sort()).toEqual([...defined].sort());
  });

  test("show gives an action's evidence on a terminal too", async () => {
    const { out } = await iw(["show", "action/weekly-checkin", "--format", "text"]);
    expect(out).toMatch(/^Evidence: \[1\]$[\s\S]*^SOURCES[\s\S]*\[1\] Hora 2020$/m);
  });

  test("list names every section, tab-separated, the id first", async () => {
    const { out } = await iw(["list", "sections"]);
    const ids = out
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t")[0]);
    expect(ids).toEqual([
      "introduction",
      "experience",
      "networking",
      "skills",
      "resume",
      "clarity",
      "jobs",
      "confidence",
      "conclusion",
    ]);
    expect(out.split("\n")[0]?.split("\t")).toHaveLength(3);
  });
});

describe("two people", () => {
  test("get different rankings, cases and checklists, each with its because", async () => {
    const [nursing, humanities] = [await json(["advise", ...NURSING]), await json(["advise", ...HUMANITIES])];
    const top = (advice: { benefits: { id: string }[] }) => advice.benefits.slice(0, 3).map(({ id }) => id);
    expect(top(nursing)).toEqual(["clarity", "experience", "confidence"]);
    expect(top(humanities)[0]).toBe("jobs");
    expect(nursing.case.for).not.toEqual(humanities.case.for);
    const [planA, planB] = [await json(["checklist", ...NURSING]), await json(["checklist", ...HUMANITIES])];
    const ids = (plan: { steps: { id: string }[] }) => plan.steps.map(({ id }) => id);
    expect(ids(planA)).not.toEqual(ids(planB));
    for (const step of [...planA.steps, ...planB.steps]) expect(step.because).not.toHaveLength(0);
  });
});

describe("every run", () => {
  const runs = [
    ["advise", ...NURSING],
    ["checklist", ...NURSING],
    ["show"],
    ["list"],
    ["advise", "--general"],
    ["checklist", "--general"],
  ];
  test.each(runs)("%j gives the same bytes twice, in every format", async (...argv) => {
    for (const format of ["text", "md", "json"]) {
      const args = [...argv, "--format", format];
      const [first, second] = [await iw(args), await iw(args)];
      expect(first).toEqual(second);
      expect(first).toMatchObject({ code: 0, err: "" });
    }
  });

  test.each(runs)("%j keeps to the width in text, and loses no word", async (...argv) => {
    const letters = (text: string): string => text.replace(/[^\p{L}]/gu, "");
    const texts = await Promise.all(
      [40, 80, 200].map((width) => iw([...argv, "--format", "text", "--width", `${width}`])),
    );
    [40, 80, 200].forEach((width, i) => {
      for (const line of texts[i]?.out.split("\n") ?? []) {
        if (line.trim().includes(" ")) expect(line.length, line).toBeLessThanOrEqual(width);
      }
    });
    if (argv[0] === "show" || argv[0] === "list")
      expect(letters(texts[0]?.out ?? "")).toBe(letters(texts[2]?.out ?? ""));
  });

  test.each(runs)("%j holds no escape byte when accessible, even with color asked for", async (...argv) => {
    const { out, err } = await iw([...argv, "--format", "text", "--accessible", "--color", "always"]);
    expect(out + err).not.toContain("\u001b");
  });
});

describe("privacy", () => {
  test("private answers stay out of the repeat command and the plan file", async () => {
    const argv = ["checklist", ...NURSING, "--concern", "visa", "--concern", "money"];
    const plan = (await iw([...argv, "--md"])).out;
    expect(plan).not.toMatch(/"visa"|concern\/visa/);
    expect(plan).toContain('"money"');
    expect((await json(argv)).command).not.toContain("visa");
  });
});
