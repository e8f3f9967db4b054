import type { FromResume } from "../profile/from-resume.ts";

/** What was taken from a resume and from where, what stayed open, what the resume lacks: one line each. */
function resumeWords({ taken, open, gaps }: FromResume): string[] {
  return [
    ...taken.map(({ answer, value, at }) => `${answer}: ${value}, from \`${at}\``),
    ...open.map(({ answer, why }) => `${answer}: left open; ${why} (\`--${answer}\` says it)`),
    ...gaps.map(({ id, text }) => `${text.replace(/\.$/, "")}: \`resume/${id}\``),
  ];
}

/** The same as Markdown, under its own heading. */
export const resumeBlocks = (from: FromResume | undefined): (string | undefined)[] =>
  from
    ? ["## From your resume", listOf(resumeWords(from)) || "Nothing was taken from it, and nothing is missing."]
    : [];

const listOf = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

/** The same in two sentences, for text with little room. */
export function resumeSummary({ taken, open, gaps }: FromResume): string {
  const read = taken.map(({ answer, value, at }) => `${answer} ${value} (${at})`);
  const sentences = [
    read.length > 0 ? `From your resume: ${read.join(", ")}.` : "Your resume answers no question clearly.",
    open.length > 0 ? `It leaves open: ${open.map(({ answer }) => answer).join(", ")}.` : undefined,
    gaps.length > 0 ? `It lacks, see your checklist: ${gaps.map(({ at }) => at).join(", ")}.` : undefined,
  ];
  return sentences.filter(Boolean).join(" ");
}
