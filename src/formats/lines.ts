import { clean } from "../clean.ts";

/** Tab-separated lines for other programs, the id first. Tabs and line ends inside a field become spaces. */
export function toLines(rows: readonly (readonly string[])[]): string {
  const isPlain = isField(rows.flat().join(" "));
  return rows.map((row) => `${(isPlain ? row : row.map(toField)).join("\t")}\n`).join("");
}

const isField = (text: string): boolean => toField(text) === text;
const toField = (text: string): string => clean(text).replace(/[\t\n]+/g, " ");
