import type { TopicHead } from "../library/topic.ts";
import { compact, normalize } from "./resolve-text.ts";

/** The places (in `heads`) of the topics that bear exactly this name: usually one. */
export type Names = (normalized: string) => readonly number[];

export const namesOf = (head: TopicHead): string[] => [head.id, head.title, ...head.aliases];

const NONE: readonly number[] = [];

/**
 * Ids, titles and aliases, however they are spaced and punctuated. Most runs ask for a few names only, and normalizing
 * all of them is what costs: so the build does it.
 * @param table what `nameTable` made of the same heads
 */
export const createNames = (heads: readonly TopicHead[], table = nameTable(heads)): Names => {
  let asked = 0;
  let names: ReadonlyMap<string, number[]> | undefined;
  return (normalized) => {
    const name = compact(normalized);
    if (asked++ < FEW) return find(name, table);
    names ??= readTable(table);
    return names.get(name) ?? NONE;
  };
};

/** So many names are looked for in the table; for more it is read whole. */
const FEW = 8;

/** Every name in a line of its own, and the places of its topics: `premed<tab>12 14`. */
export function nameTable(heads: readonly TopicHead[]): string {
  const names = new Map<string, Set<number>>();
  for (const [place, head] of heads.entries()) {
    for (const text of namesOf(head)) {
      const name = compact(normalize(text));
      names.set(name, (names.get(name) ?? new Set()).add(place));
    }
  }
  return `\n${[...names].map(([name, places]) => `${name}\t${[...places].join(" ")}\n`).join("")}`;
}

function find(name: string, table: string): readonly number[] {
  const at = table.indexOf(`\n${name}\t`);
  return at < 0 ? NONE : readPlaces(table.slice(at + name.length + 2, table.indexOf("\n", at + 1)));
}

const readTable = (table: string): Map<string, number[]> =>
  new Map(
    table
      .slice(1, -1)
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf("\t")), readPlaces(line.slice(line.indexOf("\t") + 1))]),
  );

const readPlaces = (text: string): number[] => text.split(" ").map(Number);
