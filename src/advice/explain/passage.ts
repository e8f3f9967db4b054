import { firstParagraph, withoutFootnotes } from "../../library/passages.ts";
import type { Passage } from "../advice.ts";
import { isChangeable } from "./answers.ts";
import { doubtOf } from "./benefit.ts";
import { caveatOf, type Draft, type Explainable, reasonOf, sourcesOf, titleOf } from "./explanation.ts";

/** A passage: which answer made it speak, about which benefit, resting on what. */
export function explainPassage(passage: Passage, { advice, library }: Explainable): Draft {
  const { id, topic, answers, markdown, facts } = passage;
  const benefit = advice.benefits.find(({ passages }) => passages.includes(passage));
  const title = titleOf(topic, library);
  const [kind = ""] = topic.split("/");
  return {
    id,
    kind: "passage",
    title: `${benefit?.title ?? ""}: ${title}`,
    chosen:
      answers.length > 0
        ? "It speaks because of your answer, about this benefit."
        : "It is the article's own word on this benefit, and stands in every advice.",
    because: [
      reasonOf(
        {
          ...passage,
          from: topic,
          claim: withoutFootnotes(firstParagraph(markdown)).replace(/\s+/g, " "),
        },
        library,
      ),
    ],
    counter: caveatOf(sourcesOf(facts, library)) ?? (benefit ? doubtOf(benefit, library) : null),
    wouldChange:
      isChangeable(kind) && answers.includes(topic)
        ? [{ flag: `without --${topic.replace("/", " ")}`, label: `Without "${title}"`, effect: "it does not speak" }]
        : [],
    facts,
  };
}
