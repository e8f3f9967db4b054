import type { Library } from "./library/library.ts";
import type { Day } from "./profile/dates.ts";
import type { Prompter } from "./profile/interview.ts";

/** One stream of output, and what is known of the terminal behind it. */
export interface Output {
  /** Writes text whole, however slow the reader is. */
  write(text: string): void;
  isTerminal: boolean;
  /** Columns of the terminal; 80 where there is none. */
  columns: number;
  /** Rows of the terminal; 0 where it does not say. */
  rows: number;
}

/** Everything a command needs from outside. Nothing else reads the clock, files, streams or the environment. */
export interface Context {
  out: Output;
  err: Output;
  env: Readonly<Record<string, string | undefined>>;
  /** Shows a text through a pager and waits for it; false when that did not run. */
  page(text: string, command: readonly string[]): boolean;
  /** Whether stdin is a terminal. */
  stdinIsTerminal: boolean;
  /** All of stdin, read once. */
  readStdin(): string;
  /** The lines of stdin, one after the other, however many there are. */
  stdinLines(): Iterable<string>;
  today(): Day;
  /** The bundled content, with the person's own folder laid over it. */
  library(overlay?: string): Promise<Library>;
  files: Files;
  /** Asks questions: with cursor and color, or as plain numbered lines. */
  prompter(look: PromptLook): Promise<Prompter>;
  version: string;
}

/** How questions are put. */
export interface PromptLook {
  accessible: boolean;
  color: boolean;
  /** Breaks a text between words, to the width of the terminal less an indent; the further lines are indented. */
  breakLines(text: string, indent: number): string;
}

export interface Files {
  /** The text of a file of at most `most` bytes. Throws an AppError that names the path and the cause. */
  read(path: string, most: number): string;
  exists(path: string): boolean;
  /** Makes a folder, and those above it, where they are missing. */
  makeFolder(path: string): void;
  /** Whether saving would replace a file; a device is only written to. */
  replaces(path: string): boolean;
  /** Writes a file whole or not at all, keeping an old file's mode. */
  save(path: string, text: string): void;
  /** Does something while no other run may change the file. */
  locked<T>(path: string, work: () => Promise<T>): Promise<T>;
}
