import type { Profile } from "./profile.ts";
import type { QuestionId } from "./questions.ts";

/** An answer read from a resume, and from which place: `field: nursing, from education[0].area`. */
interface Taken {
  answer: QuestionId;
  value: string;
  at: string;
}

/** What the resume does not answer clearly, and why. */
interface LeftOpen {
  answer: QuestionId;
  why: string;
}

/** What a resume lacks. It becomes a reason for a step of the checklist: `resume/projects`. */
export interface Gap {
  id: string;
  at: string;
  /** One sentence, with the place. */
  text: string;
  /** The actions that close it: one that the checklist holds or an answer names, otherwise the last. */
  actions: readonly string[];
}

/** What was taken from a resume. It holds ids and places, nothing that its owner wrote. */
export interface FromResume {
  taken: Taken[];
  /** What the resume says where a flag or a profile file says something else. */
  overruled: Taken[];
  open: LeftOpen[];
  gaps: Gap[];
}

/** The value of an overruled stage, where the studies ended more than two years ago. */
export const ENDED = "ended";

const KEYS: Partial<Record<QuestionId, keyof Profile>> = {
  field: "field",
  stage: "stage",
  concern: "concerns",
  country: "country",
};

/** Answers with others laid over them: a field brings its own further fields, a country says whether it is online. */
export function overlaid(under: Profile, over: Profile): Profile {
  const { alsoFields, remote, ...known } = under;
  const isPlaced = over.country !== undefined || over.remote !== undefined;
  return {
    ...known,
    ...(alsoFields && !over.field ? { alsoFields } : {}),
    ...(remote && !isPlaced ? { remote } : {}),
    ...over,
  };
}

/** What of a resume stands in the final answers, and what they overruled. */
export function settle({ taken, overruled, open, gaps }: FromResume, profile: Profile): FromResume {
  const answerOf = (id: QuestionId): string[] | undefined => {
    const value = profile[KEYS[id] as keyof Profile];
    return value === undefined ? undefined : [value].flat().map(String);
  };
  const stands = ({ answer, value }: Taken): boolean => answerOf(answer)?.includes(value) ?? false;
  const all = [...taken, ...overruled];
  return {
    taken: all.filter(stands),
    overruled: all.filter((item) => !stands(item) && answerOf(item.answer) !== undefined),
    open: open.filter(({ answer }) => answerOf(answer) === undefined),
    gaps,
  };
}
