/** Every hostile text in every place a text can come from, in every format it can come out. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { skeletonOf } from "../../src/library/skeletons.ts";
import { COMMANDS, OUTPUT_FLAGS, PROFILE_FLAGS } from "../../src/program.ts";
import { iw, type Result } from "../world.ts";
import { HOSTILE_TEXTS, MARKER, RAW, withoutOwnColors } from "./hostile-text.ts";

const ATTACKS = Object.entries(HOSTILE_TEXTS);
const FORMATS = ["md", "text", "json", "csv", "ics", "ics-todo", "todotxt", "taskwarrior", "html"];
const PLAN_FILE = "internship-plan.md";
const ABOUT = ["--field", "nursing", "--start", "2027-06-01", "--hours", "4"];
const PLAN = (await iw(["checklist", ...ABOUT, "--md"])).out;

/** Nothing raw came out, and nothing was forged: messages are still one line each. */
function expectInert({ code, out, err }: Result): void {
  expect([0, 1, 2]).toContain(code);
  expect(withoutOwnColors(out)).not.toMatch(RAW);
  expect(withoutOwnColors(err)).not.toMatch(RAW);
  expect(err).not.toMatch(/^(error|hint): forged/m);
  for (const line of err.split("\n").filter(Boolean)) expect(line).toMatch(/^(error|hint|warning): \S/);
}

describe.each(ATTACKS)("%s", (_, attack) => {
  test("as the value of any flag, as an operand, as a command", async () => {
    for (const { name, own = [], profile } of COMMANDS) {
      for (const { flags } of [...own, ...(profile ? PROFILE_FLAGS : []), ...OUTPUT_FLAGS]) {
        const flag = /--[a-z-]+/.exec(flags)?.[0] ?? "";
        expectInert(await iw([name, `${flag}=${attack}`], { files: { [PLAN_FILE]: PLAN } }));
      }
      expectInert(await iw([name, attack], { files: { [PLAN_FILE]: PLAN } }));
    }
    expectInert(await iw([attack]));
    expectInert(await iw([`--${attack}`]));
    expectInert(await iw(["--field", attack, "checklist"]));
  });

  test("as the name of a plan, in every format", async () => {
    for (const format of FORMATS) expectInert(await iw(["checklist", ...ABOUT, "--name", attack, "--format", format]));
  });

  test("in a plan file: a title, a line of its owner's, its head", async () => {
    const named = PLAN.replace(/"name":"[^"]*"/, () => `"name":${JSON.stringify(attack)}`);
    const line = attack.replace(/[\r\n\u2028\u2029]/g, " ");
    const file = `${named.replace(/(\[ \] \*\*)[^*]+/, (_all, box: string) => box + line)}\n- [ ] Call ${line}\n${line}\n`;
    const files = { [PLAN_FILE]: file };
    for (const format of FORMATS) expectInert(await iw(["export", "--format", format], { files }));
    for (const argv of [
      ["next"],
      ["next", "--json"],
      ["next", "--format", "text"],
      ["done", "goals"],
      ["replan", "--dry-run"],
    ])
      expectInert(await iw(argv, { files }));
    const { files: after } = await iw(["replan", "--today", "2026-12-13"], { files });
    expect(after[PLAN_FILE]).toContain(`\n- [ ] Call ${line}\n${line}\n`);
  });

  test("in a profile and in a resume", async () => {
    const resume = {
      basics: { label: attack, location: { countryCode: attack } },
      education: [{ area: attack, studyType: attack, endDate: attack, [attack]: {} }],
      work: [{ position: attack, highlights: [attack] }],
    };
    for (const command of ["advise", "checklist", "explain"]) {
      for (const stdin of [
        JSON.stringify({ field: attack }),
        JSON.stringify({ [attack]: 1 }),
        attack,
        `{"field":"${attack}"}`,
      ])
        expectInert(await iw([command, "--profile", "-"], { stdin }));
      expectInert(await iw([command, "--resume", "-"], { stdin: JSON.stringify(resume) }));
    }
    expectInert(await iw(["resolve", "field", "-"], { stdin: attack }));
    expectInert(await iw(["resolve", "field", "-", "--json"], { stdin: attack }));
    expectInert(await iw(["done", "--from", "-"], { stdin: attack, files: { [PLAN_FILE]: PLAN } }));
  });

  test("in a content folder: plain, as an escape of YAML, and in its name", async () => {
    const name = attack.replace(/[/\0\r\n]/g, "");
    for (const title of [JSON.stringify(attack), JSON.stringify(attack.replace(/[<[]/g, ""))]) {
      const folder = mkdtempSync(join(tmpdir(), `iw-${name.slice(0, 40)}`));
      mkdirSync(join(folder, "actions"));
      const text = skeletonOf("action", "own", "2026-11-22").replace(/^title: .*$/m, () => `title: ${title}`);
      writeFileSync(join(folder, "actions/own.md"), `${text}\n${attack.replaceAll("<", "")}\n`);
      writeFileSync(join(folder, "actions", `${name.slice(0, 40)}.md`), "x");
      expectInert(await iw(["content", "check", folder]));
      expectInert(await iw(["content", "check", folder, "--json"]));
      for (const argv of [["show", "action/own"], ["list"], ["search", MARKER], ["checklist", ...ABOUT, "--all"]])
        for (const format of ["md", "text", "json"])
          expectInert(await iw([...argv, "--content", folder, "--format", format]));
    }
  });
});

test.each([
  "../../etc/passwd",
  "__proto__",
  "constructor",
  "toString",
  "action/../fact",
  "action/__proto__",
  "..",
  "/",
])("%s names nothing", async (id) => {
  for (const argv of [
    ["show", id],
    ["explain", id],
    ["sources", id],
    ["checklist", "--field", id],
    ["list", id],
    ["done", id],
  ]) {
    const { code, out } = await iw(argv, { files: { [PLAN_FILE]: PLAN } });
    expect({ argv, code, out }).toEqual({ argv, code: 2, out: "" });
  }
});
