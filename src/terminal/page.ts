import type { Theme } from "./theme.ts";
import { widthOf, wrap } from "./width.ts";

/** A space at which no line breaks; on paper it is a space like others. */
export const NO_BREAK = "\u00a0";

/** Less room than this and a text would be a column of words. */
const LEAST_ROOM = 12;

/** Collects the lines of a text answer, wrapped to a width. */
export class Page {
  private readonly lines: string[] = [];

  constructor(
    readonly theme: Theme,
    readonly width: number,
  ) {}

  /** A paragraph; `hang` begins its first line, and the others are indented to it. */
  text(text: string, indent = 0, hang = ""): this {
    const hanging = widthOf(hang);
    const room = Math.max(LEAST_ROOM, this.width - indent - hanging);
    const rest = " ".repeat(indent + hanging);
    wrap(text, room).forEach((line, i) => {
      this.lines.push((i === 0 ? " ".repeat(indent) + hang : rest) + line);
    });
    return this;
  }

  /** A list with a mark before each item, or numbers: a number is read aloud better than a mark. */
  list(items: readonly string[], indent = 0, mark = "*"): this {
    items.forEach((item, i) => {
      const spoken = items.length > 1 ? `${i + 1}. ` : "";
      this.text(item, indent, this.theme.accessible ? spoken : `${mark} `);
    });
    return this;
  }

  heading(text: string): this {
    return this.gap().text(this.theme.heading(text));
  }

  raw(...lines: string[]): this {
    this.lines.push(...lines);
    return this;
  }

  /** One empty line, unless there is one or nothing above. */
  gap(): this {
    if (this.lines.length > 0 && this.lines.at(-1) !== "") this.lines.push("");
    return this;
  }

  toString(): string {
    return `${this.lines.join("\n").trimEnd()}\n`.replaceAll(NO_BREAK, " ");
  }
}
