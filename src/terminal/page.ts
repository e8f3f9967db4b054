import type { Theme } from "./theme.ts";
import { wrap } from "./width.ts";

/** A space at which no line breaks; on paper it is a space like others. */
export const NO_BREAK = "\u00a0";

/** Collects the lines of a text answer, wrapped to a width. */
export class Page {
  private readonly lines: string[] = [];

  constructor(
    readonly theme: Theme,
    readonly width: number,
  ) {}

  get length(): number {
    return this.lines.length;
  }

  /** A paragraph; `hang` begins its first line, and the others are indented to it. */
  text(text: string, indent = 0, hang = ""): this {
    const room = Math.max(12, this.width - indent - hang.length);
    const rest = " ".repeat(indent + hang.length);
    wrap(text, room).forEach((line, i) => {
      this.lines.push((i === 0 ? " ".repeat(indent) + hang : rest) + line);
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
