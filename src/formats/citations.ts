import type { Topic } from "../library/topic.ts";

type Fact = Topic<"fact">;

export const CITATION_FORMATS = ["bibtex", "csl-json", "ris"] as const;

/** Facts as citations that reference managers and pandoc read. The citation key is the fact's id. */
export function cite(facts: readonly Fact[], format: (typeof CITATION_FORMATS)[number]): string {
  if (format === "csl-json") return `${JSON.stringify(facts.map(toCsl), null, 2)}\n`;
  return facts.map(format === "bibtex" ? toBibtex : toRis).join("\n");
}

interface Name {
  family?: string;
  given?: string;
  literal?: string;
}

/** Authors, separated by commas, semicolons or "and"; what does not look like a person is an institution. */
function namesOf(authors: string): Name[] {
  const list = authors.split(/\s*(?:;|,(?! (?:Jr|Sr)\.?)|\band\b|&)\s*/).filter((name) => name && !/^et al/.test(name));
  const people = list.length > 1 || /^\p{Lu}\S* (?:\p{Lu}\.? )*\p{Lu}\S+$/u.test(authors);
  return list.map((name) => {
    const words = name.trim().split(" ");
    if (!people || words.length < 2 || words.length > 5) return { literal: name.trim() };
    return { family: words.at(-1) ?? "", given: words.slice(0, -1).join(" ") };
  });
}

const yearOf = ({ source }: Fact): number | undefined => {
  const year = /\b(?:19|20)\d{2}\b/.exec(`${source.year}`)?.[0];
  return year === undefined ? undefined : Number(year);
};

function toCsl(fact: Fact): object {
  const { id, source, summary, caveat, checked } = fact;
  const year = yearOf(fact);
  const [accessYear, month, day] = checked.split("-").map(Number);
  return {
    id,
    type: "document",
    title: source.title,
    author: namesOf(source.authors),
    publisher: source.publisher,
    ...(year === undefined ? {} : { issued: { "date-parts": [[year]] } }),
    accessed: { "date-parts": [[accessYear, month, day]] },
    URL: source.url,
    note: `${summary} Caveat: ${caveat}`,
  };
}

const bibtexText = (text: string): string =>
  text
    .replace(/[\\{}]/g, "")
    .replace(/[&%$#_]/g, "\\$&")
    .replace(/~/g, "\\textasciitilde{}")
    .replace(/\^/g, "\\textasciicircum{}");

function toBibtex(fact: Fact): string {
  const { id, source, summary, caveat, checked } = fact;
  const authors = namesOf(source.authors).map((name) =>
    name.literal === undefined
      ? `${bibtexText(name.family ?? "")}, ${bibtexText(name.given ?? "")}`
      : `{${bibtexText(name.literal)}}`,
  );
  const year = yearOf(fact);
  const fields = [
    ["author", authors.join(" and ")],
    ["title", `{${bibtexText(source.title)}}`],
    ["howpublished", bibtexText(source.publisher)],
    ...(year === undefined ? [] : [["year", `${year}`]]),
    ["url", source.url],
    ["urldate", checked],
    ["note", bibtexText(`${summary} Caveat: ${caveat}`)],
  ];
  return `@misc{${id},\n${fields.map(([key, value]) => `  ${key} = {${value}}`).join(",\n")}\n}\n`;
}

function toRis(fact: Fact): string {
  const { id, source, summary, caveat, checked } = fact;
  const year = yearOf(fact);
  const lines = [
    ["TY", "GEN"],
    ["ID", id],
    ...namesOf(source.authors).map((name) => ["AU", name.literal ?? `${name.family}, ${name.given}`]),
    ["TI", source.title],
    ["PB", source.publisher],
    ...(year === undefined ? [] : [["PY", `${year}`]]),
    ["UR", source.url],
    ["Y2", checked.replaceAll("-", "/")],
    ["N1", `${summary} Caveat: ${caveat}`],
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${(value ?? "").replace(/\s+/g, " ")}\r\n`).join("");
}
