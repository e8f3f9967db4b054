import { type Section, sectionsMarkdown, type Term } from "./blocks.ts";
import { EXAMPLES } from "./examples.ts";
import { sectionsMdoc } from "./mdoc.ts";
import { HELP_TOPICS, type HelpTopic } from "./topics.ts";
import type { CommandTree, Flag } from "./tree.ts";

const PURPOSE = "find out if an internship is worth it, and what to do by when";
/** When the words of the manual changed last: a page has the same bytes on every day. */
const WRITTEN = "November 28, 2026";

const SYNOPSIS = `.Nm
.Op Cm advise
.Op Ar flags
.Nm
.Ar command
.Op Ar operands
.Op Ar flags
.Nm
.Cm help
.Op Ar command | topic
`;

/** The manual page in mdoc. */
export const manualMdoc = (tree: CommandTree): string =>
  `.Dd ${WRITTEN}
.Dt INTERN-WHY 1
.Os
.Sh NAME
.Nm intern-why
.Nd ${PURPOSE}
.Sh SYNOPSIS
${SYNOPSIS}${sectionsMdoc(sectionsOf(tree))}`;

/** The manual as Markdown, for a terminal. */
export const manualMarkdown = (tree: CommandTree): string =>
  sectionsMarkdown(`intern-why: ${PURPOSE}`, sectionsOf(tree));

const sectionsOf = (tree: CommandTree): Section[] => [
  {
    title: "Description",
    blocks: [
      "`intern-why` advises one person about internships. It asks a few questions, all of which can be skipped, and prints the case for and against, what you would gain, what to watch and the first steps. Then it makes a checklist with dates, counted back from the day you want to start.",
      "Without a command it runs `advise`. With a flag about you it asks nothing: what you leave out stays unknown and never counts as a no. Values are free text; what is not understood is refused with the nearest choices, never guessed.",
      "It works offline, and the same input gives the same bytes.",
    ],
  },
  { title: "Commands", blocks: [{ terms: tree.commands.map(commandTerm) }] },
  {
    title: "Flags about you",
    blocks: [
      `For ${listOf(tree.commands.filter(({ profile }) => profile).map(({ name }) => name))}. They come after the command.`,
      { terms: tree.profile.map(flagTerm) },
    ],
  },
  { title: "Output flags", blocks: ["For every command.", { terms: tree.output.map(flagTerm) }] },
  ...["formats", "privacy", "accessibility", "environment"].map(topicSection),
  {
    title: "Files",
    blocks: [
      {
        terms: [
          [
            "internship-plan.md",
            "The plan file in the current folder that `next`, `done`, `replan` and `export` read when no `--plan` names another.",
          ],
        ],
      },
    ],
  },
  { ...topicSection("exit-codes"), title: "Exit status" },
  { title: "Examples", blocks: [{ lines: tree.commands.flatMap(({ name }) => EXAMPLES[name] ?? []) }] },
  {
    title: "See also",
    blocks: ["`intern-why help` on each command. Other programs that read what it prints: `jq`, `pandoc`, `task`."],
  },
];

const commandTerm = ({ name, operands, summary, own = [] }: CommandTree["commands"][number]): Term => [
  [name, operands].filter(Boolean).join(" "),
  summary,
  own.map(flagTerm),
];

const flagTerm = ({ flags, help }: Flag): Term => [flags, help];

function topicSection(id: string): Section {
  const { title, blocks } = HELP_TOPICS.find((topic) => topic.id === id) as HelpTopic;
  return { title, blocks };
}

const listOf = (names: readonly string[]): string =>
  `${names
    .slice(0, -1)
    .map((name) => `\`${name}\``)
    .join(", ")} and \`${names.at(-1)}\``;
