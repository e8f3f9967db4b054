import { fstatSync, statSync } from "node:fs";
import type { Output } from "../context.ts";
import { writeWhole } from "./write-whole.ts";

/** Thrown when the reader has gone: the program ends quietly. */
class ReaderGone extends Error {
  override readonly name = "ReaderGone";
}

/**
 * A stream on a file descriptor. Writes are synchronous and complete: a full pipe is waited for. A closed stdout
 * ends the program quietly, anything else that goes wrong with it is thrown.
 */
export function openOutput(fd: 1 | 2): Output {
  return {
    get isTerminal() {
      return isTerminal(fd);
    },
    get columns() {
      return isTerminal(fd) ? terminalColumns(fd) : 80;
    },
    get rows() {
      return isTerminal(fd) ? (terminalOf(fd).rows ?? 0) : 0;
    },
    write: fd === 1 ? (text) => writeAll(fd, Buffer.from(text)) : sayIfHeard,
  };
}

const NULL_DEVICE = process.platform === "win32" ? "\\\\.\\nul" : "/dev/null";

/**
 * Whether a descriptor is a terminal. To load node:tty costs a fifth of a start, so it is asked only about a device
 * that is not the null device, which scripts and schedulers like to hand over; and once, since every line of a prompt
 * wants to know how wide it may be.
 */
export const isTerminal = (fd: 0 | 1 | 2): boolean => (terminals[fd] ??= looksLikeTerminal(fd));

const terminals: boolean[] = [];

function looksLikeTerminal(fd: 0 | 1 | 2): boolean {
  try {
    const device = fstatSync(fd);
    if (!device.isCharacterDevice() || isNullDevice(device.rdev)) return false;
    return process.getBuiltinModule("node:tty").isatty(fd);
  } catch {
    return false; // The descriptor is closed.
  }
}

function isNullDevice(device: number): boolean {
  try {
    return device === statSync(NULL_DEVICE).rdev;
  } catch {
    return false; // Node runs without permission to look.
  }
}

function writeAll(fd: number, bytes: Buffer): void {
  try {
    writeWhole(fd, bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === "EPIPE" || code === "EBADF" ? new ReaderGone() : error;
  }
}

/** What is said on stderr never stops the answer: nobody may be listening, and the exit code still tells. */
function sayIfHeard(text: string): void {
  try {
    writeAll(2, Buffer.from(text));
  } catch {
    // Closed, or full.
  }
}

/** Columns of the terminal; COLUMNS is not asked: a terminal knows better. 0 or nothing counts as 80. */
function terminalColumns(fd: 1 | 2): number {
  const { columns } = terminalOf(fd);
  return columns >= 1 ? columns : 80;
}

const terminalOf = (fd: 1 | 2): NodeJS.WriteStream => (fd === 1 ? process.stdout : process.stderr);
