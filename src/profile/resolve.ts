import type { AnswerKind, TopicHead } from "../library/topic.ts";

/** What a text means, or that it is not understood. */
export interface Resolution {
  input: string;
  /** The topic, or null when refused: then `offers` holds the nearest. */
  id: string | null;
  /** Further topics the text names; the first one decides. */
  also: string[];
  /** From 0 to 1. */
  confidence: number;
  how: "id" | "alias" | "code" | "tokens" | "typo" | null;
  offers: { id: string; title: string }[];
}

/** Finds what `text` means among the topics of one kind. */
export type Resolver = (kind: AnswerKind, text: string) => Resolution;

/** @param heads every topic that can be meant */
export function createResolver(heads: readonly TopicHead[]): Resolver {
  return (kind, input) => {
    const candidates = heads.filter((head) => head.kind === kind);
    const text = normalize(input);
    const byId = candidates.find((head) => head.id === input.trim());
    if (byId) return { input, id: byId.id, also: [], confidence: 1, how: "id", offers: [] };
    const byName = candidates.find((head) => namesOf(head).includes(text));
    if (byName) return { input, id: byName.id, also: [], confidence: 0.95, how: "alias", offers: [] };
    return { input, id: null, also: [], confidence: 0, how: null, offers: nearest(candidates, text) };
  };
}

/** Lower case, without accents and punctuation, single spaces. */
export function normalize(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const namesOf = (head: TopicHead): string[] => [head.id, head.title, ...head.aliases].map(normalize);

function nearest(heads: readonly TopicHead[], text: string): Resolution["offers"] {
  return heads
    .map((head) => ({ head, distance: Math.min(...namesOf(head).map((name) => distance(name, text.slice(0, 60)))) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ head: { id, title } }) => ({ id, title }));
}

/** Edits (insert, delete, replace, swap of neighbors) between two short texts. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
