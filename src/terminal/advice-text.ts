import type { Advice, Cited, Flip, RankedBenefit } from "../advice/advice.ts";
import type { Block } from "../library/lex.ts";
import { drawBar } from "./bars.ts";
import { Citations, MarkdownDrawer } from "./markdown.ts";
import { Page } from "./page.ts";
import { drawSources } from "./sources-text.ts";
import type { Theme } from "./theme.ts";

/** What the text needs beside the advice: names of the answers and the parsed passages. */
interface AdviceWords {
  /** Who this is for, in a line or two. */
  who: string;
  /** The title of a topic by its `kind/id`. */
  titleOf(ref: string): string;
  /** The parsed passage a topic has on a benefit. */
  passage(ref: string, benefit: string): Block[];
  /** The short name of a fact, `Inceoglu 2019`. */
  labelOf(factId: string): string;
}

interface Layout {
  theme: Theme;
  width: number;
  /** All seven benefits with every passage, all points. */
  full: boolean;
}

const POINTS = 3;
const OPEN_BENEFITS = 3;

/** The advice as text for a person at a terminal: readable in three minutes, sources at the end. */
export function adviceText(advice: Advice, words: AdviceWords, layout: Layout): string {
  return new AdvicePage(advice, words, layout).draw();
}

class AdvicePage {
  private readonly page: Page;
  private readonly citations = new Citations();
  private readonly drawer: MarkdownDrawer;

  constructor(
    private readonly advice: Advice,
    private readonly words: AdviceWords,
    private readonly layout: Layout,
  ) {
    this.page = new Page(layout.theme, layout.width);
    this.drawer = new MarkdownDrawer(layout.theme, this.citations);
  }

  draw(): string {
    this.page.text(this.words.who);
    this.conclusion();
    this.points();
    this.benefits();
    this.cautions();
    this.instead();
    this.firstSteps();
    this.flips();
    this.unknown();
    drawSources(this.page, this.citations.ids, this.words.labelOf);
    return this.page.toString();
  }

  private some<T>(items: readonly T[], most: number): readonly T[] {
    return this.layout.full ? items : items.slice(0, most);
  }

  private cite(item: { text: string; facts: string[] }, most = 1): string {
    const marks = this.some(item.facts, most).map((id) => this.citations.mark(id));
    return [item.text, ...marks].join(" ");
  }

  private conclusion(): void {
    const { conclusion } = this.advice;
    const { theme } = this.layout;
    this.page.gap().text(`${theme.heading("IS IT WORTH IT?")}  ${theme.strong(conclusion.title)}`);
    this.page.text(this.cite(conclusion, 2), 2);
    if (conclusion.do) this.page.text(conclusion.do, 2);
    for (const condition of conclusion.conditions) this.page.text(`Only if ${withStop(condition.text)}`, 2, "* ");
    for (const item of this.some(conclusion.always, 1)) this.page.text(this.cite(item), 2, "* ");
  }

  private points(): void {
    const { theme } = this.layout;
    const { for: pro, against } = this.advice.case;
    if (pro.length > 0) this.page.gap().text(theme.strong("For"), 2);
    for (const point of this.some(pro, POINTS)) this.page.text(this.cite(point), 2, `${theme.good("+")} `);
    if (against.length > 0) this.page.text(theme.strong("Against"), 2);
    for (const point of this.some(against, 2)) {
      const text = point.do ? `${this.cite(point)} ${point.do}` : this.cite(point);
      this.page.text(text, 2, `${theme.bad("-")} `);
    }
  }

  private benefits(): void {
    const { theme } = this.layout;
    const key = theme.accessible ? "" : theme.quiet("   (bar = fit to your answers, then how well it is tested)");
    this.page.gap().text(theme.heading("WHAT YOU WOULD GAIN") + key);
    const open = this.some(this.advice.benefits, OPEN_BENEFITS);
    for (const benefit of open) this.benefit(benefit);
    const rest = this.advice.benefits.slice(open.length);
    if (rest.length > 0) this.rest(rest);
  }

  private benefit(benefit: RankedBenefit): void {
    const parts = benefit.parts.map((part) => `${part.from.split("/")[0]} ${part.weight}`).join(", ");
    drawBar(this.page, { title: benefit.title, score: benefit.score, parts, proof: `${benefit.proof} tested` }, 2);
    const because = benefit.parts[0]?.because;
    if (because) this.page.text(because, 4);
    const passages = [...benefit.passages.slice(1), ...benefit.passages.slice(0, 1)];
    if (this.layout.full) {
      for (const { topic } of passages) this.drawer.draw(this.words.passage(topic, benefit.id), this.page, 4);
      this.page.gap();
    } else {
      const [first] = passages;
      const [opening] = first ? this.words.passage(first.topic, benefit.id) : [];
      if (opening?.tokens) this.page.text(this.drawer.inline(opening.tokens), 4);
    }
  }

  private rest(benefits: readonly RankedBenefit[]): void {
    const scored = benefits.filter((benefit) => benefit.score > 0);
    const silent = benefits.filter((benefit) => benefit.score === 0);
    for (const { title, parts, proof } of scored) {
      this.page.text(
        `Also ${title} (${parts.map((part) => `${part.from.split("/")[0]} ${part.weight}`).join(", ")}; ${proof} tested).`,
        2,
      );
    }
    if (silent.length > 0) this.page.text(`None of your answers points to ${listed(silent.map((b) => b.title))}.`, 2);
  }

  private cautions(): void {
    const cautions: readonly Cited[] = this.some(this.advice.cautions, POINTS);
    if (cautions.length === 0) return;
    this.page.heading("WATCH");
    for (const item of cautions) this.page.text(this.cite(item), 2, "* ");
  }

  private instead(): void {
    const instead = this.some(this.advice.instead, POINTS);
    if (instead.length === 0) return;
    this.page.heading(this.advice.conclusion.id === "alternatives-first" ? "INSTEAD" : "INSTEAD, OR AS WELL");
    for (const { title, summary } of instead) this.page.text(`${this.layout.theme.strong(title)}: ${summary}`, 2, "* ");
  }

  private firstSteps(): void {
    if (this.advice.firstSteps.length === 0) return;
    this.page.heading("FIRST STEPS");
    this.advice.firstSteps.forEach(({ title, effortHours }, i) => {
      this.page.text(`${title} (${effort(effortHours)})`, 2, `${i + 1}. `);
    });
  }

  private flips(): void {
    const flips = this.some(this.advice.flips, POINTS);
    if (flips.length === 0) return;
    this.page.heading("WHAT WOULD CHANGE THIS");
    for (const flip of flips) this.page.text(`${flip.label}: ${this.effect(flip)}`, 2, "* ");
  }

  private effect(flip: Flip): string {
    const titles = flip.topThree.map((id) => this.words.titleOf(`section/${id}`));
    if (!flip.changes.includes("conclusion"))
      return `${titles[0]} would come first, then ${titles[1]} and ${titles[2]}.`;
    const verdict = {
      strong: "a strong case",
      "worth-it": "worth it",
      conditional: "only on these conditions",
      "alternatives-first": "look at alternatives first",
    }[flip.conclusion];
    const condition =
      flip.conclusion === "conditional" && flip.conditions.length > 0 ? `: ${flip.conditions.join("; ")}` : "";
    return withStop(verdict + condition);
  }

  private unknown(): void {
    const [most] = this.advice.unknown;
    if (!most) return;
    const flags = this.advice.unknown.map((item) => item.flag).join(" ");
    this.page.gap().text(this.layout.theme.quiet(`Not said: ${flags}. The one that would matter most: ${most.flag}.`));
  }
}

const withStop = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

const listed = (items: string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;

/** Hours as people say them: `30 min`, `1 h`, `2.5 h`. */
export const effort = (hours: number): string => (hours < 1 ? `${Math.round(hours * 60)} min` : `${hours} h`);
