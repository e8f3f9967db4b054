import type { Kind } from "./kinds.ts";

/**
 * A valid topic file of a kind, to be written over: every key its kind needs, and what each is for.
 * @param today an ISO date, for `reviewed`
 */
export function skeletonOf(kind: Kind, id: string, today: string): string {
  const title = titleOf(id);
  const lines = [
    `title: ${title}`,
    "summary: One line of up to a hundred characters, shown in lists.",
    `reviewed: ${today}`,
  ];
  return `---\n${[...lines, ...KEYS[kind](today)].join("\n")}\n---\n${BODIES[kind]}\n`;
}

/** `visit-the-fair`: Visit the fair. */
const titleOf = (id: string): string => {
  const words = id.replaceAll("-", " ").slice(0, 55);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const ADVISING = [
  "aliases: []",
  "# Points for benefits (experience, networking, skills, resume, clarity, jobs, confidence), each with its because:",
  "favors: {}",
  "because: {}",
  "# Actions this answer adds to a checklist, the most helpful first:",
  "steps: []",
  "# What to watch: { text: ..., facts: [...] }",
  "watch: []",
];

const KEYS: Record<Kind, (today: string) => string[]> = {
  section: () => ["proof: thinly", "facts: []"],
  field: () => ["codes: { cip: [], isced-f: [] }", "tracks: [research]", ...ADVISING],
  track: () => [
    "# In weeks before the start of the internship:",
    "calendar: { opens: 30, peak: 21, peak-ends: 12, closes: 4, sure: low, from: our own estimate }",
    "hiring: mixed",
    ...ADVISING,
  ],
  stage: () => ADVISING,
  goal: () => ["you: do what this goal is about", ...ADVISING],
  concern: () => ["private: false", ...ADVISING],
  country: () => ["office: the international office of your college", ...ADVISING],
  alternative: () => ["facts: []"],
  action: () => [
    "phase: prepare",
    "effort: 1",
    "# Best done this many weeks before opens, peak, closes, start, interview, offer, mid or end:",
    "due: { before: peak, weeks: 2 }",
    "after: []",
    "serves: []",
    "priority: recommended",
    "done: What can be seen when it is done.",
    "# Only for some answers: when: { track: [nursing], concern: [money] }",
  ],
  fact: (today) => [
    "benefits: [caution]",
    "study: survey",
    "strength: descriptive",
    "grade: C",
    "population: Whom it is about.",
    "country: United States",
    "countries: [us]",
    `year: "${today.slice(0, 4)}"`,
    "value: The finding, as the source gives it.",
    "caveat: What it does not show.",
    "source:",
    "  authors: Name of the author or institution",
    "  title: Title of the source",
    "  publisher: Where it was published",
    `  year: ${today.slice(0, 4)}`,
    "  url: https://example.org/",
    `checked: ${today}`,
  ],
};

const SPEAKING =
  "What a reader with this answer needs to hear first.\n\n## Real-World Experience\n\nWhat this answer means for that benefit. A heading for each benefit you speak to.";

const BODIES: Record<Kind, string> = {
  section: "What the benefit is, for anyone.",
  field: SPEAKING,
  track:
    "What the work is like, and how places are filled.\n\n## If you are late\n\nWhat is still open when the usual window has closed.",
  stage: SPEAKING,
  goal: SPEAKING,
  concern: SPEAKING,
  country: "What to know about pay and permission to work, each rule with a fact.",
  alternative: "What it is, whom it suits, and how to begin.",
  action: "Why it helps, in one or two sentences.\n\n- How to begin.\n- What to do next.",
  fact: "",
};
