import { datedLabel } from "../advice/evidence.ts";
import type { Library } from "../library/library.ts";
import { type Day, formatDay } from "../profile/dates.ts";
import type { SourceOf } from "../terminal/sources-text.ts";
import type { Theme } from "../terminal/theme.ts";
import type { Settings } from "./settings.ts";

/** A whole Markdown answer as text, for commands without a layout of their own. */
export async function drawMarkdown(markdown: string, settings: Settings): Promise<string> {
  const { markdownText, theme } = await openTerminal(settings, markdown);
  const { lex } = await import("../library/lex.ts");
  return markdownText(lex(markdown), theme, settings.width);
}

/** The sources of facts by their short names. */
export const sourceNames =
  (library: Library, today: Day): SourceOf =>
  (id) => {
    const fact = library.terms("fact", id);
    return fact ? { label: datedLabel(fact, formatDay(today)), address: fact.source.url } : { label: id, address: "" };
  };

type Terminal = typeof import("../terminal/terminal.ts");

/**
 * What draws text, loaded only when text is drawn.
 * @param drawn everything that will be drawn: wide characters in it need a table of widths
 */
export async function openTerminal(settings: Settings, drawn: string): Promise<Terminal & { theme: Theme }> {
  const terminal = await import("../terminal/terminal.ts");
  await terminal.prepareWidths(drawn);
  return { ...terminal, theme: terminal.createTheme(settings.look) };
}
