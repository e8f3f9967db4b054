import type { Page } from "./page.ts";
import { padEnd, widthOf } from "./width.ts";

export interface BarRow {
  title: string;
  score: number;
  /** What the score is made of: `goal 3, stage 2`. */
  parts: string;
  proof: string;
}

/** From this width on a row has columns. */
const COLUMNS_FROM = 72;
/** On a wide screen they stay near each other. */
const WIDEST = 84;
const TITLE = 29;
const BAR = 8;

/** One line of a ranking: a bar, its parts and the proof in columns; run together on a narrow screen; words for a reader. */
export function drawBar(page: Page, row: BarRow, indent: number): void {
  const { theme } = page;
  const { title, score, parts, proof } = row;
  const bar = theme.bar("#".repeat(score));
  const width = Math.min(page.width, WIDEST);
  const room = width - indent - TITLE - BAR - proof.length - 1;
  if (theme.accessible) {
    const points = `${score} ${score === 1 ? "point" : "points"}`;
    page.text(`${title}: ${points}${parts ? ` (${parts})` : ""}; ${proof}.`, indent);
  } else if (width < COLUMNS_FROM || score >= BAR || widthOf(title) >= TITLE || widthOf(parts) > room) {
    page.text(`${theme.strong(title)} ${bar}`, indent);
    page.text(`${[parts, proof].filter(Boolean).join("; ")}`, indent + 2);
  } else {
    page.raw(
      `${" ".repeat(indent) + padEnd(theme.strong(title), TITLE) + padEnd(bar, BAR) + padEnd(parts, room - 1)} ${proof}`,
    );
  }
}
