import { brief } from "../clean.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { SHELLS } from "../help/completion.ts";
import { completionModel } from "../help/completion-model.ts";
import type { CommandTree } from "../help/tree.ts";
import { deliver, type OutputFlags } from "./settings.ts";

/** `completion <shell>`: a script that knows the commands and the content, and starts no program when a key is pressed. */
export async function completionCommand(
  shell: string,
  tree: CommandTree,
  flags: OutputFlags,
  context: Context,
): Promise<void> {
  const script = SHELLS.get(shell.trim().toLowerCase());
  if (!script) throw usageError(`no completion for "${brief(shell)}"`, `shells: ${[...SHELLS.keys()].join(", ")}`);
  const { OUTPUT_SCHEMAS } = await import("../formats/output-schemas.ts");
  const library = await context.library(flags.content);
  deliver(script(completionModel(tree, library, Object.keys(OUTPUT_SCHEMAS))), flags, context);
}
