import { openSync, readFileSync, readSync } from "node:fs";
import type { Kind } from "../library/kinds.ts";
import type { Block } from "../library/lex.ts";
import { createLibrary, type Library } from "../library/library.ts";
import type { Topic, TopicHead } from "../library/topic.ts";
import { OpenedTerms, type PackedTerms } from "./packed-terms.ts";

/** Offset and length, in bytes, of a line in a data file. */
export type Place = readonly [offset: number, length: number];

/**
 * The index: for each kind the ids and orders of its topics, four numbers each for the places of topic and parsed body,
 * and the lines with the words of all its heads. Flat, because every run parses it.
 */
export type Index = Record<
  Kind,
  { ids: string[]; orders: number[]; places: number[]; texts: Place; names: Place; table: Place }
>;

/** What the index leaves out of each head, an array a kind in the same order: what a list shows, and what only free text needs. */
export type HeadText = Pick<TopicHead, "title" | "summary">;
export type HeadNames = Pick<TopicHead, "aliases" | "codes">;

export const INDEX_FILE = "content.index.json";
export const HEADS_FILE = "content.heads.jsonl";
export const NAMES_FILE = "content.names.jsonl";
export const TERMS_FILE = "content.terms.json";
export const TABLES_FILE = "content.name-tables.jsonl";
export const ANSWERS_FILE = "content.answers.json";
export const TOPICS_FILE = "content.topics.jsonl";
export const BLOCKS_FILE = "content.blocks.jsonl";

/** The library the build made: a run reads the index, and of the rest only the lines it needs. */
export function openCompiledLibrary(folder: string): Library {
  const index = JSON.parse(readFileSync(`${folder}/${INDEX_FILE}`, "utf8")) as Index;
  const texts = openKinds<HeadText>(`${folder}/${HEADS_FILE}`, (kind) => index[kind].texts);
  const names = openKinds<HeadNames>(`${folder}/${NAMES_FILE}`, (kind) => index[kind].names);
  const headAt = (kind: Kind, at: number): IndexedHead | undefined => {
    const { ids, orders, places } = index[kind];
    const id = ids[at];
    if (id === undefined) return undefined;
    const [topic, length, blocks, blocksLength] = places.slice(4 * at, 4 * at + 4) as [number, number, number, number];
    const where = { topic: [topic, length], blocks: [blocks, blocksLength] } as const;
    return new IndexedHead(kind, id, orders[at] ?? 0, where, at, texts, names);
  };
  const tables = openLines(`${folder}/${TABLES_FILE}`);
  const topics = openLines(`${folder}/${TOPICS_FILE}`);
  const blocks = openLines(`${folder}/${BLOCKS_FILE}`);
  return createLibrary({
    headsOf: (kind) => index[kind].ids.map((_, at) => headAt(kind, at) as IndexedHead),
    head: (kind, id) => headAt(kind, index[kind].ids.indexOf(id)),
    read: (head) => topics((head as IndexedHead).where.topic) as Topic,
    blocks: (_, head) => blocks((head as IndexedHead).where.blocks) as Block[],
    actionTerms: () =>
      (JSON.parse(readFileSync(`${folder}/${TERMS_FILE}`, "utf8")) as PackedTerms[]).map(
        (packed) => new OpenedTerms(packed),
      ),
    nameTable: (kind) => tables(index[kind].table) as string,
    answerTerms: openTexts(`${folder}/${ANSWERS_FILE}`),
    ids: (kind) => index[kind].ids,
  });
}

/** A head whose words are read only when somebody asks for them. */
class IndexedHead implements TopicHead {
  constructor(
    readonly kind: Kind,
    readonly id: string,
    readonly order: number,
    readonly where: { readonly topic: Place; readonly blocks: Place },
    private readonly at: number,
    private readonly texts: OfKind<HeadText>,
    private readonly names: OfKind<HeadNames>,
  ) {}

  get title(): string {
    return this.texts(this.kind, this.at).title;
  }

  get summary(): string {
    return this.texts(this.kind, this.at).summary;
  }

  get aliases(): string[] {
    return this.names(this.kind, this.at).aliases;
  }

  get codes(): string[] {
    return this.names(this.kind, this.at).codes ?? [];
  }
}

type OfKind<T> = (kind: Kind, at: number) => T;

/** Arrays in the lines of a file, one for each kind, each read when its first item is asked for. */
function openKinds<T>(file: string, placeOf: (kind: Kind) => Place): OfKind<T> {
  const lines = openLines(file);
  const read = new Map<Kind, T[]>();
  return (kind, at) => {
    const items = read.get(kind) ?? (lines(placeOf(kind)) as T[]);
    read.set(kind, items);
    return items[at] as T;
  };
}

/** JSON texts by name, in a file that is read once: each is parsed when it is asked for, since most runs ask for few. */
function openTexts<T>(file: string): (name: string) => T | undefined {
  let texts: Record<string, string> | undefined;
  return (name) => {
    texts ??= JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
    return Object.hasOwn(texts, name) ? (JSON.parse(texts[name] as string) as T) : undefined;
  };
}

/** Lines of a file, read one by one: the file is opened once, and closed when the process ends. */
function openLines(file: string): (place: Place) => unknown {
  let fd: number | undefined;
  return ([offset, length]) => {
    fd ??= openSync(file, "r");
    const line = Buffer.allocUnsafe(length);
    readSync(fd, line, 0, length, offset);
    // The build writes ASCII, whatever letters it stands for.
    return JSON.parse(line.toString("latin1"));
  };
}
