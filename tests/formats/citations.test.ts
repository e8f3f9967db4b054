import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { describe, expect, test } from "vitest";
import { iw } from "../world.ts";

const cite = async (format: string, ...more: string[]): Promise<string> =>
  (await iw(["sources", ...more, "--cite", format])).out;

interface Citation {
  id: string;
  title: string;
  URL: string;
  author: { family?: string; given?: string; literal?: string }[];
  issued?: { "date-parts": number[][] };
}

const citations = JSON.parse(await cite("csl-json")) as Citation[];
const namesOf = (authors: Citation["author"]): string[] =>
  authors.map((name) => {
    const parts = name as Record<string, string | undefined>;
    const particle = parts["non-dropping-particle"] ?? parts["dropping-particle"];
    return name.literal ?? [name.given, particle, name.family].filter(Boolean).join(" ");
  });

describe("sources --cite", () => {
  test("has one citation a fact, its key the fact's id", async () => {
    const { facts } = JSON.parse((await iw(["sources", "--json"])).out) as { facts: { id: string }[] };
    expect(citations.map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
    const bibtex = await cite("bibtex");
    expect([...bibtex.matchAll(/^@misc\{(.*),$/gm)].map(([, key]) => key)).toEqual(facts.map(({ id }) => id));
  });

  test.each(["bibtex", "ris", "csl-json"])(
    "%s is read by citation-js with the same titles, names, years and addresses",
    async (format) => {
      const read = new Cite(await cite(format)).data as Citation[];
      const essence = ({ title, author, issued, URL }: Citation) => ({
        title,
        names: namesOf(author),
        year: issued?.["date-parts"]?.[0]?.[0],
        URL,
      });
      expect(read.map(essence)).toEqual(citations.map(essence));
    },
  );

  test("exports what the filters leave", async () => {
    const some = JSON.parse(await cite("csl-json", "--benefit", "networking")) as Citation[];
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(citations.length);
    expect(JSON.parse(await cite("csl-json", "jaeger-2023-first-internship-opens-next"))).toHaveLength(1);
  });
});

const hasPandoc = spawnSync("pandoc", ["--version"]).status === 0;

describe.skipIf(!hasPandoc)("pandoc --citeproc", () => {
  test.each([
    ["bibtex", "bib"],
    ["csl-json", "json"],
  ])("sets a bibliography from %s", async (format, extension) => {
    const file = join(mkdtempSync(join(tmpdir(), "iw-")), `facts.${extension}`);
    writeFileSync(file, await cite(format));
    const keys = citations.slice(0, 40).map(({ id }) => `@${id}`);
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
    for (const { title } of citations.slice(0, 40))
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

  test.each([
    [["--benefit", "money"], /--benefit: "money" is not one of experience/],
    [["--cite", "endnote"], /--cite: "endnote" is not one of bibtex, csl-json, ris/],
    [["field/nursing"], /field\/nursing is no fact[\s\S]*intern-why show field\/nursing/],
    [["nosuch-2020"], /no topic/],
  ])("refuses %j", async (argv, says) => {
    const { code, out, err } = await iw(["sources", ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(says);
  });
});
