import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { brief } from "../clean.ts";
import { failure, usageError } from "../errors.ts";
import { FOLDERS, KINDS } from "../library/kinds.ts";
import { lex } from "../library/lex.ts";
import { createLibrary, headOf, headsInMemory, inOrder, type Library, termsOf } from "../library/library.ts";
import { LARGEST_FILE, type Problem, parseTopic } from "../library/parse.ts";
import type { Topic } from "../library/topic.ts";

const ID = /^[a-z0-9]+(-[a-z0-9]+)*\.md$/;

/** The topics of a folder of Markdown, and what is wrong in its files. Paths in problems begin with `folder`. */
export function readContentFolder(folder: string): { topics: Topic[]; problems: Problem[] } {
  const topics: Topic[] = [];
  const problems: Problem[] = [];
  const report = (file: string, message: string): void => void problems.push({ file, line: 1, message });
  for (const name of list(folder)) {
    const known = KINDS.some((kind) => FOLDERS[kind] === name);
    if (!known && statSync(join(folder, name)).isDirectory())
      report(join(folder, name), "no kind of topic has this folder");
  }
  for (const kind of KINDS) {
    const place = join(folder, FOLDERS[kind]);
    for (const name of list(place)) {
      const file = join(place, name);
      if (!name.endsWith(".md")) continue;
      if (!ID.test(name)) report(file, `"${brief(name)}" is no id: use small letters, digits and hyphens`);
      else if (!isPlainFileWithin(file, folder)) report(file, "not a regular file inside the folder");
      else if (statSync(file).size > LARGEST_FILE * 4) report(file, `larger than ${LARGEST_FILE} characters: split it`);
      else {
        const parsed = parseTopic(kind, name.slice(0, -3), file, readFileSync(file, "utf8"));
        if (parsed.topic) topics.push(parsed.topic);
        else problems.push(...parsed.problems);
      }
    }
  }
  return { topics, problems };
}

const list = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};

function isPlainFileWithin(file: string, folder: string): boolean {
  const real = realpathSync(file);
  return lstatSync(real).isFile() && real.startsWith(realpathSync(folder) + sep);
}

/** A library straight from Markdown: in development, and for other people's folders. Throws on any problem. */
export function readMarkdownLibrary(folder: string): Library {
  const { topics, problems } = readContentFolder(folder);
  if (problems.length > 0) throw failure(problems.map((p) => `${p.file}:${p.line}: ${p.message}`));
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
    actionTerms: () =>
      heads.flatMap((head) =>
        head.kind === "action" ? [termsOf(byRef.get(`action/${head.id}`) as Topic<"action">)] : [],
      ),
  });
}

/** Lays a person's own folder of topics over a library: same kind and id replace, others are added. */
export function overlay(library: Library, folder: string): Library {
  const { topics, problems } = readContentFolder(folder);
  if (topics.length === 0 && problems.length === 0) throw usageError(`--content: no topics in ${brief(folder, 200)}`);
  if (problems.length > 0) {
    const hint = `run intern-why content check ${brief(folder, 200)}`;
    throw usageError(
      problems.map((p) => `${brief(p.file, 200)}:${p.line}: ${p.message}`),
      hint,
    );
  }
  const own = new Map(topics.map((topic) => [`${topic.kind}/${topic.id}`, { ...topic, origin: folder }]));
  const ownTerms = topics.filter((topic) => topic.kind === "action").map(termsOf);
  const kept = library.heads.filter((head) => !own.has(`${head.kind}/${head.id}`));
  return createLibrary({
    ...headsInMemory(inOrder([...kept, ...[...own.values()].map(headOf)])),
    read: (head) => own.get(`${head.kind}/${head.id}`) ?? (library.find(head.kind, head.id) as Topic),
    blocks: (topic) => (own.has(`${topic.kind}/${topic.id}`) ? lex(topic.markdown) : library.blocks(topic)),
    actionTerms: () => [...library.actionTerms().filter(({ id }) => !own.has(`action/${id}`)), ...ownTerms],
  });
}
