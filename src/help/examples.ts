/** Command lines that work as they stand; a test runs each of them. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  advise: ["intern-why", "intern-why advise --field nursing --stage first-year --goal clarity"],
  checklist: [
    "intern-why checklist --field computing --start summer --hours 4",
    "intern-why checklist --field nursing --start summer > plan.md",
  ],
  show: ["intern-why show | cat", "intern-why show networking skills --json"],
  list: ["intern-why list", "intern-why list fields"],
  search: ["intern-why search visa hours"],
  explain: ["intern-why explain clarity --field nursing --goal clarity", "intern-why explain conclusion --general"],
  compare: ["intern-why compare --field nursing --start summer --hours 2 -- --hours 6"],
  sources: ["intern-why sources --benefit resume", "intern-why sources --cite bibtex"],
  next: ["intern-why next", "intern-why next --plan summer.md --json"],
  done: ["intern-why done goals", "task export | intern-why done --from -"],
  replan: ["intern-why replan --dry-run", "intern-why replan --hours 6"],
  export: ["intern-why export --format ics -o plan.ics"],
  resolve: ['intern-why resolve field "mech eng"', "echo nursing | intern-why resolve field - --json"],
  content: ["intern-why content new action visit-the-fair", "intern-why content check ."],
  completion: ["intern-why completion zsh | head", "intern-why completion fish -o intern-why.fish"],
  schema: ["intern-why schema plan"],
  help: ["intern-why help checklist", "intern-why help exit-codes", "intern-why help man > intern-why.1"],
};

/** How each shell is told of its completion script: lines to run once in it. */
export const INSTALL: Readonly<Record<string, readonly string[]>> = {
  bash: ["intern-why completion bash > ~/.intern-why.bash", "echo '. ~/.intern-why.bash' >> ~/.bashrc"],
  zsh: [
    "mkdir -p ~/.zfunc && intern-why completion zsh > ~/.zfunc/_intern-why",
    "echo 'fpath=(~/.zfunc $fpath); autoload -U compinit; compinit' >> ~/.zshrc",
  ],
  fish: [
    "mkdir -p ~/.config/fish/completions",
    "intern-why completion fish > ~/.config/fish/completions/intern-why.fish",
  ],
  powershell: [
    "New-Item -ItemType Directory -Force (Split-Path $PROFILE)",
    'intern-why completion powershell > "$HOME/intern-why.ps1"',
    "Add-Content $PROFILE '. \"$HOME/intern-why.ps1\"'",
  ],
};

/** What `schema` takes, and the commands that print such JSON where they are called otherwise. */
export const SCHEMA_NAMES: readonly string[] = [
  "profile, advice, plan (checklist, export), topics (list, show),",
  "facts (sources), search, resolve, explain, compare, next, done, replan,",
  "content-check, content-new",
];
