import { extname } from "node:path";
import { brief } from "../clean.ts";
import type { Context, Files } from "../context.ts";
import { usageError } from "../errors.ts";
import { type Clock, parseGivenDay } from "../profile/dates.ts";
import { accessibleBecause } from "../terminal/accessible.ts";
import { type ColorFlag, wantsColor } from "../terminal/color.ts";
import { supportsHyperlinks } from "../terminal/hyperlink.ts";
import { choosePager } from "../terminal/pager.ts";
import type { Look } from "../terminal/theme.ts";

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
export interface Settings extends Clock {
  /** What is wrong with these flags, where answers are read next: it is said together with what is wrong there. */
  problems: readonly string[];
  format: string;
  width: number;
  look: Look;
}

const NARROWEST = 20;
const WIDEST = 200;
/** Text wider than this is hard to read; a screen may be wider. */
const READABLE = 100;
/** Text in a file does not depend on the screen it was made on. */
const IN_A_FILE = 80;
const EXTENSIONS: Record<string, string> = {
  ".md": "md",
  ".json": "json",
  ".txt": "text",
  ".tsv": "lines",
  ".htm": "html",
  ".1": "mdoc",
};

/**
 * Reads the output flags. Every problem is reported at once, and where answers are read next, together with theirs.
 * @param formats the formats of the command, the one for a pipe first
 */
export function readSettings(
  flags: OutputFlags,
  formats: readonly string[],
  context: Context,
  answersFollow = false,
): Settings {
  const problems: string[] = [];
  const color = flags.color ?? "auto";
  if (!["auto", "always", "never"].includes(color))
    problems.push(`--color: "${brief(color)}" is not auto, always or never`);
  const typed = flags.width;
  if (typed !== undefined && !(/^\d+$/.test(typed) && Number(typed) >= NARROWEST && Number(typed) <= WIDEST)) {
    problems.push(`--width: "${brief(typed)}" is no number from ${NARROWEST} to ${WIDEST}`);
  }
  const given = flags.today === undefined ? undefined : parseGivenDay(flags.today);
  if (given === undefined && flags.today !== undefined)
    problems.push(`--today: "${brief(flags.today)}" is no date such as 2026-11-22`);
  const format = formatOf(flags, formats, context, problems);
  if (problems.length > 0 && !answersFollow) throw usageError(problems);
  return {
    format,
    problems,
    get today() {
      return given ?? context.today();
    },
    get width() {
      if (typed !== undefined) return Number(typed);
      return flags.output === undefined ? Math.max(Math.min(context.out.columns, READABLE), NARROWEST) : IN_A_FILE;
    },
    get look() {
      return lookOf(flags, context);
    },
  };
}

/** A file is colored only when a flag says so: what forces color on a stream says nothing about files. */
function lookOf(flags: OutputFlags, { env, out }: Context): Look {
  const isFile = flags.output !== undefined;
  const isTerminal = !isFile && out.isTerminal;
  const color = wantsColor((flags.color ?? "auto") as ColorFlag, isFile ? {} : env, isTerminal);
  const accessible = accessibleBecause(flags, env, isTerminal) !== undefined;
  return { color, accessible, hyperlinks: supportsHyperlinks(env, isTerminal, color) };
}

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

/** Writes the answer: to the file of `-o`, or to stdout, long text through a pager. */
export function deliver(text: string, flags: OutputFlags, context: Context): void {
  if (flags.output === undefined) {
    const pager = pagerFor(text, flags, context);
    if (!pager || !context.page(text, pager)) context.out.write(text);
    return;
  }
  refuseToReplace(flags.output, flags, context.files);
  context.files.save(flags.output, text);
}

/** @throws a usage error when writing there would take a file's place, and nobody said --force */
export function refuseToReplace(path: string, { force }: OutputFlags, files: Files): void {
  if (!force && files.replaces(path))
    throw usageError(`${brief(path, 200)} exists already`, "add --force to replace it, or choose another name");
}

/** Writes an answer of any length: to stdout piece by piece, to a file whole. */
export function deliverPieces(pieces: Iterable<string>, flags: OutputFlags, context: Context): void {
  if (flags.output !== undefined) deliver([...pieces].join(""), flags, context);
  else for (const piece of pieces) context.out.write(piece);
}

/** Questions and answers stand on one screen: a guided session pages nothing. */
export const unpaged = <T extends OutputFlags>(flags: T): T => ({ ...flags, pager: false });

function pagerFor(text: string, flags: OutputFlags, context: Context): string[] | undefined {
  const { out, err, env, stdinIsTerminal } = context;
  if (!out.isTerminal) return undefined;
  const wanted = flags.pager !== false && !accessibleBecause(flags, env, true);
  const attended = stdinIsTerminal && err.isTerminal;
  const { isTerminal, columns, rows } = out;
  return choosePager(text, { wanted, isTerminal, attended, columns, rows }, env);
}
