import type { Library } from "../../library/library.ts";
import { footnotesOf } from "../../library/passages.ts";
import { ANSWER_KINDS, type Topic } from "../../library/topic.ts";
import type { Gap } from "../../profile/from-resume.ts";
import { isChangeable, withAnswer, without } from "./answers.ts";
import {
  type Counter,
  caveatOf,
  type Draft,
  type Explainable,
  type Reason,
  reasonOf,
  reasonOfEverybody,
  reasonOfGap,
  sourcesOf,
  titleOf,
  type WouldChange,
} from "./explanation.ts";

type Step = Explainable["plan"]["steps"][number];

export function explainAction(action: Topic<"action">, from: Explainable): Draft {
  const { advice, plan, library } = from;
  const gaps = advice.fromResume?.gaps ?? [];
  const step = plan.steps.find((each) => each.id === action.id);
  const out = plan.leftOut.find((each) => each.id === action.id);
  const facts = [...action.facts, ...footnotesOf(action.markdown)];
  return {
    id: action.id,
    kind: "action",
    title: step?.title ?? action.title,
    chosen: step
      ? `It is in your checklist${step.due ? `, by ${step.due}` : ""}.`
      : `It is not in your checklist: ${out?.reason ?? "it was not selected"}.`,
    because: step ? reasonsOf(step, action, gaps, library) : [termsOf(action, library)],
    counter: caveatOf(sourcesOf(facts, library)) ?? untested(action),
    wouldChange: step ? leaving(step, from) : joining(action, from),
    facts,
  };
}

const CLAIMS: Record<string, string> = {
  priority: "It belongs to every checklist it fits.",
  all: "You asked for every step that applies.",
  event: "You named the day, and this belongs to it.",
};

function reasonsOf(step: Step, action: Topic<"action">, gaps: readonly Gap[], library: Library): Reason[] {
  return step.because.map((reason, i) => {
    const rule = step.rules[i] ?? "steps";
    const behind = { ...step, from: `action/${action.id}`, rule, facts: action.facts };
    if (rule === "prerequisite") {
      const claim = `It comes before: ${titleOf(reason.replace("before/", "action/"), library)}.`;
      return reasonOf({ ...behind, answers: [], claim }, library);
    }
    const gap = gaps.find(({ id }) => `resume/${id}` === reason);
    if (gap) return { ...reasonOfGap(gap), facts: action.facts };
    if (rule !== "steps") return reasonOf({ ...behind, claim: CLAIMS[rule] ?? "" }, library);
    return reasonOf({ ...behind, from: reason, claim: `${titleOf(reason, library)}: this adds it.` }, library);
  });
}

/** For whom a step is, where it is not in the checklist. */
function termsOf(action: Topic<"action">, library: Library): Reason {
  const words = ANSWER_KINDS.flatMap((kind) => {
    const ids = action.when?.[kind];
    return ids ? [`${kind} (${ids.map((id) => titleOf(`${kind}/${id}`, library)).join(", ")})`] : [];
  });
  const claim =
    words.length > 0
      ? `It is for certain answers only: ${words.join(" and ")}.`
      : `It is for anyone, and ${action.priority}.`;
  const from = `action/${action.id}`;
  return reasonOfEverybody({ from, rule: "when", weight: null, claim, facts: action.facts });
}

const untested = ({ effort }: Topic<"action">): Counter => ({
  text: `No study named here tests this step by itself. It takes ${effort} h of your time.`,
  facts: [],
});

/** The single answers without which the step leaves the checklist: each is tried. */
function leaving({ id, because }: Step, { advice: { profile }, plan, library }: Explainable): WouldChange[] {
  return because.flatMap((reason) => {
    const [kind = "", answer = ""] = reason.split("/");
    if (!isChangeable(kind) || plan.stepsOf(without(profile, kind, answer)).has(id)) return [];
    const label = `Without "${titleOf(reason, library)}"`;
    return [{ flag: `without --${kind} ${answer}`, label, effect: "it leaves the checklist" }];
  });
}

/** The single answers, changeable or not given, with which the step joins the checklist: each is tried. */
function joining(action: Topic<"action">, { advice, plan, library }: Explainable): WouldChange[] {
  const { profile, unknown } = advice;
  const all = { flag: "--all", label: "With every step that applies", effect: "it joins the checklist" };
  const open: readonly string[] = unknown.map(({ id }) => id);
  const found = library.heads
    .filter(({ kind }) => isChangeable(kind) || open.includes(kind))
    .filter(({ kind, id }) => plan.stepsOf(withAnswer(profile, kind, id)).has(action.id))
    .map(({ kind, id, title }) => ({
      flag: `--${kind} ${id}`,
      label: `With "${title}"`,
      effect: "it joins the checklist",
    }));
  return plan.keptShort.includes(action.id) ? [all, ...found] : found;
}
