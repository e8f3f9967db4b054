import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Block } from "../library/lex.ts";
import { createLibrary, type Library } from "../library/library.ts";
import type { Topic, TopicHead } from "../library/topic.ts";

/** A head with the places of its topic and its parsed body in the data files: offset and length in bytes. */
export type IndexEntry = TopicHead & { topic: [number, number]; blocks: [number, number] };

export const INDEX_FILE = "content.index.json";
export const TOPICS_FILE = "content.topics.jsonl";
export const BLOCKS_FILE = "content.blocks.jsonl";

/** The library the build made: a run reads the index, and of the rest only the lines it needs. */
export function openCompiledLibrary(folder: string): Library {
  const entries = JSON.parse(readFileSync(join(folder, INDEX_FILE), "utf8")) as IndexEntry[];
  const byRef = new Map(entries.map((entry) => [`${entry.kind}/${entry.id}`, entry]));
  const topics = openLines(join(folder, TOPICS_FILE));
  const blocks = openLines(join(folder, BLOCKS_FILE));
  return createLibrary(
    entries,
    (head) => topics((head as IndexEntry).topic) as Topic,
    (topic) => blocks((byRef.get(`${topic.kind}/${topic.id}`) as IndexEntry).blocks) as Block[],
  );
}

function openLines(file: string): (place: [number, number]) => unknown {
  let whole: Buffer | undefined;
  let reads = 0;
  return ([offset, length]) => {
    // A few lines are read one by one; for more, the whole file once is cheaper.
    if (!whole && reads++ >= FEW) whole = readFileSync(file);
    return JSON.parse((whole?.subarray(offset, offset + length) ?? readPart(file, offset, length)).toString("utf8"));
  };
}

const FEW = 12;

function readPart(file: string, offset: number, length: number): Buffer {
  const fd = openSync(file, "r");
  try {
    const part = Buffer.alloc(length);
    readSync(fd, part, 0, length, offset);
    return part;
  } finally {
    closeSync(fd);
  }
}
