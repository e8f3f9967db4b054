import type { Library } from "../library/library.ts";
import type { Day } from "./dates.ts";
import { ENDED, type FromResume } from "./from-resume.ts";
import type { Profile } from "./profile.ts";
import type { Resolver } from "./resolve.ts";
import type { Placed, Resume } from "./resume-file.ts";
import { findGaps } from "./resume-gaps.ts";
import { endedLately, readDate, readStudies, type Study, stageOfCurrent } from "./resume-studies.ts";

export interface ReadResume {
  profile: Profile;
  from: FromResume;
}

/** Reads a resume into the answers that are clear in it; what is not clear stays open, with the reason. */
export function readResume(resume: Resume, resolve: Resolver, library: Library, today: Day): ReadResume {
  return new Reading(resume, resolve, library, today).read();
}

/** A position by which one has done an internship, and those that only deal with interns. */
const INTERN =
  /\b(?:intern(?:ship)?|externship|extern|placement student|industrial placement|co-?op(?: student)?|praktikant(?:in)?|pflichtpraktikum|praktikum|stagiaire|becari[oa]|werkstudent(?:in)?|working student|summer (?:analyst|associate))\b/i;
const ABOUT_INTERNS =
  /\b(?:of|for) (?:the )?intern(?:ship)?s?\b|\bintern(?:ship)?s? (?:program(?:me)? )?(?:coordinator|manager|supervisor|mentor|lead|director|recruiter|officer|adviser|advisor)\b/i;
/** A label that says where its owner stands: "Junior Developer" does not. */
const STUDENT =
  /\b(?:student|undergraduate|freshman|sophomore|pupil|candidate|(?:first|second|third|fourth|final|last|penultimate|1st|2nd|3rd|4th)[- ]year)\b/i;

/** An answer with its place, or why there is none. */
type Finding = (Placed & { also?: string[] }) | { why: string };

class Reading {
  constructor(
    private readonly resume: Resume,
    private readonly resolve: Resolver,
    private readonly library: Library,
    private readonly today: Day,
  ) {}

  read(): ReadResume {
    const profile: Profile = {};
    const from: FromResume = { taken: [], overruled: [], open: [], gaps: findGaps(this.resume) };
    const record = (answer: "field" | "stage" | "country", finding: Finding): void => {
      if ("why" in finding) {
        from.open.push({ answer, why: finding.why });
        return;
      }
      const { value, at, also = [] } = finding;
      profile[answer] = value;
      if (also.length > 0) profile.alsoFields = also;
      from.taken.push({ answer, value, at });
    };
    const country = this.country();
    const southern = "value" in country && Boolean(this.library.find("country", country.value)?.southern);
    const studies = readStudies(this.resume.education, this.today, southern);
    record("field", this.field(studies));
    record("stage", this.stage(studies));
    record("country", country);
    const experience = this.experience();
    if (experience && this.library.find("concern", experience.value)) {
      profile.concerns = [experience.value];
      from.taken.push({ answer: "concern", ...experience });
    }
    const over = endedLongAgo(studies[0], this.today);
    if (over) from.overruled.push({ answer: "stage", value: ENDED, at: over });
    return { profile, from };
  }

  private country(): Finding {
    const { basics } = this.resume;
    const location = basics.entry("location");
    const place = location ? location.text("countryCode", "country") : lastPart(basics.text("location"));
    if (!place) return { why: "basics.location names no country" };
    const id = this.resolve("country", place.value).id ?? this.resolve("country", countryOfCode(place.value)).id;
    if (id === null || id === "remote") return { why: `${place.at} names no country that is understood` };
    return { value: id, at: place.at };
  }

  /** From the area of the course that says most about today; without one, from the name of the degree. */
  private field(studies: readonly Study[]): Finding {
    const study = studies.find(({ level }) => level !== "school");
    if (!study) return { why: "education lists no course of study" };
    const texts = [study.entry.text("area", "fieldOfStudy"), study.entry.text("studyType", "degree")];
    const given = texts.filter((text) => text !== undefined);
    for (const { value, at } of given) {
      const { id, also } = this.resolve("field", value);
      if (id !== null && (id !== "undecided" || /undecided|undeclared/i.test(value))) return { value: id, at, also };
    }
    return { why: `${given[0]?.at ?? study.entry.place("area")} does not say clearly what you study` };
  }

  private stage(studies: readonly Study[]): Finding {
    const [study] = studies;
    const said = this.stageOfLabel();
    const dated = study && this.stageOfDates(study, studies);
    if (dated && said && dated.value !== said.value) return { why: `${dated.at} and ${said.at} do not agree` };
    return dated ?? said ?? { why: whyOpen(study, this.today) };
  }

  private stageOfDates(study: Study, studies: readonly Study[]): Placed | undefined {
    const { entry, status, level } = study;
    const date = entry.text("endDate") ? entry.place("endDate") : entry.place("startDate");
    if (status === "current") {
      const value = stageOfCurrent(study, this.today);
      return value === undefined ? undefined : { value, at: date };
    }
    const pupil = studies.find((each) => each.level === "school" && each.status === "current");
    if (status === "future" && pupil) return { value: "secondary", at: pupil.entry.at };
    const isGraduate = status === "ended" && level !== "school" && endedLately(study, this.today);
    return isGraduate ? { value: "recent-graduate", at: date } : undefined;
  }

  private stageOfLabel(): Placed | undefined {
    const label = this.resume.basics.text("label", "headline");
    if (!label || !STUDENT.test(label.value)) return undefined;
    const { id } = this.resolve("stage", label.value);
    return id === null ? undefined : { value: id, at: label.at };
  }

  /** Only what is plain: an internship that has begun, or a list of work that was left empty on purpose. */
  private experience(): Placed | undefined {
    const { work, volunteer, root, education } = this.resume;
    for (const entry of [...work, ...volunteer]) {
      const position = entry.text("position", "title");
      const start = readDate(entry, "startDate");
      const hasBegun = start === undefined || start === "ongoing" || start.day <= this.today;
      if (position && hasBegun && INTERN.test(position.value) && !ABOUT_INTERNS.test(position.value))
        return { value: "had-one", at: position.at };
    }
    const isNothing = work.length === 0 && volunteer.length === 0 && root.isEmptyList("work");
    return isNothing && education.length > 0 ? { value: "no-experience", at: "work" } : undefined;
  }
}

/** Why a course of study does not say where its owner stands today. */
function whyOpen(study: Study | undefined, today: Day): string {
  if (!study) return "education lists no course of study";
  const { entry, level, status, endsThisYear } = study;
  const over = endedLongAgo(study, today);
  if (over) return `${over} lies more than two years back`;
  if (endsThisYear) return `${entry.place("endDate")} is this year, and may have passed or not`;
  if (status === "current" && level === "unknown")
    return `${entry.place("studyType")} names no degree that is understood`;
  return `the dates of ${entry.at} do not say clearly where you stand`;
}

/** Where it stands that the latest studies ended more than two years ago. */
const endedLongAgo = (study: Study | undefined, today: Day): string | undefined =>
  study?.status === "ended" && study.level !== "school" && !endedLately(study, today)
    ? study.entry.place("endDate")
    : undefined;

/** "Berlin, Germany": the country stands last. */
const lastPart = (text: Placed | undefined): Placed | undefined =>
  text && { ...text, value: text.value.split(",").at(-1)?.trim() ?? "" };

/** The English name behind a two-letter code, which the resolver then knows; otherwise the text as it is. */
function countryOfCode(text: string): string {
  if (!/^[a-z]{2}$/i.test(text)) return text;
  return new Intl.DisplayNames(["en"], { type: "region" }).of(text.toUpperCase()) ?? text;
}
