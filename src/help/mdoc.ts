import type { Block, Section, Term } from "./blocks.ts";

/** Sections as mdoc, the language of manual pages. */
export const sectionsMdoc = (sections: readonly Section[]): string =>
  sections.map(({ title, blocks }) => `.Sh ${title.toUpperCase()}\n${blocksMdoc(blocks)}`).join("");

const blocksMdoc = (blocks: readonly Block[]): string =>
  blocks.map((block, at) => (at > 0 && typeof block === "string" ? ".Pp\n" : "") + blockMdoc(block)).join("");

function blockMdoc(block: Block): string {
  if (typeof block === "string") return textMdoc(block);
  if ("lines" in block) {
    const lines = block.lines.map((line) => `${roff(line).replace(/^[.']/, "\\&$&")}\n`);
    return `.Bd -literal -offset indent\n${lines.join("")}.Ed\n`;
  }
  return termsMdoc(block.terms);
}

const termsMdoc = (terms: readonly Term[]): string =>
  `.Bl -tag -width Ds\n${terms
    .map(([term, says, own]) => `.It ${codeMdoc(term, "Cm")}\n${textMdoc(says)}${own?.length ? termsMdoc(own) : ""}`)
    .join("")}.El\n`;

/** Prose: code stands on a line of its own with the punctuation behind it, and every sentence begins a line. */
function textMdoc(text: string): string {
  const [first = "", ...rest] = text.split("`");
  const lines = wrapSentences(first.trim());
  for (let at = 0; at < rest.length; at += 2) {
    const [code = "", after = ""] = rest.slice(at, at + 2);
    const [marks = ""] = /^[.,:;)]*/.exec(after) ?? [];
    lines.push(`.${[codeMdoc(code, "Ql"), ...marks].join(" ")}`, ...wrapSentences(after.slice(marks.length).trim()));
  }
  return lines.map((line) => `${line}\n`).join("");
}

const LONGEST_LINE = 78;

const wrapSentences = (text: string): string[] =>
  text.split(/(?<=[.?]) (?=[A-Z])/).flatMap((sentence) => {
    const lines: string[] = [];
    for (const word of roff(sentence).split(" ").filter(Boolean)) {
      const last = lines.at(-1);
      if (last === undefined || last.length + word.length >= LONGEST_LINE) lines.push(word);
      else lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines.map((line) => line.replace(/^[.']/, "\\&$&"));
  });

/**
 * Code by what it is: a flag, a value, a variable of the environment; anything else by the macro given.
 * `show [topic...]` is `Cm show Op Ar topic ...`.
 */
const codeMdoc = (code: string, plain: "Cm" | "Ql"): string => {
  if (code === "intern-why") return "Nm";
  if (plain === "Ql" && !/^-|^[A-Z_]{3,}$/.test(code)) return `Ql ${code.split(" ").map(escapeArgument).join(" ")}`;
  const words = code.match(/\[[^\]]*\]|<[^>]*>|[^\s,]+|,/g) ?? [];
  return words.map((word) => wordMdoc(word, plain)).join(" ");
};

function wordMdoc(word: string, plain: string): string {
  if (word === ",") return ",";
  if (word.startsWith("[")) return `Op ${codeMdoc(word.slice(1, -1), "Cm").replace(/^Cm /, "Ar ")}`;
  if (word.startsWith("<")) return `Ar ${roff(word.slice(1, -1)).replace("...", " ...").replaceAll("|", " | ")}`;
  if (word.startsWith("-")) return `Fl ${roff(word.slice(1))}`;
  if (/^[A-Z_]{3,}$/.test(word)) return `Ev ${word}`;
  return `${plain} ${escapeArgument(word)}`;
}

/** A mark alone or at the end of a word would be punctuation to a macro. */
const escapeArgument = (word: string): string =>
  roff(word)
    .replace(/^[.,:;()[\]?!|]$/, "\\&$&")
    .replace(/(?<=.)[.,:;)\]?!]$/, "$&\\&");

const roff = (text: string): string => text.replaceAll("\\", "\\e").replaceAll("-", "\\-");
