import { firstParagraph } from "../../library/passages.ts";
import type { Passage } from "../advice.ts";
import { doubtOf } from "./benefit.ts";
import { caveatOf, type Draft, type Explainable, saidOf, sourcesOf } from "./explanation.ts";

/** A passage: which answer made it speak, about which benefit, resting on what. */
export function explainPassage({ id, topic, markdown, facts }: Passage, { advice, library }: Explainable): Draft {
  const benefit = advice.benefits.find(({ passages }) => passages.some((passage) => passage.id === id));
  const said = saidOf(topic, library);
  const isArticle = topic.startsWith("section/");
  const [kind = ""] = topic.split("/");
  const sources = sourcesOf(facts, library);
  return {
    id,
    kind: "passage",
    title: `${benefit?.title ?? ""}: ${said}`,
    chosen: isArticle
      ? "It is the article's own word on this benefit, and stands in every advice."
      : "It speaks because of your answer, about this benefit.",
    because: [
      {
        answer: isArticle ? "general" : topic,
        said: isArticle ? saidOf("general", library) : said,
        rule: "passage",
        weight: null,
        claim: firstParagraph(markdown)
          .replace(/\s+/g, " ")
          .replace(/\[\^[a-z0-9-]+\]/g, ""),
        facts,
      },
    ],
    counter: caveatOf(sources) ?? (benefit ? doubtOf(benefit, library) : null),
    wouldChange: isArticle
      ? []
      : [{ flag: `--${kind}`, label: `Another ${kind}`, effect: "another passage would stand here" }],
    facts,
  };
}
