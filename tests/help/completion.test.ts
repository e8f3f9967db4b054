import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { SHELLS } from "../../src/help/completion.ts";
import { completionModel } from "../../src/help/completion-model.ts";
import { TREE } from "../../src/program.ts";
import { bundled, iw } from "../world.ts";
import {
  ALL,
  BACK_A_WORD,
  installed,
  isInstalled,
  offeredByFish,
  type Place,
  run,
  shownByZsh,
  TAB,
  typeInBash,
  typeInZsh,
} from "./shells.ts";

type Typed = [typed: string, words: string];
/** What is typed before the key is pressed, and the words that stand there then. */
const TYPED: Typed[] = [
  ["che", "<checklist>"],
  ["list fie", "<list><fields>"],
  ["checklist --fie", "<checklist><--field>"],
  ["checklist --outp", "<checklist><--output>"],
  ["advise --field nur", "<advise><--field><nursing>"],
  ["advise --field=nur", "<advise><--field=nursing>"],
  ["advise --concern non", "<advise><--concern><none>"],
  ["advise --goal job --goal cla", "<advise><--goal><job><--goal><clarity>"],
  ["--stage fin", "<--stage><final-year>"],
  ["--format json lis", "<--format><json><list>"],
  ["checklist --format todo", "<checklist><--format><todotxt>"],
  ["list --color alw", "<list><--color><always>"],
  ["show netw", "<show><networking>"],
  ["show networking skil", "<show><networking><skills>"],
  ["show field/nur", "<show><field/nursing>"],
  ['show "netw', "<show><networking>"],
  ["show fiel", "<show><field/>"],
  ["explain track/soft", "<explain><track/software>"],
  ["sources nunley-2016-us", "<sources><nunley-2016-us-audit>"],
  ["sources --cite bib", "<sources><--cite><bibtex>"],
  ["sources --kind-of-study revi", "<sources><--kind-of-study><review>"],
  ["sources --benefit netw", "<sources><--benefit><networking>"],
  ["done portf", "<done><portfolio>"],
  ["resolve cou", "<resolve><country>"],
  ["content che", "<content><check>"],
  ["schema pl", "<schema><plan>"],
  ["completion pow", "<completion><powershell>"],
  ["help exit", "<help><exit-codes>"],
  ["compare --field nursing -- --goal cla", "<compare><--field><nursing><--><--goal><clarity>"],
  ["advise --profile prof", "<advise><--profile><profile.json>"],
  ["advise --profile=prof", "<advise><--profile=profile.json>"],
  ["show -o prof", "<show><-o><profile.json>"],
];
const FOLDER: Typed = ["list --content topics-of", "<list><--content><topics-of-mine/>"];
const SENT: Typed[] = [
  ...TYPED.map(([typed, words]): Typed => [typed + TAB, words]),
  [`show netw skills${BACK_A_WORD}${TAB}`, "<show><networking><skills>"],
];
/** Shells start slowly where much runs at once. */
const A_MINUTE = 60_000;
const SUMMARY = "Clinical placements come with the course";

describe.skipIf(!isInstalled("expect"))("completion in bash, without the bash-completion package", () => {
  const lines: Typed[] = [
    ...SENT,
    [FOLDER[0] + TAB, FOLDER[1]],
    [`s${ALL}`, "<schema><search><show><sources>"],
    [`explain conclusion --s${ALL}`, "<explain><conclusion><--save-profile><--stage><--start>"],
  ];
  let arrived: string[] = [];
  beforeAll(async () => {
    arrived = typeInBash(
      await installed("bash", "intern-why.bash"),
      lines.map(([keys]) => keys),
    );
  }, A_MINUTE);
  test.each(lines.map(([keys, words], at) => [keys, words, at] as const))("%j", (_, words, at) => {
    expect(arrived[at]).toBe(words);
  });
});

describe.skipIf(!isInstalled("zsh"))("completion in zsh", () => {
  // zsh takes the slash of a folder back when the line is sent.
  const lines: Typed[] = [...SENT, [FOLDER[0] + TAB, FOLDER[1].replace("/>", ">")]];
  let place: Place;
  let arrived: string[] = [];
  beforeAll(async () => {
    place = await installed("zsh", "_intern-why");
    arrived = typeInZsh(
      place,
      lines.map(([keys]) => keys),
    );
  }, A_MINUTE);
  test.each(lines.map(([keys, words], at) => [keys, words, at] as const))("%j", (_, words, at) => {
    expect(arrived[at]).toBe(words);
  });

  test("shows what the words mean", () => {
    expect(shownByZsh(place, "s", "*sources*caveat*")).toMatch(/sources +-- the evidence/);
    expect(shownByZsh(place, "show field/m", "*medicine *-- *field/*")).toMatch(/field\/medicine +-- \w/);
  });
});

describe.skipIf(!isInstalled("fish"))("completion in fish", () => {
  let place: Place;
  beforeAll(async () => {
    place = await installed("fish", "intern-why.fish");
  });
  test.each([...TYPED, FOLDER])("%s", (typed, words) => {
    const offers = offeredByFish(place, `intern-why ${typed}`).map((line) => line.split("\t")[0]);
    expect(offers).toContain(/<([^<>]*)>$/.exec(words)?.[1]);
  });

  test("shows what the words mean", () => {
    expect(offeredByFish(place, "intern-why advise --field nurs")).toEqual([expect.stringContaining(SUMMARY)]);
    expect(offeredByFish(place, "intern-why s").map((line) => line.split("\t")[0])).toEqual([
      "schema",
      "search",
      "show",
      "sources",
    ]);
  });

  test("offers no files where none are asked for", () => {
    expect(offeredByFish(place, "intern-why show profile.js")).toEqual([""]);
    expect(offeredByFish(place, "intern-why schema plan ")).toEqual([""]);
  });
});

describe("the scripts", () => {
  describe.each(["bash", "zsh", "fish"])("%s", (shell) => {
    test.skipIf(!isInstalled(shell))("reads its script without a complaint", async () => {
      const { script, folder } = await installed(shell, "script");
      const { status, stdout, stderr } = run(shell, ["-n", script], folder);
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
    });
  });

  test("the one for PowerShell is plain ASCII, with every quote closed", async () => {
    const { out } = await iw(["completion", "powershell"]);
    expect(out).toMatch(/^[\n\x20-\x7e]*$/);
    for (const line of out.split("\n").filter((each) => !each.startsWith("#")))
      expect(line.match(/'/g)?.length ?? 0, line).toSatisfy((count: number) => count % 2 === 0);
  });

  test("no script starts the program", async () => {
    for (const shell of SHELLS.keys()) {
      expect((await iw(["completion", shell])).out).not.toMatch(/\$\(intern-why|`intern-why|node/);
    }
  });

  test("an unknown shell is refused with those there are", async () => {
    expect(await iw(["completion", "tcsh"])).toMatchObject({
      code: 2,
      out: "",
      err: 'error: no completion for "tcsh"\nhint: shells: bash, zsh, fish, powershell\n',
    });
  });
});

describe("hostile words in a summary stay words", () => {
  const HOSTILE = `It's "here" $(touch pwned) \`touch pwned\` \\ [a]: %s $HOME ; touch pwned #\n'; touch pwned; '`;
  const library = {
    ...bundled(),
    heads: bundled().heads.map((head) => (head.id === "medicine" ? { ...head, summary: HOSTILE } : head)),
  };
  const place = async (shell: string, name: string) => {
    const made = await installed(shell, name);
    writeFileSync(made.script, SHELLS.get(shell)?.(completionModel(TREE, library, ["plan"])) ?? "");
    return made;
  };

  test.skipIf(!isInstalled("expect"))("bash", async () => {
    const made = await place("bash", "intern-why.bash");
    expect(typeInBash(made, [`advise --field medi${TAB}`])).toEqual(["<advise><--field><medicine>"]);
    expect(existsSync(join(made.folder, "pwned"))).toBe(false);
  });

  test.skipIf(!isInstalled("zsh"))("zsh", async () => {
    const made = await place("zsh", "_intern-why");
    expect(shownByZsh(made, "show field/m", "*touch pwned*touch pwned*")).toContain(
      'It\'s "here" $(touch pwned) `touch pwned',
    );
    expect(existsSync(join(made.folder, "pwned"))).toBe(false);
  });

  test.skipIf(!isInstalled("fish"))("fish", async () => {
    const made = await place("fish", "intern-why.fish");
    expect(offeredByFish(made, "intern-why advise --field medi")[0]).toContain(
      HOSTILE.replace("\n", " ").slice(0, 100),
    );
    expect(existsSync(join(made.folder, "pwned"))).toBe(false);
  });
});

describe.skipIf(!isInstalled("pwsh"))("completion in PowerShell", () => {
  let place: Place;
  beforeAll(async () => {
    place = await installed("powershell", "intern-why.ps1");
  });
  test.each(TYPED.filter(([typed]) => !/prof|"/.test(typed)))("%s", (typed, words) => {
    const line = `intern-why ${typed}`;
    const ask = `. ${place.script}; (TabExpansion2 '${line}' ${line.length}).CompletionMatches.CompletionText`;
    expect(run("pwsh", ["-NoProfile", "-Command", ask], place.folder).stdout.split("\n")).toContain(
      /<([^<>]*)>$/.exec(words)?.[1],
    );
  });
});
