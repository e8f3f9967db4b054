import { createInterface } from "node:readline";
import { brief, clean } from "../clean.ts";
import { failure } from "../errors.ts";
import type { Option, Prompt, Prompter } from "../profile/interview.ts";

/** An answer longer than this is no answer (characters). */
const LONGEST = 2_000;
/** Lines that one session takes: it asks some fifteen questions, and pasted text may hold any number of lines. */
const MOST_LINES = 300;

/**
 * Asks in plain numbered lines, appended one after the other: no cursor movement, no color, no escape byte. For
 * screen readers, and for terminals that can do no more.
 */
export function createPlainPrompter(): Prompter {
  const write = (text: string): void => void process.stderr.write(text);
  const say = (line: string): void => write(`${line}\n`);
  let lines = 0;
  const ask = (question: string): Promise<string> => {
    if (++lines > MOST_LINES) throw failure(`more than ${MOST_LINES} lines were typed`, "start again, or use flags");
    return askLine(question, write);
  };

  const introduce = ({ ask: question, why, help, progress }: Prompt): void => {
    say("");
    say(progress ? `Question ${progress}. ${question}` : question);
    if (why) say(why);
    if (help) say(help);
  };
  const number = (options: readonly Option[]): void => {
    options.forEach((option, i) => {
      say(`${i + 1}. ${clean(option.label)}`);
    });
  };

  const choose: Prompter["choose"] = async (prompt) => {
    introduce(prompt);
    number(prompt.options);
    for (;;) {
      const text = await ask(`Number, 1 to ${prompt.options.length} (Enter is 1): `);
      const option = prompt.options[(text.trim() === "" ? 1 : wholeNumber(text)) - 1];
      if (option) return option.value;
      say(`"${brief(text)}" is no number from 1 to ${prompt.options.length}.`);
    }
  };

  return {
    say,
    choose,
    async tick(prompt) {
      introduce(prompt);
      number(prompt.options);
      const { ticked } = prompt;
      const labels = prompt.options.flatMap(({ value, label }) => (ticked.includes(value) ? clean(label) : []));
      if (labels.length > 0) say(`Ticked: ${labels.join("; ")}. A number ticks, or takes its tick away.`);
      for (;;) {
        const text = await ask(`Numbers with spaces between (Enter ${labels.length > 0 ? "goes on" : "skips"}): `);
        const chosen = text
          .split(/[\s,]+/)
          .filter(Boolean)
          .map((each) => prompt.options[wholeNumber(each) - 1]);
        if (chosen.every((option) => option !== undefined))
          return toggled(ticked, new Set(chosen.map(({ value }) => value)));
        const wrong = text.split(/[\s,]+/).filter((each) => each && !prompt.options[wholeNumber(each) - 1]);
        say(
          `${wrong.map((each) => `"${brief(each)}"`).join(" and ")} cannot be chosen: type numbers from 1 to ${prompt.options.length}.`,
        );
      }
    },
    async search(prompt) {
      introduce(prompt);
      for (;;) {
        const text = await ask("Type it in your own words (Enter skips, ? lists all): ");
        const options = await prompt.suggest(text.trim() === "?" ? "" : text);
        if (text.trim() === "") return options[0]?.value ?? "";
        const value = await choose({
          ask: "Did you mean:",
          options: [...options, { value: AGAIN, label: "Type it again" }],
        });
        if (value !== AGAIN) return value;
      }
    },
    async type(prompt) {
      introduce(prompt);
      for (;;) {
        const text = await ask("Type it: ");
        const wrong = prompt.check(text);
        if (!wrong) return text;
        say(`Please try again: ${wrong}.`);
      }
    },
    async confirm(question, usual) {
      for (;;) {
        const text = (await ask(`${question} Type yes or no (Enter is ${usual ? "yes" : "no"}): `))
          .trim()
          .toLowerCase();
        if (["", "y", "yes"].includes(text)) return text === "" ? usual : true;
        if (["n", "no"].includes(text)) return false;
        say(`"${brief(text)}" is neither yes nor no.`);
      }
    },
  };
}

const AGAIN = "@again";

const toggled = (ticked: readonly string[], numbers: ReadonlySet<string>): string[] => [
  ...ticked.filter((value) => !numbers.has(value)),
  ...[...numbers].filter((value) => !ticked.includes(value)),
];

const wholeNumber = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0);

/** One line from stdin. Its end (Ctrl-D) and Ctrl-C reject like the drawing prompts do. */
function askLine(question: string, write: (text: string) => void): Promise<string> {
  write(question);
  const lines = createInterface({ input: process.stdin, terminal: false });
  const leave = (): void => lines.close();
  process.once("SIGINT", leave);
  return new Promise((resolve, reject) => {
    lines.once("line", (line) => {
      resolve(line.slice(0, LONGEST));
      lines.close();
    });
    lines.once("close", () => {
      process.off("SIGINT", leave);
      // After a line this changes nothing: the promise is settled.
      reject(Object.assign(new Error("input ended"), { name: "ExitPromptError" }));
    });
  });
}
