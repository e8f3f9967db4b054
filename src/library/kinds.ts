/** The benefits, in the order of the article. Ties in a ranking fall in this order. */
export const BENEFITS = ["experience", "networking", "skills", "resume", "clarity", "jobs", "confidence"] as const;
export type Benefit = (typeof BENEFITS)[number];

/** What a fact can be about. */
export const FACT_SUBJECTS = [...BENEFITS, "caution", "access", "alternatives", "timing", "law"] as const;

/** The kinds of topic, in the order in which a bare id is looked up. */
export const KINDS = [
  "section",
  "action",
  "field",
  "track",
  "stage",
  "goal",
  "concern",
  "country",
  "alternative",
  "fact",
] as const;
export type Kind = (typeof KINDS)[number];

/** The folder of each kind below a content folder; the plural that `list` and `resolve` take as well. */
export const FOLDERS: Record<Kind, string> = {
  section: "article",
  action: "actions",
  field: "fields",
  track: "tracks",
  stage: "stages",
  goal: "goals",
  concern: "concerns",
  country: "countries",
  alternative: "alternatives",
  fact: "facts",
};

/** The phases of an internship, in order. */
export const PHASES = ["decide", "prepare", "search", "apply", "interview", "offer", "during", "after"] as const;
export type Phase = (typeof PHASES)[number];

/** Concerns the program works out itself; content may use them in conditions. */
export const DERIVED_CONCERNS = ["late-start", "minor"];

/** The kind a person names in singular or plural ("field", "fields", "sections"), or undefined. */
export function kindNamed(text: string): Kind | undefined {
  return KINDS.find((kind) => text === kind || text === FOLDERS[kind] || text === `${kind}s`);
}
