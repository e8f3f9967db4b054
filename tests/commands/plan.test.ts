import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { iw } from "../world.ts";

const MAKE =
  "checklist --field nursing --stage first-year --goal clarity --concern visa --start 2027-06-01 --hours 4 --md".split(
    " ",
  );
const NAME = "internship-plan.md";
const plan = (await iw(MAKE)).out;
const withPlan = (text: string) => ({ files: { [NAME]: text } });

describe("a plan file", () => {
  test("groups by phase, with each date in the step's own line and the ids in comments", () => {
    expect(plan).toMatch(/^# Internship plan: Nursing/);
    expect(plan).toMatch(/^- \[ \] \*\*.*\*\* \(by 2026-1[12]-\d\d, [\d.]+ h\) <!-- step:goals -->$/m);
    expect(plan).toContain("This file holds your answers");
    expect(plan).not.toContain('visa"');
  });

  test("done ticks by id or by words, and changes nothing else", async () => {
    const { code, files, out } = await iw(["done", "goals", "six short stories"], withPlan(plan));
    expect(code).toBe(0);
    expect(out.match(/^Done: /gm)).toHaveLength(2);
    const changed = (files[NAME] ?? "").split("\n").filter((line, i) => line !== plan.split("\n")[i]);
    expect(changed).toHaveLength(2);
    for (const line of changed) expect(line).toMatch(/^- \[x\]/);
    expect((await iw(["done", "goals", "six short stories", "--undo"], { files })).files[NAME]).toBe(plan);
  });

  test("done takes what another tool reports finished", async () => {
    const { steps } = JSON.parse((await iw([...MAKE.slice(0, -1), "--json"])).out);
    const report = JSON.stringify([
      { uuid: steps[0].uid, status: "completed" },
      { uuid: steps[1].uid, status: "pending" },
    ]);
    const { files } = await iw(["done", "--from", "-"], { ...withPlan(plan), stdin: report });
    expect(files[NAME]?.match(/\[x\]/g)).toHaveLength(1);
    expect(files[NAME]).toMatch(new RegExp(`\\[x\\].*step:${steps[0].id}`));
  });

  test("what is not there, or could be two, is refused, and the file stays", async () => {
    const { code, err, files } = await iw(["done", "nosuch", "write"], withPlan(plan));
    expect(code).toBe(2);
    expect(err).toMatch(/no step "nosuch"[\s\S]*"write" could be/);
    expect(files[NAME]).toBe(plan);
  });

  test("replan on the same day moves nothing", async () => {
    const { out, files } = await iw(["replan"], withPlan(plan));
    expect(out).toMatch(/^No date moves\./);
    expect(files[NAME]).toBe(plan);
  });

  test("replan later moves open steps only, and says what moved", async () => {
    const ticked = (await iw(["done", "goals"], withPlan(plan))).files[NAME] ?? "";
    const { out, files } = await iw(["replan", "--today", "2027-01-15"], withPlan(ticked));
    expect(out).toMatch(/dates move:\n/);
    const line = (text: string, id: string): string =>
      text.split("\n").find((each) => each.includes(`step:${id} `)) ?? "";
    expect(line(files[NAME] ?? "", "goals")).toBe(line(ticked, "goals"));
    for (const [, day = ""] of (files[NAME] ?? "").matchAll(/^- \[ \].*\(by (\d{4}-\d\d-\d\d)/gm))
      expect(day >= "2027-01-15").toBe(true);
    expect((await iw(["replan", "--today", "2027-01-15", "--dry-run"], withPlan(ticked))).files[NAME]).toBe(ticked);
  });

  test("a deleted step stays deleted, a re-worded one keeps its words", async () => {
    const own = plan
      .replace(/^- \[ \].*step:story-bank.*\n( {2}- .*\n)*/m, "")
      .replace(/\*\*Write your top three goals[^*]*\*\*/, "**My three goals!**");
    const { files } = await iw(["replan", "--today", "2026-12-20"], withPlan(own));
    expect(files[NAME]).not.toContain("step:story-bank");
    expect(files[NAME]).toContain("**My three goals!**");
    expect((await iw(["next", "--json"], withPlan(own))).out).toContain("My three goals!");
  });

  test("stdin to stdout with --plan -", async () => {
    const { out } = await iw(["done", "goals", "--plan", "-"], { stdin: plan });
    expect(out).toBe(plan.replace(/\[ \](.*step:goals )/, "[x]$1"));
  });

  test("next says what is due, what is late, what waits, and how far one is", async () => {
    const next = JSON.parse((await iw(["next", "--json", "--today", "2026-12-10"], withPlan(plan))).out);
    expect(next.progress.all).toBeGreaterThan(10);
    expect(next.late.length).toBeGreaterThan(0);
    for (const step of next.waiting) expect(step.waitsFor).not.toHaveLength(0);
    expect((await iw(["next"], withPlan(plan))).out).toMatch(/^[a-z-]+\t(now|late)\t/);
  });

  test("export writes the file's plan in another format", async () => {
    const ticked = (await iw(["done", "goals"], withPlan(plan))).files[NAME] ?? "";
    const { steps } = JSON.parse((await iw(["export", "--json"], withPlan(ticked))).out);
    expect(steps.find(({ id }: { id: string }) => id === "goals").status).toBe("done");
  });

  test.each([
    ["", /no plan comment/],
    ["# Mine\n", /no plan comment/],
    [plan.replace('"planId"', '"plan'), /damaged/],
    [`${plan}- [ ] again <!-- step:goals -->\n`, /second time/],
  ])("what is no plan file is refused with its line (%#)", async (text, says) => {
    const { code, err, files } = await iw(["replan"], withPlan(text));
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(files[NAME]).toBe(text);
  });

  test("a missing file is refused with what to do", async () => {
    expect((await iw(["next"])).err).toMatch(/no plan file internship-plan\.md[\s\S]*checklist -o/);
  });
});

/** Lines an owner may write anywhere: none of them is a step of the program. */
const foreign = fc.stringMatching(/^[^\r\n<[]{0,40}$/).map((text) => `${text}\n`);

describe("on random edits", () => {
  test("foreign lines survive byte for byte, whatever the line ends, bullets and marks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(40), foreign), { maxLength: 6 }),
        fc.boolean(),
        fc.boolean(),
        async (extra, crlf, bom) => {
          const lines = plan.split(/(?<=\n)/);
          const begin = lines.findIndex((line) => line.startsWith("## "));
          for (const [at, text] of extra) lines.splice(begin + Math.min(at, lines.length - begin), 0, text);
          const edited =
            (bom ? "\ufeff" : "") +
            (crlf ? lines.join("").replaceAll("\n", "\r\n") : lines.join("")).replaceAll("\n- [ ]", "\n* [ ]");
          const { code, files } = await iw(["done", "goals"], withPlan(edited));
          expect(code).toBe(0);
          const back = (await iw(["done", "goals", "--undo"], { files })).files[NAME];
          expect(back).toBe(edited);
          const replanned = (await iw(["replan"], withPlan(edited))).files[NAME];
          expect(replanned).toBe(edited);
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });
});
