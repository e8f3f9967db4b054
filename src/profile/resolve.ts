import type { AnswerKind, TopicHead } from "../library/topic.ts";
import { readCode } from "./resolve-codes.ts";
import { type Corrected, correctNames, correctWords } from "./resolve-correct.ts";
import { cover, isAround, type Knowledge } from "./resolve-cover.ts";
import { solveByHead } from "./resolve-heads.ts";
import { type Lexed, lex } from "./resolve-lex.ts";
import { createNames, type Names, namesOf } from "./resolve-names.ts";
import { MOST_OFFERS, nearest } from "./resolve-offers.ts";
import { createPhrases, type Phrases } from "./resolve-phrases.ts";
import { type Doubt, isMeaning, type Meaning, SURE_ENOUGH, solve } from "./resolve-solve.ts";
import { readStage } from "./resolve-stage.ts";
import { fold, normalize, withoutAccents } from "./resolve-text.ts";
import { createSpeller } from "./resolve-typos.ts";
import { type Words, wordLists } from "./resolve-words.ts";

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

/** An answer is a line. Of a longer text the beginning is looked at for offers, and nothing is taken for understood. */
const LONGEST = 300;
const EXACT = 1;
const NAMED = 0.95;
const BEHIND_NOISE = 0.9;
/** A stage counted from years: "3rd year of 4". */
const COUNTED = 0.85;
/** What each wrong letter takes away. */
const EDIT = 0.1;
/** The most topics offered when a text could mean several. */
const MOST_RIVALS = 5;

/**
 * @param heads every topic that can be meant
 * @param tableOf the names of a kind's topics, normalized beforehand
 */
export function createResolver(
  heads: readonly TopicHead[],
  tableOf: (kind: AnswerKind) => string | undefined = () => undefined,
): Resolver {
  const kinds = new Map<AnswerKind, KindResolver>();
  const of = (kind: AnswerKind): KindResolver => {
    const known = kinds.get(kind) ?? new KindResolver(heads, kind, tableOf(kind), () => of("field"));
    kinds.set(kind, known);
    return known;
  };
  return (kind, input) => of(kind).resolve(input);
}

/** Resolves texts among the topics of one kind. What only the harder steps need is made when a text first needs it. */
class KindResolver {
  private readonly heads: readonly TopicHead[];
  private readonly names: Names;
  private readonly kind: AnswerKind;
  private readonly fields: () => KindResolver;
  private made?: Knowledge;

  /** @param fields resolves fields: a subject may stand beside a stage */
  constructor(heads: readonly TopicHead[], kind: AnswerKind, table: string | undefined, fields: () => KindResolver) {
    this.heads = heads.filter((head) => head.kind === kind);
    this.names = createNames(this.heads, table);
    this.kind = kind;
    this.fields = fields;
  }

  /** Each step is harder and less sure than the one before: id, name, code, words, misspelled words. */
  resolve(input: string): Resolution {
    const text = input.trim();
    const beginning = text.slice(0, LONGEST);
    if (text.length > LONGEST) return this.refuse(input, [], beginning);
    return this.byName(input, text) ?? this.byCode(input, text) ?? this.byWords(input, text);
  }

  private byName(input: string, text: string): Resolution | undefined {
    const exact = text.startsWith(`${this.kind}/`) ? text.slice(this.kind.length + 1) : text;
    const named = this.names(normalize(exact));
    const byId = named.find((place) => this.heads[place]?.id === exact);
    if (byId !== undefined) return this.accept(input, [byId], EXACT, "id");
    const places = named.length > 1 ? this.spelledSo(named, exact) : named;
    if (places.length > 1) return this.refuse(input, places, text);
    return places.length === 1 ? this.accept(input, places, NAMED, "alias") : undefined;
  }

  /** A name behind words that only stand around: "I study philosophy, politics and economics". */
  private behindNoise(text: string, knowledge: Knowledge): number | undefined {
    const words = normalize(text).split(" ");
    for (let from = 0; from < words.length - 1 && isNoise(words, from, knowledge); from++) {
      const [place, ...others] = this.names(words.slice(from + 1).join(" "));
      if (others.length === 0 && place !== undefined) return place;
    }
    return undefined;
  }

  /** Of topics with one name, the one that spells it as the text does, if there is one: `M.Ed.` is not `med`. */
  private spelledSo(places: readonly number[], text: string): readonly number[] {
    const plain = text.toLowerCase().replace(/\.$/, "");
    const same = places.filter((place) => this.heads[place]?.aliases.some((alias) => alias.toLowerCase() === plain));
    return same.length === 1 ? same : places;
  }

  /** A code counts before the words behind it, unless these clearly name something else. */
  private byCode(input: string, text: string): Resolution | undefined {
    const coded = this.heads.some((head) => head.codes) ? readCode(this.heads, text) : undefined;
    if (!coded) return undefined;
    const named = coded.rest === "" ? undefined : this.resolve(coded.rest).id;
    const isOther = named && !coded.topics.some((place) => this.heads[place]?.id === named);
    if (coded.topics.length > 1 || isOther) return this.refuse(input, coded.topics, coded.rest);
    return this.accept(input, coded.topics, NAMED, "code");
  }

  private byWords(input: string, text: string): Resolution {
    const knowledge = this.make();
    const staged = this.kind === "stage" ? this.readStage(text) : undefined;
    if (staged)
      return isMeaning(staged)
        ? this.accept(input, staged.topics, staged.confidence, "tokens")
        : this.refuse(input, staged.rivals, text);
    const named = this.behindNoise(text, knowledge);
    if (named !== undefined) return this.accept(input, [named], BEHIND_NOISE, "tokens");
    const lexed = this.lex(text);
    const meaning = solve(lexed, knowledge);
    if (isMeaning(meaning)) return this.accept(input, meaning.topics, meaning.confidence, "tokens");
    const rivals = meaning.rivals;
    for (const correct of [correctWords, correctNames]) {
      const meant = understood(correct(lexed, knowledge), knowledge);
      const [first] = meant;
      const isDivided = meant.some(({ topics }) => topics[0] !== first?.topics[0]);
      if (first && !isDivided && first.confidence >= SURE_ENOUGH)
        return this.accept(input, first.topics, first.confidence, "typo");
      rivals.unshift(...meant.flatMap(({ topics }) => topics));
    }
    const headed = solveByHead(lexed, knowledge);
    if (headed) return this.accept(input, headed.topics, headed.confidence, "tokens");
    return this.refuse(input, rivals, text);
  }

  private readStage(text: string): Meaning | Doubt | undefined {
    const plain = withoutAccents(text)
      .replace(/['’]/g, "")
      .replace(/[^a-z0-9/]+/g, " ")
      .trim();
    const reading = readStage(plain);
    if (!reading) return undefined;
    const placeOf = (id: string): number => this.heads.findIndex((head) => head.id === id);
    if ("offers" in reading) return { rivals: reading.offers.map(placeOf).filter((place) => place >= 0) };
    const place = placeOf(reading.id);
    if (place < 0) return undefined;
    const { found, unknown } = cover(this.lex(reading.rest), this.make());
    const others = found.flatMap(({ topics }) => (topics.includes(place) ? [] : topics));
    return unknown.length === 0 && others.length === 0
      ? { topics: [place], confidence: COUNTED }
      : { rivals: [place, ...others] };
  }

  private lex(text: string): Lexed {
    const { lists } = this.make();
    return lex(
      text,
      lists,
      (word) => lists.degrees.has(word) || lists.yielding.has(word) || this.names(word).length > 0,
    );
  }

  private make(): Knowledge {
    if (this.made) return this.made;
    const lists = wordLists();
    const phrases = createPhrases(this.heads, lists);
    const isForeign = (word: string): boolean =>
      this.kind === "stage" && !lists.negations.has(word) && this.fields().hasWord(word);
    const speller = createSpeller(() => this.spellings(phrases, lists), phrases.names);
    this.made = { kind: this.kind, names: this.names, phrases, lists, speller, isForeign };
    return this.made;
  }

  /** Words as they are written, and folded as they are compared, each with its folded form. */
  private spellings(phrases: Phrases, lists: Words): Map<string, string> {
    const folded = [...phrases.vocabulary(), ...lists.around(this.kind)].map((word) => [word, word] as const);
    const written = this.heads.flatMap(namesOf).flatMap((name) => normalize(name).split(" "));
    return new Map([...written.map((word) => [word, fold(word)] as const), ...folded]);
  }

  private hasWord(word: string): boolean {
    return this.make().phrases.withWord(word).length > 0;
  }

  private accept(input: string, places: readonly number[], confidence: number, how: Resolution["how"]): Resolution {
    const [id = null, ...also] = places.map((place) => this.heads[place]?.id as string);
    return { input, id, also, confidence: Math.round(confidence * 100) / 100, how, offers: [] };
  }

  /** @param rivals what the text could mean: these are offered first */
  private refuse(input: string, rivals: readonly number[], text: string): Resolution {
    const knowledge = this.make();
    const words = this.lex(text)
      .words.map(({ folded }) => folded)
      .filter((word) => !isAround(word, knowledge));
    const near = nearest(words, knowledge);
    const places = [...new Set([...rivals, ...near])].slice(
      0,
      Math.max(MOST_OFFERS, Math.min(rivals.length, MOST_RIVALS)),
    );
    const offers = places.flatMap((place) => this.heads[place] ?? []).map(({ id, title }) => ({ id, title }));
    return { input, id: null, also: [], confidence: 0, how: null, offers };
  }
}

/** Whether a word says nothing; "bachelor of", which is a part of a degree's name, does. */
function isNoise(words: readonly string[], at: number, known: Knowledge): boolean {
  const [word, next = ""] = words.slice(at, at + 2).map(fold);
  const { lists } = known;
  if (word === undefined || (lists.degreeWords.has(word) && lists.stops.has(next) && next !== "in")) return false;
  return lists.stops.has(word) || isAround(word, known);
}

/** What the corrected texts mean; each wrong letter makes it less sure. */
const understood = (corrected: readonly Corrected[], knowledge: Knowledge): Meaning[] =>
  corrected.flatMap(({ text, edits }) => {
    const meaning = solve(text, knowledge, true);
    return isMeaning(meaning) ? { ...meaning, confidence: meaning.confidence - EDIT * edits } : [];
  });
