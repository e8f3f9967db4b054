import { type Cost, costOf, costUntil, peakOf } from "./bench-cost.ts";
import { type Node, placeProgram, type Variant } from "./bench-nodes.ts";
import type { Row } from "./bench-rows.ts";

/** The medians of one row on one Node, against those of `node -e 0` between its runs. */
export interface Result {
  node: string;
  variant: Variant;
  name: string;
  most: number;
  ratio: number;
  wallRatio: number;
  /** Milliseconds. */
  cpu: number;
  wall: number;
  /** MB above the peak of `node -e 0`. */
  memory: number;
}

const RUNS_FOR_MEMORY = 3;
const EMPTY = ["-e", "0"];
const WAITING = ["-e", "require('fs').writeSync(1, 'x'); setTimeout(() => {}, 1e4)"];

/** Measures rows on one Node, each in turn with an empty program, so that a noisy machine disturbs both alike. */
export async function measure(node: Node, variant: Variant, rows: readonly Row[], runs: number): Promise<Result[]> {
  const program = placeProgram(node, variant);
  const results: Result[] = [];
  for (const row of rows) {
    const own = [node.path, program, ...row.args];
    const measured = row.until ? await inTurnUntil(node, own, row.until, runs) : await inTurn(node, own, row, runs);
    const [of, empty] = [measured.own, measured.empty].map((costs) => ({
      cpu: median(costs.map(({ cpu }) => cpu)),
      wall: median(costs.map(({ wall }) => wall)),
    })) as [Cost, Cost];
    const ratios = { ratio: of.cpu / empty.cpu, wallRatio: of.wall / empty.wall };
    const { name, most } = row;
    results.push({ node: node.version, variant, name, most, ...ratios, ...of, memory: measured.memory });
  }
  return results;
}

interface Measured {
  own: Cost[];
  empty: Cost[];
  memory: number;
}

async function inTurn(node: Node, command: string[], { onTerminal = false }: Row, runs: number): Promise<Measured> {
  const empty = [node.path, ...EMPTY];
  const costs: Measured = { own: [], empty: [], memory: 0 };
  for (let i = 0; i < runs; i++) {
    costs.empty.push(await costOf(empty, onTerminal));
    costs.own.push(await costOf(command, onTerminal));
  }
  const peaks = { own: [] as number[], empty: [] as number[] };
  for (let i = 0; i < RUNS_FOR_MEMORY; i++) {
    peaks.empty.push(await peakOf(empty, onTerminal));
    peaks.own.push(await peakOf(command, onTerminal));
  }
  return { ...costs, memory: median(peaks.own) - median(peaks.empty) };
}

/** The empty program must wait too, or nothing could be read of it: it counts from its first byte on the screen. */
async function inTurnUntil(node: Node, command: string[], seen: RegExp, runs: number): Promise<Measured> {
  const own: (Cost & { peak: number })[] = [];
  const empty: (Cost & { peak: number })[] = [];
  for (let i = 0; i < runs; i++) {
    empty.push(await costUntil([node.path, ...WAITING], /x/));
    own.push(await costUntil(command, seen));
  }
  return { own, empty, memory: median(own.map(({ peak }) => peak)) - median(empty.map(({ peak }) => peak)) };
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] as number;
