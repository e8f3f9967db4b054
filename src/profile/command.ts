import type { Library } from "../library/library.ts";
import type { Profile } from "./profile.ts";
import { QUESTIONS } from "./questions.ts";

/** The profile without its private answers, for what may be seen by others: a command line, a plan file. */
export function withoutPrivate(profile: Profile, library: Library): Profile {
  if (!profile.concerns) return profile;
  const open = profile.concerns.filter((id) => !library.find("concern", id)?.private);
  const { concerns: _, ...rest } = profile;
  return open.length === 0 && profile.concerns.length > 0 ? rest : { ...rest, concerns: open };
}

/** The command that repeats a run without asking. Private answers stay out unless the person agreed. */
export function repeatCommand(command: string, profile: Profile, library: Library, withPrivate = false): string {
  const shown = withPrivate ? profile : withoutPrivate(profile, library);
  const flags = QUESTIONS.flatMap(({ id, known }) => (known(shown) ?? []).map((value) => `--${id} ${quoted(value)}`));
  const busy = (shown.busy ?? []).map(({ from, to }) => `--busy ${from}..${to}`);
  const events = (["interview", "offer"] as const).flatMap((id) => (shown[id] ? [`--${id} ${shown[id]}`] : []));
  const all = [...flags, ...events, ...busy];
  return ["intern-why", command, ...(all.length > 0 ? all : ["--general"])].join(" ");
}

/** A word of a command line. */
export const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);
