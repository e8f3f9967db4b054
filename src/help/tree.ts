/** A flag of the command line: how it is written, and what help says of it. */
export interface Flag {
  flags: string;
  help: string;
  many?: boolean;
  /** `--no-` belongs to the name, and does not switch another flag off. */
  plainNo?: boolean;
}

/** A command as it is written, without what it does. */
export interface CommandShape {
  name: string;
  /** `<kind> [text...]`; `<check|new>` is a choice of words. */
  operands?: string;
  summary: string;
  /** Takes the flags about a person. */
  profile?: boolean;
  /** Flags of its own. */
  own?: readonly Flag[];
}

/** The command line as data: help topics, the manual and completion are made from it. */
export interface CommandTree {
  commands: readonly CommandShape[];
  profile: readonly Flag[];
  output: readonly Flag[];
}

/** Every flag a command takes: its own first. */
export const flagsOfCommand = (
  { own, profile }: Pick<CommandShape, "own" | "profile">,
  tree: Pick<CommandTree, "profile" | "output">,
): Flag[] => [...(own ?? []), ...(profile ? tree.profile : []), ...tree.output];

/** `-o, --output <file>` taken apart: names, and what stands in the brackets. */
export function partsOf({ flags }: Flag): { names: string[]; value?: string } {
  const value = /<([^>]+)>/.exec(flags)?.[1];
  const names = flags.replace(/ <.*/, "").split(", ");
  return { names, ...(value === undefined ? {} : { value }) };
}
