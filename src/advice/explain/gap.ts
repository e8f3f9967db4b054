import type { Gap } from "../../profile/from-resume.ts";
import { type Draft, type Explainable, reasonOfGap } from "./explanation.ts";

/** What a resume lacks, and the step that closes it. */
export function explainGap(gap: Gap, { plan, library }: Explainable): Draft {
  const { id, at, text } = gap;
  const answer = `resume/${id}`;
  const closing = plan.steps.filter((step) => step.because.includes(answer));
  const titles = closing.map((step) => `${step.title}${step.due ? `, by ${step.due}` : ""}`);
  return {
    id: answer,
    kind: "gap",
    title: text.replace(/ \(`.*$/, ""),
    chosen:
      titles.length > 0
        ? `A step of your checklist closes it: ${titles.join("; ")}.`
        : "Your checklist has no step for it: it is full, or the step does not fit your answers.",
    because: [reasonOfGap(gap)],
    counter: { text: "A gap counts only where the ads you answer ask for it. Leave out what they do not.", facts: [] },
    wouldChange: [{ flag: "--resume", label: `A resume in which ${at} is filled`, effect: "the gap is gone" }],
    facts: closing.flatMap((step) => library.find("action", step.id)?.facts ?? []),
  };
}
