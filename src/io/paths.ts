import { lstatSync, readlinkSync, unlinkSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";

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
  ENXIO: "nothing reads from this pipe",
  ERR_ACCESS_DENIED: "Node runs without permission for it",
};

/** What a file error means, in words. */
export const causeOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return CAUSES[code ?? ""] ?? code ?? message;
};

/** Where the links of a path lead, also when nothing is there yet. */
export function targetOf(path: string): string {
  let target = path;
  for (let links = 0; links < MOST_LINKS && isLink(target); links++) {
    const link = readlinkSync(target);
    target = isAbsolute(link) ? link : join(dirname(target), link);
  }
  return target;
}

const MOST_LINKS = 40;

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

const LONGEST_NAME = 200;

/** The start of a file's name, with room for an ending: a file system takes 255 bytes. */
export const shortName = (path: string): string =>
  Buffer.from(basename(path))
    .subarray(0, LONGEST_NAME)
    .toString("utf8")
    .replace(/\ufffd+$/, "");

/** The temporary file of a process, beside the target. */
export const temporaryOf = (target: string, pid: number): string =>
  join(dirname(target), `.${shortName(target)}.${pid}.tmp`);

/** Deletes a file that may be gone already. */
export function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or is gone already.
  }
}
