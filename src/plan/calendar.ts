import type { Library } from "../library/library.ts";
import { LATE_HEADING, passagesOf } from "../library/passages.ts";
import type { Anchor } from "../library/schemas.ts";
import type { ActionTerms, Topic } from "../library/topic.ts";
import { type Day, formatDay, parseDay } from "../profile/dates.ts";
import { type Profile, trackOf } from "../profile/profile.ts";
import type { PlanCalendar } from "./plan.ts";

/** The day of every event a step can be dated from. */
export interface Events extends Record<Anchor["before"], Day> {
  /** The day of an interview that is agreed: the steps for interviews come before it. */
  invited: Day | undefined;
  /** By when an offer in hand is best looked into. */
  offered: Day | undefined;
  /** By when an offer has to be answered. */
  answered: Day | undefined;
}

/** The days a person knows: of the start, of an interview and of an offer. */
export interface KnownDays {
  start?: Day | undefined;
  interview?: Day | undefined;
  offer?: Day | undefined;
  /** Nobody said by when an offer in hand is to be answered: by when it is best looked into. */
  inHand?: Day | undefined;
}

export const knownDays = ({ start, interview, offer }: Profile): KnownDays => {
  const dayOf = (text: string | undefined): Day | undefined => (text === undefined ? undefined : parseDay(text));
  return { start: dayOf(start), interview: dayOf(interview), offer: dayOf(offer) };
};

/** Weeks before the start, for a track nobody knows (knowledge of many fields, medium certainty). */
const GENERIC = { opens: 30, peak: 21, closes: 3 };
/** An invitation comes about a week after the peak begins, an offer eight weeks after that. */
const INTERVIEW_AFTER_PEAK = 1;
const OFFER_AFTER_INTERVIEW = 8;
/** A summer internship is taken to last ten weeks. */
const WEEKS_LONG = 10;
/** Where the usual window has closed, places without one are looked for until shortly before the start. */
const LAST_WEEKS = 1;

/**
 * The events around a start, from the track's calendar. A day that is known takes the place of the usual one, and what
 * is usually counted from it follows.
 */
export function eventsFor(known: KnownDays & { start: Day }, track: Topic<"track"> | undefined): Events {
  const { start } = known;
  const { opens, peak, closes } = track?.calendar ?? GENERIC;
  const before = (weeks: number): Day => start - Math.round(weeks * 7);
  const usual = before(Math.max(1, peak - INTERVIEW_AFTER_PEAK));
  const interview = known.interview ?? Math.min(usual, known.offer ?? usual);
  const offer = known.offer ?? Math.max(interview, Math.min(interview + OFFER_AFTER_INTERVIEW * 7, before(1)));
  return {
    opens: before(opens),
    peak: before(peak),
    closes: before(closes),
    interview,
    offer,
    start,
    mid: start + (WEEKS_LONG / 2) * 7,
    end: start + WEEKS_LONG * 7,
    invited: known.interview,
    offered: known.offer ?? known.inHand,
    answered: known.offer,
  };
}

/** A window that closes within this many days is too short for a whole search. */
const CLOSING_DAYS = 28;

/** The events as they can still happen from `today`: a closed window gives way to the time that is left. */
export function stillOpen(events: Events, today: Day): Events & { late: boolean } {
  const late = events.closes < today + CLOSING_DAYS;
  const closes = late ? Math.max(today, events.closes, events.start - LAST_WEEKS * 7) : events.closes;
  const ahead = (day: Day | undefined): Day | undefined => (day !== undefined && day >= today ? day : undefined);
  const { invited, offered, answered } = events;
  return { ...events, closes, late, invited: ahead(invited), offered: ahead(offered), answered: ahead(answered) };
}

const dayOfAnchor = (anchor: Anchor, events: Events): Day => events[anchor.before] - Math.round(anchor.weeks * 7);

/** Days before an agreed interview by which its steps are best done. */
const BEFORE_INTERVIEW = 3;

/** Thanks and notes come after an interview, whatever else belongs to interviews before it. */
export const followsInterview = ({ due }: ActionTerms): boolean => due.before === "interview" && due.weeks <= 0;
const servesInterview = (action: ActionTerms): boolean => action.phase === "interview" && !followsInterview(action);
const servesOffer = ({ phase, due }: ActionTerms): boolean => phase === "offer" && due.before === "offer";

/** Whether a step is for an interview, or for an offer. */
export const serves = (action: ActionTerms, event: "interview" | "offer"): boolean =>
  event === "interview" ? servesInterview(action) : servesOffer(action);

/** Whether what a step is for stands already: then nothing keeps it from beginning today. */
export const isAgreed = (action: ActionTerms, { invited, offered }: Events): boolean =>
  (invited !== undefined && servesInterview(action)) || (offered !== undefined && servesOffer(action));

/** The day an action is best done by. */
export function bestDayOf(action: ActionTerms, events: Events): Day {
  const day = dayOfAnchor(action.due, events);
  if (events.invited !== undefined && servesInterview(action)) return Math.min(day, events.invited - BEFORE_INTERVIEW);
  return events.offered !== undefined && servesOffer(action) ? Math.min(day, events.offered) : day;
}

/** The last day on which an action still helps. */
export function latestOf(action: ActionTerms, events: Events): Day {
  if (action.latest) return dayOfAnchor(action.latest, events);
  if (action.phase === "during" || action.phase === "after") return events.end + 8 * 7;
  if (events.invited !== undefined && servesInterview(action)) return events.invited;
  if (servesOffer(action)) return events.answered ?? events.start;
  return action.phase === "interview" || action.phase === "offer" ? events.start : events.closes;
}

/** The calendar behind a plan's dates, or null where no track is known or no start is given. */
export function calendarOf(profile: Profile, library: Library, known: KnownDays, today: Day): PlanCalendar | null {
  const { track, assumed } = trackOf(profile, library);
  const { start } = known;
  if (!track || start === undefined) return null;
  const events = eventsFor({ ...known, start }, track);
  const late = passagesOf(track.markdown).get(LATE_HEADING);
  return {
    track: track.id,
    title: track.title,
    assumed,
    opens: formatDay(events.opens),
    peak: formatDay(events.peak),
    closes: formatDay(events.closes),
    sure: track.calendar.sure,
    from: track.calendar.from,
    ifLate: stillOpen(events, today).late && late ? late : null,
    nextYearOpens: formatDay(events.opens + 52 * 7),
  };
}
