import { bashScript } from "./complete-bash.ts";
import { fishScript } from "./complete-fish.ts";
import { powershellScript } from "./complete-powershell.ts";
import { zshScript } from "./complete-zsh.ts";
import type { CompletionModel } from "./completion-model.ts";

/** What makes the completion script of each shell. */
export const SHELLS: ReadonlyMap<string, (model: CompletionModel) => string> = new Map([
  ["bash", bashScript],
  ["zsh", zshScript],
  ["fish", fishScript],
  ["powershell", powershellScript],
]);
