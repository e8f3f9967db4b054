import { wrap } from "./width.ts";

/** Below this width a description stands under its flag, not beside it. */
const BESIDE_FROM = 72;
const DESCRIPTION_INDENT = 6;

/** What the help printer is told of the layout. */
interface HelpLayout {
  helpWidth: number;
  formatItem?(term: string, termWidth: number, description: string): string;
}

export function helpLayout(helpWidth: number): HelpLayout {
  if (helpWidth >= BESIDE_FROM) return { helpWidth };
  const formatItem = (term: string, _: number, description: string): string =>
    `  ${term}\n${" ".repeat(DESCRIPTION_INDENT)}${description}`;
  return { helpWidth, formatItem };
}

/** Breaks the lines that are too long, the rest indented under their beginning. */
export const fitHelp = (text: string, width: number): string =>
  text
    .split("\n")
    .flatMap((line) => (line.length > width ? breakLine(line, width) : line))
    .join("\n");

function breakLine(line: string, width: number): string[] {
  const indent = line.length - line.trimStart().length;
  const hangs = indent === 2 || line.startsWith("Usage:");
  const further = hangs ? indent + 2 : indent;
  return wrap(line, width - further).map((part, i) => " ".repeat(i === 0 ? indent : further) + part);
}
