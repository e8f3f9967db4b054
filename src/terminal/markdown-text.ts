import type { Block } from "../library/lex.ts";
import { Citations, MarkdownDrawer } from "./markdown.ts";
import { Page } from "./page.ts";
import type { Theme } from "./theme.ts";

/** A Markdown document as text; footnote definitions become the numbered sources at its end. */
export function markdownText(blocks: readonly Block[], theme: Theme, width: number): string {
  const page = new Page(theme, width);
  new MarkdownDrawer(theme, new Citations(theme)).draw(blocks, page);
  return page.toString();
}
