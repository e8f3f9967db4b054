import type { Phase } from "../library/kinds.ts";

/** The phases as a person reads them. */
export const PHASE_TITLES: Record<Phase, string> = {
  decide: "Decide",
  prepare: "Prepare",
  search: "Search",
  apply: "Apply",
  interview: "Interview",
  offer: "Weigh an offer",
  during: "During the internship",
  after: "Toward the end, and after",
};
