import type { TopicHead } from "../library/topic.ts";
import { compact, normalize } from "./resolve-text.ts";

/** The places (in `heads`) of the topics that bear exactly this name: usually one. */
export type Names = (normalized: string) => readonly number[];

export const namesOf = (head: TopicHead): string[] => [head.id, head.title, ...head.aliases];

const NONE: readonly number[] = [];

/**
 * Ids, titles and aliases, however they are spaced and punctuated. Most runs ask for a few names only, and normalizing
 * all of them is what costs: so names are sorted by their first letter, and only the letters asked for are normalized.
 */
export function createNames(heads: readonly TopicHead[]): Names {
  const byLetter = sortByLetter(heads);
  const ready = new Map<string, Map<string, number[]>>();
  return (normalized) => {
    const name = compact(normalized);
    const letter = name.charAt(0);
    let names = ready.get(letter);
    if (!names) {
      names = collect(byLetter.get(letter) ?? []);
      ready.set(letter, names);
    }
    return names.get(name) ?? NONE;
  };
}

type Named = [name: string, place: number];

function sortByLetter(heads: readonly TopicHead[]): Map<string, Named[]> {
  const byLetter = new Map<string, Named[]>();
  const add = (name: string, place: number): void => {
    const letter = firstLetter(name);
    const list = byLetter.get(letter);
    if (list) list.push([name, place]);
    else byLetter.set(letter, [[name, place]]);
  };
  for (const [place, head] of heads.entries()) {
    add(head.id, place);
    add(head.title, place);
    for (const alias of head.aliases) add(alias, place);
  }
  return byLetter;
}

/** The first letter of the normalized name, without normalizing it where that is not needed. */
function firstLetter(name: string): string {
  const first = name.charCodeAt(0);
  const isPlain = (first >= 97 && first <= 122 && name[1] !== "'" && name[1] !== "’") || (first >= 48 && first <= 57);
  const isIdeograph = first >= 0x4e00 && first <= 0x9fff;
  return isPlain || isIdeograph ? name.charAt(0) : normalize(name).charAt(0);
}

function collect(named: readonly Named[]): Map<string, number[]> {
  const names = new Map<string, number[]>();
  for (const [text, place] of named) {
    const name = compact(normalize(text));
    const places = names.get(name);
    if (!places) names.set(name, [place]);
    else if (!places.includes(place)) places.push(place);
  }
  return names;
}
