import { NO_BREAK, type Page } from "./page.ts";

/** The numbered sources of a text, by their short names. */
export function drawSources(page: Page, ids: readonly string[], labelOf: (factId: string) => string): void {
  if (ids.length === 0) return;
  page.text(
    `${page.theme.heading("SOURCES")} ${page.theme.quiet("(more on each: intern-why sources, with --json for the ids)")}`,
  );
  page.text(ids.map((id, i) => `[${i + 1}] ${labelOf(id)}`.replaceAll(" ", NO_BREAK)).join("  "), 2);
}
