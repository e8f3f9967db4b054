import type { Comparison } from "../advice/compare.ts";
import { escapeMarkdown, joinBlocks } from "./markdown.ts";

/** Two situations side by side, as Markdown tables and lists. */
export function comparisonMarkdown(comparison: Comparison, titleOf: (benefit: string) => string): string {
  const { left, right, ranking, steps } = comparison;
  const verdict = ({ verdict: { id, slackDays } }: Comparison["left"]): string =>
    slackDays === null ? id : `${id}, ${slackDays} days to spare`;
  const rows = [
    ["", "left", "right"],
    ["---", "---", "---"],
    ["Conclusion", left.conclusion.title, right.conclusion.title],
    ["Points for and against", `${left.conclusion.score}`, `${right.conclusion.score}`],
    ["Conditions", left.conclusion.conditions.join("; ") || "none", right.conclusion.conditions.join("; ") || "none"],
    ["Plan", verdict(left), verdict(right)],
    ["Hours before the start", `${left.totalHours}`, `${right.totalHours}`],
    ...ranking.map(({ id, left: from, right: to }) => [
      titleOf(id),
      `place ${from}`,
      `place ${to}${to === from ? "" : " *"}`,
    ]),
  ];
  const list = (title: string, items: string[]): string[] =>
    items.length > 0 ? [`## ${title}`, items.map((item) => `- ${item}`).join("\n")] : [];
  const moved = steps.moved.map(
    (step) => `${escapeMarkdown(step.title)}: ${step.left ?? "no date"} -> ${step.right ?? "no date"}`,
  );
  return joinBlocks([
    "# Two situations",
    rows.map((row) => `| ${row.join(" | ")} |`).join("\n"),
    ...list(
      "Steps only on the left",
      steps.onlyLeft.map((step) => escapeMarkdown(step.title)),
    ),
    ...list(
      "Steps only on the right",
      steps.onlyRight.map((step) => escapeMarkdown(step.title)),
    ),
    ...list("Dates that move", moved),
  ]);
}
