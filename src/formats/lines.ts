import { clean } from "../clean.ts";

/** Tab-separated lines for other programs, the id first. Tabs and line ends inside a field become spaces. */
export const toLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((field) => clean(field).replace(/[\t\n]+/g, " ")).join("\t")}\n`).join("");
