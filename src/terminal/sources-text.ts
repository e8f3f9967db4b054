import { NO_BREAK, type Page } from "./page.ts";
import { widthOf } from "./width.ts";

/** Where a fact comes from: its short name, `Inceoglu 2019`, and its address. */
export type SourceOf = (factId: string) => { label: string; address: string };

/** The numbered sources of a text, by their short names; they lead to the source where a terminal can do that. */
export function drawSources(page: Page, ids: readonly string[], sourceOf: SourceOf): void {
  if (ids.length === 0) return;
  const { accessible, heading, link } = page.theme;
  page.text(`${heading("SOURCES")} (more on each: intern-why sources, with --json for the ids)`);
  const sources = ids.map(sourceOf);
  const labels = distinct(sources.map(({ label }) => label));
  const names = sources.map(({ address }, i) => {
    const label = labels[i] as string;
    const name = link?.(label, address) ?? label;
    return accessible ? name : keepTogether(`[${i + 1}] ${name}`, page.width - INDENT);
  });
  if (accessible) page.list(names, INDENT);
  else page.text(names.join("  "), INDENT);
}

/** `NACE 2024a` and `NACE 2024b`, where two would have one name. */
const distinct = (labels: readonly string[]): string[] =>
  labels.map((label, i) => {
    const same = labels.flatMap((other, at) => (other === label ? [at] : []));
    return same.length < 2 ? label : label + String.fromCharCode("a".charCodeAt(0) + same.indexOf(i));
  });

const INDENT = 2;

/** Names break at no space, unless they would not fit a line. */
const keepTogether = (name: string, room: number): string =>
  widthOf(name) > room ? name : name.replaceAll(" ", NO_BREAK);
