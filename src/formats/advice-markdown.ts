import type { Advice, CasePoint, Cited, RankedBenefit } from "../advice/advice.ts";
import { isSafetyStop } from "../advice/case.ts";
import { flipEffects } from "../advice/flip-words.ts";
import { footnotesOf } from "../library/passages.ts";
import { escapeMarkdown, footnoteDefinitions, footnoteMarks, joinBlocks } from "./markdown.ts";
import { originWords } from "./origins.ts";
import { resumeBlocks } from "./resume-words.ts";

/** The whole advice as Markdown, with footnotes for the sources. */
export function adviceMarkdown(advice: Advice, who: string, titleOf: (ref: string) => string, today: string): string {
  const { conclusion } = advice;
  const points = isSafetyStop(conclusion) ? { for: [], against: [] } : advice.case;
  const blocks = [
    "# Is an internship worth it for you?",
    who,
    advice.conflicts.map(({ text }) => `> **Check your answers:** ${text}`).join("\n>\n"),
    ...resumeBlocks(advice.fromResume),
    `## ${conclusion.title}`,
    [conclusion.text + footnoteMarks(conclusion.facts), conclusion.do].filter(Boolean).join(" "),
    (conclusion.decidedBy.rule === "stop" ? [] : conclusion.conditions)
      .map(({ text, facts }) => `- Only if ${stopped(text)}${footnoteMarks(facts)}`)
      .join("\n"),
    citedList(conclusion.always),
    points.for.length > 0 ? "### For" : undefined,
    pointList(points.for),
    points.against.length > 0 ? "### Against" : undefined,
    pointList(points.against),
    "## What you would gain",
    "The points show fit to your answers, not proof. How well each benefit is tested stands beside it.",
    ...advice.benefits.flatMap((benefit) => benefitBlocks(benefit, titleOf)),
    advice.cautions.length > 0 ? "## What to watch" : undefined,
    citedList(advice.cautions),
    advice.instead.length > 0 ? "## Instead, or as well" : undefined,
    advice.instead.map(({ title, summary }) => `- **${title}:** ${summary}`).join("\n"),
    advice.firstSteps.length > 0 ? "## First steps" : undefined,
    advice.firstSteps.map(({ title, effortHours }, i) => `${i + 1}. ${title} (${effortHours} h)`).join("\n"),
    advice.flips.length > 0 ? "## What would change this" : undefined,
    advice.flips.map((flip) => flipLine(flip, titleOf)).join("\n"),
    advice.unknown.length > 0 ? "## What we did not ask, or you did not say" : undefined,
    mattersMostWords(advice),
    advice.unknown.map(({ flag, question }) => `- ${question} (\`${flag}\`)`).join("\n"),
    advice.evidenceNote ? `## How far the evidence carries\n\n${advice.evidenceNote}` : undefined,
    ...originWords(advice.origins).map(escapeMarkdown),
    "## This again",
    `\`\`\`sh\n${advice.command}\n\`\`\``,
  ];
  const cited = new Set(blocks.flatMap((block) => footnotesOf(block ?? "")));
  return joinBlocks([
    ...blocks,
    ...footnoteDefinitions(
      advice.sources.filter((source) => cited.has(source.id)),
      today,
    ),
  ]);
}

/** Which open question would matter most, and how that was counted; nothing where none would. */
export function mattersMostWords({ mattersMost, unknown }: Pick<Advice, "mattersMost" | "unknown">): string {
  const question = unknown.find(({ id }) => id === mattersMost);
  if (!question) return "";
  const { conclusion, topThree } = question.changes;
  const effect = conclusion > 0 ? "the conclusion" : "the first three benefits";
  return `${question.flag} would matter most: ${conclusion || topThree} of its ${question.choices} answers would change ${effect}.`;
}

const stopped = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);

const citedList = (items: readonly Cited[]): string =>
  items.map((item) => `- ${item.text}${footnoteMarks(item.facts)}`).join("\n");

const pointList = (points: readonly CasePoint[]): string =>
  points.map((point) => `- ${point.text}${footnoteMarks(point.facts)}${point.do ? ` ${point.do}` : ""}`).join("\n");

function benefitBlocks(benefit: RankedBenefit, titleOf: (ref: string) => string): string[] {
  const points = `${benefit.score} ${benefit.score === 1 ? "point" : "points"}`;
  const because = benefit.parts.map((part) => `- ${part.because} (${titleOf(part.from)}: ${part.weight})`);
  const [core, ...spoken] = benefit.passages;
  return [
    `### ${benefit.title}: ${points}, ${benefit.proof} tested`,
    because.length > 0 ? because.join("\n") : "None of your answers points here.",
    ...spoken.map((passage) => passage.markdown),
    core?.markdown ?? "",
  ];
}

const flipLine = (flip: Advice["flips"][number], titleOf: (ref: string) => string): string =>
  `- ${flip.label}: ${stopped(flipEffects(flip, (id) => titleOf(`section/${id}`)).join("; "))}`;
