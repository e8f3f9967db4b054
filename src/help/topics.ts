import type { Block } from "./blocks.ts";

/** What `intern-why help <topic>` says; the manual has the same words. */
export interface HelpTopic {
  id: string;
  title: string;
  summary: string;
  blocks: readonly Block[];
}

export const HELP_TOPICS: readonly HelpTopic[] = [
  {
    id: "formats",
    title: "Formats",
    summary: "what an answer can be printed as",
    blocks: [
      "Every answer can be text, Markdown or JSON. On a terminal you get text. In a pipe you get Markdown, or lines where the answer is a list. `--format` chooses; `--json` and `--md` are short for it.",
      {
        terms: [
          ["text", "For you, at a terminal: wrapped to its width, in color where that is wanted."],
          ["md", "Markdown. A checklist in it is your plan file: tick it by hand or with `intern-why done`."],
          ["json", "One object, indented by two, with `schemaVersion`. `intern-why schema` prints its JSON Schema."],
          [
            "lines",
            "One line a result, with tabs between its columns and the id first. What `list`, `search`, `sources`, `resolve` and `next` print in a pipe.",
          ],
        ],
      },
      "`checklist` and `export` can print a plan for other tools:",
      {
        terms: [
          ["csv", "A table for a spreadsheet, one row a step."],
          ["ics", "Events for a calendar."],
          ["ics-todo", "To-dos for a calendar program that keeps them."],
          ["todotxt", "Lines in the format of todo.txt."],
          ["taskwarrior", "What `task import` reads."],
          ["html", "A page to print or to send."],
        ],
      },
      "With `-o` the file's name decides: `plan.csv` holds a table, `plan.ics` events, `plan.json` JSON, `notes.txt` text. Any other name gets Markdown. A step keeps its id in every format, so a program that looks at ids updates a step instead of adding it again.",
      {
        lines: [
          "intern-why checklist --field nursing --start summer -o plan.html",
          "intern-why show networking | pandoc -o networking.docx",
          "intern-why list fields --json | jq -r '.topics[].id'",
        ],
      },
    ],
  },
  {
    id: "exit-codes",
    title: "Exit codes",
    summary: "what a script can tell from the end of a run",
    blocks: [
      {
        terms: [
          [
            "0",
            "Done. A plan that does not fit your time is an answer, and so is a text that `resolve` does not understand.",
          ],
          ["1", "Failed: a file, a full disk, a bug, a `search` without a match, or a content folder with a problem."],
          [
            "2",
            "Usage: an unknown command, flag, value or topic, input that cannot be read, or nothing known of you and no terminal to ask on.",
          ],
          ["130", "Interrupted at a question, with Ctrl-C or the end of input."],
          ["143", "Ended by the signal TERM."],
          ["129", "Ended by the signal HUP."],
        ],
      },
      "The answer goes to stdout and everything else to stderr. A failure leaves stdout empty, but for `content check --json`, whose answer is the problems: one `error:` line for each problem, all at once, and at most one `hint:` line. A success leaves stderr empty, but for questions and `warning:` lines. A reader that stops early, such as `head`, is no error.",
    ],
  },
  {
    id: "environment",
    title: "Environment",
    summary: "the variables that are read",
    blocks: [
      "A flag decides before a variable.",
      {
        terms: [
          ["INTERN_WHY_CONTENT", "A folder of topics to lay over ours, as `--content` does."],
          [
            "INTERN_WHY_PAGER",
            "The program that shows long text on a terminal, with its flags. It is split at spaces and started without a shell. Nothing, or `cat`, means no pager.",
          ],
          [
            "PAGER",
            "The same, where `INTERN_WHY_PAGER` is not set. Without both it is `less`, with `LESS` as you set it, or `FRX`, and `LESSCHARSET`, or `utf-8`.",
          ],
          ["INTERN_WHY_DEBUG", "`1` prints where in the program an error arose."],
          ["ACCESSIBLE", "`1` switches accessible mode on, as `--accessible` does."],
          ["NO_COLOR", "Any value switches color off, whatever the next three say."],
          ["FORCE_COLOR", "`1` colors text, in a pipe too; `0` switches color off."],
          ["CLICOLOR_FORCE", "`1` colors text, in a pipe too."],
          ["CLICOLOR", "`0` switches color off."],
          ["TERM", "`dumb` is a terminal that prints lines and no more: no color, questions in plain lines."],
          [
            "FORCE_HYPERLINK",
            "`1` makes addresses links, `0` leaves them text. Without it the terminal decides: `TERM_PROGRAM`, `VTE_VERSION`, `WT_SESSION`, `KITTY_WINDOW_ID`, `DOMTERM`, `KONSOLE_VERSION` and `GHOSTTY_RESOURCES_DIR` name those that show links, and with `CI`, `TMUX` or `STY` there are none.",
          ],
        ],
      },
      "`--color always` and `--color never` decide before all of these.",
    ],
  },
  {
    id: "privacy",
    title: "Privacy",
    summary: "what stays on this computer: everything",
    blocks: [
      "Your answers stay on this computer. There is no network code in the program: no account, no telemetry, no check for updates.",
      "A file is written only when you name it or agree to it:",
      {
        terms: [
          ["-o, --output <file>", "The answer."],
          ["--save-profile <file>", "Your answers, to use again with `--profile`."],
          ["done", "Ticks in your plan file."],
          ["replan", "New dates in your plan file."],
          ["content new", "A topic to begin with, in your own content folder."],
          ["checklist", "After the questions, your plan, if you say yes to saving it."],
        ],
      },
      "A plan file keeps the answers that dated it, so that `replan` can date it again; `--no-profile` leaves them out. Two answers are private: `disability` and `visa`. The file and the command that repeats a run leave them out unless you agree, because a shell history and a shared file are seen by others.",
      "What you type as a flag is kept by most shells in a history. To leave no trace there, answer the questions instead, or read your answers from a file with `--profile`.",
    ],
  },
  {
    id: "accessibility",
    title: "Accessibility",
    summary: "screen readers, color, narrow screens",
    blocks: [
      "`--accessible` switches accessible mode on for one run, `ACCESSIBLE=1` in the environment for all. Choices are numbered and stand one a line, and a number is your answer. Nothing moves the cursor, and there is no color, no box and no bar. A question says what Enter alone does. The first line of a guided session says that the mode is on, and why.",
      "Nothing is said by color alone in any mode. `NO_COLOR=1` switches color off; `intern-why help environment` has the rest.",
      "Text fits the width of your terminal, down to 40 columns and up to 100; `--width` sets another, from 20 to 200. Long text goes through a pager on a terminal, never in accessible mode; `--no-pager` prints it whole.",
      "Every question has a flag, so that you can answer all at once, or prepare your answers in a file for `--profile`. No question has a time limit, and each can be skipped.",
      { lines: ["intern-why --accessible", "ACCESSIBLE=1 intern-why checklist"] },
    ],
  },
];
