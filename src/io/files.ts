import {
  closeSync,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { brief } from "../clean.ts";
import type { Files } from "../context.ts";
import { failure, usageError } from "../errors.ts";

export const files: Files = { read, exists: existsSync, makeFolder, save, locked };

const CAUSES: Record<string, string> = {
  ENOENT: "no such file or folder",
  EACCES: "permission denied",
  EPERM: "not permitted",
  EISDIR: "is a folder",
  EEXIST: "there is a file of this name",
  ENOTDIR: "a part of the path is no folder",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
  ELOOP: "too many links",
  ENAMETOOLONG: "the name is too long",
};

const causeOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return CAUSES[code ?? ""] ?? code ?? message;
};

function read(path: string, most: number): string {
  try {
    const fd = openSync(path, "r");
    try {
      return readUpTo(fd, most, path);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (error instanceof Error && error.name === "AppError") throw error;
    throw usageError(`cannot read ${brief(path, 200)}: ${causeOf(error)}`);
  }
}

/** Reads a descriptor to its end; more than `most` bytes are refused. */
export function readUpTo(fd: number, most: number, name: string): string {
  if (fstatSync(fd).isDirectory()) throw usageError(`cannot read ${brief(name, 200)}: is a folder`);
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    const count = readSync(fd, chunk, 0, chunk.length, null);
    if (count === 0) return Buffer.concat(chunks).toString("utf8");
    total += count;
    if (total > most) throw usageError(`${brief(name, 200)} is larger than ${most} bytes`);
    chunks.push(chunk.subarray(0, count));
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw failure(`cannot make the folder ${brief(path, 200)}: ${causeOf(error)}`);
  }
}

/** Whole or not at all: a temporary file beside the target, flushed, then renamed over it. Devices are written to. */
function save(path: string, text: string): void {
  let temporary: string | undefined;
  try {
    const target = existsSync(path) ? realpathSync(path) : path;
    const old = existsSync(target) ? statSync(target) : undefined;
    if (old?.isDirectory()) throw failure(`cannot write ${brief(path, 200)}: is a folder`);
    if (old && !old.isFile()) {
      writeTo(openSync(target, "w"), text);
      return;
    }
    temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}.tmp`);
    const fd = openSync(temporary, "wx", 0o666);
    if (old) fchmodSync(fd, old.mode & 0o7777);
    writeTo(fd, text);
    renameSync(temporary, target);
  } catch (error) {
    if (temporary) discard(temporary);
    if (error instanceof Error && error.name === "AppError") throw error;
    throw failure(`cannot write ${brief(path, 200)}: ${causeOf(error)}`);
  }
}

const LOCK_TRIES = 100;
const LOCK_PAUSE_MS = 50;
/** A lock older than this was left by a run that died. */
const LOCK_STALE_MS = 60_000;

/** Holds `<file>.lock`, created exclusively, while `work` runs; waits up to five seconds for another run. */
async function locked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  for (let tries = 0; !takeLock(lock); tries++) {
    if (tries >= LOCK_TRIES)
      throw failure(`${brief(lock, 200)} is held by another run`, "wait for it, or delete the lock file");
    nap(LOCK_PAUSE_MS);
  }
  try {
    return await work();
  } finally {
    discard(lock);
  }
}

function takeLock(lock: string): boolean {
  try {
    closeSync(openSync(lock, "wx"));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return true; // There is no such folder: the work itself will say so.
    if (code !== "EEXIST") throw failure(`cannot write ${brief(lock, 200)}: ${causeOf(error)}`);
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > LOCK_STALE_MS) discard(lock);
    return false;
  }
}

const nap = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

function writeTo(fd: number, text: string): void {
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    if (fstatSync(fd).isFile()) fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or is gone already.
  }
}
