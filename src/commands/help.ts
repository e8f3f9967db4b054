import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { blocksMarkdown } from "../help/blocks.ts";
import { manualMarkdown, manualMdoc } from "../help/manual.ts";
import { HELP_TOPICS } from "../help/topics.ts";
import type { CommandTree } from "../help/tree.ts";
import { distance } from "../profile/resolve-typos.ts";
import { deliver, type OutputFlags, readSettings } from "./settings.ts";
import { drawMarkdown } from "./text.ts";

/** `help <topic>`: prose on a topic, or the manual. Help on a command is `--help`. */
export async function helpCommand(
  name: string,
  tree: CommandTree,
  flags: OutputFlags,
  context: Context,
): Promise<void> {
  if (name === "man") return printManual(tree, flags, context);
  const topic = HELP_TOPICS.find(({ id }) => id === name);
  if (!topic) throw unknownTopic(name, tree);
  const settings = readSettings(flags, ["md", "text"], context);
  const text = `# ${topic.title}\n\n${blocksMarkdown(topic.blocks)}`;
  deliver(settings.format === "md" ? text : await drawMarkdown(text, settings), flags, context);
}

/** A pipe gets the page's source, for man, mandoc or groff. */
async function printManual(tree: CommandTree, flags: OutputFlags, context: Context): Promise<void> {
  const settings = readSettings(flags, ["mdoc", "text", "md"], context);
  if (settings.format === "mdoc") return deliver(manualMdoc(tree), flags, context);
  const text = manualMarkdown(tree);
  deliver(settings.format === "md" ? text : await drawMarkdown(text, settings), flags, context);
}

const MOST_TYPOS = 2;

function unknownTopic(name: string, { commands }: CommandTree) {
  const topics = [...HELP_TOPICS.map(({ id }) => id), "man"];
  const text = name.slice(0, 40).toLowerCase();
  const near = [...topics, ...commands.map((command) => command.name)].find(
    (each) => distance(each, text) <= MOST_TYPOS || (text.length > 2 && each.startsWith(text)),
  );
  return usageError(
    name ? `no help on "${brief(name)}"` : "no topic named",
    near ? `did you mean intern-why help ${near}?` : `topics: ${topics.join(", ")}, and every command`,
  );
}
