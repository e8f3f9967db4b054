import Renderer from "marked-terminal";
import { clean } from "../clean.ts";
import type { Block } from "../library/lex.ts";
import { Page } from "./page.ts";
import { columnWidths, tableRow } from "./table.ts";
import type { Theme } from "./theme.ts";
import { widthOf } from "./width.ts";

/** Numbers footnotes in order of appearance. */
export class Citations {
  readonly ids: string[] = [];

  constructor(private readonly theme: Pick<Theme, "accessible">) {}

  /** `[1] [2]`, or in words; empty without ids. */
  marks(ids: readonly string[]): string {
    const numbers = ids.map((id) => this.numberOf(id));
    if (!this.theme.accessible) return numbers.map((number) => `[${number}]`).join(" ");
    const word = ids.length === 1 ? "source" : "sources";
    return ids.length === 0 ? "" : `(${word} ${numbers.join(" and ")})`;
  }

  private numberOf(id: string): number {
    if (!this.ids.includes(id)) this.ids.push(id);
    return this.ids.indexOf(id) + 1;
  }
}

/**
 * Draws Markdown. marked-terminal puts our styles on what stands inside a line; blocks are drawn here, because its lists, tables
 * and rules lose their wrapping, their numbers or their width (its issues 304 and 371).
 */
export class MarkdownDrawer {
  private readonly inlineRenderer: Renderer;

  constructor(
    private readonly theme: Theme,
    private readonly citations: Citations,
  ) {
    const { strong, em, code, struck } = theme;
    this.inlineRenderer = new Renderer({ strong, em, codespan: code, del: struck });
  }

  draw(blocks: readonly Block[], page: Page, indent = 0): void {
    for (const block of blocks) this.block(block, page, indent);
  }

  private block(block: Block, page: Page, indent: number): void {
    const inline = (): string => this.inline(block.tokens ?? [{ type: "text", text: block.text ?? "" }]);
    switch (block.type) {
      case "heading":
        page.gap().text(block.depth === 1 ? this.theme.title(inline()) : this.theme.heading(inline()), indent);
        return;
      case "list":
        this.list(block, page, indent);
        return;
      case "blockquote":
        page.gap();
        this.draw(block.tokens ?? [], page, indent + 2);
        return;
      case "code":
        page.gap();
        for (const line of clean(block.text ?? "").split("\n")) this.codeLine(line, page, indent + 2);
        return;
      case "hr":
        page.gap();
        if (!this.theme.accessible) page.raw("-".repeat(Math.max(3, page.width - indent)));
        return;
      case "table":
        this.table(block, page, indent);
        return;
      default:
        page.gap().text(inline(), indent);
    }
  }

  /** A line keeps its spaces, unless it has to be broken. */
  private codeLine(line: string, page: Page, indent: number): void {
    if (widthOf(line) + indent > page.width) page.text(this.theme.code(line), indent);
    else page.raw(" ".repeat(indent) + this.theme.code(line));
  }

  private list(list: Block, page: Page, indent: number): void {
    page.gap();
    const first = typeof list.start === "number" ? list.start : 1;
    (list.items ?? []).forEach((item, i) => {
      const bullet = this.bullet(list, item, first + i);
      if (list.loose) page.gap();
      (item.tokens ?? []).forEach((block, j) => {
        if (j === 0 && block.type !== "list") page.text(this.inline(block.tokens ?? [block]), indent, bullet);
        else if (block.type === "list") this.nested(block, page, indent + bullet.length);
        else this.block(block, page, indent + bullet.length);
      });
    });
  }

  /** Numbers are read aloud better than marks, and words better than boxes. */
  private bullet(list: Block, item: Block, number: number): string {
    const { accessible } = this.theme;
    const spoken = accessible && (list.items ?? []).length > 1;
    const mark = list.ordered || spoken ? `${number}. ` : accessible ? "" : "- ";
    const [done, open] = accessible ? ["Done: ", "To do: "] : ["[x] ", "[ ] "];
    return mark + (item.task ? (item.checked ? done : open) : "");
  }

  private nested(list: Block, page: Page, indent: number): void {
    const inner = new Page(this.theme, page.width);
    this.list(list, inner, indent);
    page.raw(...inner.toString().trimEnd().split("\n"));
  }

  /** Columns where they fit, their cells broken where need be; otherwise a line for each cell under its header. */
  private table(table: Block, page: Page, indent: number): void {
    const header = (table.header ?? []).map((cell) => this.inline(cell.tokens ?? []));
    const rows = (table.rows ?? []).map((row) => row.map((cell) => this.inline(cell.tokens ?? [])));
    const widths = this.theme.accessible ? undefined : columnWidths([header, ...rows], page.width - indent);
    page.gap();
    if (!widths) {
      for (const row of rows) this.record(header, row, page, indent);
      return;
    }
    for (const row of [header.map(this.theme.strong), ...rows])
      page.raw(...tableRow(row, widths).map((line) => " ".repeat(indent) + line));
  }

  /** A row of a table as lines, or as one sentence to be heard; its first cell says what it is about. */
  private record(header: readonly string[], row: readonly string[], page: Page, indent: number): void {
    const [name = "", ...others] = row;
    const cells = others.map((cell, i) => `${header[i + 1]}: ${cell}`);
    if (this.theme.accessible) {
      page.text(`${name}: ${cells.join("; ")}.`, indent);
      return;
    }
    page.gap().text(this.theme.strong(name), indent);
    for (const cell of cells) page.text(cell, indent + 2);
  }

  /** The text inside a block, styled; footnotes become numbers. */
  inline(tokens: readonly Block[]): string {
    return tokens.map((token) => this.span(token)).join("");
  }

  private link(text: string, href: string): string {
    const { link, address } = this.theme;
    if (text === href) return address(href);
    return link?.(text, href) ?? `${text} (${address(href)})`;
  }

  private span(token: Block): string {
    const text = (): string => (token.tokens ? this.inline(token.tokens) : clean(token.text ?? ""));
    switch (token.type) {
      case "strong":
        return this.inlineRenderer.strong(text());
      case "em":
        return this.inlineRenderer.em(text());
      case "del":
        return this.inlineRenderer.del(text());
      case "codespan":
        return this.inlineRenderer.codespan(text());
      case "footnote":
        return ` ${this.citations.marks([token.fact ?? ""])}`;
      case "link":
        return this.link(text(), clean(token.href ?? ""));
      case "br":
        return "\n";
      case "html":
        return clean(token.text ?? "");
      default:
        // An arrow would be read as a dash and a sign.
        return this.theme.accessible ? text().replaceAll(" -> ", " to ") : text();
    }
  }
}
