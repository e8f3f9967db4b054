import type { Result } from "./bench-measure.ts";
import { MOST_MEMORY } from "./bench-rows.ts";

const twoDigits = (number: number): string => number.toFixed(2);

/** One line a result, with what is over what was promised. */
export function lineOf({ name, ratio, most, wallRatio, wall, memory }: Result): string {
  const over = [...(ratio > most ? ["over"] : []), ...((memory ?? 0) > MOST_MEMORY ? ["over in memory"] : [])];
  const cpu = `${twoDigits(ratio)}x (at most ${most})`;
  const rest = `wall ${twoDigits(wallRatio)}x, ${wall.toFixed(0).padStart(3)} ms  ${memoryWords(memory)}`;
  return [`  ${name.padEnd(24)}`, cpu.padEnd(20), rest, ...over].join("  ");
}

const memoryWords = (memory: number | null): string =>
  memory === null ? "memory not measured" : `${memory >= 0 ? "+" : ""}${memory.toFixed(1)} MB`;

const keyOf = ({ node, variant, name }: Result): string => `${node.split(".")[0]} ${variant} ${name}`;

/** Two measurements side by side, row by row of those that both have. */
export function compare(before: readonly Result[], after: readonly Result[]): string[] {
  const old = new Map(before.map((result) => [keyOf(result), result]));
  return after.flatMap((result) => {
    const was = old.get(keyOf(result));
    if (!was) return [];
    const change = ((result.ratio / was.ratio - 1) * 100).toFixed(0).padStart(4);
    return [`${keyOf(result).padEnd(38)} ${twoDigits(was.ratio)} -> ${twoDigits(result.ratio)}  ${change} %`];
  });
}

/** The table of the README: CPU time of a checkout, and of the package behind a slash, for each Node. */
export function markdownTable(results: readonly Result[], runs: number): string {
  const nodes = [...new Set(results.map(({ node }) => node))];
  const names = [...new Set(results.map(({ name }) => name))];
  const rows = names.map((name) => {
    const own = results.filter((result) => result.name === name);
    const cells = nodes.map((node) =>
      (["checkout", "package"] as const)
        .flatMap((variant) => own.find((result) => result.node === node && result.variant === variant) ?? [])
        .map(({ ratio }) => twoDigits(ratio))
        .join(" / "),
    );
    const memory = Math.max(0, ...own.map((result) => result.memory ?? 0)).toFixed(1);
    return [name, ...cells, `${own[0]?.most}`, `${memory} MB`];
  });
  const head = ["run", ...nodes.map((node) => `Node ${node.replace(/^v/, "")}`), "promised", "memory"];
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  const note = `CPU time of a checkout / of the published package, as times \`node -e 0\` (medians of ${runs}; a busy machine moves them
by a few hundredths), and the most memory above it:`;
  return `${note}\n\n${lines.join("\n")}`;
}
