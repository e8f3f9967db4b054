import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { brief, clean } from "../clean.ts";
import type { Kind } from "./kinds.ts";
import { whyAndHow } from "./passages.ts";
import { schemas } from "./schemas.ts";
import type { Topic } from "./topic.ts";

/** One thing wrong with a content file, with the line it stands on (1-based) and what to do about it. */
export interface Problem {
  file: string;
  line: number;
  message: string;
  remedy?: string;
}

/** `actions/mock.md:4: unknown key "efort": remove it` */
export const problemText = ({ file, line, message, remedy }: Problem): string =>
  `${brief(file, 200)}:${line}: ${message}${remedy ? `: ${remedy}` : ""}`;

export type Parsed = { topic: Topic; problems: [] } | { topic?: undefined; problems: Problem[] };

/** A content file larger than this is refused before it is parsed (characters). */
export const LARGEST_FILE = 50_000;
const DEEPEST_NESTING = 40;
/** Signs of markup in lines without an empty one between them: the parser's time grows with their square. */
const MOST_SIGNS = 1_000;

/**
 * Reads one topic from the text of its file.
 * @param file the path to name in problems
 * @returns the topic, or every problem found in its front matter
 */
export function parseTopic(kind: Kind, id: string, file: string, source: string): Parsed {
  const text = clean(source.replace(/\r\n?/g, "\n"));
  const fail = (line: number, message: string, remedy: string): Parsed => ({
    problems: [{ file, line, message, remedy }],
  });
  if (source.length > LARGEST_FILE) return fail(1, `larger than ${LARGEST_FILE} characters`, "split it");
  const split = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(text);
  if (!split) return fail(1, "no front matter", "begin the file with --- and close it with ---");
  const body = text.slice(split[0].length).trim();
  const bodyLine = text.slice(0, text.trimEnd().length - body.length).split("\n").length;
  const deep = deepLine(body);
  if (deep >= 0) return fail(bodyLine + deep, `nested more than ${DEEPEST_NESTING} deep`, "make it flat");
  const crowded = crowdedLine(body);
  if (crowded >= 0)
    return fail(bodyLine + crowded, `more than ${MOST_SIGNS} signs of markup`, "part it by empty lines");

  const lines = new LineCounter();
  const document = parseDocument(split[1] ?? "", { lineCounter: lines, schema: "core", strict: true });
  const lineOf = (offset: number): number => lines.linePos(offset).line + 1;
  if (document.errors.some(({ message }) => /call stack/.test(message)))
    return fail(2, `nested more than ${DEEPEST_NESTING} deep`, "make it flat");
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((e) => ({
        file,
        line: lineOf(e.pos[0]),
        message: brief(e.message.split("\n")[0] ?? "", 200).replace(/:$/, ""),
        remedy: "mend the YAML",
      })),
    };
  }
  const anchored = cleanValues(document);
  if (anchored)
    return fail(lineOf(anchored.range?.[0] ?? 0), "YAML anchors and aliases are not read", "write the value out");
  const result = schemas[kind].safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (!result.success) {
    const problems = result.error.issues.flatMap(flatten).map((issue) => ({
      file,
      line: lineOf(offsetOf(document.contents, issue)),
      ...describe(issue),
    }));
    return { problems };
  }
  const read = kind === "action" ? whyAndHow(body) : {};
  return { topic: { ...result.data, kind, id, markdown: body, ...read } as Topic, problems: [] };
}

/**
 * Cleans the texts of a document: an escape such as `"\\e"` becomes a control character only when it is read.
 * @returns the first node with an anchor or an alias, by which a small file could become a very large value
 */
function cleanValues(document: Document): Node | undefined {
  let anchored: Node | undefined;
  const note = (node: Node & { anchor?: string | undefined }): void => {
    if (node.anchor !== undefined) anchored ??= node;
  };
  visit(document, {
    Alias: (_, node) => {
      anchored ??= node;
    },
    Collection: (_, node) => note(node),
    Scalar: (_, node) => {
      note(node);
      if (typeof node.value === "string") node.value = clean(node.value);
    },
  });
  return anchored;
}

/** The first body line (0-based) that opens more than DEEPEST_NESTING quotes or list levels, or -1. */
function deepLine(body: string): number {
  const opens = /^(?:[\s>*+-]|\d{1,9}[.)])*/;
  return body.split("\n").findIndex((line) => (opens.exec(line)?.[0] ?? "").length > DEEPEST_NESTING * 2);
}

/** The body line (0-based) where MOST_SIGNS is passed, or -1. */
function crowdedLine(body: string): number {
  let signs = 0;
  return body.split("\n").findIndex((line) => {
    signs = line.trim() === "" ? 0 : signs + (line.match(/[[\]*_`~<!&\\]/g)?.length ?? 0);
    return signs > MOST_SIGNS;
  });
}

type Issue = z.core.$ZodIssue;

/** An unknown key is reported on its own line. */
function flatten(issue: Issue): Issue[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ ...issue, keys: [key] }));
  return [issue];
}

function describe(issue: Issue): Pick<Problem, "message" | "remedy"> {
  const where = brief(issue.path.join("."), 100) || "front matter";
  if (issue.code === "unrecognized_keys") {
    return { message: `unknown key "${brief([...issue.path, ...issue.keys].join("."), 100)}"`, remedy: "remove it" };
  }
  if (issue.code === "invalid_type" && /received undefined/.test(issue.message)) {
    return { message: `missing key "${where}"`, remedy: "add it" };
  }
  const [problem = "", expected = ""] = issue.message.split(/: (?=expected)/);
  return { message: `${where}: ${problem}`, remedy: expected || "see the other topics of this kind" };
}

/** Where in the YAML an issue stands: the deepest node on its path. */
function offsetOf(contents: unknown, issue: Issue): number {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys] : issue.path;
  let node = contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!pair) break;
      offset = (isScalar(pair.key) && pair.key.range?.[0]) || offset;
      node = pair.value;
    } else {
      const item = (node as { items?: { range?: number[] }[] } | null)?.items?.[Number(step)];
      if (!item) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    }
  }
  return offset;
}
