import type { Advice, CasePoint, Cited, RankedBenefit } from "../advice/advice.ts";
import { isSafetyStop } from "../advice/case.ts";
import { flipEffects } from "../advice/flip-words.ts";
import { mattersMostWords } from "../formats/advice-markdown.ts";
import { originWords } from "../formats/origins.ts";
import { resumeSummary } from "../formats/resume-words.ts";
import type { Block } from "../library/lex.ts";
import { drawBar } from "./bars.ts";
import { effort } from "./effort.ts";
import { Citations, MarkdownDrawer } from "./markdown.ts";
import { Page } from "./page.ts";
import { drawSources, type SourceOf } from "./sources-text.ts";
import type { Theme } from "./theme.ts";

/** What the text needs beside the advice: names of the answers and the parsed passages. */
interface AdviceWords {
  /** Who this is for, in a line or two. */
  who: string;
  /** The title of a topic by its `kind/id`. */
  titleOf(ref: string): string;
  /** The parsed passage a topic has on a benefit. */
  passage(ref: string, benefit: string): Block[];
  /** How far the cited facts are from where the person would be; may be empty. */
  evidenceNote(factIds: readonly string[]): string;
  sourceOf: SourceOf;
}

interface Layout {
  theme: Theme;
  width: number;
  /** All seven benefits with every passage, all points. */
  full: boolean;
}

/** How many items of each kind are shown. */
interface Limits {
  points: number;
  against: number;
  benefits: number;
  cautions: number;
  instead: number;
  flips: number;
  facts: number;
  close: boolean;
}

const ALL = 1_000;
const EVERYTHING: Limits = {
  points: ALL,
  against: ALL,
  benefits: ALL,
  cautions: ALL,
  instead: ALL,
  flips: ALL,
  facts: ALL,
  close: false,
};
/** From generous to short: the first that keeps the page to its length is taken. */
const LEVELS: readonly Limits[] = [
  { points: 3, against: 3, benefits: 3, cautions: 3, instead: 3, flips: 3, facts: 2, close: false },
  { points: 3, against: 2, benefits: 3, cautions: 2, instead: 2, flips: 3, facts: 2, close: true },
  { points: 2, against: 2, benefits: 3, cautions: 2, instead: 2, flips: 2, facts: 2, close: true },
  { points: 2, against: 1, benefits: 3, cautions: 2, instead: 2, flips: 2, facts: 2, close: true },
  { points: 2, against: 1, benefits: 3, cautions: 1, instead: 1, flips: 1, facts: 2, close: true },
  { points: 1, against: 1, benefits: 3, cautions: 1, instead: 1, flips: 1, facts: 1, close: true },
  { points: 1, against: 1, benefits: 2, cautions: 1, instead: 1, flips: 1, facts: 1, close: true },
];
/** What can be read in three minutes, at the usual width of a terminal. */
const LONGEST = { lines: 65, columns: 80 };

/** The advice as text for a person at a terminal: readable in three minutes, sources at the end. */
export function adviceText(advice: Advice, words: AdviceWords, layout: Layout): string {
  const draw = (limits: Limits, width: number): string =>
    new AdvicePage(advice, words, { ...layout, width }, limits).draw();
  if (layout.full) return draw(EVERYTHING, layout.width);
  const levels = LEVELS.slice(itemsOf(advice) > FEW_ITEMS ? 1 : 0);
  for (let at = 0; ; at++) {
    const limits = levels[at] as Limits;
    const text = draw(limits, LONGEST.columns);
    const over = text.split("\n").length - 1 - LONGEST.lines;
    if (over <= 0 || at === levels.length - 1)
      return layout.width === LONGEST.columns ? text : draw(limits, layout.width);
    // A level saves about five lines: what is far too long skips one.
    if (over > LINES_A_LEVEL && at < levels.length - EMERGENCIES - 2) at++;
  }
}

/** With more items than this the most generous level cannot be short enough. */
const FEW_ITEMS = 8;
const LINES_A_LEVEL = 5;
/** The last levels, for a page that says more than usual of the answers themselves. */
const EMERGENCIES = 2;

const itemsOf = ({ case: { for: pro, against }, cautions, instead }: Advice): number =>
  pro.length + against.length + cautions.length + instead.length;

class AdvicePage {
  private readonly page: Page;
  private readonly citations: Citations;
  private readonly drawer: MarkdownDrawer;

  constructor(
    private readonly advice: Advice,
    private readonly words: AdviceWords,
    private readonly layout: Layout,
    private readonly limits: Limits,
  ) {
    this.page = new Page(layout.theme, layout.width);
    this.citations = new Citations(layout.theme);
    this.drawer = new MarkdownDrawer(layout.theme, this.citations);
  }

  draw(): string {
    this.page.text(this.words.who);
    if (this.advice.fromResume) this.page.text(resumeSummary(this.advice.fromResume));
    for (const { text } of this.advice.conflicts) this.page.text(`Check your answers: ${text}`);
    this.conclusion();
    this.points();
    this.benefits();
    this.cautions();
    this.instead();
    this.firstSteps();
    this.flips();
    this.unknown();
    if (!this.limits.close) this.page.gap();
    drawSources(this.page, this.citations.ids, this.words.sourceOf);
    const note = this.words.evidenceNote(this.citations.ids);
    if (note) this.page.text(note, 2);
    for (const sentence of originWords(this.advice.origins)) this.page.text(sentence, 2);
    return this.page.toString();
  }

  /** Sections stand close together where the page has to be short. */
  private heading(text: string, note = ""): void {
    if (!this.limits.close) this.page.gap();
    this.page.text(this.layout.theme.heading(text) + note);
  }

  private cite(item: { text: string; facts: string[] }, most = this.limits.facts): string {
    const marks = this.citations.marks(item.facts.slice(0, most));
    return marks ? `${item.text} ${marks}` : item.text;
  }

  private conclusion(): void {
    const { conclusion } = this.advice;
    const { theme } = this.layout;
    this.page.gap().text(`${theme.heading("IS IT WORTH IT?")} ${theme.strong(conclusion.title)}`);
    const text = [this.cite(conclusion, 2), conclusion.do].filter(Boolean).join(" ");
    this.page.text(text, 2);
    const conditions = conclusion.decidedBy.rule === "stop" ? [] : conclusion.conditions;
    this.page.list(
      conditions.map((condition) => `Only if ${withStop(condition.text)}`),
      2,
    );
    const always = conclusion.always.map((item) => this.cite({ text: item.short, facts: item.facts }));
    this.page.text(`Whatever the answer: ${always.join("; ")}.`, 2);
  }

  private points(): void {
    const { theme } = this.layout;
    if (isSafetyStop(this.advice.conclusion)) return;
    const { for: pro, against } = this.advice.case;
    const list = (title: string, mark: string, points: readonly CasePoint[]): void => {
      if (points.length > 0) this.page.text(theme.strong(title), 2);
      const items = points.map((point) => (point.do ? `${this.cite(point)} ${point.do}` : this.cite(point)));
      this.page.list(items, 2, mark);
    };
    this.page.gap();
    list("For", theme.good("+"), pro.slice(0, this.limits.points));
    list("Against", theme.bad("-"), against.slice(0, this.limits.against));
  }

  private benefits(): void {
    const { theme } = this.layout;
    const key = theme.accessible
      ? ", with points for fit to your answers, then how well it is tested"
      : " (bar = fit to your answers, then how well it is tested)";
    this.page.gap().text(theme.heading("WHAT YOU WOULD GAIN") + key);
    const open = this.advice.benefits.slice(0, this.limits.benefits);
    for (const benefit of open) this.benefit(benefit);
    const rest = this.advice.benefits.slice(open.length);
    if (rest.length > 0) this.rest(rest);
  }

  private benefit(benefit: RankedBenefit): void {
    const parts = partsText(benefit);
    drawBar(this.page, { title: benefit.title, score: benefit.score, parts, proof: `${benefit.proof} tested` }, 2);
    const silent = this.advice.general ? "" : "None of your answers points here.";
    const because = mostPersonal(benefit.parts)?.because ?? silent;
    const passages = [...benefit.passages.slice(1), ...benefit.passages.slice(0, 1)];
    if (this.layout.full) {
      if (because) this.page.text(because, 4);
      for (const { topic } of passages) this.drawer.draw(this.words.passage(topic, benefit.id), this.page, 4);
      this.page.gap();
    } else {
      const [first] = passages;
      const [opening] = first ? this.words.passage(first.topic, benefit.id) : [];
      this.page.text(`${because} ${this.drawer.inline(opening?.tokens ?? [])}`.trim(), 4);
    }
  }

  private rest(benefits: readonly RankedBenefit[]): void {
    const scored = benefits.filter((benefit) => benefit.score > 0);
    const silent = benefits.filter((benefit) => benefit.score === 0);
    const also = scored.map((benefit) => `${benefit.title} (${partsText(benefit)}; ${benefit.proof} tested)`);
    if (also.length > 0) this.page.text(`Also: ${also.join(", ")}.`, 2);
    const titles = silent.map((benefit) => benefit.title);
    if (this.advice.general) this.page.text(`There is more on ${listed(titles, "and")}: intern-why show.`, 2);
    else if (silent.length > 0) this.page.text(`None of your answers points to ${listed(titles, "or")}.`, 2);
  }

  private cautions(): void {
    const cautions: readonly Cited[] = this.advice.cautions.slice(0, this.limits.cautions);
    if (cautions.length === 0) return;
    this.heading("WATCH");
    this.page.list(
      cautions.map((item) => this.cite(item)),
      2,
    );
  }

  private instead(): void {
    const instead = this.advice.instead.slice(0, this.limits.instead);
    if (instead.length === 0) return;
    this.heading(this.advice.conclusion.id === "alternatives-first" ? "INSTEAD" : "INSTEAD, OR AS WELL");
    this.page.list(
      instead.map(({ title, summary }) => `${this.layout.theme.strong(title)}: ${summary}`),
      2,
    );
  }

  private firstSteps(): void {
    if (this.advice.firstSteps.length === 0) return;
    this.heading("FIRST STEPS");
    this.advice.firstSteps.forEach(({ title, effortHours }, i) => {
      this.page.text(`${title} (${effort(effortHours, this.layout.theme)})`, 2, `${i + 1}. `);
    });
  }

  private flips(): void {
    const all = this.advice.flips;
    const flips = all.slice(0, this.limits.flips);
    if (flips.length === 0) return;
    this.heading("WHAT WOULD CHANGE THIS", flips.length < all.length ? ` (${flips.length} of ${all.length})` : "");
    this.page.list(
      flips.map((flip) => {
        const [effect = ""] = flipEffects(flip, (id) => this.words.titleOf(`section/${id}`));
        return `${flip.label}: ${withStop(effect)}`;
      }),
      2,
    );
  }

  private unknown(): void {
    // The plan asks for the hours, and the usual track stands in for the one not said.
    const { unknown, mattersMost } = this.advice;
    const left = unknown.filter(({ id }) => id === mattersMost || !["hours", "track"].includes(id));
    if (left.length === 0) return;
    const joint = this.layout.theme.accessible ? ", " : " ";
    const said = `Not said: ${left.map(({ flag }) => flag).join(joint)}. ${mattersMostWords(this.advice)}`;
    this.page.text(said.trim(), 2);
  }
}

/** `goal 3, stage 2` */
const partsText = ({ parts }: RankedBenefit): string =>
  parts.map((part) => `${part.from.split("/")[0]} ${part.weight}`).join(", ");

/** The reason that echoes most of what the person said: a goal before a concern, a concern before a field. */
function mostPersonal(parts: RankedBenefit["parts"]): RankedBenefit["parts"][number] | undefined {
  const order = ["goal", "concern", "stage", "field", "track", "country"];
  const rank = (part: RankedBenefit["parts"][number]): number => order.indexOf(part.from.split("/")[0] ?? "");
  return [...parts].sort((a, b) => rank(a) - rank(b))[0];
}

const withStop = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

const listed = (items: string[], joint: string): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${joint} ${items.at(-1)}`;
