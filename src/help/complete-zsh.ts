import {
  BARE_FLAGS,
  type Choice,
  type CompletionCommand,
  type CompletionFlag,
  type CompletionModel,
  REFS,
  type Takes,
  TOPICS,
} from "./completion-model.ts";

/** The script for zsh: a file `_intern-why` in a folder of fpath. */
export const zshScript = ({ commands, lists }: CompletionModel): string => `\
#compdef intern-why
# Completion of intern-why for zsh. To install it: intern-why completion --help

_intern-why_list() {
  local -a words stems
  case $1 in
${[...lists].map(([name, list]) => `    ${name})\n${listBody(list)}      ;;`).join("\n")}
  esac
  local ret=1
  _describe -t $1 $1 words && ret=0
  if (( $#stems )); then _describe -t kinds kind stems -S '' && ret=0; fi
  return ret
}

_intern-why_topics() {
  if [[ $PREFIX == */* ]]; then _intern-why_list ${REFS}; else _intern-why_list ${TOPICS}; fi
}

_intern-why() {
  local curcontext=$curcontext state state_descr line ret=1
  local -A opt_args
  _arguments -C -A '-*' \\
${argumentSpecs([...BARE_FLAGS, ...(commands[0]?.flags ?? [])])} \\
    '1:command: _intern-why_list commands' \\
    '*::operand:->operands' && ret=0
  [[ $state == operands ]] || return ret
  curcontext=\${curcontext%:*:*}:intern-why-$words[1]:
  case $words[1] in
${commands.map(commandCase).join("\n")}
  esac
  return ret
}

if [[ $funcstack[1] == _intern-why ]]; then _intern-why "$@"; else compdef _intern-why intern-why; fi
`;

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Words that end in a slash go on, so they get no space. */
function listBody(list: readonly Choice[]): string {
  const array = (name: string, choices: readonly Choice[]): string =>
    choices.length === 0
      ? ""
      : `      ${name}=(\n${choices.map(({ word, says }) => `        ${quote(`${word}:${says.replaceAll("\\", "\\\\")}`)}\n`).join("")}      )\n`;
  const isStem = ({ word }: Choice): boolean => word.endsWith("/");
  return (
    array(
      "words",
      list.filter((each) => !isStem(each)),
    ) + array("stems", list.filter(isStem))
  );
}

const commandCase = ({ word, flags, operands }: CompletionCommand): string => `    ${word})
      _arguments \\
${argumentSpecs([{ names: ["-h", "--help"], says: "print help", many: false }, ...flags])}${operands
  .map(({ takes, many }, at) => ` \\\n        '${many ? "*" : at + 1}:${nameOf(takes)}:${actionOf(takes)}'`)
  .join("")} && ret=0
      ;;`;

const argumentSpecs = (flags: readonly CompletionFlag[]): string =>
  flags
    .flatMap(({ names, says, takes, many }) =>
      names.map((name) => {
        const others = many ? "*" : names.length > 1 ? `(${names.join(" ")})` : "";
        const equals = takes !== undefined && name.startsWith("--") ? "=" : "";
        const value = takes === undefined ? "" : `:${nameOf(takes)}:${actionOf(takes)}`;
        return `    ${quote(`${others}${name}${equals}[${says.replace(/[[\]\\]/g, "\\$&")}]${value}`)}`;
      }),
    )
    .join(" \\\n");

const nameOf = (takes: Takes): string => (takes.includes("|") ? "value" : takes);

function actionOf(takes: Takes): string {
  if (takes === "text") return " ";
  if (takes === "file") return "_files";
  if (takes === "folder") return "_files -/";
  if (takes.includes("|")) return `(${takes.replaceAll("|", " ")})`;
  return takes === TOPICS ? " _intern-why_topics" : ` _intern-why_list ${takes}`;
}
