import type { Library } from "../library/library.ts";
import { longDate, parseDay } from "./dates.ts";
import { isBlank, type Profile, trackOf } from "./profile.ts";

const aimAt = ({ id, title }: { id: string; title: string }): string =>
  id === "undecided" ? "Kind of work: not decided yet" : `Aiming at: ${title}`;

/** Who the advice is for, in two lines at most: what was said, and what was assumed. */
export function describeProfile(profile: Profile, library: Library): string {
  const title = (kind: "field" | "stage" | "country", id: string | undefined): string | undefined =>
    id ? (library.find(kind, id)?.title ?? id) : undefined;
  const { track, assumed } = trackOf(profile, library);
  const aim = track && !assumed ? aimAt(track) : undefined;
  const start = profile.start ? `Start: ${longDate(parseDay(profile.start) ?? 0)}` : undefined;
  const place = [profile.remote ? "Online" : undefined, title("country", profile.country)]
    .filter(Boolean)
    .join(", from ");
  const facts = [title("field", profile.field), aim, title("stage", profile.stage), place, start].filter(Boolean);
  const goals = (profile.goals ?? []).flatMap((id) => library.find("goal", id)?.you ?? []);
  const also = (profile.alsoFields ?? []).map((id) => title("field", id)).join(", ");
  const sentences = [
    isBlank(profile) ? "General advice, for anyone: we know nothing about you." : undefined,
    facts.length > 0 ? `${facts.join(". ")}.` : undefined,
    also ? `You also named ${also}; the first one decides.` : undefined,
    goals.length > 0 ? `You want to ${goals.join(", and to ")}.` : undefined,
  ];
  return sentences.filter(Boolean).join(" ");
}
