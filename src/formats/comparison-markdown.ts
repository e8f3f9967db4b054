import type { Comparison } from "../advice/compare.ts";
import { escapeMarkdown, joinBlocks } from "./markdown.ts";
import { resumeBlocks } from "./resume-words.ts";

/** What a comparison needs beside itself: who each side is, and the titles of the benefits. */
export interface ComparisonWords {
  left: string;
  right: string;
  titleOf(benefit: string): string;
}

/** Two situations side by side, as a Markdown table, and lists of what differs. */
export function comparisonMarkdown(comparison: Comparison, words: ComparisonWords): string {
  const { left, right, steps, case: points, conditions } = comparison;
  const moved = steps.moved.map(
    (step) => `${escapeMarkdown(step.title)}: ${step.left ?? "no date"} -> ${step.right ?? "no date"}`,
  );
  const conflicts = [
    ...left.conflicts.map(({ text }) => `Left: ${text}`),
    ...right.conflicts.map(({ text }) => `Right: ${text}`),
  ];
  return joinBlocks([
    "# Two situations",
    `Left: ${words.left}`,
    `Right: ${words.right}`,
    tableOf(comparison, words),
    ...list("Points on the left only", points.onlyLeft.map(pointText)),
    ...list("Points on the right only", points.onlyRight.map(pointText)),
    ...list("Conditions on the left only", conditions.onlyLeft.map(escapeMarkdown)),
    ...list("Conditions on the right only", conditions.onlyRight.map(escapeMarkdown)),
    ...list(
      "Steps on the left only",
      steps.onlyLeft.map(({ title }) => escapeMarkdown(title)),
    ),
    ...list(
      "Steps on the right only",
      steps.onlyRight.map(({ title }) => escapeMarkdown(title)),
    ),
    ...list("Dates that move", moved),
    isSame(comparison) && left.totalHours === right.totalHours ? "Nothing differs." : undefined,
    ...list("Check your answers", conflicts),
    ...resumeBlocks(right.fromResume ?? left.fromResume),
  ]);
}

function tableOf({ left, right, ranking }: Comparison, { titleOf }: ComparisonWords): string {
  const rows = [
    ["What", "left", "right"],
    ["---", "---", "---"],
    ["Conclusion", left.conclusion.title, right.conclusion.title],
    ["Points for and against", `${left.conclusion.score}`, `${right.conclusion.score}`],
    ["Plan", verdictText(left), verdictText(right)],
    ["Hours before the start", `${left.totalHours}`, `${right.totalHours}`],
    ...ranking.map(({ id, left: from, right: to }) => [
      titleOf(id),
      `place ${from}`,
      `place ${to}${to === from ? "" : to < from ? " (higher)" : " (lower)"}`,
    ]),
  ];
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

const VERDICTS: Record<string, string> = { fits: "fits", tight: "tight", "does-not-fit": "does not fit" };

function verdictText({ verdict: { id, slackDays } }: Comparison["left"]): string {
  if (slackDays === null) return "no dates";
  const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);
  return `${VERDICTS[id]}, ${slackDays < 0 ? `${days(-slackDays)} short` : `${days(slackDays)} to spare`}`;
}

const list = (title: string, items: string[]): string[] =>
  items.length > 0 ? [`## ${title}`, items.map((item) => `- ${item}`).join("\n")] : [];

const pointText = ({ text, weight }: Comparison["case"]["onlyLeft"][number]): string =>
  `${weight > 0 ? `${weight} for` : `${-weight} against`}: ${text}`;

const isSame = ({ case: points, conditions, steps, ranking, conclusionChanges }: Comparison): boolean =>
  !conclusionChanges &&
  [points, conditions, steps].every(({ onlyLeft, onlyRight }) => onlyLeft.length + onlyRight.length === 0) &&
  steps.moved.length === 0 &&
  ranking.every(({ left, right }) => left === right);
