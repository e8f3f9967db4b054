import { BENEFITS, type Benefit } from "./kinds.ts";
import type { Block } from "./lex.ts";

/** The heading under which a topic speaks to a benefit: the benefit's title. */
export const BENEFIT_HEADINGS: Record<Benefit, string> = {
  experience: "Real-World Experience",
  networking: "Networking Opportunities",
  skills: "Skill Development",
  resume: "Resume Enhancement",
  clarity: "Career Clarity",
  jobs: "Increased Job Opportunities",
  confidence: "Confidence Boost",
};

/** The heading in a track for a start that is close. */
export const LATE_HEADING = "If you are late";

/** A body's opening passage (under the key "") and its passages by heading, in order. */
export function passagesOf(markdown: string): Map<string, string> {
  const passages = new Map<string, string>();
  for (const part of markdown.split(/(?<=\n)(?=## )/)) {
    const [heading = ""] = part.startsWith("## ") ? part.slice("## ".length).split("\n", 1) : [];
    passages.set(heading.trim(), part.slice(heading ? "## ".length + heading.length : 0).trim());
  }
  return passages;
}

/** The first paragraph: by the rules of the content it stands alone. */
export const firstParagraph = (markdown: string): string => markdown.split(/\n\s*\n/, 1)[0]?.trim() ?? "";

/** The fact ids a text refers to, in order of first appearance. */
export const footnotesOf = (markdown: string): string[] => [
  ...new Set(markdown.match(/\[\^[a-z0-9-]+\]/g)?.map((mark) => mark.slice(2, -1))),
];

/** A text without its references to facts. */
export const withoutFootnotes = (markdown: string): string => markdown.replace(/\[\^[a-z0-9-]+\]/g, "");

/** A sentence of Markdown as plain text. */
export const plainText = (markdown: string): string => withoutFootnotes(markdown).replace(/[*_`]/g, "");

/** An action's body: the paragraph that says why, and the points that say how. */
export function whyAndHow(markdown: string): { why: string; how: string[] } {
  const how = markdown
    .split(/\n(?=[-*] )/)
    .filter((part) => /^[-*] /.test(part))
    .map((part) => part.slice(2).replace(/\s+/g, " ").trim());
  return { why: firstParagraph(markdown).replace(/\s+/g, " "), how };
}

export const benefitOfHeading = (heading: string): Benefit | undefined =>
  BENEFITS.find((benefit) => BENEFIT_HEADINGS[benefit] === heading);

/** The parsed blocks under a heading of a topic's parsed body; under "" the opening. */
export function blocksUnder(blocks: readonly Block[], heading: string): Block[] {
  const isHeading = (block: Block): boolean => block.type === "heading" && block.depth === 2;
  const titleOf = (block: Block): string => (block.tokens ?? []).map((token) => token.text ?? "").join("");
  const begin = heading === "" ? 0 : blocks.findIndex((block) => isHeading(block) && titleOf(block) === heading) + 1;
  if (heading !== "" && begin === 0) return [];
  const length = blocks.slice(begin).findIndex(isHeading);
  return blocks.slice(begin, length < 0 ? undefined : begin + length);
}
