import type { Library } from "../../library/library.ts";
import { footnotesOf } from "../../library/passages.ts";
import { ANSWER_KINDS, type Topic } from "../../library/topic.ts";
import type { Gap } from "../../profile/from-resume.ts";
import {
  type Counter,
  caveatOf,
  type Draft,
  type Explainable,
  type Reason,
  saidOf,
  sourcesOf,
  type WouldChange,
} from "./explanation.ts";

export function explainAction(action: Topic<"action">, { advice, plan, library }: Explainable): Draft {
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
    because: step ? step.because.map((reason) => reasonOf(reason, action, library, gaps)) : [termsOf(action, library)],
    counter: caveatOf(sourcesOf(facts, library)) ?? untested(action),
    wouldChange: step ? leaving(step.because, library) : joining(action, out?.reason ?? "", library),
    facts,
  };
}

const RULES: Record<string, { rule: string; claim: string }> = {
  essential: { rule: "priority", claim: "It belongs to every checklist." },
  all: { rule: "all", claim: "You asked for every step that applies." },
  plan: { rule: "plan", claim: "It stands in your plan file." },
};

function reasonOf(reason: string, action: Topic<"action">, library: Library, gaps: readonly Gap[]): Reason {
  const common = { weight: null, facts: action.facts };
  const fixed = RULES[reason];
  if (fixed) return { answer: "general", said: saidOf("general", library), ...fixed, ...common };
  if (reason.startsWith("before/")) {
    const later = library.find("action", reason.slice("before/".length))?.title ?? reason;
    return { answer: "general", said: later, rule: "prerequisite", claim: `It comes before: ${later}.`, ...common };
  }
  const gap = gaps.find(({ id }) => `resume/${id}` === reason);
  if (gap) return { answer: reason, said: `Your resume, ${gap.at}`, rule: "gap", claim: gap.text, ...common };
  const said = saidOf(reason, library);
  return { answer: reason, said, rule: "steps", claim: `Your answer adds it: ${said}.`, ...common };
}

/** For whom a step is, where it is not in the checklist. */
function termsOf(action: Topic<"action">, library: Library): Reason {
  const words = ANSWER_KINDS.flatMap((kind) => {
    const ids = action.when?.[kind];
    return ids ? [`${kind} (${ids.map((id) => saidOf(`${kind}/${id}`, library)).join(", ")})`] : [];
  });
  const claim =
    words.length > 0
      ? `It is for certain answers only: ${words.join(" and ")}.`
      : `It is for anyone, and ${action.priority}.`;
  return {
    answer: "general",
    said: saidOf("general", library),
    rule: "when",
    weight: null,
    claim,
    facts: action.facts,
  };
}

const untested = ({ effort }: Topic<"action">): Counter => ({
  text: `No study named here tests this step by itself. It takes ${effort} h of your time.`,
  facts: [],
});

/** Kinds of answers that a person can change or settle. */
const CHANGEABLE = ["goal", "track", "concern"];

/** A step that only answers brought in leaves with the last of them. */
function leaving(because: readonly string[], library: Library): WouldChange[] {
  if (because.some((reason) => RULES[reason] || reason.startsWith("before/"))) return [];
  if (!because.every((reason) => CHANGEABLE.includes(reason.split("/")[0] ?? ""))) return [];
  const said = because.map((reason) => `"${saidOf(reason, library)}"`).join(" and ");
  return [
    {
      flag: because.map((reason) => `--${reason.replace("/", " ")}`).join(" "),
      label: `Without ${said}`,
      effect: "it may leave the short checklist",
    },
  ];
}

function joining(action: Topic<"action">, reason: string, library: Library): WouldChange[] {
  if (reason.includes("--all"))
    return [{ flag: "--all", label: "With every step that applies", effect: "it stands in the checklist" }];
  return CHANGEABLE.flatMap((kind) =>
    (action.when?.[kind as "goal"] ?? []).map((id) => ({
      flag: `--${kind} ${id}`,
      label: `With the answer "${saidOf(`${kind}/${id}`, library)}"`,
      effect: "it may stand in the checklist",
    })),
  );
}
