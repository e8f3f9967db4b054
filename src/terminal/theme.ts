import { Chalk, type ChalkInstance } from "chalk";

/** Colors by meaning. Readable on light and dark backgrounds, and nothing is said by color alone. */
export interface Theme {
  title: Style;
  heading: Style;
  strong: Style;
  em: Style;
  code: Style;
  link: Style;
  quiet: Style;
  good: Style;
  bad: Style;
  bar: Style;
  /** No box drawing, no bars, no columns: for a screen reader. */
  accessible: boolean;
}

type Style = (text: string) => string;

/** Every word is styled on its own, so that text can be wrapped after it. */
export function createTheme({ color, accessible }: { color: boolean; accessible: boolean }): Theme {
  const chalk = new Chalk({ level: color && !accessible ? 1 : 0 });
  const words =
    (style: ChalkInstance): Style =>
    (text) =>
      text.replace(/[^ \n]+/g, (word) => style(word));
  return {
    title: words(chalk.bold),
    heading: words(chalk.bold.cyan),
    strong: words(chalk.bold),
    em: words(chalk.italic),
    code: words(chalk.bold),
    link: words(chalk.underline),
    quiet: words(chalk.dim),
    good: words(chalk.green),
    bad: words(chalk.yellow),
    bar: words(chalk.cyan),
    accessible,
  };
}
