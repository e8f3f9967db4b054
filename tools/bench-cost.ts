import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Row } from "./bench-rows.ts";

/** What one process took: CPU and wall time in milliseconds. */
export interface Cost {
  cpu: number;
  wall: number;
}

const pty = await import("@lydell/node-pty").catch(() => undefined);

/** Why a row cannot be measured here, or undefined. */
export function hindrance({ onTerminal, until }: Row): string | undefined {
  if (onTerminal && !pty) return "no pseudo terminal";
  if (until && process.platform !== "linux") return "needs /proc";
  return undefined;
}

const env: Record<string, string> = { ...(process.env as Record<string, string>), TERM: "xterm-256color" };
// It adds 100 ms to every start of Node 20, and so hides two thirds of a ratio.
delete env["NODE_EXTRA_CA_CERTS"];
const scratch = mkdtempSync(join(tmpdir(), "intern-why-bench-"));
const TIMES = join(scratch, "times");
const PEAK = join(scratch, "peak");

const REPORT = join(scratch, "report.json");
const hasHyperfine = spawnSync("hyperfine", ["--version"]).status === 0;

/** The time of one whole process; its output goes into a pipe, or onto a terminal. */
export const costOf = (command: readonly string[], onTerminal: boolean): Promise<Cost> =>
  (hasHyperfine ? hyperfineCostOf : bashCostOf)(command, onTerminal);

/** One run at a time: hyperfine by itself does not take turns. */
async function hyperfineCostOf(command: readonly string[], onTerminal: boolean): Promise<Cost> {
  const words = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const once = ["--shell=none", "--runs", "1", "--style", "none", "--output", onTerminal ? "inherit" : "pipe"];
  await run("hyperfine", [...once, "--export-json", REPORT, words], onTerminal, env);
  const { results } = JSON.parse(readFileSync(REPORT, "utf8")) as {
    results: [{ user: number; system: number; mean: number }];
  };
  const [{ user, system, mean }] = results;
  return { cpu: (user + system) * 1000, wall: mean * 1000 };
}

async function bashCostOf(command: readonly string[], onTerminal: boolean): Promise<Cost> {
  const script = `exec 3>&2 2>"$TIMES"; TIMEFORMAT='%3U %3S %3R'; time "$@" 2>&3`;
  await run("bash", ["--norc", "-c", script, "bash", ...command], onTerminal, { ...env, TIMES });
  const [user = 0, system = 0, real = 0] = readFileSync(TIMES, "utf8").trim().split(" ").map(Number);
  return { cpu: (user + system) * 1000, wall: real * 1000 };
}

/** GNU's, which tells what the system counted of a process that has ended. */
const TIME = "/usr/bin/time";
const FORMAT = ["-f", "%M", "-o", PEAK];
const hasTime = spawnSync(TIME, [...FORMAT, "true"]).status === 0;

/** Peak memory of one whole process, in MB; undefined without GNU time. */
export async function peakOf(command: readonly string[], onTerminal: boolean): Promise<number | undefined> {
  if (!hasTime) return undefined;
  await run(TIME, [...FORMAT, ...command], onTerminal, env);
  return Number(readFileSync(PEAK, "utf8")) / 1024;
}

async function run(file: string, args: string[], onTerminal: boolean, given: Record<string, string>): Promise<void> {
  const code = await new Promise<number | null>((ended) => {
    if (onTerminal) return pty?.spawn(file, args, { cols: 80, rows: 24, env: given }).onExit((e) => ended(e.exitCode));
    const child = spawn(file, args, { env: given, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.resume();
    child.stderr.resume();
    child.on("close", ended);
  });
  if (code !== 0) throw new Error(`${file} ${args.join(" ")} exits ${code}`);
}

/** What a process on a terminal has taken when a text comes up on its screen; then it is ended. */
export function costUntil([node = "", ...args]: readonly string[], seen: RegExp): Promise<Cost & { peak: number }> {
  return new Promise((resolve) => {
    const began = performance.now();
    const child = pty?.spawn(node, args, { cols: 80, rows: 24, env });
    let text = "";
    let isSeen = false;
    child?.onData((data) => {
      text += data;
      if (isSeen || !seen.test(text)) return;
      isSeen = true;
      const peak = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;
      resolve({ cpu: cpuOf(child.pid), wall: performance.now() - began, peak });
      child.kill("SIGKILL");
    });
  });
}

/** The CPU time of all threads of a process so far, in milliseconds. */
function cpuOf(pid: number): number {
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]),
  );
  return nanoseconds.reduce((sum, time) => sum + time, 0) / 1e6;
}
