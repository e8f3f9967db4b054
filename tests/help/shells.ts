/** Shells that a test sits down at: a line is typed, a key pressed, and the words that arrive are looked at. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { iw } from "../world.ts";

export const TAB = "\t";
/** In the middle of a line: to the end of the last word but one. */
export const BACK_A_WORD = "\u001bb\u0002";

/** In bash: put in every word that fits. */
export const ALL = "\u001b*";

export const isInstalled = (program: string): boolean => spawnSync("which", [program]).status === 0;

export const run = (program: string, args: readonly string[], folder: string) =>
  spawnSync(program, args, { cwd: folder, env: environment(folder), encoding: "utf8" });

export interface Place {
  folder: string;
  script: string;
}

/** The script of a shell, in a folder with a profile, a plan and a folder to complete. */
export async function installed(shell: string, name: string): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "iw-"));
  const script = join(folder, name);
  writeFileSync(script, (await iw(["completion", shell])).out);
  writeFileSync(join(folder, "profile.json"), "{}");
  mkdirSync(join(folder, "topics-of-mine"));
  return { folder, script };
}

const environment = (folder: string) => ({
  HOME: folder,
  PATH: process.env["PATH"] ?? "",
  TERM: "xterm",
  LC_ALL: "C.UTF-8",
});

/** In place of the program: says which words it was given. */
const SAYS_ITS_WORDS = `intern-why() { printf '<%s>' "$@"; echo ' en''d'; }`;

/** Types lines into an interactive bash without any start-up file. @returns the words the program was given */
export function typeInBash({ folder, script }: Place, lines: readonly string[]): string[] {
  const tcl = (text: string): string =>
    `"${text
      .replace(/[\\"$[\]]/g, "\\$&")
      .replaceAll("\t", "\\t")
      .replaceAll("\u001b", "\\033")
      .replaceAll("\u0002", "\\002")}\\r"`;
  const play = `
    log_user 0
    set timeout 20
    spawn -noecho bash --norc --noprofile -i
    send ${tcl(`PS1='> '; ${SAYS_ITS_WORDS}; source ${script}; echo rea''dy`)}
    expect ready
    ${lines.map((line) => `send ${tcl(`intern-why ${line}`)}\nexpect -re {(<[^\\r\\n]*>) end} { puts $expect_out(1,string) } timeout { puts timeout }`).join("\n")}
  `;
  return spoken(spawnSync("expect", ["-"], { input: play, cwd: folder, env: environment(folder), encoding: "utf8" }));
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** zsh with a folder of completions, on a pseudo terminal of zsh's own, playing lines of zsh. */
function playInZsh(folder: string, play: readonly string[]) {
  const start = `PS1='> '; stty -echo; fpath=(${folder} $fpath); autoload -U compinit; compinit -u -D; ${SAYS_ITS_WORDS}; echo rea''dy`;
  const all = ["zmodload zsh/zpty", "zpty person zsh -f -i", `zpty -w person ${quoted(start)}`];
  const script = [...all, "zpty -r person answer '*ready*'", ...play, "zpty -d person"].join("\n");
  return spawnSync("zsh", ["-f", "-c", script], {
    cwd: folder,
    env: environment(folder),
    encoding: "utf8",
    timeout: 20_000,
  });
}

/** Types lines into an interactive zsh. @returns the words the program was given */
export const typeInZsh = ({ folder }: Place, lines: readonly string[]): string[] =>
  spoken(
    playInZsh(
      folder,
      lines.map(
        (line) =>
          `zpty -w person ${quoted(`intern-why ${line}`)}; zpty -r person answer '*> end*'; print -r -- "$answer"`,
      ),
    ),
  );

/** What zsh shows below the line when the key is pressed, up to a pattern. */
export const shownByZsh = ({ folder }: Place, line: string, until: string): string =>
  playInZsh(folder, [
    `zpty -w -n person ${quoted(`intern-why ${line}${TAB}`)}; zpty -r person answer ${quoted(until)}; print -r -- "$answer"`,
  ]).stdout;

/** What fish offers for lines: each its word and description. */
export function offeredByFish({ folder, script }: Place, line: string): string[] {
  const { stdout } = spawnSync(
    "fish",
    ["--no-config", "-c", `source ${script}; complete -C '${line.replace(/[\\']/g, "\\$&")}'`],
    {
      cwd: folder,
      env: environment(folder),
      encoding: "utf8",
    },
  );
  return stdout.trimEnd().split("\n");
}

/** Every `<…>` line of a transcript. */
const spoken = ({ stdout, stderr }: { stdout: string; stderr: string }): string[] => {
  if (stderr) throw new Error(stderr);
  return stdout.match(/<[^\r\n]*>(?= end|\r?$)|timeout/gm) ?? [];
};
