import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonSchema } from "../../src/formats/output-schemas.ts";
import { iw } from "../world.ts";

const FOLDER = "tests/resumes";
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
const textOf = (name: string): string => readFileSync(`${FOLDER}/${name}.json`, "utf8");
const NAME = "my.json";
const withResume = (text: string) => ({ files: { [NAME]: text } });
const advise = async (text: string, ...flags: string[]) => {
  const { code, out, err } = await iw(["advise", "--resume", NAME, "--json", ...flags], withResume(text));
  expect({ code, err: err.replaceAll(/^warning: .*\n/gm, "") }).toEqual({ code: 0, err: "" });
  return JSON.parse(out);
};

/** What each resume answers; a dash where it is not clear. */
const FILLED: [file: string, field: string, stage: string, country: string, experience: string][] = [
  ["accounting-co-op-australia-ended", "accounting", "recent-graduate", "au", "had-one"],
  ["ambiguous-area", "-", "second-year", "-", "-"],
  ["au-education-southern-year", "education", "second-year", "au", "-"],
  ["bachelor-then-future-master", "biological-sciences", "-", "gb", "-"],
  ["basics-only", "-", "-", "-", "-"],
  ["bom-and-crlf", "mathematics-statistics", "second-year", "us", "no-experience"],
  ["br-law-first-year-country-code", "law-criminal-justice", "first-year", "other", "no-experience"],
  ["ca-master-data-science", "mathematics-statistics", "postgraduate", "ca", "-"],
  ["canonical-sample-v0", "computing", "-", "us", "-"],
  ["career-changer-v1.2", "accounting", "-", "ca", "-"],
  ["certificates-only", "-", "-", "-", "no-experience"],
  ["de-informatik-freshman-years-only", "computing", "first-year", "de", "no-experience"],
  ["empty-sections", "-", "-", "-", "-"],
  ["empty-strings-template", "-", "-", "-", "-"],
  ["ended-before-it-began", "humanities-languages", "-", "fr", "-"],
  ["expected-end", "social-work", "final-year", "us", "-"],
  ["experience-instead-of-work", "arts-design", "penultimate", "de", "had-one"],
  ["extra-keys-and-prototype", "architecture-construction", "final-year", "au", "-"],
  ["fr-double-major-iso-timestamps", "computing", "penultimate", "fr", "no-experience"],
  ["gb-nursing-second-of-three-v0", "nursing", "penultimate", "gb", "-"],
  ["gb-sixth-former-with-offer", "medicine", "secondary", "gb", "-"],
  ["graduated-this-year-year-only", "marketing-communication", "-", "us", "-"],
  ["hostile-text", "-", "first-year", "us", "had-one"],
  ["in-btech-final-year", "computing", "final-year", "in", "had-one"],
  ["internship-coordinator-is-no-intern", "business-management", "penultimate", "us", "-"],
  ["internship-still-to-come", "engineering", "penultimate", "us", "-"],
  ["junior-developer-label", "-", "-", "de", "-"],
  ["label-against-dates", "computing", "-", "us", "-"],
  ["label-says-the-year", "psychology", "final-year", "gb", "-"],
  ["location-as-text", "engineering", "penultimate", "de", "-"],
  ["missing-basics", "accounting", "first-year", "-", "-"],
  ["no-study-type", "physical-sciences", "-", "-", "-"],
  ["nulls-everywhere", "-", "-", "-", "-"],
  ["present-written-in-many-ways", "law-criminal-justice", "first-year", "gb", "-"],
  ["recent-graduate-journalism", "journalism-media", "recent-graduate", "gb", "had-one"],
  ["trades-apprentice", "trades-transport", "first-year", "gb", "-"],
  ["us-high-school", "-", "secondary", "us", "no-experience"],
  ["us-nursing-sophomore-v1", "nursing", "second-year", "us", "-"],
  ["us-penultimate-economics-year-only", "economics-finance", "penultimate", "us", "-"],
  ["us-phd-physics", "physical-sciences", "postgraduate", "us", "-"],
  ["wrong-types", "-", "-", "-", "-"],
];

const REFUSED: [file: string, reason: RegExp][] = [
  ["refused-cut-off", /it is no JSON/],
  ["refused-empty", /it is empty/],
  ["refused-europass", /Europass/],
  ["refused-fresh", /FRESH/],
  ["refused-fresh-without-meta", /FRESH/],
  ["refused-list", /a list/],
  ["refused-no-object", /no section of one/],
  ["refused-null", /a single value/],
  ["refused-number", /a single value/],
  ["refused-our-profile", /no section of one[\s\S]*--profile/],
  ["refused-package", /no section of one/],
  ["refused-text", /a single value/],
  ["refused-yaml", /it is no JSON/],
];

test("every file of the folder stands in one of the tables", () => {
  const named = [...FILLED, ...REFUSED].map(([name]) => `${name}.json`);
  expect(named.sort()).toEqual(files.sort());
});

describe("what is clear in a resume is taken, with its place; the rest stays open, with the reason", () => {
  test.each(FILLED)("%s: %s, %s, %s, %s", async (name, field, stage, country, experience) => {
    const { profile, fromResume } = await advise(textOf(name));
    const taken = Object.fromEntries(
      fromResume.taken.map(({ answer, value }: { answer: string; value: string }) => [answer, value]),
    );
    const open = fromResume.open.map(({ answer }: { answer: string }) => answer);
    expect(taken).toEqual(
      Object.fromEntries(
        Object.entries({ field, stage, country, concern: experience }).filter(([, value]) => value !== "-"),
      ),
    );
    expect(open).toEqual(
      Object.entries({ field, stage, country }).flatMap(([answer, value]) => (value === "-" ? [answer] : [])),
    );
    expect(profile.field ?? "-").toBe(field);
    for (const { at } of fromResume.taken) expect(at).toMatch(/^[a-z]+(\[\d+\])?(\.[a-zA-Z]+)*$/);
    for (const { why } of fromResume.open) expect(why.length).toBeGreaterThan(10);
  });

  test.each(FILLED.map(([name]) => name))("%s: the advice can be read in three minutes", async (name) => {
    const more = ["--goal", "job", "--concern", "money", "--concern", "no-network", "--start", "2027-06-01"];
    const argv = ["advise", "--resume", NAME, "--format", "text", "--width", "80", ...more];
    const { out } = await iw(argv, withResume(textOf(name)));
    expect(out).toMatch(/From your resume: |Your resume answers no question clearly/);
    expect(out.trimEnd().split("\n").length).toBeLessThanOrEqual(65);
  });

  test.each(REFUSED)("%s is refused", async (name, reason) => {
    const { code, out, err } = await iw(["advise", "--resume", NAME], withResume(textOf(name)));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^error: my\.json is no JSON Resume: /);
    expect(err).toMatch(reason);
    for (const secret of ["Jane", "Clementine", "Percival", "Philomena", "Giulietta", "Nobody"])
      expect(err).not.toContain(secret);
  });

  test("two subjects: the first decides, both are named", async () => {
    const { profile } = await advise(textOf("fr-double-major-iso-timestamps"));
    expect(profile).toMatchObject({ field: "computing", alsoFields: ["mathematics-statistics"] });
    const other = await advise(textOf("fr-double-major-iso-timestamps"), "--field", "nursing");
    expect(other.profile.alsoFields).toBeUndefined();
  });

  test("what has a useless type is ignored with a warning that names only its place", async () => {
    const { err } = await iw(["advise", "--resume", NAME], withResume(textOf("wrong-types")));
    expect(err).toMatch(/^(warning: --resume: [a-z]+(\[\d\])?(\.[a-zA-Z]+)? is not understood, and was ignored\n){5}/);
    expect(err).toMatch(/3 more places were ignored\n$/);
    expect((await iw(["advise", "--resume", NAME], withResume(textOf("us-nursing-sophomore-v1")))).err).toBe("");
  });

  test("a label such as Junior Developer is no year of study", async () => {
    expect((await advise(textOf("junior-developer-label"))).profile.stage).toBeUndefined();
  });

  test("the answers are read from stdin with -, once", async () => {
    const stdin = textOf("us-phd-physics");
    expect(JSON.parse((await iw(["advise", "--resume", "-", "--json"], { stdin })).out).profile.stage).toBe(
      "postgraduate",
    );
    const { code, err } = await iw(["advise", "--resume", "-", "--profile", "-"], { stdin });
    expect(code).toBe(2);
    expect(err).toContain("cannot both be read from stdin");
  });
});

describe("flags and a profile file win over a resume", () => {
  const text = textOf("us-nursing-sophomore-v1");

  test("field by field", async () => {
    const { profile, fromResume } = await advise(text, "--field", "computing", "--country", "remote");
    expect(profile).toMatchObject({ field: "computing", remote: true, stage: "second-year" });
    expect(profile.country).toBeUndefined();
    expect(fromResume.overruled.map(({ value }: { value: string }) => value)).toContain("nursing");
    expect(fromResume.taken.map(({ answer }: { answer: string }) => answer)).toEqual(["stage"]);
  });

  test("a profile file, and flags over that", async () => {
    const world = { files: { [NAME]: text, "p.json": '{"field": "medicine", "stage": "final-year"}' } };
    const argv = ["advise", "--resume", NAME, "--profile", "p.json", "--stage", "penultimate", "--json"];
    expect(JSON.parse((await iw(argv, world)).out).profile).toEqual({
      field: "medicine",
      stage: "penultimate",
      country: "us",
    });
  });

  test("replan and compare take it too", async () => {
    const plan = (await iw(["checklist", "--field", "nursing", "--start", "2027-06-01", "--md"])).out;
    const { code } = await iw(["replan", "--plan", "p.md", "--resume", NAME], {
      files: { [NAME]: text, "p.md": plan },
    });
    expect(code).toBe(0);
    const { out } = await iw(["compare", "--field", "nursing", "--json", "--", "--resume", NAME], withResume(text));
    expect(JSON.parse(out).right.profile).toMatchObject({ field: "nursing", stage: "second-year" });
    expect(JSON.parse(out).left.profile).toEqual({ field: "nursing" });
  });
});

describe("what a resume lacks becomes steps, each with the place", () => {
  const checklist = async (text: string, ...flags: string[]) =>
    JSON.parse((await iw(["checklist", "--resume", NAME, "--json", ...flags], withResume(text))).out);

  test.each([
    ["results", "gb-nursing-second-of-three-v0", "evidence-translate", "work[0].highlights"],
    ["highlights", "graduated-this-year-year-only", "evidence-translate", "work[0].highlights"],
    ["projects", "gb-nursing-second-of-three-v0", "evidence-translate", "projects"],
    ["projects", "label-against-dates", "code-profile", "projects"],
    ["projects", "br-law-first-year-country-code", "evidence-translate", "projects"],
    ["references", "in-btech-final-year", "references", "references"],
    ["profiles", "missing-basics", "linkedin", "basics.profiles"],
    ["summary", "missing-basics", "base-resume", "basics.summary"],
    ["contact", "missing-basics", "base-resume", "basics.email"],
    ["skills", "expected-end", "base-resume", "skills"],
    ["dates", "missing-basics", "base-resume", "work[0].startDate"],
  ])("%s of %s: %s", async (gap, file, step, place) => {
    const { steps, fromResume } = await checklist(textOf(file));
    const found = steps.find(({ because }: { because: string[] }) => because.includes(`resume/${gap}`));
    expect(found.id).toBe(step);
    expect(found.why).toContain(`(\`${place}\`)`);
    expect(fromResume.gaps.find(({ id }: { id: string }) => id === gap).at).toBe(place);
    expect(steps.length).toBeLessThanOrEqual(16);
  });

  test("a number in words counts as a result, a year does not", async () => {
    const resume = (highlight: string) =>
      JSON.stringify({ work: [{ position: "Clerk", startDate: "2025", highlights: [highlight] }] });
    const gaps = async (text: string) => (await advise(text)).fromResume.gaps.map(({ id }: { id: string }) => id);
    expect(await gaps(resume("Trained three new clerks"))).not.toContain("results");
    expect(await gaps(resume("Kept the till since 2019"))).toContain("results");
  });

  test.each([
    ["advice", ["advise"]],
    ["plan", ["checklist", "--start", "2027-06-01"]],
  ])(
    "the %s with a resume validates against its schema",
    async (name, argv) => {
      const check = new Ajv2020({ strict: false, formats: { uri: true, date: true, uuid: true } }).compile(
        jsonSchema(name),
      );
      for (const [file] of FILLED) {
        const { out } = await iw(
          [...argv, "--resume", NAME, "--stage", "first-year", "--json"],
          withResume(textOf(file)),
        );
        expect(check(JSON.parse(out)), `${file}: ${JSON.stringify(check.errors)}`).toBe(true);
      }
    },
    60_000,
  );

  test("a whole resume has no gaps", async () => {
    expect((await advise(textOf("recent-graduate-journalism"))).fromResume.gaps).toEqual([]);
  });

  test("someone at school is sent to nobody online", async () => {
    const { steps } = await checklist(textOf("us-high-school"));
    expect(steps.map(({ id }: { id: string }) => id)).not.toContain("linkedin");
  });

  test("the first steps of the advice are those of the checklist", async () => {
    const text = textOf("gb-nursing-second-of-three-v0");
    const [first] = (await advise(text, "--start", "2027-06-01")).firstSteps;
    const { steps } = await checklist(text, "--start", "2027-06-01");
    expect(steps.find(({ id }: { id: string }) => id === first.id).due).toBe(first.due);
  });

  test.each(["md", "text"])("explain knows every gap and step, in %s", async (format) => {
    const text = textOf("missing-basics");
    const ids = (await advise(text)).fromResume.gaps.map(({ id }: { id: string }) => `resume/${id}`);
    expect(ids.length).toBeGreaterThan(4);
    const { code, out } = await iw(["explain", ...ids, "--resume", NAME, "--format", format], withResume(text));
    expect(code).toBe(0);
    for (const id of ids) expect(out.replaceAll(/\s+/g, " ")).toContain(id);
    const { out: step } = await iw(["explain", "evidence-translate", "--resume", NAME], withResume(text));
    expect(step).toContain("(resume/results), by the rule gap: Your resume names no result with a number");
  });

  test("without the resume there is nothing to explain", async () => {
    expect((await iw(["explain", "resume/projects", "--field", "nursing"])).code).toBe(2);
  });
});

describe("nothing personal leaves a resume", () => {
  const DATA = ["--field", "nursing", "--stage", "first-year", "--country", "us", "--concern", "had-one"];
  const RUNS: string[][] = [
    ...["text", "md", "json"].map((format) => ["advise", "--format", format, "--full"]),
    ...["text", "md", "json", "csv", "ics", "ics-todo", "todotxt", "taskwarrior", "html"].map((format) => [
      "checklist",
      "--format",
      format,
      "--all",
      "--how",
      "--start",
      "2027-06-01",
    ]),
    ...["text", "md", "json"].map((format) => ["explain", "conclusion", "evidence-translate", "--format", format]),
  ];

  /** Every text its owner wrote, but what a word of ours could be. */
  const textsOf = (value: unknown): string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(textsOf)
        : [];
  const isPersonal = (text: string): boolean =>
    text.length >= 5 && !/^[\d-]+(T[\d:.]+Z)?$/.test(text) && !OURS.has(text.toLowerCase());
  /** Words of a resume that are words of the advice as well. */
  const OURS = new Set(
    "nursing general medicine physics statistics mathematics economics biology history accounting journalism marketing psychology chemistry architecture science master bachelor present current backend intermediate volunteer researcher student student nurse server remote expected nothing podcast clinic helper career volunteering".split(
      " ",
    ),
  );

  /** The words of a run without a resume: what stands there is ours. */
  const baselines = new Map<string, string>();
  const baseline = async (argv: string[]): Promise<string> => {
    const key = argv.join(" ");
    if (!baselines.has(key)) baselines.set(key, (await iw([...argv, ...DATA])).out);
    return baselines.get(key) as string;
  };

  const EVERY_FORMAT = ["us-nursing-sophomore-v1", "hostile-text"];

  test.each(FILLED.map(([name]) => name))(
    "%s",
    async (name) => {
      const text = textOf(name);
      const personal = textsOf(JSON.parse(text.replace(/^\ufeff/, ""))).filter(isPersonal);
      const runs = EVERY_FORMAT.includes(name) ? RUNS : RUNS.filter((argv) => argv.includes("json")).slice(0, 2);
      for (const argv of runs) {
        const result = await iw([...argv, "--resume", NAME, "--save-profile", "saved.json"], withResume(text));
        expect(result.code).toBe(0);
        const { [NAME]: _, ...written } = result.files;
        const seen = [result.out, result.err, ...Object.values(written)].join("\n");
        const ours = await baseline(argv);
        const shown = personal.filter((word) => seen.includes(word) && !ours.includes(word));
        expect(shown, argv.join(" ")).toEqual([]);
      }
    },
    60_000,
  );

  test("the check above would see a name", () => {
    const personal = textsOf(JSON.parse(textOf("us-nursing-sophomore-v1"))).filter(isPersonal);
    expect(personal).toEqual(expect.arrayContaining(["Marisol Okonkwo-Reyes", "Pritzker Diner", "(312) 555-0147"]));
    expect(personal.length).toBeGreaterThan(20);
  });

  test("--no-profile keeps what was read out of the plan file too", async () => {
    const argv = ["checklist", "--resume", NAME, "--start", "2027-06-01", "--md"];
    const conflicting = ["--stage", "recent-graduate", "--concern", "required"];
    const kept = (await iw([...argv, ...conflicting], withResume(textOf("us-phd-physics")))).out;
    expect(kept).toMatch(/## From your resume[\s\S]*field: physical-sciences/);
    expect(kept).toContain("Check your answers");
    const without = (await iw([...argv, ...conflicting, "--no-profile"], withResume(textOf("us-phd-physics")))).out;
    expect(without).not.toMatch(/From your resume|physical-sciences|Check your answers/);
  });

  test("the command that repeats the run and the saved profile hold ids alone", async () => {
    const argv = ["advise", "--resume", NAME, "--json", "--save-profile", "saved.json"];
    const { out, files: written } = await iw(argv, withResume(textOf("in-btech-final-year")));
    expect(JSON.parse(out).command).toBe(
      "intern-why advise --field computing --stage final-year --concern had-one --country in",
    );
    expect(JSON.parse(written["saved.json"] ?? "")).toEqual({
      schemaVersion: 1,
      field: "computing",
      stage: "final-year",
      country: "in",
      concerns: ["had-one"],
    });
  });
});

describe("hostile and enormous resumes", () => {
  test("control characters stay inside", async () => {
    for (const argv of [
      ["advise", "--format", "text"],
      ["checklist", "--md"],
    ]) {
      const { out, err } = await iw([...argv, "--resume", NAME], withResume(textOf("hostile-text")));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
      expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/);
    }
  });

  test("depth and length cost little", async () => {
    const deep = `{"basics":${'{"a":'.repeat(3_000)}1${"}".repeat(3_000)},"education":[]}`;
    const wide = JSON.stringify({
      education: Array.from({ length: 50_000 }, () => ({ area: "x", startDate: "?" })),
      work: [{ highlights: Array.from({ length: 50_000 }, () => "y".repeat(10)) }],
    });
    for (const text of [deep, wide]) expect((await iw(["advise", "--resume", NAME], withResume(text))).code).toBe(0);
  });

  const resumeLike = fc.record(
    Object.fromEntries(
      ["basics", "bio", "education", "work", "experience", "volunteer", "projects", "references", "skills", "meta"].map(
        (key) => [key, fc.oneof(fc.jsonValue(), fc.array(entry()))],
      ),
    ),
    { requiredKeys: [] },
  );

  function entry() {
    const texts = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        "2014",
        "2014-05",
        "2027-05-01",
        "present",
        "Present",
        "",
        "BSc",
        "Physics",
        "intern",
        "US",
        "13/2020",
      ),
    );
    const keys = ["area", "studyType", "institution", "startDate", "endDate", "position", "highlights", "location"];
    return fc.record(Object.fromEntries(keys.map((key) => [key, texts])), { requiredKeys: [] });
  }

  test.each([
    ["any JSON value", fc.jsonValue({ maxDepth: 5 })],
    ["anything like a resume", resumeLike],
  ])(
    "%s is read or refused, and never crashes",
    async (_, values) => {
      await fc.assert(
        fc.asyncProperty(values, async (value) => {
          const { code, out, err } = await iw(
            ["advise", "--resume", NAME, "--json"],
            withResume(JSON.stringify(value)),
          );
          expect([0, 2]).toContain(code);
          if (code === 2) expect(out).toBe("");
          expect(err).not.toMatch(/bug|TypeError|undefined|\[object/);
        }),
        { numRuns: 80, seed: 5 },
      );
    },
    60_000,
  );
});
