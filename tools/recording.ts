import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import xterm from "@xterm/headless";

const pty = await import("@lydell/node-pty").catch(() => undefined);

/** Whether pictures can be made here: they need a pseudo terminal. */
export const canRecord = pty !== undefined;

/** Neighboring cells of one look. */
export interface Run {
  column: number;
  /** In cells: a wide character takes two. */
  width: number;
  text: string;
  /** 0 to 15, or undefined for the usual one. */
  color: number | undefined;
  bold: boolean;
  dim: boolean;
  underline: boolean;
  inverse: boolean;
}

/** One look at the terminal, line by line. */
export type Frame = Run[][];

export interface Size {
  columns: number;
  rows: number;
}

/** Milliseconds without a byte, after which nothing more is expected. */
const QUIET = 400;
const PATIENCE = 20_000;

/**
 * Runs a command, tells its exit code in the title of the terminal, and stays: what a program wrote last can be lost when
 * its terminal closes with it.
 */
const STAY = '"$@"; printf "\\033]0;ended %s\\007" $?; read -r _';

/** The built program on a pseudo terminal, read by a terminal without a screen. */
export function startRecording(args: readonly string[], { columns, rows }: Size) {
  if (!pty) throw new Error("no pseudo terminal");
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 2_000, allowProposedApi: true });
  const folder = mkdtempSync(join(tmpdir(), "intern-why-picture-"));
  const command = [process.execPath, resolve("bin/intern-why.cjs"), ...args];
  const child = pty.spawn("sh", ["-c", STAY, "sh", ...command], {
    cols: columns,
    rows,
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, TERM: "xterm-256color", LANG: "en_US.UTF-8" },
  });
  let heard = Date.now();
  let over = false;
  /** A key was typed, and nothing has come back yet. */
  let waiting = true;
  child.onData((data) => {
    heard = Date.now();
    waiting = false;
    terminal.write(data);
  });
  const ended = new Promise<number>((done) => {
    terminal.onTitleChange((title) => {
      over = true;
      done(Number(/^ended (\d+)$/.exec(title)?.[1]));
    });
  });
  const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
  const quiet = async (): Promise<void> => {
    const end = Date.now() + PATIENCE;
    while ((waiting && !over && Date.now() < end) || Date.now() - heard < QUIET) await pause(20);
    await new Promise<void>((done) => terminal.write("", done));
  };
  const top = (): number => terminal.buffer.active.baseY;
  return {
    type(keys: string): void {
      waiting = true;
      child.write(keys);
    },
    /** Waits until a text is on the screen and nothing moves any more. */
    async see(text: RegExp): Promise<void> {
      const end = Date.now() + PATIENCE;
      for (;;) {
        await quiet();
        if (textOf(terminal, top(), rows).some((line) => text.test(line))) return;
        if (over || Date.now() > end) {
          child.kill();
          throw new Error(`${text} does not come up:\n${textOf(terminal, top(), rows).join("\n")}`);
        }
        await pause(50);
      }
    },
    /** What is on the screen, or was when it was scrolled up by so many lines. */
    frame: (up = 0): Frame => frameOf(terminal, Math.max(0, top() - up), rows),
    top,
    /** The exit code, once everything printed is read. */
    async end(): Promise<number> {
      const code = await ended;
      await quiet();
      child.kill();
      return code;
    },
  };
}

const textOf = ({ buffer }: xterm.Terminal, from: number, rows: number): string[] =>
  Array.from({ length: rows }, (_, i) => buffer.active.getLine(from + i)?.translateToString(true) ?? "");

const frameOf = (terminal: xterm.Terminal, from: number, rows: number): Frame =>
  Array.from({ length: rows }, (_, i) => runsOf(terminal, from + i));

function runsOf({ buffer, cols }: xterm.Terminal, row: number): Run[] {
  const line = buffer.active.getLine(row);
  const runs: Run[] = [];
  for (let column = 0; column < cols; column++) {
    const cell = line?.getCell(column);
    if (!cell || cell.getWidth() === 0) continue;
    const look = {
      color: cell.isFgPalette() ? cell.getFgColor() : undefined,
      bold: cell.isBold() !== 0,
      dim: cell.isDim() !== 0,
      underline: cell.isUnderline() !== 0,
      inverse: cell.isInverse() !== 0,
    };
    const text = cell.getChars() || " ";
    const last = runs.at(-1);
    if (last && last.column + last.width === column && looksLike(last, look)) {
      last.text += text;
      last.width += cell.getWidth();
    } else runs.push({ column, width: cell.getWidth(), text, ...look });
  }
  return withoutBlankEnd(runs);
}

const looksLike = (run: Run, look: Omit<Run, "column" | "width" | "text">): boolean =>
  (Object.keys(look) as (keyof typeof look)[]).every((key) => run[key] === look[key]);

function withoutBlankEnd(runs: Run[]): Run[] {
  const last = runs.at(-1);
  if (!last || last.inverse || last.underline) return runs;
  const text = last.text.trimEnd();
  if (text === "") return withoutBlankEnd(runs.slice(0, -1));
  return [...runs.slice(0, -1), { ...last, text, width: last.width - (last.text.length - text.length) }];
}
