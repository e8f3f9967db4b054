import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import { FOLDERS, KINDS } from "../../src/library/kinds.ts";
import type { Problem } from "../../src/library/parse.ts";
import { skeletonOf } from "../../src/library/skeletons.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { iw } from "../world.ts";

const UNIVERSITY = "tests/content-folders/university";
const newFolder = (): string => mkdtempSync(join(tmpdir(), "iw-"));

/** A folder with these files. */
function folderOf(files: Record<string, string>): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const action = (more: string, body = "Why it helps.\n\n- Begin.\n- Go on."): string =>
  `---\ntitle: Visit the fair\nsummary: One visit.\nreviewed: 2026-11-22\nphase: search\neffort: 2\ndue: { before: peak, weeks: 2 }\npriority: recommended\ndone: Two cards.\n${more}---\n${body}\n`;

describe("content check", () => {
  test("finds nothing wrong with a university's folder", async () => {
    expect(await iw(["content", "check", UNIVERSITY])).toMatchObject({
      code: 0,
      out: "5 topics, no problems.\n",
      err: "",
    });
  });

  test.each<[name: string, files: Record<string, string>, line: number, says: RegExp]>([
    ["an unknown key", { "actions/fair.md": action("efort: 3\n") }, 10, /unknown key "efort": remove it/],
    [
      "a gate that does not come later",
      { "actions/fair.md": action("gates: [search]\n") },
      10,
      /gates: search does not come after search, its own phase: name later phases/,
    ],
    ["a missing key", { "actions/fair.md": action("").replace("effort: 2\n", "") }, 2, /missing key "effort": add it/],
    [
      "a wrong type",
      { "actions/fair.md": action("").replace("effort: 2", "effort: two") },
      6,
      /effort: Invalid input: expected number/,
    ],
    [
      "a dangling id",
      { "actions/fair.md": action("after: [nosuch]\n") },
      10,
      /no action "nosuch": add actions\/nosuch\.md or mend the id/,
    ],
    [
      "a dangling footnote",
      { "actions/fair.md": action("", "It helps. [^nosuch-2020]\n\n- Begin.\n- Go on.") },
      11,
      /no fact "nosuch-2020"/,
    ],
    [
      "a circle",
      { "actions/fair.md": action("after: [cards]\n"), "actions/cards.md": action("after: [fair]\n") },
      10,
      /circle of prerequisites, cards after fair after cards/,
    ],
    ["YAML that is none", { "actions/fair.md": action("cost: [\n") }, 11, /mend the YAML/],
    [
      "a YAML alias",
      { "actions/fair.md": action("cost: &a x\naliases: [*a]\n") },
      10,
      /anchors and aliases are not read/,
    ],
    ["no front matter", { "actions/fair.md": "# Visit the fair\n" }, 1, /no front matter: begin the file with ---/],
    ["an id that is none", { "actions/Fair_1.md": action("") }, 1, /"Fair_1\.md" is no id/],
    [
      "an unknown folder",
      { "action/fair.md": action("") },
      1,
      /no kind of topic has the folder "action": name it one of article, actions/,
    ],
    ["HTML", { "actions/fair.md": action("", "It <b>helps</b>.\n\n- Begin.\n- Go on.") }, 11, /HTML in the text/],
    [
      "a figure without a source",
      { "actions/fair.md": action("", "It gets a job for 40 percent.\n\n- Begin.\n- Go on.") },
      11,
      /no source: "It gets a job/,
    ],
    [
      "a name that is taken",
      {
        "concerns/cash.md": skeletonOf("concern", "cash", "2026-11-22").replace(
          "aliases: []",
          "aliases: [I cannot work for free]",
        ),
      },
      6,
      /belongs to concern "money" too/,
    ],
    ["nesting", { "actions/fair.md": action("", `${">".repeat(90)} deep`) }, 11, /nested more than 40 deep/],
    [
      "a heading that is no benefit",
      {
        "concerns/cash.md": skeletonOf("concern", "cash", "2026-11-22").replace(
          "## Real-World Experience",
          "## Riches",
        ),
      },
      17,
      /heading "Riches" is no benefit's title/,
    ],
  ])("finds %s, with file, line and remedy", async (_, files, line, says) => {
    const folder = folderOf(files);
    const { code, out, err } = await iw(["content", "check", folder]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(says);
    const lines = [...err.matchAll(/^error: .*?\.md:(\d+): |^error: \S+:(\d+): /gm)].map((match) =>
      Number(match[1] ?? match[2]),
    );
    expect(lines).toContain(line);
    expect(err).toMatch(/\nhint: \d+ problems? in /);
  });

  test("says the same as JSON, and fails all the same", async () => {
    const folder = folderOf({ "actions/fair.md": action("efort: 3\nafter: [nosuch]\n") });
    const { code, out } = await iw(["content", "check", folder, "--json"]);
    expect(code).toBe(1);
    const { problems } = JSON.parse(out) as { problems: Problem[] };
    expect(problems).toEqual([
      { file: join(folder, "actions/fair.md"), line: 10, message: 'unknown key "efort"', remedy: "remove it" },
    ]);
  });

  test.each([
    [["content"], /takes|missing|neither/],
    [["content", "check"], /content check takes one folder/],
    [["content", "check", "/nonexistent/folder"], /no such folder/],
    [["content", "check", "package.json"], /is no folder/],
    [["content", "tidy", "x"], /neither check nor new/],
    [["content", "new", "planet", "x"], /no kind "planet"/],
    [["content", "new", "action", "../x"], /is no id/],
    [["content", "new", "section", "riches"], /no section "riches"/],
  ])("%j is refused", async (argv, says) => {
    const { code, out, err } = await iw(argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(says);
  });

  test("reads no link that leads out of the folder, and no pipe", async () => {
    const folder = folderOf({ "actions/own.md": action("") });
    symlinkSync("/etc/passwd", join(folder, "actions/passwd.md"));
    symlinkSync("/nonexistent", join(folder, "actions/nowhere.md"));
    spawnSync("mkfifo", [join(folder, "actions/pipe.md")]);
    const { code, err } = await iw(["content", "check", folder]);
    expect(code).toBe(1);
    expect(err.match(/not a regular file inside the folder/g)).toHaveLength(3);
    expect(err).not.toContain("root:");
  });
});

describe("content new", () => {
  test.each(KINDS)("writes a %s that passes the check", async (kind) => {
    const id = kind === "section" ? "networking" : "our-own";
    const written = await iw(["content", "new", kind, id, "--content", "mine"]);
    expect(written.code).toBe(0);
    const file = `mine/${FOLDERS[kind]}/${id}.md`;
    expect(written.out).toContain(`Wrote ${file}`);
    const folder = folderOf({ [file]: written.files[file] ?? "" });
    const { code, err } = await iw(["content", "check", join(folder, "mine")]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test("says when it takes the place of one of ours, and replaces no file unasked", async () => {
    const { out } = await iw(["content", "new", "country", "de", "--content", "mine"]);
    expect(out).toContain('It takes the place of our country "de"');
    const files = { "mine/countries/de.md": "mine" };
    const again = await iw(["content", "new", "country", "de", "--content", "mine"], { files });
    expect(again).toMatchObject({ code: 2, out: "", files });
    expect((await iw(["content", "new", "country", "de", "--content", "mine", "--force"], { files })).code).toBe(0);
  });
});

describe("a university's folder over ours", () => {
  const FLAGS =
    "--field nursing --stage first-year --goal clarity --concern relocation --country us --start 2027-06-01 --hours 4".split(
      " ",
    );
  const run = async (...argv: string[]) => iw([...argv, "--content", UNIVERSITY]);

  test("adds its own step with its own deadline to the checklist, and says where it is from", async () => {
    const plan = JSON.parse((await run("checklist", ...FLAGS, "--json")).out) as Plan;
    const step = plan.steps.find(({ id }) => id === "fund-application");
    const closes = new Date(plan.calendar?.closes ?? "");
    expect(step?.latest).toBe(new Date(closes.getTime() - 28 * 86_400_000).toISOString().slice(0, 10));
    expect(step).toMatchObject({ origin: UNIVERSITY, because: ["essential", "concern/relocation"] });
    for (const format of ["md", "text", "html"]) {
      const { out } = await run("checklist", ...FLAGS, "--format", format);
      expect(out.replace(/\s+/g, " "), format).toContain(
        `From the folder ${UNIVERSITY}: Apply to the college travel fund`,
      );
    }
  });

  test("puts its own alternative and caution into the advice", async () => {
    const advice = JSON.parse((await run("advise", ...FLAGS, "--json")).out) as Advice;
    expect(advice.instead.map(({ id }) => id)).toContain("campus-projects");
    expect(advice.cautions.map(({ text }) => text).join()).toContain("Sign no lease");
    expect(advice.origins).toContainEqual({
      id: "alternative/campus-projects",
      title: "Paid campus projects",
      folder: UNIVERSITY,
    });
    for (const format of ["md", "text"]) {
      expect((await run("advise", ...FLAGS, "--format", format)).out.replace(/\s+/g, " ")).toContain(
        `From the folder ${UNIVERSITY}:`,
      );
    }
  });

  test("is shown, listed, searched, resolved and explained like ours", async () => {
    expect((await run("show", "country/us")).out).toMatch(/Hall of Records[\s\S]*From the folder/);
    expect((await run("list", "actions")).out).toContain("fund-application\tApply to the college travel fund");
    expect((await run("search", "travel", "fund")).out).toContain("fund-application");
    expect((await run("resolve", "concern", "another city")).out).toMatch(/^relocation\t/);
    expect((await run("explain", "fund-application", ...FLAGS)).out).toContain("It is in your checklist");
    expect((await run("sources", "college-fund-2026")).out).toContain("rule of the college");
  });

  test("leaves everything else as it is", async () => {
    const other = ["checklist", "--field", "law", "--start", "2027-06-01", "--json"];
    const steps = (text: string): Plan["steps"] => (JSON.parse(text) as Plan).steps;
    expect(steps((await run(...other)).out)).toEqual(steps((await iw(other)).out));
  });

  test("stops a run when it is broken, with file and line", async () => {
    const folder = newFolder();
    cpSync(UNIVERSITY, folder, { recursive: true });
    const file = join(folder, "countries/us.md");
    writeFileSync(file, readFileSync(file, "utf8").replace("office:", "ofice:"));
    const { code, out, err } = await iw(["advise", "--general", "--content", folder]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/countries\/us\.md:6: unknown key "ofice": remove it\n[\s\S]*hint: intern-why content check/);
  });
});
