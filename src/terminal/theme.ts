import { Chalk, type ChalkInstance } from "chalk";
import { hyperlink } from "./hyperlink.ts";

/**
 * Styles by meaning. Of the usual colors only red and magenta can be read on black and on white; the rest is weight
 * and line. Nothing is said by style alone: the text without it carries the same words and marks.
 */
export interface Theme {
  title: Style;
  heading: Style;
  strong: Style;
  em: Style;
  code: Style;
  /** Words that are taken back: without color the marks of Markdown stay, and to a listener it is said. */
  struck: Style;
  good: Style;
  bad: Style;
  bar: Style;
  /** A web address in the text. */
  address: Style;
  /** Words that lead to an address, on a terminal that can show so; undefined on others. */
  link: ((text: string, address: string) => string) | undefined;
  /** No box drawing, no bars, no columns, no marks: for a screen reader. */
  accessible: boolean;
}

type Style = (text: string) => string;

export interface Look {
  color: boolean;
  hyperlinks: boolean;
  accessible: boolean;
}

/** Every word is styled on its own, so that text can be wrapped after it. */
export function createTheme({ color, hyperlinks, accessible }: Look): Theme {
  const chalk = new Chalk({ level: color && !accessible ? 1 : 0 });
  const words =
    (style: Style): Style =>
    (text) =>
      text.replace(/[^ \n\u00a0]+/g, style);
  const styled = (style: ChalkInstance): Style => words((word) => style(word));
  const underlined = styled(chalk.underline);
  const linked = (text: string, address: string): string =>
    words((word) => hyperlink(chalk.underline(word), address))(text);
  const link = hyperlinks && !accessible ? linked : undefined;
  return {
    title: styled(chalk.bold),
    heading: accessible ? spoken : styled(chalk.bold.magenta),
    strong: styled(chalk.bold),
    em: styled(chalk.italic),
    code: styled(chalk.bold),
    struck: accessible
      ? (text) => `(struck out: ${text})`
      : color
        ? styled(chalk.strikethrough)
        : (text) => `~~${text}~~`,
    good: styled(chalk.bold),
    bad: styled(chalk.red),
    bar: styled(chalk.magenta),
    address: (text) => link?.(text, text) ?? underlined(text),
    link,
    accessible,
  };
}

/** Words in capitals may be spelled out letter by letter. */
const spoken = (heading: string): string =>
  heading !== heading.toUpperCase() ? heading : heading.slice(0, 1) + heading.slice(1).toLowerCase();
