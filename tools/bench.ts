/**
 * `npm run bench [-- --runs 15] [--nodes 20,22,24,26] [--only <part of a row>] [--json <file>] [--readme]`: CPU and wall
 * time and peak memory of whole runs, against `node -e 0` between them. `--compare <before> <after>` compares two files.
 * Needs hyperfine, or bash for its `time`; and GNU time for the memory.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { hindrance } from "./bench-cost.ts";
import { measure, type Result } from "./bench-measure.ts";
import { fetchNode, thisNode } from "./bench-nodes.ts";
import { compare, lineOf, markdownTable } from "./bench-report.ts";
import { ROWS } from "./bench-rows.ts";
import { scheduleTimes } from "./bench-schedule.ts";
import { fillBlock } from "./readme-block.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "15" },
    nodes: { type: "string" },
    only: { type: "string", default: "" },
    json: { type: "string", default: "bench-results.json" },
    readme: { type: "boolean", default: false },
    compare: { type: "boolean", default: false },
  },
});

if (values.compare) compareFiles(positionals);
else await bench(Number(values.runs));

function compareFiles(files: string[]): void {
  const [before = [], after = []] = files.map(
    (file) => (JSON.parse(readFileSync(file, "utf8")) as { results: Result[] }).results,
  );
  for (const line of compare(before, after)) console.log(line);
}

async function bench(runs: number): Promise<void> {
  const rows = ROWS.filter(({ name }) => name.includes(values.only));
  const measurable = rows.filter((row) => !hindrance(row));
  for (const row of rows) if (hindrance(row)) console.log(`left out: ${row.name} (${hindrance(row)})`);
  const results: Result[] = [];
  for (const node of values.nodes?.split(",").map(fetchNode) ?? [thisNode()]) {
    for (const variant of ["checkout", "package"] as const) {
      console.log(`Node ${node.version}, as in a ${variant}: CPU time in times node -e 0, medians of ${runs}`);
      const measured = await measure(node, variant, measurable, runs);
      for (const result of measured) console.log(lineOf(result));
      results.push(...measured);
    }
  }
  writeFileSync(values.json, `${JSON.stringify({ runs, results, schedules: schedules(runs) }, null, 2)}\n`);
  if (values.readme) fillBlock("bench", markdownTable(results, runs));
}

function schedules(runs: number) {
  const times = scheduleTimes(runs);
  console.log(`schedule 90 steps, cold     ${times.first.toFixed(2)} ms (under 5)${times.first >= 5 ? "  over" : ""}`);
  for (const { steps, ms, growth } of times.sizes) {
    const label = `schedule ${steps} steps`.padEnd(26);
    console.log(`${label}  ${ms.toFixed(2)} ms, ${growth.toFixed(2)}x the time per n log n of 90 steps`);
  }
  return times;
}
