import { QUESTIONS } from "../../profile/questions.ts";
import { flipEffects } from "../flip-words.ts";
import { type Draft, type Explainable, reasonOfEverybody, titleOf } from "./explanation.ts";

/** A question of the program: why it is asked, and what an answer would change. */
export function explainQuestion(id: string, { advice, library }: Explainable): Draft | undefined {
  const question = QUESTIONS.find((each) => each.id === id);
  if (!question) return undefined;
  const given = question.known(advice.profile);
  return {
    id,
    kind: "question",
    title: question.ask,
    chosen: given
      ? `You answered: ${given.join(", ")}.`
      : "You have not answered it, so it counts neither for nor against.",
    because: [reasonOfEverybody({ from: null, rule: "question", weight: null, claim: question.why, facts: [] })],
    counter: null,
    wouldChange: advice.flips
      .filter(({ answer }) => answer === id)
      .map((flip) => ({
        flag: flip.flag,
        label: flip.label,
        effect: flipEffects(flip, (benefit) => titleOf(benefit, library)).join("; "),
      })),
    facts: [],
  };
}
