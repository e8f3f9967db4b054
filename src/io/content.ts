import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { brief } from "../clean.ts";
import { failure, usageError } from "../errors.ts";
import { FOLDERS, KINDS } from "../library/kinds.ts";
import { lex } from "../library/lex.ts";
import { createLibrary, headOf, headsInMemory, inOrder, type Library } from "../library/library.ts";
import { LARGEST_FILE, type Problem, parseTopic, problemText } from "../library/parse.ts";
import { checkReferences, type PlaceOf } from "../library/references.ts";
import { checkRules } from "../library/rules.ts";
import { termsOf } from "../library/terms.ts";
import { refOf, type Topic, type TopicHead } from "../library/topic.ts";

const ID = /^[a-z0-9]+(-[a-z0-9]+)*\.md$/;

/** A topic's file and its text, front matter too. */
export interface Source {
  file: string;
  text: string;
}

export interface ContentFolder {
  topics: Topic[];
  /** What is wrong in single files. Their paths begin with the folder. */
  problems: Problem[];
  sources: Map<Topic, Source>;
  placeOf: PlaceOf;
}

/** The topics of a folder of Markdown, and what is wrong in its files. @throws when it cannot be read */
export function readContentFolder(folder: string): ContentFolder {
  const topics: Topic[] = [];
  const problems: Problem[] = [];
  const sources = new Map<Topic, Source>();
  const report = (file: string, message: string, remedy: string): void =>
    void problems.push({ file, line: 1, message, remedy });
  for (const name of foldersIn(folder)) {
    if (KINDS.some((kind) => FOLDERS[kind] === name)) continue;
    report(
      join(folder, name),
      `no kind of topic has the folder "${brief(name)}"`,
      `name it one of ${Object.values(FOLDERS).join(", ")}`,
    );
  }
  for (const kind of KINDS) {
    const place = join(folder, FOLDERS[kind]);
    for (const name of list(place).filter((each) => each.endsWith(".md"))) {
      const file = join(place, name);
      const refused = refusalOf(name, file, folder);
      if (refused) report(file, ...refused);
      else {
        const text = readFileSync(file, "utf8");
        const parsed = parseTopic(kind, name.slice(0, -3), file, text);
        problems.push(...parsed.problems);
        if (!parsed.topic) continue;
        topics.push(parsed.topic);
        sources.set(parsed.topic, { file, text });
      }
    }
  }
  return { topics, problems, sources, placeOf };

  function placeOf(topic: Topic, needle: string): { file: string; line: number } {
    const { file, text } = sources.get(topic) ?? { file: folder, text: "" };
    const at = text.indexOf(needle);
    return { file, line: at < 0 ? 1 : text.slice(0, at).split("\n").length };
  }
}

/** Why a file is not read: its name is no id, it is no regular file of the folder, or it is too large. */
function refusalOf(name: string, file: string, folder: string): [message: string, remedy: string] | undefined {
  if (!ID.test(name)) return [`"${brief(name)}" is no id`, "use small letters, digits and hyphens"];
  if (!isPlainFileWithin(file, folder)) return ["not a regular file inside the folder", "put the file itself here"];
  if (statSync(file).size > LARGEST_FILE * 4) return [`larger than ${LARGEST_FILE} characters`, "split it"];
  return undefined;
}

const list = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};

/** Folders right below a folder; hidden ones (a version control's) do not count. */
function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "no such folder" : code === "ENOTDIR" ? "is no folder" : (code ?? "cannot be read");
    throw usageError(`${brief(folder, 200)}: ${why}`);
  }
}

function isPlainFileWithin(file: string, folder: string): boolean {
  try {
    const real = realpathSync(file);
    return lstatSync(real).isFile() && real.startsWith(realpathSync(folder) + sep);
  } catch {
    return false; // A link that leads nowhere.
  }
}

/** A library straight from Markdown: in development, and for other people's folders. Throws on any problem. */
export function readMarkdownLibrary(folder: string): Library {
  const { topics, problems } = readContentFolder(folder);
  if (problems.length > 0) throw failure(problems.map(problemText));
  return libraryOfTopics(topics);
}

/** A library of topics already in memory. */
export function libraryOfTopics(topics: Topic[]): Library {
  const byRef = new Map(topics.map((topic) => [`${topic.kind}/${topic.id}`, topic]));
  const heads = inOrder(topics.map(headOf));
  return createLibrary({
    ...headsInMemory(heads),
    read: (head) => byRef.get(`${head.kind}/${head.id}`) as Topic,
    blocks: (topic) => lex(topic.markdown),
    terms: (kind, id) => {
      const topic = byRef.get(`${kind}/${id}`);
      return topic && termsOf(topic, factIn(byRef));
    },
    essentials: essentialsOf(heads, (id) => byRef.get(`action/${id}`) as Topic<"action">),
  });
}

/** The ids of the essential actions among these heads. */
const essentialsOf = (
  heads: readonly TopicHead[],
  actionOf: (id: string) => Pick<Topic<"action">, "priority"> | undefined,
): string[] =>
  heads.flatMap(({ kind, id }) => (kind === "action" && actionOf(id)?.priority === "essential" ? [id] : []));

const factIn =
  (topics: ReadonlyMap<string, Topic>) =>
  (id: string): Topic<"fact"> | undefined =>
    topics.get(`fact/${id}`) as Topic<"fact"> | undefined;

/** Lays a person's own folder of topics over a library: same kind and id replace, others are added. */
export function overlay(library: Library, folder: string): Library {
  const { topics, all, problems, placeOf } = readOwn(library, folder);
  const broken = inFileOrder([...problems, ...checkReferences(topics, all, placeOf)]);
  if (broken.length > 0) throw usageError(broken.map(problemText), `intern-why content check ${brief(folder, 200)}`);
  const own = new Map(topics.map((topic) => [refOf(topic), { ...topic, origin: folder }]));
  const kept = library.heads.filter((head) => !own.has(refOf(head)));
  const heads = inOrder([...kept, ...[...own.values()].map(headOf)]);
  return createLibrary({
    ...headsInMemory(heads),
    read: (head) => own.get(refOf(head)) ?? (library.find(head.kind, head.id) as Topic),
    blocks: (topic) => (own.has(refOf(topic)) ? lex(topic.markdown) : library.blocks(topic)),
    terms: (kind, id) => {
      const topic = own.get(`${kind}/${id}`);
      const fact = (factId: string) => factIn(own)(factId) ?? library.find("fact", factId);
      return topic ? termsOf(topic, fact) : library.terms(kind, id);
    },
    essentials: essentialsOf(
      heads,
      (id) => (own.get(`action/${id}`) as Topic<"action">) ?? library.terms("action", id),
    ),
  });
}

/** Everything that is wrong with a person's own folder, laid over a library; what would not stop a run as well. */
export function checkFolder(library: Library, folder: string): { count: number; problems: Problem[] } {
  const { topics, all, problems, placeOf } = readOwn(library, folder);
  const found = [...problems, ...checkReferences(topics, all, placeOf), ...checkRules(topics, all, placeOf)];
  return { count: topics.length, problems: inFileOrder(found) };
}

/** A person's own topics, and all there are once they are laid over a library. */
function readOwn(library: Library, folder: string): ContentFolder & { all: Topic[] } {
  const content = readContentFolder(folder);
  if (content.topics.length === 0 && content.problems.length === 0) {
    throw usageError(`no topics in ${brief(folder, 200)}`, "intern-why content new action visit-the-fair makes one");
  }
  const own = new Set(content.topics.map(refOf));
  const others = KINDS.flatMap((kind) => library.all(kind) as Topic[]).filter((topic) => !own.has(refOf(topic)));
  return { ...content, all: [...others, ...content.topics] };
}

const inFileOrder = (problems: Problem[]): Problem[] =>
  problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
