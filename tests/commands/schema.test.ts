import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { OUTPUT_SCHEMAS } from "../../src/formats/output-schemas.ts";
import { iw, type World } from "../world.ts";

const NAMES = Object.keys(OUTPUT_SCHEMAS);
const PEOPLE = [
  "--field nursing --stage first-year --goal clarity --start 2027-06-01 --hours 4",
  "--field humanities --stage final-year --goal job --concern money --concern visa --country de --start 2027-06-01 --hours 0.5",
  "--field computing --stage recent-graduate --concern unpaid-offer --concern asked-to-pay --start 2026-12-10 --busy 2026-12-01..2026-12-05",
  "--stage secondary --concern none --country remote",
  "--general",
].map((flags) => flags.split(" "));

const schemaOf = async (name: string): Promise<object> => JSON.parse((await iw(["schema", name])).out) as object;

/** The schema with no key allowed that it does not name: here an output must hold nothing that is not described. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return "properties" in schema && !("additionalProperties" in schema)
    ? { ...inner, additionalProperties: false }
    : inner;
}

async function expectValid(name: string, data: unknown): Promise<void> {
  const ajv = new Ajv2020({ strict: false, formats: { date: true, uri: true, uuid: true } });
  const check = ajv.compile(closed(await schemaOf(name)) as object);
  expect(check(data), `${name}: ${JSON.stringify(check.errors?.slice(0, 3))}`).toBe(true);
}

async function expectOutput(name: string, argv: string[], world: World = {}): Promise<void> {
  const { code, out, err } = await iw([...argv, "--json"], world);
  expect({ code, err: err.replace(/^warning: .*\n/gm, "") }, argv.join(" ")).toEqual({ code: 0, err: "" });
  await expectValid(name, JSON.parse(out));
}

describe.each(PEOPLE)("what %s %s %s %s makes", (...flags) => {
  test.each([
    ["advice", ["advise"]],
    ["plan", ["checklist"]],
    ["plan", ["checklist", "--all"]],
    ["explain", ["explain"]],
    ["explain", ["explain", "conclusion", "experience", "goals", "field", "favors", "section/networking#networking"]],
  ])("is a valid %s: %j", async (name, argv) => {
    await expectOutput(name, [...argv, ...flags]);
  });

  test("is a valid comparison with somebody else", async () => {
    await expectOutput("compare", ["compare", ...flags, "--", "--field", "business", "--hours", "6"]);
  });

  test("is a valid profile when it is saved", async () => {
    const { files } = await iw(["advise", ...flags, "--save-profile", "p.json"]);
    await expectValid("profile", JSON.parse(files["p.json"] ?? ""));
  });

  test("is a valid plan, next, done and replan from a plan file", async () => {
    const made = await iw(["checklist", ...flags, "--md"]);
    const files = { "internship-plan.md": `${made.out}\n- [ ] Ring the bank, 1 h, by 2026-12-01\n` };
    for (const today of ["2026-11-22", "2027-02-01"]) {
      const later = ["--today", today];
      await expectOutput("plan", ["export", ...later], { files });
      await expectOutput("next", ["next", ...later], { files });
      await expectOutput("done", ["done", "goals", ...later], { files });
      await expectOutput("done", ["done", "goals", "--undo", ...later], { files });
    }
    await expectOutput("replan", ["replan"], { files });
    await expectOutput("replan", ["replan", "--dry-run"], { files });
  });
});

describe("what needs no profile", () => {
  test.each([
    ["topics", ["list"]],
    ["topics", ["list", "countries"]],
    ["topics", ["show"]],
    ["topics", ["show", "confidence", "field/nursing", "action/goals", "alternative/research"]],
    ["topics", ["show", "fact/inceoglu-2019-review-small-positive"]],
    ["facts", ["sources"]],
    ["facts", ["sources", "--stale", "--today", "2031-01-01"]],
    ["search", ["search", "visa", "hours"]],
    ["resolve", ["resolve", "field", "mech eng"]],
    ["resolve", ["resolve", "field", "econ and cs"]],
    ["resolve", ["resolve", "stage", "qwertz"]],
  ])("%s is valid: %j", async (name, argv) => {
    await expectOutput(name, argv);
  });

  test("what a resume gave is described too", async () => {
    const resume = {
      basics: { location: { countryCode: "DE" } },
      education: [{ institution: "A", area: "Nursing", studyType: "BSc", startDate: "2025-10", endDate: "2028-06" }],
      work: [],
    };
    const world = { files: { "resume.json": JSON.stringify(resume) } };
    for (const [name, command] of [
      ["advice", "advise"],
      ["plan", "checklist"],
      ["explain", "explain"],
    ] as const)
      await expectOutput(name, [command, "--resume", "resume.json", "--stage", "final-year"], world);
    await expectOutput("compare", ["compare", "--resume", "resume.json", "--", "--stage", "final-year"], world);
  });

  test("what content check and content new say", async () => {
    const folder = mkdtempSync(join(tmpdir(), "iw-"));
    mkdirSync(join(folder, "actions"));
    writeFileSync(join(folder, "actions", "fair.md"), "---\ntitle: Fair\neffort: much\n---\n");
    const { out } = await iw(["content", "check", folder, "--json"]);
    expect(JSON.parse(out).problems.length).toBeGreaterThan(0);
    await expectValid("content-check", JSON.parse(out));
    await expectOutput("content-new", ["content", "new", "action", "visit-the-fair"]);
  });

  test("resolve is valid line by line", async () => {
    const { out } = await iw(["resolve", "field", "-", "--json"], { stdin: "nursing\nmech eng\nqwertz\n\n" });
    const lines = out.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    for (const line of lines) await expectValid("resolve", JSON.parse(line));
  });
});

describe("schema", () => {
  test.each(NAMES)("%s is a JSON Schema of draft 2020-12 that names itself", async (name) => {
    const schema = await schemaOf(name);
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: `intern-why ${name}`,
      type: "object",
    });
    expect(new Ajv2020({ strict: false, formats: { date: true, uri: true, uuid: true } }).validateSchema(schema)).toBe(
      true,
    );
  });

  test("lets later versions add keys, but for a profile, which people write", async () => {
    const text = JSON.stringify(await Promise.all(NAMES.filter((name) => name !== "profile").map(schemaOf)));
    expect(text.match(/"additionalProperties":false/g) ?? []).toHaveLength(
      // Within a profile alone: its own keys, and those of a busy time.
      2 * ["advice", "plan", "explain", "compare left", "compare right"].length,
    );
  });

  test("an unknown name is refused with the names there are, which schema alone prints", async () => {
    expect((await iw(["schema"])).out).toBe(`${NAMES.join("\n")}\n`);
    const { code, out, err } = await iw(["schema", "plans"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`hint: schemas: ${NAMES.join(", ")}`);
  });

  test("help names every schema", async () => {
    const { out } = await iw(["schema", "--help"]);
    for (const name of NAMES) expect(out).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
