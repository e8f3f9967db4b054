import { BARE_FLAGS, type CompletionFlag, type CompletionModel, REFS, type Takes, TOPICS } from "./completion-model.ts";

/** The script for bash, from 3.2 on; it needs nothing of the bash-completion package. */
export const bashScript = ({ commands, lists }: CompletionModel): string => `\
# Completion of intern-why for bash. To install it: intern-why completion --help

_intern_why_flags() {
  case $1 in
${commands.map(({ word, flags }) => `    ${word}) words='${namesOf(flags)}' ;;`).join("\n")}
  esac
}

# What the value of a flag ($2) of a command ($1) is.
_intern_why_value() {
  case "$1 $2" in
${valueCases(commands).join("\n")}
  esac
}

# What the operand number $2 of a command ($1) is.
_intern_why_operand() {
  case "$1 $2" in
${commands.flatMap(({ word, operands }) => operands.map(({ takes, many }, at) => `    '${word} '${many ? "*" : at + 1}) takes='${takes}' ;;`)).join("\n")}
  esac
}

_intern_why_list() {
  case $1 in
    *'|'*) words=\${1//|/ } ;;
${[...lists].map(([name, list]) => `    ${name}) words='${list.map(({ word }) => word).join(" ")}' ;;`).join("\n")}
  esac
}

_intern_why() {
  local rest=\${COMP_LINE:0:COMP_POINT} trimmed piece i
  local -a parts
  parts=()
  # Bash splits words at = and :, so what stands together is joined again.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    trimmed=\${rest#"\${rest%%[![:space:]]*}"}
    piece=\${COMP_WORDS[i]}
    if ((i == COMP_CWORD)); then piece=$trimmed; fi
    if ((i > 0)) && [[ $trimmed == "$rest" ]]; then
      parts[\${#parts[@]}-1]+=$piece
    else
      parts+=("$piece")
    fi
    rest=\${trimmed#"$piece"}
  done

  local command='' count=0 expected='' takes='' words='' part
  local last=$((\${#parts[@]} - 1))
  for ((i = 1; i < last; i++)); do
    part=\${parts[i]}
    if [[ -n $expected ]]; then
      expected=''
    elif [[ $part == -?* ]]; then
      takes=''
      if [[ $part != *=* ]]; then _intern_why_value "\${command:-advise}" "$part"; fi
      expected=$takes
    elif [[ -z $command ]]; then
      command=$part
    else
      count=$((count + 1))
    fi
  done

  local cur=\${parts[last]} prefix=''
  takes=$expected
  if [[ -n $expected ]]; then
    :
  elif [[ $cur == --*=* ]]; then
    prefix=\${cur%%=*}=
    _intern_why_value "\${command:-advise}" "\${cur%%=*}"
    cur=\${cur#*=}
  elif [[ $cur == -* ]]; then
    _intern_why_flags "\${command:-advise}"
    if [[ -z $command ]]; then words="$words ${namesOf(BARE_FLAGS)}"; else words="$words --help"; fi
  elif [[ -z $command ]]; then
    takes=commands
  else
    _intern_why_operand "$command" $((count + 1))
  fi

  cur=\${cur#[\\"\\']}
  COMPREPLY=()
  case $takes in
    file) compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$cur")) ;;
    folder) compopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "$cur")) ;;
    *)
      if [[ $takes == ${TOPICS} && $cur == */* ]]; then takes=${REFS}; fi
      _intern_why_list "$takes"
      # Bash replaces what stands behind the last = only, where it splits words at it.
      if [[ $COMP_WORDBREAKS == *=* ]]; then prefix=''; fi
      COMPREPLY=($(compgen -P "$prefix" -W "$words" -- "$cur"))
      if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == */ ]]; then compopt -o nospace 2>/dev/null; fi
      ;;
  esac
}

complete -F _intern_why intern-why
`;

const namesOf = (flags: readonly CompletionFlag[]): string => flags.flatMap(({ names }) => names).join(" ");

/** A case a flag and kind of value: for every command where they all agree. */
function valueCases(commands: CompletionModel["commands"]): string[] {
  const uses = new Map<string, Map<Takes, string[]>>();
  for (const { word, flags } of commands) {
    for (const { names, takes } of flags) {
      if (takes === undefined) continue;
      for (const name of names) {
        const byTakes = uses.get(name) ?? new Map<Takes, string[]>();
        uses.set(name, byTakes.set(takes, [...(byTakes.get(takes) ?? []), word]));
      }
    }
  }
  return [...uses].flatMap(([name, byTakes]) =>
    [...byTakes].map(([takes, words]) => {
      const patterns = byTakes.size === 1 ? [`*' ${name}'`] : words.map((word) => `'${word} ${name}'`);
      return `    ${patterns.join(" | ")}) takes='${takes}' ;;`;
    }),
  );
}
