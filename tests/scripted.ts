import type { Option, Prompt, Prompter } from "../src/profile/interview.ts";

/** A person who answers from a script: each entry answers one prompt, by value, label or typed text. */
export function scripted(answers: (string | string[] | boolean)[]): Prompter & { asked: Prompt[]; said: string[] } {
  const asked: Prompt[] = [];
  const said: string[] = [];
  const queue = [...answers];
  const next = (prompt: Prompt): string | string[] | boolean => {
    asked.push(prompt);
    if (queue.length === 0) throw Object.assign(new Error("script ended"), { name: "ExitPromptError" });
    return queue.shift() as string;
  };
  const find = (options: readonly Option[], text: string): string => {
    const option = options.find(({ value, label }) => value === text || label === text);
    if (!option) throw new Error(`no option "${text}" among ${options.map(({ label }) => label).join(", ")}`);
    return option.value;
  };
  return {
    asked,
    said,
    say: (line) => void said.push(line),
    choose: async (prompt) => find(prompt.options, `${next(prompt)}`),
    tick: async (prompt) => [next(prompt)].flat().map((each) => find(prompt.options, `${each}`)),
    search: async (prompt) => {
      const text = `${next(prompt)}`;
      return text.startsWith("@")
        ? find(await prompt.suggest(""), text)
        : ((await prompt.suggest(text))[0]?.value ?? "");
    },
    type: async (prompt) => {
      const text = `${next(prompt)}`;
      const wrong = prompt.check(text);
      if (wrong) throw new Error(wrong);
      return text;
    },
    confirm: async (ask) => next({ ask }) === true,
  };
}
