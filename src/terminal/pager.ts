import { widthOf } from "./width.ts";

/** Where an answer is shown, and to whom. */
export interface Viewer {
  /** No `--no-pager`, no guided session, no screen reader. */
  wanted: boolean;
  isTerminal: boolean;
  /** Stdin and stderr are terminals too: a person sits there. */
  attended: boolean;
  columns: number;
  /** 0 where the terminal does not say. */
  rows: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The command that pages a text, as words; undefined to print it. INTERN_WHY_PAGER decides before PAGER, an empty
 * value or `cat` means none, and quotes in it have no meaning. `less` is our own choice, so it is started only where
 * somebody can leave it.
 */
export function choosePager(text: string, viewer: Viewer, env: Environment): string[] | undefined {
  const { wanted, isTerminal, attended } = viewer;
  if (!wanted || !isTerminal || env["TERM"] === "dumb" || fits(text, viewer)) return undefined;
  const named = env["INTERN_WHY_PAGER"] ?? env["PAGER"];
  const words = (named ?? (attended ? "less" : "")).split(" ").filter(Boolean);
  return words.length === 0 || words.join(" ") === "cat" ? undefined : words;
}

/** The last row of the screen belongs to the shell. A screen of unknown height is nothing to page on. */
function fits(text: string, { rows, columns }: Viewer): boolean {
  if (rows < 1) return true;
  const rowsOf = (line: string): number => Math.max(1, Math.ceil(widthOf(line) / columns));
  const lines = text.replace(/\n$/, "").split("\n");
  return lines.reduce((sum, line) => sum + rowsOf(line), 0) < rows;
}
