import { type ContentFolder, readContentFolder, type Source } from "../src/io/content.ts";
import type { Problem } from "../src/library/parse.ts";
import { checkReferences } from "../src/library/references.ts";
import { checkRules } from "../src/library/rules.ts";
import { qualityProblems, type SourceFile } from "./content-quality.ts";

/** Our content, and all that is wrong in it: by schema, links and the rules for anybody's content, and by our own. */
export function checkContent(folder: string): { topics: ContentFolder["topics"]; files: SourceFile[]; all: Problem[] } {
  const { topics, problems, placeOf, sources } = readContentFolder(folder);
  const files = topics.map((topic) => ({ topic, ...(sources.get(topic) as Source) }));
  const all = [
    ...problems,
    ...checkReferences(topics, topics, placeOf),
    ...checkRules(topics, topics, placeOf),
    ...qualityProblems(files),
  ];
  return { topics, files, all };
}
