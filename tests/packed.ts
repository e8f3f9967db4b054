/** The program as it is published: packed, unpacked in a folder of its own, and run as a process. */
import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a user can do with the commands of `intern-why`, all of them; {plan} is the path of a plan file. */
export const LINES = [
  "advise --general",
  "advise --field nursing --stage first-year --json",
  "advise --field nursing --format text --color always",
  "checklist --field nursing --start 2027-06-01",
  ...["text", "json", "csv", "ics", "ics-todo", "todotxt", "taskwarrior", "html"].map(
    (format) => `checklist --field nursing --start 2027-06-01 --format ${format}`,
  ),
  "show",
  "show --json",
  "show networking --format text",
  "list",
  "list fields --json",
  "search visa hours",
  "explain conclusion --general",
  "compare --field nursing -- --field computing",
  "sources",
  "sources --cite bibtex",
  "resolve field nursing",
  "next --plan {plan}",
  "done goals --plan {plan}",
  "replan --plan {plan} --dry-run",
  "export --plan {plan} --format ics",
  "schema plan",
  "completion bash",
  "content check {content}",
  "help checklist",
  "--help",
  "--version",
].map((line) => `${line}${/^(help|--|completion|content|schema)/.test(line) ? "" : " --today 2026-11-22"}`);

/** The commands that this table names. */
export const named = (): string[] => [...new Set(LINES.map((line) => line.split(" ")[0] ?? ""))];

let folder: string | undefined;

/** The unpacked package; packed once per build, however many test files use it. */
export function packed(): string {
  folder ??= pack();
  return folder;
}

function pack(): string {
  const built = `${process.cwd()} ${statSync("dist/main.cjs").mtimeMs} ${statSync("package.json").mtimeMs}`;
  const place = join(tmpdir(), `intern-why-packed-${createHash("sha1").update(built).digest("hex").slice(0, 12)}`);
  if (existsSync(place)) return join(place, "package");
  const draft = mkdtempSync(`${place}-`);
  sh(`npm pack --ignore-scripts --silent --pack-destination '${draft}' && tar xf '${draft}'/*.tgz -C '${draft}'`, {
    env: { HOME: draft }, // npm keeps a log there.
  });
  spawnSync("chmod", ["-R", "a+rX", draft]);
  try {
    renameSync(draft, place);
  } catch {
    rmSync(draft, { recursive: true }); // Another test file was faster.
  }
  return join(place, "package");
}

export const bin = (): string => join(packed(), "bin/intern-why.cjs");

/** Nothing of the machine that could change what is printed. HOME leads nowhere, and PATH to Node first. */
export const bareEnv = {
  HOME: "/nonexistent",
  PATH: `${join(process.execPath, "..")}:${process.env["PATH"] ?? ""}`,
  TERM: "xterm-256color",
};

type Options = SpawnSyncOptions & { env?: Record<string, string> };

/** Runs the packed program. */
export function run(args: readonly string[], { env, ...options }: Options = {}) {
  const result = spawnSync(process.execPath, [bin(), ...args], {
    input: "",
    timeout: 30_000,
    maxBuffer: 100_000_000,
    ...options,
    encoding: "utf8",
    env: { ...bareEnv, ...env },
  });
  return { code: result.status, signal: result.signal, out: result.stdout, err: result.stderr };
}

/** Runs a bash script in which `$IW` is the packed program. */
export function sh(script: string, { env, ...options }: Options = {}) {
  const result = spawnSync("bash", ["--norc", "-c", script], {
    timeout: 60_000,
    maxBuffer: 100_000_000,
    ...options,
    encoding: "utf8",
    env: { ...bareEnv, ...(folder ? { IW: `${process.execPath} ${bin()}` } : {}), ...env },
  });
  return { code: result.status, signal: result.signal, out: result.stdout, err: result.stderr };
}

/** A fresh folder, open to everybody, so that another user can work in it. */
export function freshFolder(name = "iw"): string {
  const made = mkdtempSync(join(tmpdir(), `${name}-`));
  spawnSync("chmod", ["777", made]);
  return made;
}

let planText: string | undefined;

/** A fresh folder with a plan file in it. */
export function folderWithPlan(): { folder: string; plan: string; text: string } {
  planText ??= run("checklist --field nursing --start 2027-06-01 --hours 4 --today 2026-11-22".split(" ")).out;
  const made = freshFolder();
  const plan = join(made, "internship-plan.md");
  writeFileSync(plan, planText);
  return { folder: made, plan, text: planText };
}

/** A line of the table as arguments, with a plan file and a content folder of its own. */
export function argumentsOf(line: string): string[] {
  const plan = line.includes("{plan}") ? folderWithPlan().plan : "";
  return line.split(" ").map((word) => word.replace("{plan}", plan).replace("{content}", contentFolder()));
}

function contentFolder(): string {
  const place = join(packed(), "../own-content");
  if (!existsSync(place)) {
    mkdirSync(join(place, "fields"), { recursive: true });
    cpSync("content/en/fields/nursing.md", join(place, "fields/nursing.md"));
  }
  return place;
}

/** Whether a tool of the machine works here; the tests that need it are skipped by name where not. */
export const works = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** Prints one line of figures, which the README quotes. */
export const report = (line: string): void => void process.stdout.write(`${line}\n`);
