import { readSync } from "node:fs";
import { nap } from "./nap.ts";

const CHUNK_BYTES = 262_144;
/** Of a longer line the beginning is kept, so that no input fills the memory. */
const LONGEST_LINE = 100_000;
const NAP_MS = 5;

/** The lines of a descriptor, read as they are asked for: input of any size takes the memory of one piece. */
export const readLines = (fd: number): Iterable<string> => linesOf(readPieces(fd));

/**
 * Cuts text that comes in pieces into lines. A line ends with LF or CRLF; the last one may lack its end.
 * Of a line longer than 100,000 characters the beginning is given.
 */
export function* linesOf(pieces: Iterable<string>): Generator<string> {
  let begun = "";
  for (const piece of pieces) {
    const [first = "", ...others] = piece.split("\n");
    begun = extend(begun, first);
    for (const next of others) {
      yield withoutReturn(begun);
      begun = extend("", next);
    }
  }
  if (begun !== "") yield withoutReturn(begun);
}

const extend = (begun: string, more: string): string =>
  begun.length + more.length <= LONGEST_LINE ? begun + more : begun + more.slice(0, LONGEST_LINE - begun.length);

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);

/** Text as it arrives: a byte order mark is dropped, a character cut by the end of a piece waits for its rest. */
function* readPieces(fd: number): Generator<string> {
  const decoder = new TextDecoder();
  const bytes = new Uint8Array(CHUNK_BYTES);
  for (let count = readSome(fd, bytes); count > 0; count = readSome(fd, bytes))
    yield decoder.decode(bytes.subarray(0, count), { stream: true });
  yield decoder.decode();
}

/** Reads what is there, and waits when there is nothing yet. @returns how many bytes were read; 0 at the end */
export function readSome(fd: number, bytes: Uint8Array): number {
  for (;;) {
    try {
      return readSync(fd, bytes);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0; // Windows, at the end of a pipe.
      if (code !== "EAGAIN") throw error;
      nap(NAP_MS);
    }
  }
}
