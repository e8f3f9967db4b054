import { NO_BREAK, type Page } from "./page.ts";

/** Where a fact comes from: its short name, `Inceoglu 2019`, and its address. */
export type SourceOf = (factId: string) => { label: string; address: string };

/** The numbered sources of a text, by their short names; they lead to the source where a terminal can do that. */
export function drawSources(page: Page, ids: readonly string[], sourceOf: SourceOf): void {
  if (ids.length === 0) return;
  const { accessible, heading, link } = page.theme;
  page.text(`${heading("SOURCES")} (more on each: intern-why sources, with --json for the ids)`);
  const names = ids.map((id) => {
    const { label, address } = sourceOf(id);
    return link?.(keepTogether(label), address) ?? keepTogether(label);
  });
  if (accessible) page.list(names, 2);
  else page.text(names.map((name, i) => `[${i + 1}]${NO_BREAK}${name}`).join("  "), 2);
}

/** Short labels break at no space; long ones may, or they would not fit a narrow screen. */
const keepTogether = (label: string): string => (label.length > 30 ? label : label.replaceAll(" ", NO_BREAK));
