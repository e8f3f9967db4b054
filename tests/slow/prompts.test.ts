import { afterAll, describe, expect, test } from "vitest";
import { packed, report } from "../packed.ts";
import { openShell, pty } from "../shell.ts";

packed();
const DOWN = "\u001b[B";
const ENTER = "\r";
const TODAY = "--today 2026-11-22";

type Shell = ReturnType<typeof openShell>;

/** For each kind of prompt how a person comes to it; the last text is the prompt itself. */
const DRAWN: Record<string, (shell: Shell) => Promise<void>> = {
  search: (shell) => shell.on("What do you study", ""),
  select: async (shell) => {
    await shell.on("What do you study", "nursing");
    await shell.on("❯ .*Nursing and midwifery", ENTER);
    await shell.on("What kind of work", "");
  },
  checkbox: async (shell) => {
    await DRAWN["select"]?.(shell);
    await shell.on("Skip this one", ENTER);
    await shell.on("Where are you right now", ENTER);
    await shell.on("What would you most like", "");
  },
  input: async (shell) => {
    await DRAWN["checkbox"]?.(shell);
    await shell.on("Skip this one", ENTER);
    await shell.on("Is any of this true", ENTER);
    await shell.on("Where would the internship be", ENTER);
    await shell.on("When would you like to start", DOWN.repeat(5) + ENTER);
    await shell.on("On which date", "");
  },
  confirm: async (shell) => {
    await DRAWN["input"]?.(shell);
    await shell.on("", `2027-06-01${ENTER}`);
    await shell.on("Make your dated checklist\\?", "");
  },
};

const PLAIN: typeof DRAWN = {
  search: (shell) => shell.on("Type it in your own words", ""),
  choose: async (shell) => {
    await shell.on("Type it in your own words", "nursing\r");
    await shell.on("Did you mean", "");
  },
  tick: async (shell) => {
    await PLAIN["choose"]?.(shell);
    for (const question of [1, 2, 3]) await shell.on("Enter is 1\\): ", question < 4 ? ENTER : "");
    await shell.on("Numbers with spaces between", "");
  },
};

const CASES = [
  ...Object.entries(DRAWN).map(([kind, come]) => [kind, come, {}] as const),
  ...Object.entries(PLAIN).map(([kind, come]) => [`${kind} (plain)`, come, { ACCESSIBLE: "1" }] as const),
];

let restored = 0;
const ended = async (shell: Shell): Promise<number> => {
  const code = await shell.end();
  restored++;
  return code;
};
afterAll(() =>
  report(`prompts: ${restored} sessions interrupted, ended, suspended or flooded, each terminal restored`),
);

describe.skipIf(!pty)(
  "at every kind of prompt the terminal is left as it was",
  () => {
    test.for(CASES)("%s: Ctrl-C ends with 130", async ([, come, env]) => {
      const shell = openShell(TODAY, env);
      await come(shell);
      await shell.on("", "\u0003");
      expect(await ended(shell)).toBe(130);
    });

    test.for(CASES)("%s: Ctrl-D ends with 130", async ([, come, env]) => {
      const shell = openShell(TODAY, env);
      await come(shell);
      await shell.on("", "\u0004");
      expect(await ended(shell)).toBe(130);
    });

    test.for(CASES.flatMap((each) => [["TERM", 143, ...each] as const, ["HUP", 129, ...each] as const]))(
      "%s ends with %i at %s",
      async ([name, code, , come, env]) => {
        const shell = openShell(TODAY, env);
        await come(shell);
        await shell.signal(name);
        expect(await ended(shell)).toBe(code);
      },
    );

    test.for(CASES)("%s: suspended, the shell has its terminal back; resumed, it asks again", async ([, come, env]) => {
      const shell = openShell(TODAY, env);
      await come(shell);
      await shell.on("", "\u001a");
      await shell.until("Stopped");
      expect(shell.screen().lastIndexOf("\u001b[?25l")).toBeLessThanOrEqual(shell.screen().lastIndexOf("\u001b[?25h"));
      await shell.on("", `stty -a | grep -o ' icanon'; fg${ENTER}`);
      await shell.until(" icanon");
      await shell.on("fg", "");
      await shell.on("", "\u0003");
      await shell.on("READY> ", `echo "ended"=$?; stty -g >after; cmp before after && echo "as"=before${ENTER}`);
      expect(await ended(shell)).toBe(130);
    });

    test.for(CASES)("%s: a new size, then 200 KB of pasted text, are taken in good time", async ([, come, env]) => {
      const shell = openShell(TODAY, env);
      await come(shell);
      shell.resize(40, 12);
      const began = Date.now();
      await shell.paste("x".repeat(200_000));
      await shell.on("", "\u0003");
      expect(await ended(shell)).toBe(130);
      expect(Date.now() - began).toBeLessThan(10_000);
    });

    test("25,000 pasted lines end the plain questions with an error", async () => {
      const shell = openShell(TODAY, { ACCESSIBLE: "1" });
      await shell.on("Type it in your own words", "");
      const pasted = shell.paste(`${"nothing like it\r".repeat(25_000)}`);
      await shell.until("error: more than 300 lines were typed");
      await pasted;
    });
  },
  60_000,
);
