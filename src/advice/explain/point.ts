import type { CasePoint } from "../advice.ts";
import {
  caveatOf,
  counterOfPoint,
  type Draft,
  type Explainable,
  reasonOfPoint,
  saidOf,
  sourcesOf,
} from "./explanation.ts";

export function explainPoint(point: CasePoint, { advice, library }: Explainable): Draft {
  const { rule, weight, from, facts } = point;
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
    wouldChange: CHANGEABLE.includes(from.split("/")[0] ?? "")
      ? [
          {
            flag: `--${from.replace("/", " ")}`,
            label: `Without the answer "${saidOf(from, library)}"`,
            effect: "this point would not count",
          },
        ]
      : [],
    facts,
  };
}

/** Kinds of answers that a person can change. */
const CHANGEABLE = ["goal", "track"];
