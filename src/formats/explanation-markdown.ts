import type { Explanation, Reason } from "../advice/explain/explanation.ts";
import type { Source } from "../library/topic.ts";
import type { FromResume } from "../profile/from-resume.ts";
import { footnoteDefinitions, footnoteMarks, joinBlocks } from "./markdown.ts";
import { resumeBlocks } from "./resume-words.ts";

/** Explanations as Markdown, the sources as footnotes. */
export function explanationsMarkdown(explanations: readonly Explanation[], today: string, from?: FromResume): string {
  const sources = new Map(explanations.flatMap((item) => item.sources).map((source) => [source.id, source]));
  return joinBlocks([
    ...explanations.flatMap(blocksOf),
    ...resumeBlocks(from),
    ...footnoteDefinitions([...sources.values()], today),
  ]);
}

function blocksOf(item: Explanation): (string | undefined)[] {
  const { counter } = item;
  return [
    `# Why: ${item.title}`,
    item.chosen,
    item.because.length > 0 ? item.because.map(reasonLine).join("\n") : undefined,
    counter
      ? `**Against it:** ${counter.text}${footnoteMarks(counter.facts)}${counter.do ? ` ${counter.do}` : ""}`
      : undefined,
    item.wouldChange.length > 0
      ? `**What would change it:**\n\n${item.wouldChange.map(({ label, effect, flag }) => `- ${label}: ${effect} (${flag})`).join("\n")}`
      : undefined,
    item.also.length > 0 ? `The same word also names ${item.also.join(", ")}.` : undefined,
    item.sources.length > 0 ? `**Sources:**\n\n${item.sources.map(sourceLine).join("\n")}` : undefined,
  ];
}

function reasonLine({ answers, said, rule, weight, claim, facts }: Reason): string {
  const counts = weight === null || weight === 0 ? "" : `, counts ${weight > 0 ? `+${weight}` : weight}`;
  const from = answers.length === 0 ? said : `${said} (${answers.join(", ")})`;
  return `- ${from}, by the rule ${rule}${counts}: ${claim}${footnoteMarks(facts)}`;
}

/** Kind of study, strength, caveat: what a reader weighs a finding by. */
const sourceLine = ({ id, study, strength, grade, country, year, caveat }: Source): string =>
  `- ${id}[^${id}]: ${study}, ${strength}, grade ${grade}, ${country}, ${year}. Caveat: ${caveat}`;
