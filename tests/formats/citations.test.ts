import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { describe, expect, test } from "vitest";
import { cite } from "../../src/formats/citations.ts";
import { readAuthors } from "../../src/library/authors.ts";
import type { Topic } from "../../src/library/topic.ts";
import { bundled, iw } from "../world.ts";

const nameOf = ([family, given, suffix]: string[]) => ({ family, given, ...(suffix ? { suffix } : {}) });

const exported = async (format: string, ...more: string[]): Promise<string> =>
  (await iw(["sources", ...more, "--cite", format])).out;

interface Citation {
  id: string;
  title: string;
  URL: string;
  author?: { family?: string; given?: string; literal?: string; suffix?: string }[];
  issued?: { "date-parts": number[][] };
}

const citations = JSON.parse(await exported("csl-json")) as Citation[];
const namesOf = (authors: Citation["author"] = []): string[] =>
  authors.map((name) => {
    const parts = name as Record<string, string | undefined>;
    const particle = parts["non-dropping-particle"] ?? parts["dropping-particle"];
    return name.literal ?? [name.given, particle, name.family, parts["suffix"]].filter(Boolean).join(" ");
  });

describe("sources --cite", () => {
  test("has one citation a fact, its key the fact's id", async () => {
    const { facts } = JSON.parse((await iw(["sources", "--json"])).out) as { facts: { id: string }[] };
    expect(citations.map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
    const bibtex = await exported("bibtex");
    expect([...bibtex.matchAll(/^@misc\{(.*),$/gm)].map(([, key]) => key)).toEqual(facts.map(({ id }) => id));
  });

  test.each(["bibtex", "ris", "csl-json"])(
    "%s is read by citation-js with the same titles, names, years and addresses",
    async (format) => {
      const read = new Cite(await exported(format)).data as Citation[];
      const essence = ({ title, author, issued, URL }: Citation) => ({
        title,
        // RIS has no "and others", where the note says it, and no comma within a name.
        names: namesOf(author).flatMap((name) => (name === "others" ? [] : [name.replace(/,/g, ":")])),
        year: issued?.["date-parts"]?.[0]?.[0],
        URL,
      });
      expect(read.map(essence)).toEqual(citations.map(essence));
    },
  );

  test.each([
    [
      "Gisela Di Meglio, Andrés Barge-Gil",
      [
        ["Di Meglio", "Gisela"],
        ["Barge-Gil", "Andrés"],
      ],
    ],
    [
      "Niall O’Higgins, Luis Pinedo",
      [
        ["O’Higgins", "Niall"],
        ["Pinedo", "Luis"],
      ],
    ],
    [
      "John M. Nunley, Richard Alan Seals Jr.",
      [
        ["Nunley", "John M."],
        ["Seals", "Richard Alan", "Jr."],
      ],
    ],
    [
      "C. M. Jones, J. P. Green",
      [
        ["Jones", "C. M."],
        ["Green", "J. P."],
      ],
    ],
    ["Durham University", "Durham University"],
    ["NACE, as reported by Job Market Monitor", "NACE"],
    ["Gallup and Purdue University", "Gallup and Purdue University"],
    ["Ruhr-Universität Bochum, International Office", "Ruhr-Universität Bochum, International Office"],
    ["Employment and Social Development Canada", "Employment and Social Development Canada"],
    ["Sutton Trust (Erica Holt-White, Carl Cullinane)", "Sutton Trust"],
    ["Kevin Gray (NACE)", [["Gray", "Kevin"]]],
    ["service-public.fr (copy by Agglo du Pays de Meaux)", "service-public.fr"],
  ])("tells people from institutions: %s", (text, expected) => {
    const names = typeof expected === "string" ? [{ literal: expected }] : expected.map(nameOf);
    expect(readAuthors(text)).toMatchObject({ names, others: false });
  });

  test("says that there are others, and that nobody is named", () => {
    expect(readAuthors("Patrícia Silva, Betina Lopes and others (University of Aveiro)")).toMatchObject({
      names: [{ family: "Silva" }, { family: "Lopes" }],
      others: true,
    });
    expect(readAuthors("Author not shown on the page seen").names).toEqual([]);
  });

  test.each(["bibtex", "ris", "csl-json"] as const)("%s keeps what LaTeX or RIS would read as a command", (format) => {
    const [fact] = bundled().all("fact") as [Topic<"fact">];
    const source = {
      ...fact.source,
      authors: "Łukasz Müller, Ana Ñuñez-O’Brien",
      title: "R&D at 50% of $1: the _first_ #1 {case} ~ x^2 \\emph{naïve}",
      url: "https://example.org/a_b/~c?x=1&y=%C3%A9#part",
    };
    const [read] = new Cite(cite([{ ...fact, source }], format)).data as Citation[];
    expect(read).toMatchObject({ id: fact.id, title: source.title, URL: source.url });
    expect(namesOf(read?.author)).toEqual(["Łukasz Müller", "Ana Ñuñez-O’Brien"]);
  });

  test("exports what the filters leave", async () => {
    const some = JSON.parse(await exported("csl-json", "--benefit", "networking")) as Citation[];
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(citations.length);
    expect(JSON.parse(await exported("csl-json", "jaeger-2023-first-internship-opens-next"))).toHaveLength(1);
  });
});

const hasPandoc = spawnSync("pandoc", ["--version"]).status === 0;

describe.skipIf(!hasPandoc)("pandoc --citeproc", () => {
  test.each([
    ["bibtex", "bib"],
    ["csl-json", "json"],
  ])("sets a bibliography from %s", async (format, extension) => {
    const file = join(mkdtempSync(join(tmpdir(), "iw-")), `facts.${extension}`);
    writeFileSync(file, await exported(format));
    const keys = citations.map(({ id }) => `@${id}`);
    const { stdout, stderr, status } = spawnSync(
      "pandoc",
      ["--citeproc", `--bibliography=${file}`, "-t", "plain", "--wrap=none"],
      {
        input: `${keys.join("; ")}\n`,
        encoding: "utf8",
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const text = stdout.replace(/[^\p{L}\p{N}]+/gu, " ").toLowerCase();
    for (const { title } of citations)
      expect(text).toContain(
        title
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim()
          .toLowerCase(),
      );
  });
});

describe("sources", () => {
  const ids = async (...argv: string[]): Promise<string[]> =>
    (JSON.parse((await iw(["sources", "--json", ...argv])).out) as { facts: { id: string }[] }).facts.map(
      ({ id }) => id,
    );

  test("filters by benefit, kind of study and age, alone and together", async () => {
    const all = await ids();
    const resume = await ids("--benefit", "resume");
    const experiments = await ids("--kind-of-study", "experiment");
    for (const some of [resume, experiments]) {
      expect(some.length).toBeGreaterThan(0);
      expect(some.length).toBeLessThan(all.length);
    }
    expect(await ids("--benefit", "resume", "--kind-of-study", "experiment")).toEqual(
      resume.filter((id) => experiments.includes(id)),
    );
    expect((await ids("--stale", "--today", "2030-01-01")).length).toBeGreaterThan((await ids("--stale")).length);
  });

  test("says so to a person where nothing fits", async () => {
    const none = ["sources", "--stale", "--benefit", "resume"];
    expect(await iw([...none, "--md"])).toMatchObject({ code: 0, out: "No fact fits.\n" });
    expect(await iw(none)).toMatchObject({ code: 0, out: "" });
    expect(JSON.parse((await iw([...none, "--json"])).out)).toEqual({ schemaVersion: 1, facts: [] });
  });

  test.each([
    [["--benefit", "money"], /--benefit: "money" is not one of experience/],
    [["--cite", "endnote"], /--cite: "endnote" is not one of bibtex, csl-json, ris/],
    [["--kind-of-study", "horoscope"], /--kind-of-study: no fact is "horoscope"[\s\S]*field experiment.*causal/],
    [["field/nursing"], /field\/nursing is no fact[\s\S]*intern-why show field\/nursing/],
    [["nosuch-2020"], /no topic/],
  ])("refuses %j", async (argv, says) => {
    const { code, out, err } = await iw(["sources", ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(says);
  });
});
