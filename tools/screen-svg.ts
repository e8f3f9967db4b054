import type { Frame, Run, Size } from "./recording.ts";

/** A frame, and how long it stays, in seconds. */
export interface Shown {
  frame: Frame;
  seconds: number;
}

const CELL = { width: 8.4, height: 18, baseline: 13.5 };
const EDGE = 14;
/** On its own dark ground, so that it reads alike on light and dark pages. All colors have a contrast of 4.5 or more. */
const GROUND = "#0d1117";
const INK = "#e6edf3";
const DIM = "#9aa4af";
const PALETTE = [
  ...["#8b949e", "#ff8b83", "#56d364", "#e3b341", "#79c0ff", "#d8a6ff", "#56d4dd", INK],
  ...["#9aa4af", "#ffa198", "#7ee787", "#f2cc60", "#a5d6ff", "#e2c5ff", "#8ae9f0", "#ffffff"],
];

const round = (number: number): string => `${Math.round(number * 10) / 10}`;
const escapeText = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/**
 * A recording as SVG. Several frames follow each other without end; who asked for less motion sees the one at `still`.
 * @param title what it shows, for those who cannot see it
 */
export function toSvg(shown: readonly Shown[], { columns, rows }: Size, title: string, still = 0): string {
  const width = columns * CELL.width + 2 * EDGE;
  const height = rows * CELL.height + 2 * EDGE;
  const lines = new Lines();
  const frames = shown.map(({ frame }, i) => {
    const uses = frame.flatMap((line, row) => (line.length === 0 ? [] : [lines.use(line, row)]));
    return `<g class="f${i === still ? " still" : ""}" id="f${i}">${uses.join("")}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="img" aria-label="${escapeText(title).replace(/"/g, "&quot;")}">
<title>${escapeText(title)}</title>
<style>
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:${INK};white-space:pre}
.b{font-weight:700}.d{fill:${DIM}}.u{text-decoration:underline}.i{fill:${GROUND}}
${PALETTE.map((color, i) => `.c${i}{fill:${color}}`).join("")}
${shown.length > 1 ? motion(shown) : ""}</style>
<rect width="100%" height="100%" rx="8" fill="${GROUND}" stroke="#6e7681"/>
<defs>
${lines.definitions()}
</defs>
<g transform="translate(${EDGE} ${EDGE})">
${frames.join("\n")}
</g>
</svg>
`;
}

/** Each frame is visible for its share of the whole time. */
function motion(shown: readonly Shown[]): string {
  const whole = shown.reduce((sum, { seconds }) => sum + seconds, 0);
  let from = 0;
  const keyframes = shown.map(({ seconds }, i) => {
    const [begin, end] = [(from / whole) * 100, ((from + seconds) / whole) * 100].map((share) => share.toFixed(3));
    from += seconds;
    const before = i === 0 ? "" : "0%{visibility:hidden}";
    return `@keyframes k${i}{${before}${begin}%{visibility:visible}${end}%,100%{visibility:${i === shown.length - 1 ? "visible" : "hidden"}}}
#f${i}{animation:k${i} ${round(whole)}s step-end infinite}`;
  });
  return `.f{visibility:hidden}
@media (prefers-reduced-motion:no-preference){
${keyframes.join("\n")}
}
@media (prefers-reduced-motion:reduce){.still{visibility:visible}}
`;
}

/** Lines stand in a picture once, however many frames show them. */
class Lines {
  private readonly ids = new Map<string, number>();

  use(line: Run[], row: number): string {
    const drawn = line.map(draw).join("");
    const id = this.ids.get(drawn) ?? this.ids.size;
    this.ids.set(drawn, id);
    return `<use href="#l${id}" y="${row * CELL.height}"/>`;
  }

  definitions(): string {
    return [...this.ids].map(([drawn, id]) => `<g id="l${id}">${drawn}</g>`).join("\n");
  }
}

function draw({ column, width, text, color, bold, dim, underline, inverse }: Run): string {
  const [x, length] = [round(column * CELL.width), round(width * CELL.width)];
  const names = [color === undefined ? "" : `c${color}`, bold && "b", dim && "d", underline && "u", inverse && "i"];
  const look = names.filter(Boolean).join(" ");
  const ground = inverse ? `<rect x="${x}" width="${length}" height="${CELL.height}" fill="${INK}"/>` : "";
  if (text.trim() === "") return ground;
  const fit = `textLength="${length}" lengthAdjust="spacingAndGlyphs"`;
  return `${ground}<text x="${x}" y="${CELL.baseline}" ${fit}${look ? ` class="${look}"` : ""}>${escapeText(text)}</text>`;
}
