/**
 * `npm run bench [-- --runs 15] [-- --node /path/to/node]`: whole-process CPU time of each kind of run, as a ratio to
 * `node -e 0`, interleaved in one run so that a noisy machine disturbs both alike. Needs bash (for its `time`).
 * Writes bench-results.json, to compare two commits.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { firstQuestion } from "./bench-question.ts";
import { scheduleTimes } from "./bench-schedule.ts";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "15" }, node: { type: "string", default: process.execPath } },
});
const RUNS = Number(values.runs);
const NODE = values.node;
const PROGRAM = "bin/intern-why.cjs";
const NURSING =
  "--field nursing --stage first-year --goal clarity --start 2027-06-01 --hours 4 --today 2026-11-22".split(" ");
const TEXT = ["--format", "text", "--color", "always", "--width", "80"];

/** A row of DESIGN's promises: arguments and the greatest ratio. */
const ROWS: [name: string, target: number, args: string[]][] = [
  ["--version", 1.3, ["--version"]],
  ["list", 1.4, ["list"]],
  ["show networking, piped", 1.4, ["show", "networking"]],
  ["--help", 1.5, ["--help"]],
  ["checklist --json", 1.5, ["checklist", ...NURSING, "--json"]],
  ["advise --md", 1.5, ["advise", ...NURSING, "--md"]],
  ["show networking, text", 2, ["show", "networking", ...TEXT]],
  ["advise, text", 2, ["advise", ...NURSING, ...TEXT]],
];

const env = { ...process.env };
// It adds 100 ms to every start of Node 20, and so hides two thirds of a ratio.
delete env["NODE_EXTRA_CA_CERTS"];

interface Cost {
  cpu: number;
  wall: number;
}

/** CPU and wall time of one process, in milliseconds. */
function timeOf(args: string[]): Cost {
  const script = `TIMEFORMAT='%3U %3S %3R'; time "$@" 2>/dev/null`;
  const { stderr, status } = spawnSync("bash", ["-c", script, "bash", NODE, ...args], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} exits ${status}`);
  const [user = 0, system = 0, real = 0] = stderr.trim().split(" ").map(Number);
  return { cpu: (user + system) * 1000, wall: real * 1000 };
}

/** Peak memory of one process, in megabytes, as it reports it when it ends. */
function peakOf(args: string[]): number {
  const report =
    "data:text/javascript,process.on('exit',()=>process._rawDebug('peak '+process.resourceUsage().maxRSS))";
  const { stderr } = spawnSync(NODE, ["--import", report, ...args], { env, encoding: "utf8" });
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] as number;

const EMPTY = ["-e", "0"];
const version = spawnSync(NODE, ["--version"], { encoding: "utf8" }).stdout.trim();
console.log(`Node ${version}, medians of ${RUNS} runs; ratios of CPU time to node -e 0`);
const emptyPeak = median(Array.from({ length: 5 }, () => peakOf(EMPTY)));
const results = ROWS.map(([name, target, args]) => {
  const empty: Cost[] = [];
  const own: Cost[] = [];
  for (let i = 0; i < RUNS; i++) {
    empty.push(timeOf(EMPTY));
    own.push(timeOf([PROGRAM, ...args]));
  }
  const ratio = median(own.map((cost) => cost.cpu)) / median(empty.map((cost) => cost.cpu));
  const wall = median(own.map((cost) => cost.wall));
  const memory = median(Array.from({ length: 3 }, () => peakOf([PROGRAM, ...args]))) - emptyPeak;
  return { name, target, ratio, wall, memory };
});
const question = await firstQuestion(NODE, PROGRAM, env, RUNS);
if (question)
  results.push({ name: "first question painted", target: 2.3, ratio: question.ratio, wall: question.wall, memory: 0 });

for (const { name, target, ratio, wall, memory } of results) {
  const verdict = ratio <= target ? "" : "  over";
  console.log(
    `${name.padEnd(26)} ${ratio.toFixed(2)}x (at most ${target})  ${wall.toFixed(0).padStart(4)} ms  +${memory.toFixed(1)} MB${verdict}`,
  );
}

const schedules = scheduleTimes(RUNS);
const over = schedules.first >= 5 ? "  over" : "";
console.log(`schedule 90 steps, cold     ${schedules.first.toFixed(2)} ms (under 5)${over}`);
for (const { steps, ms, growth } of schedules.sizes) {
  const label = `schedule ${steps} steps`.padEnd(26);
  console.log(`${label}  ${ms.toFixed(2)} ms, ${growth.toFixed(2)}x the time per n log n of 90 steps`);
}
writeFileSync("bench-results.json", `${JSON.stringify({ node: version, runs: RUNS, results, schedules }, null, 2)}\n`);
