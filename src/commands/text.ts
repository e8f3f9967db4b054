import type { Context } from "../context.ts";
import { wantsColor } from "../terminal/color.ts";
import type { Theme } from "../terminal/theme.ts";
import type { Settings } from "./settings.ts";

/** A whole Markdown answer as text, for commands without a layout of their own. */
export async function drawMarkdown(markdown: string, settings: Settings, context: Context): Promise<string> {
  const { markdownText, theme } = await openTerminal(settings, context, markdown);
  const { lex } = await import("../library/lex.ts");
  return markdownText(lex(markdown), theme, settings.width);
}

type Terminal = typeof import("../terminal/terminal.ts");

/**
 * What draws text, loaded only when text is drawn.
 * @param drawn everything that will be drawn: wide characters in it need a table of widths
 */
export async function openTerminal(
  settings: Settings,
  context: Context,
  drawn: string,
): Promise<Terminal & { theme: Theme }> {
  const terminal = await import("../terminal/terminal.ts");
  const color = wantsColor(settings.colorFlag, context.env, context.out.isTerminal);
  await terminal.prepareWidths(drawn);
  return { ...terminal, theme: terminal.createTheme({ color, accessible: settings.accessible }) };
}
