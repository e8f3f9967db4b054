import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/plan/plan.ts";
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
    for (const guess of ["1", "x", "ist"]) expect((await iw(["done", guess], withPlan(plan))).code).toBe(2);
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

  test("next names what has to begin now because it then waits, however far its day", async () => {
    const { out } = await iw(["next", "--json"], withPlan(plan));
    const { now } = JSON.parse(out) as { now: { id: string; due: string }[] };
    const check = now.find(({ id }) => id === "visa-check");
    expect(check?.due && check.due > "2026-11-29").toBe(true);
  });

  test("what then waits for weeks stands in text where it begins", async () => {
    const { out } = await iw([...MAKE.slice(0, -1), "--format", "text"]);
    const december = out.slice(out.indexOf("\nIn December"), out.indexOf("\nIn January"));
    expect(december).toMatch(/\[ \] Start vaccines, .* begin \d+ Dec, by \d+ Apr 2027/);
    expect(out.slice(out.indexOf("\nThis week"), out.indexOf("\nIn December"))).toContain("begin 22 Nov, by 13 Dec");
  });

  test("what is done stands last in text, and takes no place in this week", async () => {
    const { files } = await iw(["done", "goals"], withPlan(plan));
    const { out } = await iw(["export", "--format", "text"], { files });
    expect(out).toMatch(/\nDone\n\[x\] Write your top three goals, in order/);
    expect(out.slice(out.indexOf("This week"), out.indexOf("\nIn December"))).not.toContain("[x]");
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

  test("what a command says of it goes where -o says, but never over it", async () => {
    for (const line of [["done", "goals"], ["replan"], ["next"]]) {
      const { out, files } = await iw([...line, "--json", "-o", "said.json"], withPlan(plan));
      expect({ out, said: Object.keys(JSON.parse(files["said.json"] ?? "")).length > 0 }).toEqual({
        out: "",
        said: true,
      });
      const over = await iw([...line, "--force", "-o", `./${NAME}`], withPlan(plan));
      expect(over).toMatchObject({ code: 2, err: expect.stringContaining("names the plan itself") });
      expect(over.files).toEqual({ [NAME]: plan });
      const taken = { [NAME]: plan, "said.json": "mine" };
      expect(await iw([...line, "-o", "said.json"], { files: taken })).toMatchObject({ code: 2, files: taken });
    }
  });

  test("a missing file is refused with what to do", async () => {
    expect((await iw(["next"])).err).toMatch(/no plan file internship-plan\.md[\s\S]*checklist -o/);
  });
});

/** Lines an owner may write anywhere: none of them is a step of the program. */
const foreign = fc.stringMatching(/^[^\r\n<[]{0,40}$/);
const BOXES = /^- \[ \] .*step:([a-z0-9-]+) -->$/;

/** What an owner does to a plan file: lines of their own, ticks, bullets, new words, deletions, moves, line ends. */
const edits = fc.record({
  foreign: fc.array(fc.tuple(fc.nat(60), foreign), { maxLength: 6, size: "max" }),
  ticked: fc.array(fc.nat(15), { maxLength: 4 }),
  bullets: fc.array(fc.constantFrom("-", "*", "+"), { minLength: 16, maxLength: 16, size: "max" }),
  indent: fc.constantFrom("", "", "\t"),
  deleted: fc.option(fc.nat(15)),
  reworded: fc.option(fc.nat(15)),
  moved: fc.option(fc.tuple(fc.nat(15), fc.nat(15))),
  crlf: fc.boolean(),
  bom: fc.boolean(),
  noEnd: fc.boolean(),
});

function editPlan(edit: typeof edits extends fc.Arbitrary<infer T> ? T : never): string {
  const lines = plan.trimEnd().split("\n");
  const boxes = lines.flatMap((line, i) => (BOXES.test(line) ? [i] : []));
  const at = (box: number): number => boxes[box % boxes.length] as number;
  boxes.forEach((line, box) => {
    lines[line] = `${edit.indent}${lines[line]?.replace("-", edit.bullets[box] ?? "-")}`;
  });
  for (const box of edit.ticked) lines[at(box)] = lines[at(box)]?.replace("[ ]", "[X]") ?? "";
  if (edit.reworded !== null)
    lines[at(edit.reworded)] = lines[at(edit.reworded)]?.replace(/\*\*.*\*\*/, "In my words") ?? "";
  if (edit.moved) {
    const [from, to] = edit.moved.map(at) as [number, number];
    [lines[from], lines[to]] = [lines[to] as string, lines[from] as string];
  }
  if (edit.deleted !== null) lines.splice(at(edit.deleted), 1);
  const begin = lines.findIndex((line) => line.startsWith("## "));
  for (const [place, text] of edit.foreign) lines.splice(begin + (place % (lines.length - begin + 1)), 0, text);
  return `${edit.bom ? "\ufeff" : ""}${lines.join(edit.crlf ? "\r\n" : "\n")}${edit.noEnd ? "" : edit.crlf ? "\r\n" : "\n"}`;
}

/** The lines with every date in them taken out, and the head with its day. */
const undated = (text: string): string[] =>
  text
    .split(/(?<=\n)/)
    .map((line) =>
      line.startsWith('{"planId"')
        ? "head"
        : line.startsWith("Start: ")
          ? "summary"
          : line.replace(/\(by [\d-]+, /, "(by , "),
    );

const RUNS = 2_000;

describe(`on ${RUNS} plan files that their owners changed`, () => {
  test("a tick taken back leaves every byte as it was", async () => {
    const run = fc.asyncProperty(edits, async (edit) => {
      const edited = editPlan(edit);
      const [, open = ""] = /\[ \] .*step:([a-z0-9-]+) -->/.exec(edited) ?? [];
      const { code, files } = await iw(["done", open], withPlan(edited));
      expect(code).toBe(0);
      expect(files[NAME]).not.toBe(edited);
      expect((await iw(["done", open, "--undo"], { files })).files[NAME]).toBe(edited);
    });
    await fc.assert(run, { numRuns: RUNS, seed: 4 });
  }, 120_000);

  test("replan moves no line and changes dates of open steps only; again on that day it changes nothing", async () => {
    const run = fc.asyncProperty(edits, async (edit) => {
      const edited = editPlan(edit);
      const { code, files } = await iw(["replan", "--today", "2027-01-15"], withPlan(edited));
      expect(code).toBe(0);
      expect(undated(files[NAME] ?? "")).toEqual(undated(edited));
      const ticked = (text = ""): string[] => text.split("\n").filter((line) => line.includes("[X]"));
      expect(ticked(files[NAME])).toEqual(ticked(edited));
      expect((await iw(["replan", "--today", "2027-01-15"], { files })).files[NAME]).toBe(files[NAME]);
    });
    await fc.assert(run, { numRuns: RUNS, seed: 5 });
  }, 120_000);
});

describe("an owner's own steps", () => {
  const own = plan
    .replace(
      "## Prepare\n",
      "## Prepare\n\n- [ ] Call aunt Meg (by 2026-12-01, 0.5 h)\n- [x] Buy a folder\n- [ ] Call aunt Meg\n",
    )
    .replace("## Search\n", "## Search\n\n```\n- [ ] a line of code\n```\n");
  const open = (argv: string[], text = own) => iw(argv, withPlan(text));

  test("are exported with day, hours and state, and with ids that stay", async () => {
    const { steps } = JSON.parse((await open(["export", "--json"])).out) as Plan;
    const mine = steps.filter(({ because }) => because[0] === "own");
    expect(mine.map(({ id, due, effortHours, status, phase }) => [id, due, effortHours, status, phase])).toEqual([
      ["own-call-aunt-meg", "2026-12-01", 0.5, "open", "decide"],
      ["own-buy-a-folder", null, 0, "done", "decide"],
      ["own-call-aunt-meg-2", null, 0, "open", "decide"],
    ]);
    const moved = JSON.parse(
      (await open(["export", "--json"], own.replace("0.5 h)\n- [x] Buy", "0.5 h)\n\n- [x] Buy"))).out,
    ) as Plan;
    expect(moved.steps.map(({ uid }) => uid)).toEqual(steps.map(({ uid }) => uid));
  });

  test("are named by next: with a day among the others, without one apart", async () => {
    const next = JSON.parse((await open(["next", "--json", "--today", "2026-12-05"])).out);
    expect(next.late.map(({ id }: { id: string }) => id)).toContain("own-call-aunt-meg");
    expect(next.own).toEqual(["Call aunt Meg"]);
  });

  test("have ids of their own, whatever two of them share", async () => {
    const same = ["Call Bob", "Call Bob", "Call Bob 2"].map((words) => `- [ ] ${words}\n`).join("");
    const next = JSON.parse((await open(["next", "--json"], `${plan}${same}`)).out);
    expect(next.own).toEqual(["Call Bob", "Call Bob", "Call Bob 2"]);
  });

  test("without a date and hours stand under words of their own", async () => {
    const withOwn = plan.replace(/\n(?=## (?!Decide).*\n)/, "- [ ] Call aunt Meg\n\n");
    const { out } = await iw(["export", "--format", "text"], withPlan(withOwn));
    expect(out).toContain("\nWithout a date\n[ ] Call aunt Meg\n");
  });

  test("are ticked by id, and never re-dated", async () => {
    const { files } = await open(["done", "own-call-aunt-meg"]);
    expect(files[NAME]).toContain("- [x] Call aunt Meg (by 2026-12-01, 0.5 h)");
    const replanned = (await open(["replan", "--today", "2027-01-15"])).files[NAME];
    expect(replanned).toContain("- [ ] Call aunt Meg (by 2026-12-01, 0.5 h)");
  });

  test("survive an export to Markdown", async () => {
    const { out } = await open(["export", "--md"]);
    expect(out).toContain("- [ ] Call aunt Meg (by 2026-12-01, 0.5 h)\n");
    expect((await open(["export", "--md"], out)).out).toBe(out);
  });

  test("a step that the content does not know stays as it stands", async () => {
    const unknown = plan.replace("step:goals", "step:from-another-folder");
    const { steps } = JSON.parse((await open(["export", "--json"], unknown)).out) as Plan;
    expect(steps.find(({ id }) => id === "from-another-folder")?.title).toBe("Write your top three goals, in order");
    expect((await open(["replan", "--today", "2027-01-15"], unknown)).files[NAME]).toContain(
      "step:from-another-folder",
    );
  });
});

describe("the line that sums a plan up", () => {
  const summaryOf = (text = ""): string => /^Start: .*$/m.exec(text)?.[0] ?? "";

  test("is brought up to date by replan", async () => {
    const { files } = await iw(["replan", "--hours", "6"], withPlan(plan));
    expect(summaryOf(plan)).toContain("4 a week");
    expect(summaryOf(files[NAME])).toContain("6 a week");
    expect(summaryOf((await iw(["replan", "--hours", "4"], { files })).files[NAME])).toBe(summaryOf(plan));
  });

  test("stays as its owner wrote it", async () => {
    const own = plan.replace(/^Start: .*$/m, "Start: as soon as I can.");
    expect(summaryOf((await iw(["replan", "--hours", "6"], withPlan(own))).files[NAME])).toBe(
      "Start: as soon as I can.",
    );
  });
});

describe("hours that its owner changed", () => {
  test("count in the plan", async () => {
    const line = /^- \[ \] .*?, ([\d.]+) h\) <!-- step:base-resume -->$/m;
    const changed = plan.replace(line, (text, hours: string) => text.replace(`${hours} h`, "9.5 h"));
    const { steps } = JSON.parse((await iw(["export", "--json"], withPlan(changed))).out) as Plan;
    expect(steps.find(({ id }) => id === "base-resume")?.effortHours).toBe(9.5);
    expect((await iw(["replan", "--today", "2026-12-01"], withPlan(changed))).files[NAME]).toMatch(
      /9\.5 h\) <!-- step:base-resume/,
    );
  });
});

const second = (JSON.parse((await iw(["export", "--json"], withPlan(plan))).out) as Plan).steps[1]?.id;

describe("a step whose time has passed", () => {
  test("stays in what export and next say of the file", async () => {
    const late = ["--today", "2028-01-01"];
    const before = JSON.parse((await iw(["export", "--json"], withPlan(plan))).out) as Plan;
    const after = JSON.parse((await iw(["export", "--json", ...late], withPlan(plan))).out) as Plan;
    const idsOf = ({ steps }: Plan): string[] => steps.map(({ id }) => id).sort();
    expect(idsOf(after)).toEqual(idsOf(before));
    expect(after.steps.every(({ id, due }) => due === before.steps.find((step) => step.id === id)?.due)).toBe(true);
  });
});

describe("what replan says moved", () => {
  test("is what the file says differently: a bracket that cannot be read stays, and is no move", async () => {
    const odd = plan.replace(
      /\(by ([\d-]+), ([\d.]+) h\) <!-- step:base-resume -->/,
      "(by $1, $2h) <!-- step:base-resume -->",
    );
    const { out, files } = await iw(["replan", "--json", "--today", "2027-01-15"], withPlan(odd));
    expect(files[NAME]).toContain(odd.split("\n").find((line) => line.includes("step:base-resume")));
    expect(JSON.parse(out).moves.map(({ id }: { id: string }) => id)).not.toContain("base-resume");
  });

  test("hours that no step takes are refused with their line", async () => {
    const { code, err } = await iw(
      ["replan"],
      withPlan(plan.replace(/, [\d.]+ h\) <!-- step:goals/, ", 999999999 h) <!-- step:goals")),
    );
    expect(code).toBe(2);
    expect(err).toMatch(/^error: internship-plan.md:\d+: a step takes at most 2000 hours$/m);
  });
});

describe("what another tool reports finished", () => {
  const finish = async (format: string, change: (text: string) => string): Promise<string[]> => {
    const report = change((await iw(["export", "--format", format], withPlan(plan))).out);
    const { out } = await iw(["done", "--from", "-", "--json"], { ...withPlan(plan), stdin: report });
    return (JSON.parse(out).steps as { id: string }[]).map(({ id }) => id);
  };

  test.each<[format: string, change: (text: string) => string]>([
    ["json", (text) => text.replace(new RegExp(`("id": "${second}"[^]*?"status": )"open"`), '$1"done"')],
    [
      "taskwarrior",
      (text) =>
        JSON.stringify(
          JSON.parse(text).map((task: object, i: number) => (i === 1 ? { ...task, status: "completed" } : task)),
        ),
    ],
    [
      "ics-todo",
      (text) =>
        text
          .split("BEGIN:VTODO")
          .map((todo, i) => (i === 2 ? todo.replace("NEEDS-ACTION", "COMPLETED") : todo))
          .join("BEGIN:VTODO"),
    ],
    [
      "todotxt",
      (text) =>
        text
          .split("\n")
          .map((line, i) => (i === 1 ? line.replace(/^\([A-C]\)/, "x 2026-12-01") : line))
          .join("\n"),
    ],
  ])("is read from %s", async (format, change) => {
    expect(await finish(format, change)).toEqual([second]);
  });

  test("is refused when it is none of these", async () => {
    const { code, err } = await iw(["done", "--from", "-"], { ...withPlan(plan), stdin: "all of it!" });
    expect(code).toBe(2);
    expect(err).toContain("stdin is no JSON, iCalendar or todo.txt");
    expect((await iw(["done", "--from", "-", "--plan", "-"])).err).toContain("cannot both be stdin");
  });
});
