import type { TopicHead } from "../library/topic.ts";
import { namesOf } from "./resolve-names.ts";
import { fold, normalize } from "./resolve-text.ts";
import type { Words } from "./resolve-words.ts";

/** Stands for "and" in a phrase: "music and education" is not "music education". */
export const JOINT = "+";

/**
 * The names of the topics of a kind as phrases: folded words without those that carry nothing. A name with an "and"
 * is known without it as well.
 */
export interface Phrases {
  /** Topics (places in `heads`) with exactly this phrase. */
  inOrder(phrase: string): readonly number[];
  /** Topics with exactly these words (and joints) in any order. */
  inAnyOrder(words: readonly string[]): readonly number[];
  /** Topics with a name that holds all these words and little else. */
  within(words: readonly string[]): readonly number[];
  /** The topics in whose names every one of these words occurs, be it in different names. */
  sharing(words: readonly string[]): readonly number[];
  /** Topics with a name of as many words, each beginning with the word given: `mech eng`. */
  abbreviated(words: readonly string[]): readonly number[];
  /** The topic in several of whose names a single word occurs, and in no other topic's: "evolution". */
  own(words: readonly string[]): readonly number[];
  /** Topics with a name that holds the word. */
  withWord(word: string): readonly number[];
  /** How much a word tells the topics apart: above 3 for one topic's own word, below 1 for everybody's. */
  weight(word: string): number;
  /** Words in alphabetical order. */
  vocabulary(): readonly string[];
  /** Names of two words and more. */
  names(): Iterable<string>;
  /** The most words in a phrase. */
  longest: number;
}

/** The part of a name's weight that its missing words may have. */
const MOST_MISSING = 0.4;
/** Shorter beginnings are words of their own too often: `star`, `past`, `draw`. */
const SHORTEST_BEGINNING = 5;
const SHORTEST_BEGINNINGS = 4;
/** From which length on, and in how many names, a word is its topic's own. */
const SHORTEST_OWN = 6;
const FEWEST_NAMES = 5;
const NONE: readonly number[] = [];

export function createPhrases(heads: readonly TopicHead[], lists: Words): Phrases {
  const phrases: { words: string[]; topic: number }[] = [];
  const ordered = new Map<string, number[]>();
  const unordered = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  const topicsByWord = new Map<string, number[]>();
  let longest = 1;

  const addPhrase = (tokens: string[], topic: number): void => {
    const words = tokens.filter((token) => token !== JOINT);
    for (const each of tokens.length === words.length ? [words] : [tokens, words]) {
      add(ordered, each.join(" "), topic);
      add(unordered, [...each].sort().join(" "), topic);
    }
    longest = Math.max(longest, words.length);
    const number = phrases.push({ words, topic }) - 1;
    for (const word of words) {
      add(byWord, word, number);
      add(topicsByWord, word, topic);
    }
  };
  for (const [topic, head] of heads.entries()) {
    for (const name of namesOf(head)) {
      const tokens = tokensOf(name, lists);
      if (tokens.length > 0) addPhrase(tokens, topic);
    }
  }

  const weight = (word: string): number => {
    const topics = topicsByWord.get(word)?.length ?? 0;
    return topics === 0 ? 0 : Math.log(1 + heads.length / topics);
  };
  const total = (words: readonly string[]): number => words.reduce((sum, word) => sum + weight(word), 0);

  let sorted: string[] | undefined;
  const vocabulary = (): string[] => {
    sorted ??= [...topicsByWord.keys()].sort();
    return sorted;
  };

  let beginnings: Map<string, number[]> | undefined;
  const beginningsOf = (): Map<string, number[]> => {
    if (beginnings) return beginnings;
    beginnings = new Map();
    for (const [number, { words }] of phrases.entries()) add(beginnings, beginningOf(words), number);
    return beginnings;
  };

  return {
    inOrder: (phrase) => ordered.get(phrase) ?? NONE,
    inAnyOrder: (words) =>
      (words.length > 1 ? unordered.get([...words].sort().join(" ")) : ordered.get(words[0] ?? "")) ?? NONE,
    within: (given) => {
      const words = [...new Set(given)];
      const [rarest] = words.map((word) => byWord.get(word) ?? NONE).sort((a, b) => a.length - b.length);
      if (!rarest || words.length === 1) return NONE;
      const holding = rarest
        .flatMap((number) => phrases[number] ?? [])
        .filter(({ words: all }) => words.every((word) => all.includes(word)));
      const enough = holding.filter(({ words: all }) => total(words) >= (1 - MOST_MISSING) * total(all));
      return enough.length === 0 ? NONE : distinct(holding.map(({ topic }) => topic));
    },
    sharing: (words) => {
      const [first = NONE, ...others] = words.map((word) => topicsByWord.get(word) ?? NONE);
      return first.filter((topic) => others.every((topics) => topics.includes(topic)));
    },
    abbreviated: (words) => {
      const shortest = words.length === 1 ? SHORTEST_BEGINNING : SHORTEST_BEGINNINGS;
      if (words.some((word) => word.length < 2) || words.join("").length < shortest) return NONE;
      const numbers = beginningsOf().get(beginningOf(words)) ?? NONE;
      const meant = numbers
        .flatMap((number) => phrases[number] ?? [])
        .filter((phrase) => abbreviates(words, phrase.words));
      return distinct(meant.map(({ topic }) => topic));
    },
    own: (words) => {
      const [word = ""] = words;
      const topics = topicsByWord.get(word) ?? NONE;
      const isOwn = words.length === 1 && word.length >= SHORTEST_OWN && topics.length === 1;
      return isOwn && (byWord.get(word)?.length ?? 0) >= FEWEST_NAMES ? topics : NONE;
    },
    withWord: (word) => topicsByWord.get(word) ?? NONE,
    weight,
    vocabulary,
    names: () => phrases.filter(({ words }) => words.length > 1).map(({ words }) => words.join(" ")),
    get longest() {
      return longest;
    },
  };
}

/** The words of a name that carry something, folded, with the joints between them. */
function tokensOf(name: string, { stops, joints, short }: Words): string[] {
  const tokens: string[] = [];
  let isJoined = false;
  const words = normalize(name).split(" ").map(fold);
  for (const [at, word] of words.entries()) {
    const isJoint = joints.has(word) && at < words.length - 1;
    if (isJoint) isJoined = true;
    else if (word !== "" && !stops.has(word)) {
      if (isJoined && tokens.length > 0) tokens.push(JOINT);
      tokens.push(short.get(word) ?? word);
      isJoined = false;
    }
  }
  return tokens;
}

const beginningOf = (words: readonly string[]): string => `${words.length} ${(words[0] ?? "").slice(0, 2)}`;

/** One word must be more than half of the other; of several, each only has to begin it. */
const abbreviates = (short: readonly string[], long: readonly string[]): boolean =>
  short.every((word, at) => long[at]?.startsWith(word)) &&
  (short.length > 1 || (short[0] ?? "").length * 2 >= (long[0] ?? "").length);

const distinct = (topics: readonly number[]): number[] => [...new Set(topics)];

function add(map: Map<string, number[]>, key: string, value: number): void {
  const values = map.get(key);
  if (!values) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}
