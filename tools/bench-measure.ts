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
  /** MB above the peak of `node -e 0`; null where it cannot be measured. */
  memory: number | null;
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
      cpu: median(costs.map(({ cpu }) => cpu)) ?? 0,
      wall: median(costs.map(({ wall }) => wall)) ?? 0,
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
  memory: number | null;
}

async function inTurn(node: Node, command: string[], { onTerminal = false }: Row, runs: number): Promise<Measured> {
  const empty = [node.path, ...EMPTY];
  const costs: Measured = { own: [], empty: [], memory: 0 };
  for (let i = 0; i < runs; i++) {
    costs.empty.push(await costOf(empty, onTerminal));
    costs.own.push(await costOf(command, onTerminal));
  }
  return { ...costs, memory: difference(await peaksOf(command, onTerminal), await peaksOf(empty, onTerminal)) };
}

async function peaksOf(command: readonly string[], onTerminal: boolean): Promise<(number | undefined)[]> {
  const peaks: (number | undefined)[] = [];
  for (let i = 0; i < RUNS_FOR_MEMORY; i++) peaks.push(await peakOf(command, onTerminal));
  return peaks;
}

function difference(own: (number | undefined)[], empty: (number | undefined)[]): number | null {
  const [much, little] = [own, empty].map((peaks) => median(peaks.filter((peak) => peak !== undefined)));
  return much === undefined || little === undefined ? null : much - little;
}

/**
 * The empty program must wait too, or nothing could be read of it: its time counts until its first byte on the screen. What
 * memory it takes is that of one that ends.
 */
async function inTurnUntil(node: Node, command: string[], seen: RegExp, runs: number): Promise<Measured> {
  const own: (Cost & { peak: number })[] = [];
  const empty: (Cost & { peak: number })[] = [];
  for (let i = 0; i < runs; i++) {
    empty.push(await costUntil([node.path, ...WAITING], /x/));
    own.push(await costUntil(command, seen));
  }
  const memory = difference(
    own.map(({ peak }) => peak),
    await peaksOf([node.path, ...EMPTY], true),
  );
  return { own, empty, memory };
}

const median = (numbers: number[]): number | undefined => numbers.sort((a, b) => a - b)[numbers.length >> 1];
