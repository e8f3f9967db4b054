import type { Page } from "./page.ts";
import { padEnd } from "./width.ts";

export interface BarRow {
  title: string;
  score: number;
  /** What the score is made of: `goal 3, stage 2`. */
  parts: string;
  proof: string;
}

/** From this width on a row has columns. */
const COLUMNS_FROM = 72;

/** One line of a ranking: a bar, its parts and the proof in columns; run together on a narrow screen; words for a reader. */
export function drawBar(page: Page, row: BarRow, indent: number): void {
  const { theme, width } = page;
  const { title, score, parts, proof } = row;
  if (theme.accessible) {
    const points = `${score} ${score === 1 ? "point" : "points"}`;
    page.text(`${title}: ${points}${parts ? ` from ${parts}` : ""}; ${proof}.`, indent);
  } else if (width < COLUMNS_FROM) {
    page.text(
      `${theme.strong(title)} ${theme.bar("#".repeat(score))} ${theme.quiet([parts, proof].filter(Boolean).join("; "))}`,
      indent,
    );
  } else {
    const left = padEnd(theme.strong(title), 29) + padEnd(theme.bar("#".repeat(score)), 8);
    page.raw(`${" ".repeat(indent)}${padEnd(left + parts, width - indent - proof.length - 2)} ${theme.quiet(proof)}`);
  }
}
