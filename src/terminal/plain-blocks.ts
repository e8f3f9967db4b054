import type { Block } from "../library/lex.ts";

/** Our own short additions as blocks, without loading a Markdown parser: paragraphs, and lists of `- ` lines. */
export function lexless(text: string): Block[] {
  const lines = text.split("\n");
  if (!lines.every((line) => line.startsWith("- "))) return [{ type: "paragraph", tokens: [{ type: "text", text }] }];
  return [
    {
      type: "list",
      items: lines.map((line) => ({ type: "list_item", tokens: [{ type: "text", text: line.slice(2) }] })),
    },
  ];
}
