import { writeSync } from "node:fs";
import { nap } from "./nap.ts";

/** How long a full pipe is left to its reader (ms). */
const PAUSE_MS = 5;

/** Writes all bytes before it returns: a full pipe is waited for. Throws what the system says of anything else. */
export function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSome(fd, bytes, at);
}

/** @returns how many bytes were taken; 0 when a pipe is full for now */
function writeSome(fd: number, bytes: Uint8Array, at: number): number {
  try {
    return writeSync(fd, bytes, at);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    nap(PAUSE_MS);
    return 0;
  }
}
