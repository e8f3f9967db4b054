import { FOLDERS } from "../library/kinds.ts";
import type { TopicHead } from "../library/topic.ts";
import { Page } from "./page.ts";
import type { Theme } from "./theme.ts";

/** Heads as text, under a heading for each kind when there are several. */
export function listText(heads: readonly TopicHead[], grouped: boolean, theme: Theme, width: number): string {
  const page = new Page(theme, width);
  let kind = "";
  for (const head of heads) {
    if (grouped && head.kind !== kind) page.heading(FOLDERS[head.kind].toUpperCase());
    kind = head.kind;
    if (theme.accessible) page.text(`${head.title}, id ${head.id}: ${head.summary}`);
    else page.text(`${theme.strong(head.id)}  ${head.title}`).text(head.summary, 4);
  }
  return page.toString();
}
