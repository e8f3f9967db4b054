/** A term, what it means, and terms of its own. */
export type Term = readonly [term: string, says: string, own?: readonly Term[]];

/** A piece of help: a paragraph, terms, or lines to type. Words between backticks are code. */
export type Block = string | { terms: readonly Term[] } | { lines: readonly string[] };

export interface Section {
  title: string;
  blocks: readonly Block[];
}

/** Sections as Markdown, below a title. */
export const sectionsMarkdown = (title: string, sections: readonly Section[]): string =>
  [`# ${title}\n`, ...sections.map(({ title, blocks }) => `## ${title}\n\n${blocksMarkdown(blocks)}`)].join("\n");

/** Blocks as Markdown. */
export const blocksMarkdown = (blocks: readonly Block[]): string => blocks.map(blockMarkdown).join("\n");

function blockMarkdown(block: Block): string {
  if (typeof block === "string") return `${block}\n`;
  if ("lines" in block) return `\`\`\`sh\n${block.lines.join("\n")}\n\`\`\`\n`;
  return block.terms.map((term) => termMarkdown(term, "")).join("");
}

const termMarkdown = ([term, says, own = []]: Term, indent: string): string =>
  `${indent}- \`${term}\`: ${says}\n${own.map((each) => termMarkdown(each, `${indent}  `)).join("")}`;
