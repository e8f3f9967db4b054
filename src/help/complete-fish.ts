import { BARE_FLAGS, type CompletionFlag, type CompletionModel, REFS, type Takes, TOPICS } from "./completion-model.ts";

/** The script for fish. */
export const fishScript = ({ commands, lists }: CompletionModel): string => `\
# Completion of intern-why for fish. To install it: intern-why completion --help

function __intern_why_list
    switch $argv[1]
${[...lists].map(([name, list]) => `        case ${name}\n            printf '%s\\t%s\\n' ${list.map(({ word, says }) => `${word} ${quote(says)}`).join(" ")}`).join("\n")}
    end
end

function __intern_why_topics
    if string match -q '*/*' -- (commandline -ct)
        __intern_why_list ${REFS}
    else
        __intern_why_list ${TOPICS}
    end
end

# The command, and the operands that stand before the cursor.
function __intern_why_operands
    set -l value no
    for word in (commandline -opc)[2..]
        if test $value = yes
            set value no
        else if contains -- $word ${valueFlags(commands.flatMap(({ flags }) => flags)).join(" ")}
            set value yes
        else if not string match -q -- '-?*' $word
            echo $word
        end
    end
end

function __intern_why_in
    set -l words (__intern_why_operands)
    set -q words[1]; or set words advise
    contains -- $words[1] $argv
end

# Whether operand number $argv[1], or a later one with many, is being typed.
function __intern_why_at
    set -l words (__intern_why_operands)
    test (count $words) -eq $argv[1]; or begin
        set -q argv[2]; and test (count $words) -gt $argv[1]
    end
end

# Behind -- in "compare" stand flags again: what advise would offer there.
function __intern_why_right
    set -l words (commandline -opc)
    set -l first (math (contains -i -- -- $words) + 1)
    complete -C "intern-why advise "(string join ' ' -- (string escape -- $words[$first..]) (commandline -ct))
end

complete -c intern-why -f
complete -c intern-why -n '__intern_why_at 0' -a '(__intern_why_list commands)'
${BARE_FLAGS.map((flag) => flagLine(flag, "")).join("\n")}
${flagLines(commands).join("\n")}
${commands
  .flatMap(({ word, operands }) =>
    operands
      .filter(({ takes }) => takes !== "text")
      .map(
        ({ takes, many }, at) =>
          `complete -c intern-why -n '__intern_why_in ${word}; and __intern_why_at ${at + 1}${many ? " many" : ""}' ${choicesOf(takes)}`,
      ),
  )
  .join("\n")}
complete -c intern-why -n '__intern_why_in compare; and contains -- -- (commandline -opc)' -a '(__intern_why_right)'
`;

const quote = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;

const valueFlags = (flags: readonly CompletionFlag[]): string[] => [
  ...new Set(flags.filter(({ takes }) => takes !== undefined).flatMap(({ names }) => names)),
];

/** Flags that are the same in several commands share a line. */
function flagLines(commands: CompletionModel["commands"]): string[] {
  const lines = new Map<string, { flag: CompletionFlag; words: string[] }>();
  for (const { word, flags } of commands) {
    for (const flag of flags) {
      const key = JSON.stringify(flag);
      lines.set(key, { flag, words: [...(lines.get(key)?.words ?? []), word] });
    }
  }
  return [...lines.values()].map(({ flag, words }) =>
    flagLine(flag, words.length === commands.length ? "" : ` -n '__intern_why_in ${words.join(" ")}'`),
  );
}

function flagLine({ names, says, takes }: CompletionFlag, condition: string): string {
  const written = names.map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const value = takes === undefined ? "" : ` ${takes === "file" ? "-r -F" : `-x ${choicesOf(takes)}`.trim()}`;
  return `complete -c intern-why${condition} ${written.join(" ")}${value} -d ${quote(says)}`;
}

function choicesOf(takes: Takes): string {
  if (takes === "text") return "";
  if (takes === "file") return "-F";
  if (takes === "folder") return "-a '(__fish_complete_directories)'";
  if (takes.includes("|")) return `-a '${takes.replaceAll("|", " ")}'`;
  return takes === TOPICS ? "-a '(__intern_why_topics)'" : `-a '(__intern_why_list ${takes})'`;
}
