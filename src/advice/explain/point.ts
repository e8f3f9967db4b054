import { answersOf, answerTopics, type Profile } from "../../profile/profile.ts";
import type { CasePoint } from "../advice.ts";
import { casePoints } from "../case.ts";
import { isChangeable, without } from "./answers.ts";
import {
  caveatOf,
  counterOfPoint,
  type Draft,
  type Explainable,
  reasonOfPoint,
  sourcesOf,
  titleOf,
  type WouldChange,
} from "./explanation.ts";

export function explainPoint(point: CasePoint, from: Explainable): Draft {
  const { advice, library } = from;
  const { rule, weight, facts } = point;
  const side =
    weight > 0 ? `${weight} for` : weight < 0 ? `${-weight} against` : "for nothing; it is the other side of a point";
  const others = [...advice.case.against, ...advice.case.for];
  const other = others.find((each) => each.rule === `${rule}-but` || `${each.rule}-but` === rule);
  return {
    id: rule,
    kind: "point",
    title: point.text,
    chosen: `It counts ${side}.`,
    because: [reasonOfPoint(point, library)],
    counter: other ? counterOfPoint(other) : caveatOf(sourcesOf(facts, library)),
    wouldChange: leaving(point, from),
    facts,
  };
}

/** The single answers without which the point no longer holds: each is tried. */
function leaving({ rule, answers }: CasePoint, { advice: { profile }, library, today }: Explainable): WouldChange[] {
  const holds = (changed: Profile): boolean =>
    casePoints(answerTopics(changed, library), answersOf(changed, library, today)).some((each) => each.rule === rule);
  return answers.flatMap((ref) => {
    const [kind = "", id = ""] = ref.split("/");
    if (!isChangeable(kind) || holds(without(profile, kind, id))) return [];
    const label = `Without "${titleOf(ref, library)}"`;
    return [{ flag: `without --${kind} ${id}`, label, effect: "this point does not count" }];
  });
}
