import type { Library } from "../../library/library.ts";
import { sourceOf } from "../../library/terms.ts";
import type { RankedBenefit } from "../advice.ts";
import {
  type Counter,
  caveatOf,
  type Draft,
  type Explainable,
  type Reason,
  reasonOf,
  reasonOfEverybody,
} from "./explanation.ts";

const PROOF = { well: "well tested", partly: "partly tested", thinly: "thinly tested" } as const;
const FIRST = 3;

export function explainBenefit(benefit: RankedBenefit, { advice, library }: Explainable): Draft {
  const place = advice.benefits.indexOf(benefit) + 1;
  const tested = `It is ${PROOF[benefit.proof]}.`;
  const isFirst = place <= FIRST;
  return {
    id: benefit.id,
    kind: "benefit",
    title: benefit.title,
    chosen:
      benefit.score > 0
        ? `It stands in place ${place} of 7, with ${pointsOf(benefit.score)} from your answers. ${tested}`
        : `None of your answers points here; it stands in place ${place} of 7. ${tested}`,
    because: reasonsOf(benefit, library),
    counter: doubtOf(benefit, library),
    wouldChange: advice.flips
      .filter((flip) => flip.topThree.includes(benefit.id) !== isFirst)
      .map(({ flag, label }) => ({
        flag,
        label,
        effect: isFirst ? "it leaves your first three" : "it joins your first three",
      })),
    facts: benefit.facts,
  };
}

const pointsOf = (score: number): string => (score === 1 ? "1 point" : `${score} points`);

/** The parts of the score; where there are none, what the article claims of everybody. */
function reasonsOf(benefit: RankedBenefit, library: Library): Reason[] {
  if (benefit.parts.length === 0) {
    const claim = library.find("section", benefit.id)?.summary ?? benefit.title;
    const facts = benefit.passages[0]?.facts ?? [];
    const from = `section/${benefit.id}`;
    return [reasonOfEverybody({ from, rule: "passage", weight: 0, claim, facts })];
  }
  return benefit.parts.map((part) => reasonOf({ ...part, claim: part.because }, library));
}

/** A finding that speaks against it, else the caveat of the first one. */
export function doubtOf(benefit: RankedBenefit, library: Library): Counter | null {
  const facts = benefit.facts.flatMap((id) => library.find("fact", id) ?? []);
  const doubt = facts.find((fact) => fact.benefits.includes("caution"));
  return doubt ? { text: doubt.summary, facts: [doubt.id] } : caveatOf(facts.map(sourceOf));
}
