/** `npm run content [-- <part of a path>]`: what is wrong in content/, with file and line. */
import { readFileSync } from "node:fs";
import { readContentFolder } from "../src/io/content.ts";
import { FOLDERS } from "../src/library/kinds.ts";
import { checkReferences } from "../src/library/references.ts";
import type { Topic } from "../src/library/topic.ts";
import { gradeOf, qualityProblems } from "./content-quality.ts";

const folder = "content/en";
const fileOf = (topic: Topic): string => `${folder}/${FOLDERS[topic.kind]}/${topic.id}.md`;
const { topics, problems } = readContentFolder(folder);
const files = topics.map((topic) => ({ topic, file: fileOf(topic), text: readFileSync(fileOf(topic), "utf8") }));
const all = [...problems, ...checkReferences(topics, fileOf), ...qualityProblems(files)];

const part = process.argv[2] ?? "";
const shown = all.filter((problem) => problem.file.includes(part));
for (const { file, line, message } of shown) console.log(`${file}:${line}: ${message}`);
const grades = topics
  .map(gradeOf)
  .filter(Boolean)
  .sort((a, b) => a - b);
console.log(
  `${topics.length} topics, median reading grade ${grades[grades.length >> 1]?.toFixed(1)}, ${shown.length} problems`,
);
process.exitCode = shown.length > 0 ? 1 : 0;
