import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  type Stats,
  statSync,
} from "node:fs";
import { brief } from "../clean.ts";
import type { Files } from "../context.ts";
import { failure, usageError } from "../errors.ts";
import { readSome } from "./lines.ts";
import { nap } from "./nap.ts";
import { causeOf, discard, targetOf, temporaryOf } from "./paths.ts";
import { onSignals } from "./signals.ts";
import { writeWhole } from "./write-whole.ts";

export const files: Files = {
  read,
  exists,
  replaces,
  makeFolder,
  save,
  locked: async (path, work) => (await import("./lock.ts")).locked(path, work),
};

function read(path: string, most: number): string {
  try {
    const fd = openSync(path, constants.O_RDONLY | NEVER_WAIT);
    try {
      return readUpTo(fd, most, path, fstatSync(fd).isFIFO() ? PATIENCE_MS : 0);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (error instanceof Error && error.name === "AppError") throw error;
    throw usageError(`cannot read ${brief(path, 200)}: ${causeOf(error)}`);
  }
}

/** To open a named pipe waits for its other end, for ever if need be. Windows has no such flag. */
const NEVER_WAIT = constants.O_NONBLOCK ?? 0;
/** How long a pipe may stay without anything that writes to it. */
const PATIENCE_MS = 1_000;
const PAUSE_MS = 20;

/**
 * Reads a descriptor to its end; more than `most` bytes are refused.
 * @param patience how long a pipe may be without a writer (milliseconds)
 */
export function readUpTo(fd: number, most: number, name: string, patience = 0): string {
  if (fstatSync(fd).isDirectory()) throw usageError(`cannot read ${brief(name, 200)}: is a folder`);
  const chunks: Buffer[] = [];
  let [total, waited] = [0, 0];
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    const count = readSome(fd, chunk);
    total += count;
    if (total > most) throw usageError(`${brief(name, 200)} is larger than ${most} bytes`);
    if (count > 0) chunks.push(chunk.subarray(0, count));
    else if (total > 0 || patience === 0) return decode(Buffer.concat(chunks), name);
    else if (waited >= patience) throw usageError(`cannot read ${brief(name, 200)}: nothing writes to this pipe`);
    else nap(PAUSE_MS);
    waited += PAUSE_MS;
  }
}

/** What is no UTF-8 is refused: written back it would not be what it was. */
function decode(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw usageError(`${brief(name, 200)} is no text in UTF-8`, "save it as UTF-8, and try again");
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw failure(`cannot make the folder ${brief(path, 200)}: ${causeOf(error)}`);
  }
}

/** Whether saving would replace a file: devices and pipes hold nothing that could be lost. */
function replaces(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A path that may not even be looked at counts as there: reading it says why. */
function exists(path: string): boolean {
  try {
    return existsSync(path);
  } catch {
    return true;
  }
}

/** Whole or not at all: a temporary file beside the target, flushed, then renamed over it. Devices are written to. */
function save(path: string, text: string): void {
  // Node turns the bytes of a name that is not UTF-8 into this sign, and would write to another file.
  if (path.includes("\ufffd") && !exists(path)) throw usageError(`${brief(path, 200)} is no name in UTF-8`);
  let temporary: string | undefined;
  try {
    const old = statSync(path, { throwIfNoEntry: false });
    if (old?.isDirectory()) throw failure(`cannot write ${brief(path, 200)}: is a folder`);
    if (old && !old.isFile()) {
      writeToDevice(path, text);
      return;
    }
    const target = targetOf(path);
    // A rename asks nobody whether the old file may be written.
    if (old) accessSync(target, constants.W_OK);
    temporary = temporaryOf(target, process.pid);
    replaceBy(temporary, target, text, old);
  } catch (error) {
    if (temporary) discard(temporary);
    if (error instanceof Error && error.name === "AppError") throw error;
    throw failure(`cannot write ${brief(path, 200)}: ${causeOf(error)}`);
  }
}

/** A reader that has gone is no error here either. */
function writeToDevice(path: string, text: string): void {
  try {
    writeTo(openSync(path, constants.O_WRONLY | constants.O_TRUNC | NEVER_WAIT), text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  }
}

/** A signal that comes in between has to wait until the temporary file is gone. */
function replaceBy(temporary: string, target: string, text: string, old: Stats | undefined): void {
  const allow = onSignals((code) => process.exit(code));
  try {
    const fd = openSync(temporary, "wx", 0o666);
    if (old) keepOwnerAndMode(temporary, old);
    writeTo(fd, text);
    renameSync(temporary, target);
  } finally {
    allow();
  }
}

/** By path: what works on a descriptor, Node's permission model refuses. */
function keepOwnerAndMode(temporary: string, { uid, gid, mode }: Stats): void {
  const now = statSync(temporary);
  try {
    if (now.uid !== uid || now.gid !== gid) chownSync(temporary, uid, gid);
  } catch {
    // Only root gives files away; in a shared folder the file becomes that of the person who writes it.
  }
  chmodSync(temporary, mode & 0o7777);
}

function writeTo(fd: number, text: string): void {
  try {
    writeWhole(fd, Buffer.from(text));
    if (fstatSync(fd).isFile()) flush(fd);
  } finally {
    closeSync(fd);
  }
}

/** To the disk, before the rename; Node's permission model knows no flushing. */
function flush(fd: number): void {
  try {
    fsyncSync(fd);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_ACCESS_DENIED") throw error;
  }
}
