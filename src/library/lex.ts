import { Marked, type Token, type Tokens } from "marked";

/** Parsed Markdown, as plain data: marked's tokens without what drawing does not need. */
export interface Block {
  type: string;
  text?: string;
  depth?: number;
  ordered?: boolean;
  start?: number | "";
  loose?: boolean;
  task?: boolean;
  checked?: boolean;
  href?: string;
  lang?: string;
  /** of a footnote reference: the fact's id */
  fact?: string;
  tokens?: Block[];
  items?: Block[];
  header?: Block[];
  rows?: Block[][];
}

const marked = new Marked({
  gfm: true,
  extensions: [
    {
      name: "footnote",
      level: "inline",
      start: (source) => source.indexOf("[^"),
      tokenizer(source) {
        const match = /^\[\^([a-z0-9-]+)\]/.exec(source);
        return match ? { type: "footnote", raw: match[0], fact: match[1] } : undefined;
      },
    },
  ],
});

/** Lexes Markdown into blocks. */
export const lex = (markdown: string): Block[] => marked.lexer(markdown).flatMap(prune);

const KEPT = ["depth", "ordered", "start", "loose", "task", "checked", "href", "lang", "fact"] as const;

function prune(token: Token): Block[] {
  if (token.type === "space" || token.type === "def") return [];
  const source = token as Tokens.Generic;
  const block: Block = { type: token.type };
  for (const key of KEPT) if (source[key] !== undefined) Object.assign(block, { [key]: source[key] });
  if (source.tokens) block.tokens = source.tokens.flatMap(prune);
  else if (typeof source["text"] === "string") block.text = unescapeEntities(source["text"]);
  if (source["items"]) block.items = (source["items"] as Token[]).flatMap(prune);
  if (source["header"]) block.header = (source["header"] as Tokens.TableCell[]).map(cell);
  if (source["rows"]) block.rows = (source["rows"] as Tokens.TableCell[][]).map((row) => row.map(cell));
  return [block];
}

const cell = (source: Tokens.TableCell): Block => ({ type: "cell", tokens: source.tokens.flatMap(prune) });

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const unescapeEntities = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (e) => ENTITIES[e] ?? e);
