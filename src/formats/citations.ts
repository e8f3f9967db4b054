import { type Name, readAuthors } from "../library/authors.ts";
import type { Topic } from "../library/topic.ts";

type Fact = Topic<"fact">;

export const CITATION_FORMATS = ["bibtex", "csl-json", "ris"] as const;

/** Facts as citations that reference managers and pandoc read. The citation key is the fact's id. */
export function cite(facts: readonly Fact[], format: (typeof CITATION_FORMATS)[number]): string {
  if (format === "csl-json") return `${JSON.stringify(facts.map(toCsl), null, 2)}\n`;
  return facts.map(format === "bibtex" ? toBibtex : toRis).join("\n");
}

const yearOf = ({ source }: Fact): number | undefined => {
  const year = /\b(?:19|20)\d{2}\b/.exec(`${source.year}`)?.[0];
  return year === undefined ? undefined : Number(year);
};

/** What a citation cannot say in its other fields: the finding, its caveat, and the authors where they hold more than names. */
function noteOf({ summary, caveat, source: { authors } }: Fact): string {
  return `${summary} Caveat: ${caveat}${readAuthors(authors).more ? ` Authors as given: ${authors}.` : ""}`;
}

/** How pandoc and citation-js say "and others", which a style sets as "et al." */
const OTHERS: Name = { literal: "others" };

function toCsl(fact: Fact): object {
  const { id, source, checked } = fact;
  const year = yearOf(fact);
  const { names, others } = readAuthors(source.authors);
  const [accessYear, month, day] = checked.split("-").map(Number);
  return {
    id,
    type: "document",
    title: source.title,
    ...(names.length > 0 ? { author: [...names, ...(others ? [OTHERS] : [])] } : {}),
    publisher: source.publisher,
    ...(year === undefined ? {} : { issued: { "date-parts": [[year]] } }),
    accessed: { "date-parts": [[accessYear, month, day]] },
    URL: source.url,
    note: noteOf(fact),
  };
}

/** What LaTeX would read as a command, written so that it prints. */
const LATEX: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};
const bibtexText = (text: string): string => text.replace(/[\\~^&%$#_{}]/g, (sign) => LATEX[sign] ?? `\\${sign}`);

function bibtexName(name: Name): string {
  if ("literal" in name) return `{${bibtexText(name.literal)}}`;
  return [name.family, name.suffix, name.given]
    .filter((part) => part !== undefined)
    .map(bibtexText)
    .join(", ");
}

function toBibtex(fact: Fact): string {
  const { id, source, checked } = fact;
  const { names, others } = readAuthors(source.authors);
  const year = yearOf(fact);
  const fields = [
    ...(names.length > 0 ? [["author", [...names.map(bibtexName), ...(others ? ["others"] : [])].join(" and ")]] : []),
    ["title", `{${bibtexText(source.title)}}`],
    ["howpublished", bibtexText(source.publisher)],
    ...(year === undefined ? [] : [["year", `${year}`]]),
    ["url", source.url],
    ["urldate", checked],
    ["note", bibtexText(noteOf(fact))],
  ];
  return `@misc{${id},\n${fields.map(([key, value]) => `  ${key} = {${value}}`).join(",\n")}\n}\n`;
}

/** RIS splits every name at its comma: a department stands behind a colon. */
const risName = (name: Name): string =>
  "literal" in name
    ? name.literal.replaceAll(",", ":")
    : [name.family, name.given, name.suffix].filter(Boolean).join(", ");

function toRis(fact: Fact): string {
  const { id, source, checked } = fact;
  const year = yearOf(fact);
  const lines = [
    ["TY", "GEN"],
    ["ID", id],
    ...readAuthors(source.authors).names.map((name) => ["AU", risName(name)]),
    ["TI", source.title],
    ["PB", source.publisher],
    ...(year === undefined ? [] : [["PY", `${year}`]]),
    ["UR", source.url],
    ["Y2", checked.replaceAll("-", "/")],
    ["N1", noteOf(fact)],
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${(value ?? "").replace(/\s+/g, " ")}\r\n`).join("");
}
