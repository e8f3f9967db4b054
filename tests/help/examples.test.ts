import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXAMPLES, INSTALL } from "../../src/help/examples.ts";
import { HELP_TOPICS } from "../../src/help/topics.ts";
import type { Prompter } from "../../src/profile/interview.ts";
import { COMMANDS } from "../../src/program.ts";
import { iw } from "../world.ts";
import { isInstalled } from "./shells.ts";

/** A home with the built program on its path, two plan files, and a task list that reports nothing finished. */
function moveIn(): (line: string) => ReturnType<typeof spawnSync> {
  const home = mkdtempSync(join(tmpdir(), "iw-"));
  const bin = mkdtempSync(join(tmpdir(), "iw-"));
  const program = (name: string, script: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  program("intern-why", `exec "${process.execPath}" "${process.cwd()}/bin/intern-why.cjs" "$@"`);
  program("task", "echo '[]'");
  const run = (line: string) =>
    spawnSync("bash", ["--norc", "-o", "pipefail", "-c", line], {
      cwd: home,
      encoding: "utf8",
      env: { HOME: home, PATH: `${bin}:${process.env["PATH"]}` },
    });
  for (const plan of ["internship-plan.md", "summer.md"])
    run(`intern-why checklist --field computing --start summer -o ${plan}`);
  return run;
}

/** Someone who skips every question. */
const skipping: Prompter = {
  say: () => undefined,
  choose: async ({ options }) => options[0]?.value ?? "",
  tick: async () => [],
  search: async ({ suggest }) => (await suggest(""))[0]?.value ?? "",
  type: async () => "",
  confirm: async () => false,
};

const run = moveIn();
const GUIDED = "intern-why";
const all = Object.values(EXAMPLES).flat();
const typed = HELP_TOPICS.flatMap(({ blocks }) =>
  blocks.flatMap((block) => (typeof block === "object" && "lines" in block ? block.lines : [])),
);

describe("the examples of help", () => {
  test("every command has some", () => {
    for (const { name } of COMMANDS) {
      expect(EXAMPLES[name], name).not.toHaveLength(0);
      expect(EXAMPLES[name]?.join("\n"), name).toContain("intern-why");
    }
    expect(Object.keys(EXAMPLES)).toEqual(COMMANDS.map(({ name }) => name));
  });

  test(`${GUIDED} asks, and ends well`, async () => {
    expect(await iw([], { terminal: true, prompter: skipping })).toMatchObject({ code: 0, err: "" });
  });

  test.each(all.filter((line) => line !== GUIDED))("%s", (line) => {
    const { status, stderr } = run(line);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  // A page on accessibility shows how to begin a guided session, which needs a terminal.
  test.each(typed.filter((line) => !/ACCESSIBLE|--accessible/.test(line)))("in a topic: %s", (line) => {
    for (const program of ["pandoc", "jq"]) if (line.includes(program) && !isInstalled(program)) return;
    const { status, stderr } = run(line);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test.each(["bash", "zsh", "fish"])("completion for %s installs as it says", (shell) => {
    for (const line of INSTALL[shell] ?? []) expect(run(line)).toMatchObject({ status: 0, stderr: "" });
    const path = {
      bash: "~/.intern-why.bash",
      zsh: "~/.zfunc/_intern-why",
      fish: "~/.config/fish/completions/intern-why.fish",
    };
    expect(run(`cat ${path[shell as "bash"]}`).stdout).toMatch(/Completion of intern-why for/);
  });
});
