import { brief, clean } from "../clean.ts";
import { usageError } from "../errors.ts";

/** A value of a resume with its place, as `work[0].position`. */
export interface Placed {
  value: string;
  at: string;
}

/** A JSON Resume of any version, read without trust. */
export interface Resume {
  basics: Entry;
  education: Entry[];
  work: Entry[];
  volunteer: Entry[];
  projects: Entry[];
  /** The top level, for sections that only count as filled or not. */
  root: Entry;
  /** Places whose content has a type that says nothing; it was ignored. */
  ignored: string[];
}

/** The names of a section over the versions; the first one is today's. */
const SECTIONS = {
  basics: ["basics", "bio"],
  education: ["education"],
  work: ["work", "experience"],
  volunteer: ["volunteer", "volunteering"],
  projects: ["projects"],
} as const;
/** Sections by which a resume is known, beside those above. */
const FURTHER = ["skills", "languages", "awards", "certificates", "publications", "interests", "hobbies", "references"];
const MOST_ENTRIES = 200;
const LONGEST_TEXT = 2_000;
const DEEPEST = 6;

/**
 * Reads a JSON Resume as people write them. What has a useless type is ignored and its place noted; nothing of its
 * content is ever part of a message.
 * @param name how the file is called in messages
 * @throws a usage error that says why a text is no JSON Resume
 */
export function parseResume(text: string, name: string): Resume {
  const data = parseJson(clean(text), name);
  const reason = whyNoResume(data);
  if (reason) throw usageError(`${brief(name, 200)} is no JSON Resume: ${reason.says}`, reason.hint);
  const ignored: string[] = [];
  const root = new Entry("", data as object, ignored);
  const section = (key: keyof typeof SECTIONS): Entry[] => {
    const used = SECTIONS[key].find((each) => root.isFilled(each)) ?? SECTIONS[key][0];
    return root.entries(used);
  };
  const [basics = new Entry("basics", {}, ignored)] = section("basics");
  const [education, work] = [section("education"), section("work")];
  return { root, basics, education, work, volunteer: section("volunteer"), projects: section("projects"), ignored };
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The message of the parser quotes the text, which is personal: only its position is passed on.
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = position === undefined ? "" : ` (line ${text.slice(0, Number(position)).split("\n").length})`;
    const says = text.trim() === "" ? "it is empty" : `it is no JSON${line}`;
    throw usageError(`${brief(name, 200)} is no JSON Resume: ${says}`, "jsonresume.org/schema shows the format");
  }
}

const SCHEMA_HINT = "a JSON Resume is one object with sections such as basics, work and education";

function whyNoResume(data: unknown): { says: string; hint: string } | undefined {
  if (Array.isArray(data)) return { says: "it is a list", hint: SCHEMA_HINT };
  if (!isObject(data)) return { says: "it holds a single value", hint: SCHEMA_HINT };
  if (isFresh(data)) return { says: "it is in FRESH format", hint: "convert it first; HackMyResume can" };
  if (isObject(own(data, "SkillsPassport"))) return { says: "it is in Europass format", hint: SCHEMA_HINT };
  const names = [...Object.values(SECTIONS).flat(), ...FURTHER];
  if (names.some((each) => typeof own(data, each) === "object" && Object.hasOwn(data, each))) return undefined;
  const isProfile = Object.hasOwn(data, "schemaVersion");
  return {
    says: "it has no section of one",
    hint: isProfile ? "a file of answers is read with --profile" : SCHEMA_HINT,
  };
}

/** FRESH keeps employment and education as objects with a history. */
function isFresh(data: object): boolean {
  const format = own(own(data, "meta"), "format");
  const histories = ["employment", "education"].map((each) => own(own(data, each), "history"));
  return (typeof format === "string" && /^fresh/i.test(format)) || histories.some(Array.isArray);
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A key of the object's own: a resume cannot reach into prototypes. */
const own = (data: unknown, key: string): unknown =>
  isObject(data) && Object.hasOwn(data, key) ? (data as Record<string, unknown>)[key] : undefined;

/** Whether anything is written there: nulls, blank texts, empty lists say nothing. */
function isFilled(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (typeof value !== "object" || value === null) return typeof value === "number";
  if (depth >= DEEPEST) return false;
  return Object.values(value)
    .slice(0, MOST_ENTRIES)
    .some((each) => isFilled(each, depth + 1));
}

/** One object of a resume with its place. */
export class Entry {
  readonly at: string;
  private readonly data: object;
  private readonly ignored: string[];

  constructor(at: string, data: object, ignored: string[]) {
    this.at = at;
    this.data = data;
    this.ignored = ignored;
  }

  place(key: string): string {
    return this.at === "" ? key : `${this.at}.${key}`;
  }

  isFilled(key: string): boolean {
    return isFilled(own(this.data, key));
  }

  /** Whether the key is there, and holds an empty list: its owner says that there is nothing. */
  isEmptyList(key: string): boolean {
    const value = own(this.data, key);
    return Array.isArray(value) && value.length === 0;
  }

  /** The first of the keys with a text or a number. */
  text(...keys: string[]): Placed | undefined {
    for (const key of keys) {
      const value = own(this.data, key);
      if (typeof value === "string" || typeof value === "number") {
        const text = clean(`${value}`.slice(0, LONGEST_TEXT)).trim();
        if (text !== "") return { value: text, at: this.place(key) };
      } else if (value !== undefined && value !== null && isFilled(value)) this.ignore(key);
    }
    return undefined;
  }

  /** The texts of a list; one text alone is a list of one. */
  texts(key: string): string[] {
    const value = own(this.data, key);
    const list = Array.isArray(value) ? value.slice(0, MOST_ENTRIES) : [value];
    if (list.some((each) => isFilled(each) && typeof each === "object")) this.ignore(key);
    return list
      .filter((each) => typeof each === "string" || typeof each === "number")
      .map((each) => `${each}`.slice(0, LONGEST_TEXT))
      .filter((each) => each.trim() !== "");
  }

  /** The object under a key, or none. */
  entry(key: string): Entry | undefined {
    const value = own(this.data, key);
    return isObject(value) ? new Entry(this.place(key), value, this.ignored) : undefined;
  }

  /** The filled objects of a list; one object alone is a list of one. */
  entries(key: string): Entry[] {
    const value = own(this.data, key);
    if (isObject(value)) return isFilled(value) ? [new Entry(this.place(key), value, this.ignored)] : [];
    if (!Array.isArray(value)) {
      if (isFilled(value)) this.ignore(key);
      return [];
    }
    if (value.length > MOST_ENTRIES) this.ignore(`${key}[${MOST_ENTRIES}]`);
    return value.slice(0, MOST_ENTRIES).flatMap((each: unknown, i) => {
      if (!isFilled(each)) return [];
      if (isObject(each)) return [new Entry(this.place(`${key}[${i}]`), each, this.ignored)];
      this.ignore(`${key}[${i}]`);
      return [];
    });
  }

  /** Notes that what stands there was ignored. */
  ignore(key: string): void {
    const at = this.place(key);
    if (!this.ignored.includes(at)) this.ignored.push(at);
  }
}
