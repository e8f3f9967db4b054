import { QUESTIONS } from "../../profile/questions.ts";
import type { Draft, Explainable } from "./explanation.ts";

/** A question of the program: why it is asked, and what an answer would change. */
export function explainQuestion(id: string, { advice, library }: Explainable): Draft | undefined {
  const question = QUESTIONS.find((each) => each.id === id);
  if (!question) return undefined;
  const given = question.known(advice.profile);
  const flips = advice.flips.filter(({ answer, value }) => answer === id && value !== null);
  return {
    id,
    kind: "question",
    title: question.ask,
    chosen: given
      ? `You answered: ${given.join(", ")}.`
      : "You have not answered it, so it counts neither for nor against.",
    because: [
      {
        answer: "general",
        said: "Every advice asks it",
        rule: "question",
        weight: null,
        claim: question.why,
        facts: [],
      },
    ],
    counter: null,
    wouldChange: flips.map(({ flag, label, conclusion, changes }) => ({
      flag,
      label,
      effect: changes.includes("conclusion") ? conclusionTitle(conclusion) : "another order of the benefits",
    })),
    facts: [],
  };

  function conclusionTitle(conclusion: string): string {
    const section = library.find("section", "conclusion");
    return section?.conclusions?.[conclusion as "strong"].title ?? conclusion;
  }
}
