import type { Benefit } from "../library/kinds.ts";
import type { ConclusionId, Flip } from "./advice.ts";

const CONCLUSIONS: Record<ConclusionId, string> = {
  strong: "a strong case",
  "worth-it": "worth it",
  conditional: "only on these conditions",
  "alternatives-first": "look at alternatives first",
};

/** What a flip changes, in words, what matters most first: the conclusion with its conditions, the first three benefits. */
export function flipEffects(
  { changes, conclusion, conditions, topThree }: Flip,
  titleOf: (benefit: Benefit) => string,
): string[] {
  const named = conclusion === "conditional" && conditions.length > 0 ? `: ${conditions.join("; ")}` : "";
  const [first, second, third] = topThree.map(titleOf);
  return [
    ...(changes.includes("conclusion") ? [CONCLUSIONS[conclusion] + named] : []),
    ...(changes.includes("top-three") ? [`${first} would come first, then ${second} and ${third}`] : []),
  ];
}
