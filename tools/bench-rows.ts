/** A run that is measured, and what is promised of it: at most so many times the CPU time of `node -e 0`. */
export interface Row {
  name: string;
  most: number;
  args: string[];
  /** On a pseudo terminal, where text is drawn; all others write into a pipe. */
  onTerminal?: boolean;
  /** The run is measured until this is on the screen, because it then waits for a person. */
  until?: RegExp;
}

/** More peak memory than that of `node -e 0`, in MB. */
export const MOST_MEMORY = 8;

const NURSING =
  "--field nursing --stage first-year --goal clarity --start 2027-06-01 --hours 4 --today 2026-11-22".split(" ");

export const ROWS: readonly Row[] = [
  { name: "--version", most: 1.3, args: ["--version"] },
  { name: "list", most: 1.4, args: ["list"] },
  { name: "show networking", most: 1.4, args: ["show", "networking"] },
  { name: "resolve field", most: 1.4, args: ["resolve", "field", "mech eng"] },
  { name: "--help", most: 1.5, args: ["--help"] },
  { name: "checklist --json", most: 1.5, args: ["checklist", ...NURSING, "--json"] },
  { name: "advise --md", most: 1.5, args: ["advise", ...NURSING, "--md"] },
  { name: "show, on a terminal", most: 2, args: ["show", "networking", "--no-pager"], onTerminal: true },
  { name: "advise, on a terminal", most: 2, args: ["advise", ...NURSING, "--no-pager"], onTerminal: true },
  { name: "first question painted", most: 2.3, args: [], onTerminal: true, until: /What do you study/ },
];
