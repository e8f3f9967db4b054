import { extname } from "node:path";
import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { type Day, parseDay } from "../profile/dates.ts";

/** The output flags, as typed. */
export interface OutputFlags {
  format?: string;
  json?: boolean;
  md?: boolean;
  output?: string;
  force?: boolean;
  full?: boolean;
  all?: boolean;
  how?: boolean;
  width?: string;
  color?: string;
  pager?: boolean;
  accessible?: boolean;
  ask?: boolean;
  input?: boolean;
  general?: boolean;
  today?: string;
  content?: string;
  name?: string;
  noProfile?: boolean;
}

/** How a run prints, decided once. */
export interface Settings {
  format: string;
  today: Day;
  width: number;
  accessible: boolean;
  colorFlag: "auto" | "always" | "never";
}

const NARROWEST = 20;
const WIDEST = 200;
/** Text wider than this is hard to read; a screen may be wider. */
const READABLE = 100;
const EXTENSIONS: Record<string, string> = {
  ".md": "md",
  ".json": "json",
  ".txt": "text",
  ".tsv": "lines",
  ".htm": "html",
};

/**
 * Reads the output flags; every problem is reported at once.
 * @param formats the formats of the command, the one for a pipe first
 */
export function readSettings(flags: OutputFlags, formats: readonly string[], context: Context): Settings {
  const problems: string[] = [];
  const color = flags.color ?? "auto";
  if (!["auto", "always", "never"].includes(color))
    problems.push(`--color: "${brief(color)}" is not auto, always or never`);
  const typed = flags.width;
  if (typed !== undefined && !(/^\d+$/.test(typed) && Number(typed) >= NARROWEST && Number(typed) <= WIDEST)) {
    problems.push(`--width: "${brief(typed)}" is no number from ${NARROWEST} to ${WIDEST}`);
  }
  const today = flags.today === undefined ? context.today() : parseDay(flags.today);
  if (today === undefined) problems.push(`--today: "${brief(flags.today ?? "")}" is no date such as 2026-11-22`);
  const format = formatOf(flags, formats, context, problems);
  if (problems.length > 0) throw usageError(problems);
  return {
    format,
    today: today ?? 0,
    get width() {
      return typed === undefined ? Math.max(Math.min(context.out.columns, READABLE), NARROWEST) : Number(typed);
    },
    accessible: isAccessible(flags, context),
    colorFlag: color as Settings["colorFlag"],
  };
}

export const isAccessible = (flags: OutputFlags, { env }: Context): boolean =>
  flags.accessible === true || (env["ACCESSIBLE"] !== undefined && !["", "0"].includes(env["ACCESSIBLE"]));

function formatOf(flags: OutputFlags, formats: readonly string[], context: Context, problems: string[]): string {
  const named = [flags.format, flags.json ? "json" : undefined, flags.md ? "md" : undefined].filter(
    (name) => name !== undefined,
  );
  const [first, ...others] = [...new Set(named)];
  if (others.length > 0) problems.push(`--format: choose one of ${[first, ...others].join(", ")}`);
  if (first !== undefined) {
    if (!formats.includes(first)) problems.push(`--format: "${brief(first)}" is not one of ${formats.join(", ")}`);
    return first;
  }
  if (flags.output !== undefined) {
    const byName = EXTENSIONS[extname(flags.output).toLowerCase()] ?? extname(flags.output).slice(1).toLowerCase();
    return formats.includes(byName) ? byName : "md";
  }
  return context.out.isTerminal ? "text" : (formats[0] ?? "md");
}

/** Writes the answer: to the file of `-o`, or to stdout. */
export function deliver(text: string, flags: OutputFlags, context: Context): void {
  if (flags.output === undefined) {
    context.out.write(text);
    return;
  }
  if (!flags.force && context.files.exists(flags.output)) {
    throw usageError(`${brief(flags.output, 200)} exists already`, "add --force to replace it, or choose another name");
  }
  context.files.save(flags.output, text);
}

/** Writes an answer of any length: to stdout piece by piece, to a file whole. */
export function deliverPieces(pieces: Iterable<string>, flags: OutputFlags, context: Context): void {
  if (flags.output !== undefined) deliver([...pieces].join(""), flags, context);
  else for (const piece of pieces) context.out.write(piece);
}
