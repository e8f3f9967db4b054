import { createPromptModule } from "inquirer";
import type { PromptLook } from "../context.ts";
import type { Option, Prompt, Prompter } from "../profile/interview.ts";
import { atKeyboard } from "./keyboard.ts";

type Questions = Parameters<ReturnType<typeof createPromptModule>>[0];

/** Asks with inquirer on stderr, so that stdout stays clean. */
export function createInquirerPrompter(color: boolean, breakLines: PromptLook["breakLines"]): Prompter {
  const theme = themeOf(color, breakLines);
  const ask = async <T>(question: object): Promise<T> => {
    const questions = [{ name: "answer", theme, ...question }] as unknown as Questions;
    const answers = await atKeyboard((input, signal) =>
      createPromptModule({ input: input as unknown as NodeJS.ReadStream, output: process.stderr, signal })(questions),
    );
    return (answers as { answer: T }).answer;
  };
  const choicesOf = (options: readonly Option[], mark = MARK) =>
    options.map(({ value, label }) => ({
      value,
      name: breakLines(label, mark),
      short: value.startsWith("@") ? "" : label,
    }));
  return {
    say: (line) => void process.stderr.write(`${line}\n`),
    choose: (question) =>
      ask({
        type: "select",
        message: messageOf(question),
        choices: choicesOf(question.options),
        loop: false,
        pageSize: 12,
      }),
    tick: async (question) => {
      const choices = choicesOf(question.options, MARK + 1);
      let active = "";
      const highlight = (row: string): string => {
        active = row;
        return theme.style.highlight(row);
      };
      const ticked = await ask<string[]>({
        type: "checkbox",
        message: messageOf({ ...question, help: question.help ?? "Space ticks, Enter goes on." }),
        choices: choices.map((choice) => ({ ...choice, checked: question.ticked.includes(choice.value) })),
        // Among the boxes stand "Skip this one" and "Go back": to tick all at once makes no sense.
        shortcuts: { all: null, invert: null },
        loop: false,
        pageSize: 14,
        theme: { ...theme, style: { ...theme.style, highlight } },
      });
      // A row that leads somewhere needs no tick: Enter on it goes there, with what is ticked. The first row only skips.
      const row = choices.find(({ value, name }) => value.startsWith("@") && active.endsWith(` ${name}`));
      if (!row || (row === choices[0] && ticked.length > 0)) return ticked;
      return [...new Set([...ticked, row.value])];
    },
    search: (question) =>
      ask({
        type: "search",
        message: messageOf({ ...question, help: "Type to search, Enter takes the line with the arrow." }),
        source: async (text: string | undefined, { signal }: { signal: AbortSignal }) => {
          // Of keys that come together, as in a paste, only the last one is searched for.
          await new Promise(setImmediate);
          return signal.aborted ? [] : choicesOf(await question.suggest((text ?? "").slice(0, LONGEST)));
        },
        pageSize: 10,
      }),
    type: (question) =>
      ask({
        type: "input",
        message: messageOf(question),
        validate: (text: string) => question.check(text.slice(0, LONGEST)) ?? true,
      }),
    confirm: (message, usual) => ask({ type: "confirm", message, default: usual }),
  };
}

/** The question, its progress, and under it why it is asked. */
const messageOf = ({ ask, why, help, progress }: Prompt): string =>
  [progress ? `${ask} (${progress})` : ask, why, help].filter(Boolean).join("\n");

const LONGEST = 200;
/** A longer answer stands under its question on any screen (columns). */
const BESIDE_UP_TO = 24;
/** Columns of what stands before a question or a choice. */
const MARK = 2;

/**
 * The question in bold; once it is answered, without the lines under it. Styles as in the texts: only what can be read
 * on black and on white, which the prompts' own colors cannot. Node 20 colors under NO_COLOR, hence the codes.
 */
function themeOf(color: boolean, breakLines: PromptLook["breakLines"]) {
  const plain = (text: string): string => text;
  const bold = color ? (text: string): string => `\u001b[1m${text}\u001b[22m` : plain;
  const marked = color ? (text: string): string => bold(`\u001b[35m${text}\u001b[39m`) : plain;
  const under = `\n${" ".repeat(MARK)}`;
  /** Columns that the last line of an answered question takes. */
  let taken = 0;
  return {
    prefix: { idle: marked("?"), done: bold("✔") },
    spinner: { frames: ["…"] },
    icon: { checked: marked("◉") },
    style: {
      message(text: string, status: string): string {
        const [question = "", ...more] = text.split("\n");
        // The answer follows after a space, for which there must be room.
        if (status === "done") {
          const lines = breakLines(question.replace(PROGRESS, ""), MARK + 1);
          taken = MARK + lines.length - (lines.lastIndexOf("\n") + 1);
          return bold(lines);
        }
        return [bold(breakLines(question, MARK)), ...more.map((line) => breakLines(line, MARK))].join(under);
      },
      answer: (text: string): string =>
        text && (taken + 1 + text.length > process.stderr.columns || text.length > BESIDE_UP_TO)
          ? under + breakLines(text, MARK)
          : text,
      renderSelectedChoices: (chosen: { short: string }[]): string =>
        chosen.flatMap(({ short }) => short || []).join(", "),
      highlight: marked,
      searchTerm: bold,
      defaultAnswer: (text: string): string => `(${text})`,
      error: (text: string): string => bold(`> ${text}`),
      keysHelpTip: (keys: [key: string, action: string][]): string =>
        breakLines(keys.map(([key, action]) => `${bold(key)} ${action}`).join(", "), 0),
    },
  };
}

/** Once a question is answered its place among the others is told by the next one. */
const PROGRESS = /\s+\(\d+ of \d+\)$/;
