import { PHASES } from "../library/kinds.ts";
import { plainText } from "../library/passages.ts";
import type { Plan, Step } from "../plan/plan.ts";
import { timelineOf } from "../plan/timeline.ts";
import { longDate, parseDay } from "../profile/dates.ts";
import { escapeHtml } from "./escape-html.ts";
import { lateSteps, lateWords } from "./late-words.ts";
import { originsOfSteps, originWords } from "./origins.ts";
import { PHASE_TITLES } from "./phase-titles.ts";
import { planTitle } from "./plan-title.ts";
import { timelineSvg } from "./timeline-svg.ts";
import { verdictWords } from "./verdict-words.ts";

/**
 * The plan as one page that needs nothing else: readable without a script, printable, and with a script its boxes
 * remember what is ticked, on this computer only.
 */
export function planHtml(plan: Plan): string {
  const title = planTitle(plan);
  const timeline = timelineOf(plan, parseDay(plan.made) ?? 0);
  const phases = PHASES.map((phase) => ({ phase, steps: plan.steps.filter((step) => step.phase === phase) }));
  return `${[
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`,
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    `<body data-plan="${escapeHtml(plan.planId)}">`,
    "<main>",
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${introOf(plan).map(escapeHtml).join(" ")}</p>`,
    `<p id="progress" role="status">${progressOf(plan)}</p>`,
    timeline ? `<figure><div>${timelineSvg(timeline)}</div><figcaption>${CAPTION}</figcaption></figure>` : "",
    ...phases.flatMap(({ phase, steps }) =>
      steps.length === 0
        ? []
        : [
            `<section>\n<h2>${PHASE_TITLES[phase]}</h2>\n<ul>`,
            ...steps.map((step) => stepHtml(step, plan)),
            "</ul>\n</section>",
          ],
    ),
    "</main>",
    `<script>${SCRIPT}</script>`,
    "</body>",
    "</html>",
  ]
    .filter(Boolean)
    .join("\n")}\n`;
}

function introOf(plan: Plan): string[] {
  const { calendar, profile, totalHours } = plan;
  const date = (iso: string): string => longDate(parseDay(iso) ?? 0);
  const start = profile.start
    ? [`Start: ${date(profile.start)}.`]
    : ["No start date was given, so the steps are in order, without dates."];
  const window = calendar
    ? [
        `Hiring${calendar.track === "undecided" ? "" : ` (${calendar.title})`} opens about ${date(calendar.opens)} and closes about ${date(calendar.closes)} (${calendar.sure} certainty).`,
      ]
    : [];
  const late = lateWords(plan, date);
  const order = lateSteps(plan, parseDay(plan.made) ?? 0);
  const hours = `${Math.round(totalHours * 10) / 10} hours before you start.`;
  const origins = originWords(originsOfSteps(plan.steps));
  return [
    `Made on ${date(plan.made)}.`,
    ...start,
    hours,
    ...verdictWords(plan),
    ...window,
    ...(late ? [late] : []),
    ...(order ? [order] : []),
    ...origins,
  ];
}

const CAPTION =
  "A bar runs from the day a step begins to the day to have it done by. A wide band is time you said is taken.";

const progressOf = ({ steps }: Plan): string =>
  `${steps.filter(({ status }) => status === "done").length} of ${steps.length} steps done`;

function stepHtml(step: Step, plan: Plan): string {
  const done = step.status === "done";
  const after = step.after.flatMap((id) => plan.steps.find((other) => other.id === id) ?? []);
  return [
    `<li id="${escapeHtml(step.id)}">`,
    `<label><input type="checkbox" data-uid="${step.uid}"${done ? " checked data-done" : ""}> <strong>${escapeHtml(step.title)}</strong></label>`,
    `<p class="when">${whenOf(step)}</p>`,
    `<details><summary>Why and how</summary>`,
    `<p>${escapeHtml(plainText(step.why))}</p>`,
    step.how.length > 0
      ? `<ul>${step.how.map((point) => `<li>${escapeHtml(plainText(point))}</li>`).join("")}</ul>`
      : "",
    `<p><em>Done when:</em> ${escapeHtml(plainText(step.doneWhen))}</p>`,
    step.cost ? `<p><em>Cost:</em> ${escapeHtml(plainText(step.cost))}</p>` : "",
    after.length > 0
      ? `<p><em>After:</em> ${after.map(({ id, title }) => `<a href="#${escapeHtml(id)}">${escapeHtml(title)}</a>`).join(", ")}</p>`
      : "",
    "</details>",
    "</li>",
  ]
    .filter(Boolean)
    .join("\n");
}

function whenOf({ due, week, effortHours }: Step): string {
  const time =
    due === null
      ? week === null
        ? []
        : [`Week ${week}`]
      : [`By <time datetime="${due}">${longDate(parseDay(due) ?? 0)}</time>`];
  return [...time, ...(effortHours > 0 ? [`${effortHours} h`] : [])].join(" · ");
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2329; --paper: #fff; --quiet: #57606a; --line: #d0d7de; --bar: #1f6f8b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --paper: #14181c; --quiet: #a3abb3; --line: #39424b; --bar: #5fb3cf; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; border-bottom: 1px solid var(--line); }
figure { margin: 1rem 0; } figure > div { overflow-x: auto; } svg { min-width: 40rem; width: 100%; height: auto; }
svg text { fill: var(--ink); } svg .name, svg text.month { fill: var(--quiet); font-size: 11px; }
svg .bar { fill: var(--bar); } svg .busy { fill: var(--line); }
svg line { stroke: var(--line); } svg line.day { stroke: var(--quiet); stroke-dasharray: 3 3; } svg line.today { stroke: var(--ink); stroke-dasharray: none; }
section > ul { list-style: none; padding: 0; } section > ul > li { margin: 0.75rem 0; }
figcaption { color: var(--quiet); font-size: 0.9rem; } label { display: block; padding-left: 1.7rem; text-indent: -1.7rem; } input { width: 1.1rem; height: 1.1rem; vertical-align: -0.15rem; }
.when { margin: 0 0 0 1.7rem; color: var(--quiet); } details { margin-left: 1.7rem; } a { color: inherit; }
@media print { body { font-size: 10pt; } details { display: none; } svg { min-width: 0; } li { break-inside: avoid; } }
`;

/** What is ticked is kept under the plan's id; what the file says is done stays done. */
const SCRIPT = `
(() => {
  const key = "intern-why:" + document.body.dataset.plan;
  const boxes = [...document.querySelectorAll("input[data-uid]")];
  const show = () => {
    const done = boxes.filter((box) => box.checked).length;
    document.getElementById("progress").textContent = done + " of " + boxes.length + " steps done";
  };
  let ticked = [];
  try { ticked = JSON.parse(localStorage.getItem(key) || "[]"); } catch {}
  for (const box of boxes) {
    if (Array.isArray(ticked) && ticked.includes(box.dataset.uid)) box.checked = true;
    box.addEventListener("change", () => {
      show();
      try { localStorage.setItem(key, JSON.stringify(boxes.filter((each) => each.checked).map((each) => each.dataset.uid))); } catch {}
    });
  }
  show();
})();
`;
