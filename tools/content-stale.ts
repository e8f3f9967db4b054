/** `npm run content:stale [-- <date>]`: laws and visa rules past their date of review, the oldest first. */
import { readContentFolder } from "../src/io/content.ts";

const today = process.argv[2] ?? new Date().toISOString().slice(0, 10);
const { topics } = readContentFolder("content/en");
const stale = topics
  .flatMap((topic) => (topic.kind === "fact" && topic["review-by"] ? [{ topic, by: topic["review-by"] }] : []))
  .filter(({ by }) => by < today)
  .sort((a, b) => (a.by < b.by ? -1 : 1));
for (const { topic, by } of stale) console.log(`content/en/facts/${topic.id}.md: review by ${by}; ${topic.source.url}`);
console.log(`${stale.length} of the rules are past their date of review on ${today}`);
process.exitCode = stale.length > 0 ? 1 : 0;
