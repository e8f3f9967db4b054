import { padEnd, widthOf, wrap } from "./width.ts";

/** Columns between two cells. */
const GAP = 2;

/**
 * How wide each column of a table is drawn, or undefined where they do not fit side by side: the widest ones are
 * narrowed first, and none to less than its longest word.
 */
export function columnWidths(rows: readonly (readonly string[])[], room: number): number[] | undefined {
  const column = (measure: (cell: string) => number): number[] =>
    (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => measure(row[i] ?? ""))));
  const widths = column(widthOf);
  const least = column((cell) => Math.max(...cell.split(/[ \n]+/).map(widthOf)));
  const spare = (): number => room - widths.reduce((sum, width) => sum + width, GAP * (widths.length - 1));
  while (spare() < 0) {
    const widest = Math.max(...widths.filter((width, i) => width > (least[i] ?? 0)));
    const at = widths.findIndex((width, i) => width === widest && width > (least[i] ?? 0));
    if (at < 0) return undefined;
    widths[at] = widest - 1;
  }
  return widths;
}

/** The lines of a row; cells are broken to the width of their column. */
export function tableRow(cells: readonly string[], widths: readonly number[]): string[] {
  const broken = cells.map((cell, i) => wrap(cell, widths[i] ?? 0));
  const height = Math.max(...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    broken
      .map((lines, i) => padEnd(lines[line] ?? "", (widths[i] ?? 0) + GAP))
      .join("")
      .trimEnd(),
  );
}
