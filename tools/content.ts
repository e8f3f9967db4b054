/** `npm run content [-- <part of a path>]`: what is wrong in content/, with file and line. */
import { readContentFolder, type Source } from "../src/io/content.ts";
import { problemText } from "../src/library/parse.ts";
import { checkReferences } from "../src/library/references.ts";
import { checkRules } from "../src/library/rules.ts";
import { gradeOf, qualityProblems } from "./content-quality.ts";

const { topics, problems, placeOf, sources } = readContentFolder("content/en");
const files = topics.map((topic) => ({ topic, ...(sources.get(topic) as Source) }));
const all = [
  ...problems,
  ...checkReferences(topics, topics, placeOf),
  ...checkRules(topics, topics, placeOf),
  ...qualityProblems(files),
];

const part = process.argv[2] ?? "";
const shown = all.filter((problem) => problem.file.includes(part));
for (const problem of shown) console.log(problemText(problem));
const grades = topics
  .map(gradeOf)
  .filter(Boolean)
  .sort((a, b) => a - b);
console.log(
  `${topics.length} topics, median reading grade ${grades[grades.length >> 1]?.toFixed(1)}, ${shown.length} problems`,
);
process.exitCode = shown.length > 0 ? 1 : 0;
