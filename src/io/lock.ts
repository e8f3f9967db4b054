import { closeSync, openSync, readdirSync, readFileSync, renameSync, statSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { brief } from "../clean.ts";
import { failure } from "../errors.ts";
import { causeOf, discard, shortName, targetOf, temporaryOf } from "./paths.ts";
import { onSignals } from "./signals.ts";

const TRIES = 200;
const PAUSE_MS = 50;
/** A lock older than this was left by a run that died on another machine. */
const STALE_MS = 60_000;
/** So old, a lock without a holder was left by a run that died before it could write its name. */
const NAMELESS_MS = 2_000;

/** Holds `<file>.lock`, created exclusively, while `work` runs; waits up to ten seconds for another run. */
export async function locked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const target = targetOf(path);
  const lock = join(dirname(target), `${shortName(target)}.lock`);
  for (let tries = 0; !takeLock(lock, path); tries++) {
    if (tries >= TRIES)
      throw failure(`${brief(lock, 200)} is held by another run`, "wait for it, or delete the lock file");
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  const allow = onSignals((code) => {
    discard(lock);
    process.exit(code);
  });
  try {
    sweep(target);
    return await work();
  } finally {
    discard(lock);
    allow();
  }
}

/** A lock names its holder, so that a run that was killed never blocks the next. */
function takeLock(lock: string, path: string): boolean {
  try {
    const fd = openSync(lock, "wx");
    writeSync(fd, `${process.pid} ${hostname()}\n`);
    closeSync(fd);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return true; // There is no such folder: the work itself will say so.
    if (code === "ENOSPC") discard(lock);
    if (code !== "EEXIST") throw failure(`cannot write ${brief(path, 200)}: ${causeOf(error)}`);
    if (isStale(lock)) breakLock(lock);
    return false;
  }
}

function isStale(lock: string): boolean {
  const { pid, host } = holderOf(lock);
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > STALE_MS) return true;
  return host === undefined ? age > NAMELESS_MS : host === hostname() && !isRunning(pid);
}

function holderOf(lock: string): { pid: number; host: string | undefined } {
  try {
    const [pid = "", host] = readFileSync(lock, "utf8").trim().split(" ");
    return { pid: Number(pid), host };
  } catch {
    return { pid: 0, host: undefined }; // Just let go.
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH"; // Somebody else's process may not be asked.
  }
}

/** Takes a dead run's lock away. Of several runs that wait, one gets to move it; was it a new one, it goes back. */
function breakLock(lock: string): void {
  const moved = temporaryOf(lock, process.pid);
  try {
    renameSync(lock, moved);
    if (isStale(moved)) discard(moved);
    else renameSync(moved, lock);
  } catch {
    // Another run was faster.
  }
}

/** Deletes the temporary files that killed runs left beside the target. */
function sweep(target: string): void {
  const start = `.${shortName(target)}.`;
  for (const name of namesIn(dirname(target))) {
    const [, pid] = name.startsWith(start) ? (/^(?:lock\.)?(\d+)\.tmp$/.exec(name.slice(start.length)) ?? []) : [];
    if (pid !== undefined && !isRunning(Number(pid))) discard(join(dirname(target), name));
  }
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return []; // It is not there, or may not be read.
  }
};
