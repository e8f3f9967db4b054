/** `npm run content [-- <part of a path>]`: what is wrong in content/, with file and line. */
import { problemText } from "../src/library/parse.ts";
import { checkContent } from "./content-problems.ts";
import { gradeOf } from "./content-quality.ts";

const { topics, all } = checkContent("content/en");
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
