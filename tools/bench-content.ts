/**
 * `npm run bench:content`: how long a fresh process takes to have a run's topics, in the format of dist and in others.
 * The topics are those of every tenth line: about what an advice reads.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { INDEX_FILE, TOPICS_FILE } from "../src/io/compiled.ts";

const RUNS = 25;
const EVERY = 10;
const folder = mkdtempSync(join(tmpdir(), "intern-why-formats-"));
const text = readFileSync(`dist/${TOPICS_FILE}`, "utf8");
const topics: unknown[] = text
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const wanted = topics.map((_, at) => at).filter((at) => at % EVERY === 0);

mkdirSync(join(folder, "split"));
for (const [at, topic] of topics.entries()) writeFileSync(join(folder, `split/${at}.json`), JSON.stringify(topic));
writeFileSync(join(folder, "all.json"), JSON.stringify(topics));
writeFileSync(join(folder, "all.v8"), serialize(topics));
writeFileSync(join(folder, "all.cjs"), `module.exports = ${JSON.stringify(topics)};`);
writeFileSync(join(folder, "index.json"), readFileSync(`dist/${INDEX_FILE}`));
writeFileSync(join(folder, "topics.jsonl"), text);

const read = `const { readFileSync, openSync, readSync } = require("node:fs"); const wanted = ${JSON.stringify(wanted)};`;
let end = 0;
const places = text
  .trim()
  .split("\n")
  .map((line) => {
    end += line.length + 1;
    return [end - line.length - 1, line.length];
  });
/** What the process does, by format. Where the whole is one value, all of it has to be read. */
const FORMATS: Record<string, string> = {
  "index, and lines of JSON": `JSON.parse(readFileSync("index.json", "utf8")); const fd = openSync("topics.jsonl");
    for (const at of wanted) { const [from, length] = places[at]; const line = Buffer.allocUnsafe(length);
    readSync(fd, line, 0, length, from); JSON.parse(line.toString("latin1")); }`,
  "index, lines of a file read whole": `JSON.parse(readFileSync("index.json", "utf8")); const all = readFileSync("topics.jsonl", "utf8");
    for (const at of wanted) { const [from, length] = places[at]; JSON.parse(all.slice(from, from + length)); }`,
  "a file of JSON a topic": `for (const at of wanted) JSON.parse(readFileSync("split/" + at + ".json", "utf8"));`,
  "one JSON file": `JSON.parse(readFileSync("all.json", "utf8"));`,
  "one v8.serialize file": `require("node:v8").deserialize(readFileSync("all.v8"));`,
  "one JavaScript module": `require("./all.cjs");`,
};

function timeOf(work: string): number {
  const code = `${read} const places = ${JSON.stringify(places)}; const from = process.hrtime.bigint(); ${work}
    require("node:fs").writeSync(1, String(Number(process.hrtime.bigint() - from) / 1e6));`;
  return Number(execFileSync(process.execPath, ["-e", code], { cwd: folder, encoding: "utf8" }));
}

const size = (name: string): string => `${(statSync(join(folder, name)).size / 1000).toFixed(0)} kB`;
const times = new Map(Object.keys(FORMATS).map((name) => [name, [] as number[]]));
for (let i = 0; i < RUNS; i++) for (const [name, work] of Object.entries(FORMATS)) times.get(name)?.push(timeOf(work));
console.log(`${wanted.length} of ${topics.length} topics, Node ${process.version}, medians of ${RUNS} fresh processes`);
for (const [name, list] of times) {
  console.log(`${name.padEnd(34)} ${(list.sort((a, b) => a - b)[RUNS >> 1] as number).toFixed(2).padStart(6)} ms`);
}
console.log(`sizes: lines ${size("topics.jsonl")}, v8 ${size("all.v8")}, module ${size("all.cjs")}`);
