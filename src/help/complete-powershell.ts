import { BARE_FLAGS, type CompletionFlag, type CompletionModel, REFS, TOPICS } from "./completion-model.ts";

/** The script for PowerShell 5.1 and newer. In ASCII: 5.1 reads a file without a mark in the code page of the machine. */
export const powershellScript = ({ commands, lists }: CompletionModel): string => `\
# Completion of intern-why for PowerShell. To install it: intern-why completion --help

$InternWhyLists = @{
${[...lists].map(([name, list]) => `  ${quote(name)} = @(\n${list.map(({ word, says }) => `    , @(${quote(word)}, ${quote(says)})`).join("\n")}\n  )`).join("\n")}
}
$InternWhyFlags = @{
${[{ word: "", flags: BARE_FLAGS }, ...commands].map(({ word, flags }) => `  ${quote(word)} = @(\n${flags.flatMap(flagRows).join("\n")}\n  )`).join("\n")}
}
$InternWhyOperands = @{
${commands
  .map(
    ({ word, operands }) =>
      `  ${quote(word)} = @(${operands
        .map(({ takes, many }) => `@(${quote(takes)}, $${many})`)
        .map((row) => `,${row}`)
        .join(" + ")})`,
  )
  .join("\n")}
}

Register-ArgumentCompleter -Native -CommandName intern-why -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)

  $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $command = ''
  $count = 0
  $takes = ''
  foreach ($word in $before) {
    $name = if ($InternWhyFlags.ContainsKey($command)) { $command } else { 'advise' }
    if ($takes) {
      $takes = ''
    } elseif ($word -like '-?*') {
      $flag = $InternWhyFlags[$name] | Where-Object { $_[0] -ceq $word } | Select-Object -First 1
      if ($flag) { $takes = $flag[2] }
    } elseif (-not $command) {
      $command = $word
    } else {
      $count++
    }
  }

  $name = if ($InternWhyFlags.ContainsKey($command)) { $command } else { 'advise' }
  $prefix = ''
  $typed = $wordToComplete
  $choices = @()
  if (-not $takes -and $typed -like '--*=*') {
    $prefix = $typed.Substring(0, $typed.IndexOf('=') + 1)
    $flag = $InternWhyFlags[$name] | Where-Object { $_[0] -ceq $prefix.TrimEnd('=') } | Select-Object -First 1
    if ($flag) { $takes = $flag[2] }
    $typed = $typed.Substring($prefix.Length)
  } elseif (-not $takes -and $typed -like '-*') {
    $choices = @($InternWhyFlags[$name]) + @($InternWhyFlags[''])
  } elseif (-not $takes -and -not $command) {
    $takes = 'commands'
  } elseif (-not $takes) {
    $operands = @($InternWhyOperands[$name])
    if ($count -lt $operands.Count) {
      $takes = $operands[$count][0]
    } elseif ($operands.Count -gt 0 -and $operands[-1][1]) {
      $takes = $operands[-1][0]
    }
  }

  if ($takes -eq '${TOPICS}' -and $typed -like '*/*') { $takes = '${REFS}' }
  if ($takes -like '*|*') {
    $choices = @($takes -split '\\|' | ForEach-Object { , @($_, $_) })
  } elseif ($takes -and $InternWhyLists.ContainsKey($takes)) {
    $choices = @($InternWhyLists[$takes])
  }
  # Nothing for a file or a folder: PowerShell then completes the names of files.
  $choices | Where-Object { $_[0].StartsWith($typed, [StringComparison]::Ordinal) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($prefix + $_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`;

const flagRows = ({ names, says, takes = "" }: CompletionFlag): string[] =>
  names.map((name) => `    , @(${quote(name)}, ${quote(says)}, ${quote(takes)})`);

const quote = (text: string): string => `'${toAscii(text).replaceAll("'", "''")}'`;

const toAscii = (text: string): string =>
  text
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[–—]/g, "-")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/g, "?");
