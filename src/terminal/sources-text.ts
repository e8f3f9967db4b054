import { NO_BREAK, type Page } from "./page.ts";

/** The numbered sources of a text, by their short names. */
export function drawSources(page: Page, ids: readonly string[], labelOf: (factId: string) => string): void {
  if (ids.length === 0) return;
  page.text(
    `${page.theme.heading("SOURCES")} ${page.theme.quiet("(more on each: intern-why sources, with --json for the ids)")}`,
  );
  page.text(ids.map((id, i) => keepTogether(`[${i + 1}] ${labelOf(id)}`)).join("  "), 2);
}

/** Short labels break at no space; long ones may, or they would not fit a narrow screen. */
const keepTogether = (label: string): string => (label.length > 30 ? label : label.replaceAll(" ", NO_BREAK));
