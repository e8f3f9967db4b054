import { isAround, type Knowledge } from "./resolve-cover.ts";
import type { Lexed, Word } from "./resolve-lex.ts";
import { isMeaning, type Meaning, solve } from "./resolve-solve.ts";
import { fold } from "./resolve-text.ts";

/** Last words that decide what a subject is, whatever known word stands before them: "space law", "Baltic languages". */
const DECIDING = new Set("law language literature nursing psychology physics linguistics".split(" ").map(fold));
/** Last words that decide unless a word before them belongs to other subjects: "packaging", not "software engineering". */
const CAREFUL = new Set(["engineering"]);
const MOST_BEFORE = 3;
const SHORTEST_BEFORE = 5;
/** How an adjective of a subject ends: a stray word seldom does. */
const ADJECTIVE = /(?:al|ic|an|ese|ish|ist|ar|ine)$/;

const DISTRIBUTED = 0.6;
const BY_HEAD = 0.55;

/** "Geological/Geophysical Engineering": the last word belongs to every part, and all of them must mean one topic. */
export function solveByHead(text: Lexed, known: Knowledge): Meaning | undefined {
  if (known.kind !== "field" || text.parts.some(({ isDetail, isPlace }) => isDetail || isPlace)) return undefined;
  const words = text.words.filter(({ folded }) => !isAround(folded, known));
  const head = words.at(-1);
  if (!head || words.length < 2) return undefined;
  const parts = [...new Set(words.map(({ part }) => part))].map((part) => words.filter((word) => word.part === part));
  if (parts.length === 1) return decidedByHead(words, known);
  const solved = parts.map((part) => solveWith(part, head, known));
  const [first] = solved;
  const topic = first?.topics[0];
  const isAgreed = solved.every((each) => each?.topics.length === 1 && each.topics[0] === topic);
  return topic !== undefined && isAgreed ? { topics: [topic], confidence: DISTRIBUTED } : undefined;
}

/** What a part means with the last word behind it. */
function solveWith(part: readonly Word[], head: Word, known: Knowledge): Meaning | undefined {
  const words = (part.includes(head) ? part : [...part, head]).map((word) => ({ ...word, part: 0 }));
  const whole = { isDetail: false, isPlace: false, isJoined: true, isBehindComma: false };
  const meaning = solve({ words, parts: [whole], hasCapitalIt: false }, known);
  return isMeaning(meaning) ? meaning : decidedByHead(words, known);
}

function decidedByHead(words: readonly Word[], known: Knowledge): Meaning | undefined {
  const { phrases, lists } = known;
  const before = words.slice(0, -1).map(({ folded }) => folded);
  const head = words.at(-1)?.folded ?? "";
  const topics = phrases.inOrder(head);
  const [topic] = topics;
  const isDeciding = DECIDING.has(head);
  if (topic === undefined || topics.length > 1 || before.length > MOST_BEFORE) return undefined;
  if (!isDeciding && !CAREFUL.has(head)) return undefined;
  const isHarmless = (word: string): boolean => {
    if (word.length < SHORTEST_BEFORE || lists.negations.has(word) || lists.lookalikes.has(word)) return false;
    const others = phrases.withWord(word);
    return others.length === 0 ? ADJECTIVE.test(word) : isDeciding || others.includes(topic);
  };
  return before.every(isHarmless) ? { topics: [topic], confidence: BY_HEAD } : undefined;
}
