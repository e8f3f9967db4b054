import { type Cover, cover, type Found, type Knowledge, phraseOf } from "./resolve-cover.ts";
import type { Lexed, Part } from "./resolve-lex.ts";
import type { Phrases } from "./resolve-phrases.ts";
import type { Words } from "./resolve-words.ts";

/** What a text means. */
export interface Meaning {
  /** The topics named (places in the kind's heads); the first decides. */
  topics: number[];
  confidence: number;
}

/** Why a text means nothing: `rivals` are topics it could mean. */
export interface Doubt {
  rivals: number[];
}

export const isMeaning = (result: Meaning | Doubt): result is Meaning => "topics" in result;

/** How sure we are. Below SURE_ENOUGH a text is refused. */
const SAME_WORDS = 0.9;
const COVERED = 0.85;
const LOOSE = 0.05;
const SHORTENED = 0.75;
const WITHIN = 0.7;
const SHARED = 0.6;
const NARROWED = 0.6;
/** A shorter word beside a subject may be anything. */
const SHORTEST_OTHER = 4;
/** A name whose words more topics share says too little: "management", "design". */
const MOST_SHARED_BY = 4;
const SHORTEST_SHARED = 3;
const SOMETHING_UNKNOWN = 0.1;
export const SURE_ENOUGH = 0.5;

/**
 * Finds what the words of a text mean: a name in another order, names with known words around, a shortened name.
 * @param isStrict no word of a name may be missing
 */
export function solve(text: Lexed, known: Knowledge, isStrict = false): Meaning | Doubt {
  const covered = cover(text, known);
  const same = text.parts.some(({ isDetail }) => isDetail) ? [] : sameWords(text, covered, known);
  if (same.length === 1) return { topics: [...same], confidence: SAME_WORDS };
  if (same.length > 1) return { rivals: [...same] };
  const parts = text.parts.map((part, number) => solvePart(part, number, covered, known, isStrict));
  return combine(text.parts, parts, covered, known);
}

/** The topics with a name of the same words in another order; of all words, or of those that are not merely around. */
function sameWords(text: Lexed, { own }: Cover, { phrases }: Knowledge): readonly number[] {
  const tries = [text.words, ...(own.length < text.words.length ? [own] : [])].filter((words) => words.length > 1);
  const found = tries.map((words) => phrases.inAnyOrder(phraseOf(words, text.parts).split(" ")));
  return found.find((topics) => topics.length > 0) ?? turnedRound(text, phrases);
}

/** "Engineering, Mechanical", as catalogs write it. */
function turnedRound({ words, parts }: Lexed, phrases: Phrases): readonly number[] {
  if (parts.length !== 2 || !parts[1]?.isBehindComma) return [];
  const of = (number: number): string[] => words.filter(({ part }) => part === number).map(({ folded }) => folded);
  return phrases.inOrder([...of(1), ...of(0)].join(" "));
}

interface Solved {
  topics: readonly number[];
  confidence: number;
  state: "known" | "unknown" | "empty" | "divided";
}

function solvePart(part: Part, number: number, covered: Cover, known: Knowledge, isStrict: boolean): Solved {
  const own = covered.own.filter((word) => word.part === number).map(({ folded }) => folded);
  const found = covered.found.filter((each) => each.part === number);
  const isUnknown = covered.unknown.some((word) => word.part === number);
  if (!isUnknown) {
    const subjects = withoutDegrees(found, covered);
    if (subjects.length === 0) return { topics: [], confidence: 0, state: "empty" };
    const deciding = subjects.filter(({ words }) => known.lists.deciding.has(words.join(" ")));
    const topics = agreed(deciding.length > 0 ? deciding : subjects);
    const confidence = COVERED - (covered.isLoose ? LOOSE : 0);
    return topics.length === 1
      ? { topics, confidence, state: "known" }
      : { topics: rivalsOf(found), confidence, state: "divided" };
  }
  const specialty = isStrict ? undefined : narrowed(found, covered, number, known);
  const meant = part.isPlace || (isStrict && own.length < 2) ? undefined : shortened(own, known, isStrict);
  if (meant ?? specialty) return (meant ?? specialty) as Solved;
  return { topics: rivalsOf(found), confidence: 0, state: "unknown" };
}

/** A degree such as `BBA` counts only where no subject is named at all. */
function withoutDegrees(found: readonly Found[], { found: all }: Cover): readonly Found[] {
  const isSubject = ({ isYielding }: Found): boolean => !isYielding;
  return all.some(isSubject) ? found.filter(isSubject) : found;
}

/** The topics that all names of a part have in common. */
function agreed(found: readonly Found[]): number[] {
  const [first, ...others] = found.map(({ topics }) => topics);
  return (first ?? []).filter((topic) => others.every((topics) => topics.includes(topic)));
}

const rivalsOf = (found: readonly Found[]): number[] => [...new Set(found.flatMap(({ topics }) => topics))];

/** One subject made narrower by words of other names: "marine geology", "forensic accountant". */
function narrowed(
  found: readonly Found[],
  covered: Cover,
  part: number,
  { kind, phrases, lists }: Knowledge,
): Solved | undefined {
  if (kind !== "field" && kind !== "track") return undefined;
  const topics = agreed(found);
  const others = covered.unknown.filter((word) => word.part === part);
  const isKnown = others.every(
    ({ folded }) =>
      folded.length >= SHORTEST_OTHER && !lists.negations.has(folded) && phrases.withWord(folded).length > 0,
  );
  const isTelling = found.every(({ words }) => words.some((word) => phrases.withWord(word).length <= MOST_SHARED_BY));
  return topics.length === 1 && isKnown && isTelling ? { topics, confidence: NARROWED, state: "known" } : undefined;
}

/** A name of which words are missing or shortened, when only one topic has such a name. */
function shortened(words: readonly string[], { phrases, lists }: Knowledge, isStrict: boolean): Solved | undefined {
  const isOther = words.length === 1 && lists.lookalikes.has(words[0] ?? "");
  if (words.length === 0 || isOther || words.some((word) => lists.negations.has(word))) return undefined;
  const tries: [readonly number[], number][] = [
    [phrases.inAnyOrder(words), SAME_WORDS],
    [isStrict ? [] : phrases.within(words), WITHIN],
    [phrases.abbreviated(words), SHORTENED],
    [isStrict ? [] : phrases.own(words), SHARED],
    [isStrict ? [] : sharing(words, phrases, lists), SHARED],
  ];
  const [topics, confidence] = tries.find(([found]) => found.length > 0) ?? [[], 0];
  if (topics.length === 0) return undefined;
  const isKnown = topics.length === 1 && (confidence > WITHIN || !isContradicted(topics, words, phrases));
  return { topics, confidence, state: isKnown ? "known" : "divided" };
}

/** Whether the last word, which says what the others only narrow, is by itself the name of another topic. */
function isContradicted(topics: readonly number[], words: readonly string[], phrases: Phrases): boolean {
  const named = phrases.inOrder(words.at(-1) ?? "");
  return named.length === 1 && !topics.includes(named[0] as number);
}

/** The one topic that all words belong to, two of them at least: "robotics and automation", "forest management". */
function sharing(words: readonly string[], phrases: Phrases, { soft, modifiers }: Words): readonly number[] {
  const telling = [...new Set(words)].filter((word) => !soft.has(word) && !modifiers.has(word));
  if (telling.some((word) => word.length < SHORTEST_SHARED)) return [];
  return telling.length > 1 ? phrases.sharing(telling) : [];
}

/** Whether all words of a part occur in names of the topic another part means: "plumbing and heating". */
function belongs(part: number, [topic]: readonly number[], { own }: Cover, { kind, phrases }: Knowledge): boolean {
  const words = own.filter((word) => word.part === part);
  return (
    kind === "field" &&
    topic !== undefined &&
    words.every(({ folded }) => folded.length >= SHORTEST_OTHER && phrases.withWord(folded).includes(topic))
  );
}

/** Puts the parts together: subjects before details, and nothing that matters left unexplained. */
function combine(parts: readonly Part[], solved: readonly Solved[], covered: Cover, known: Knowledge): Meaning | Doubt {
  const numbered = solved.map((each, number) => ({ ...each, ...(parts[number] as Part), number }));
  const rivals = [...new Set([...numbered.flatMap(({ topics }) => topics), ...rivalsOf(covered.found)])];
  const subjects = numbered.filter(({ state, isPlace }) => state === "known" && !isPlace);
  const meant = subjects.length > 0 ? subjects : numbered.filter(({ state }) => state === "known");
  const last = meant.at(-1)?.number ?? 0;
  const isOpen = numbered.some(
    ({ state, isDetail, isPlace, number }) =>
      (state === "unknown" || state === "divided") &&
      !isDetail &&
      !isPlace &&
      !belongs(number, meant[0]?.topics ?? [], covered, known) &&
      !(known.kind === "country" && number < last),
  );
  if (meant.length === 0 || isOpen) return { rivals };
  const ordered = [...meant.filter(({ isDetail }) => !isDetail), ...meant.filter(({ isDetail }) => isDetail)];
  const topics = [...new Set(ordered.flatMap((each) => each.topics))];
  if (topics.length > 1 && meant.slice(1).some(({ isJoined }) => !isJoined)) return { rivals };
  const isPartial = numbered.some(({ state }) => state === "unknown");
  const confidence = Math.min(...meant.map((each) => each.confidence)) - (isPartial ? SOMETHING_UNKNOWN : 0);
  return { topics, confidence };
}
