import { datedLabel } from "../advice/evidence.ts";
import type { Library } from "../library/library.ts";
import { type Day, formatDay } from "../profile/dates.ts";
import type { SourceOf } from "../terminal/sources-text.ts";
import type { Theme } from "../terminal/theme.ts";
import type { Settings } from "./settings.ts";

/** A whole Markdown answer as text, for commands without a layout of their own. */
export async function drawMarkdown(markdown: string, settings: Settings): Promise<string> {
  const { lex } = await import("../library/lex.ts");
  return drawText(settings, ({ markdownText }, theme) => markdownText(lex(markdown), theme, settings.width));
}

/** The sources of facts by their short names. */
export const sourceNames =
  (library: Library, today: Day): SourceOf =>
  (id) => {
    const fact = library.terms("fact", id);
    return fact ? { label: datedLabel(fact, formatDay(today)), address: fact.source.url } : { label: id, address: "" };
  };

type Terminal = typeof import("../terminal/terminal.ts");

/** Draws text with what is loaded only for that; again, once the table of widths is there, where it needs one. */
export async function drawText(
  { look }: Settings,
  draw: (terminal: Terminal, theme: Theme) => string,
): Promise<string> {
  const terminal = await import("../terminal/terminal.ts");
  const theme = terminal.createTheme(look);
  const text = draw(terminal, theme);
  return (await terminal.widthsHold(text)) ? text : draw(terminal, theme);
}
