import { spawn } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bareEnv, bin, folderWithPlan, packed, report, run } from "../packed.ts";

packed();
const KILLS = 500;
const AT_ONCE = 4;
/** How long a run may take (ms), to begin with; found out as the test goes on, so that kills fall near its end, where it writes. */
const FIRST_SPAN_MS = 100;
const MOST_RUNS_A_KILL = 6;

/** 128 and the number of SIGTERM: it was asked to end, and said that it did. */
const TERMINATED = 143;

/** Runs a command and kills it after some time; true when it was still running. */
const killedAfter = (args: string[], ms: number, by: "SIGKILL" | "SIGTERM"): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [bin(), ...args], { env: bareEnv, stdio: "ignore" });
    const timer = setTimeout(() => child.kill(by), ms);
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      resolve(signal === by || (by === "SIGTERM" && code === TERMINATED));
    });
  });

interface Counts {
  runs: number;
  killed: number;
  written: number;
  leftOver: number;
}

/** Kills `done` and `replan` in turn, at once or by asking them to end; the file must always hold the text of before or the one a whole run writes. */
async function killMany(count: number, seed: number): Promise<Counts> {
  const { folder, plan, text } = folderWithPlan();
  chmodSync(plan, 0o640);
  const commands = [
    ["done", "goals", "--plan", plan],
    ["replan", "--today", "2027-01-05", "--plan", plan],
    ["done", "goals", "--undo", "--plan", plan],
  ];
  const whole = new Map<string, string[]>();
  const outcomeOf = (before: string): string[] => {
    const known = whole.get(before);
    if (known) return known;
    const outcomes = commands.map((command) => {
      const copy = folderWithPlan().plan;
      writeFileSync(copy, before);
      run(command.map((word) => (word === plan ? copy : word)));
      return readFileSync(copy, "utf8");
    });
    whole.set(before, outcomes);
    return outcomes;
  };
  let before = text;
  let span = FIRST_SPAN_MS;
  const counts = { runs: 0, killed: 0, written: 0, leftOver: 0 };
  for (; counts.killed < count && counts.runs < count * MOST_RUNS_A_KILL; counts.runs++) {
    const at = counts.runs % commands.length;
    const expected = outcomeOf(before)[at];
    const random = ((seed + counts.runs * 7_919) % 1_000) / 1_000;
    const by = counts.runs % 2 === 0 ? "SIGKILL" : "SIGTERM";
    const killed = await killedAfter(commands[at] as string[], span * (0.5 + 0.6 * random), by);
    if (killed) counts.killed++;
    span *= killed ? 1.02 : 0.97;
    const after = readFileSync(plan, "utf8");
    expect([before, expected]).toContain(after);
    expect(statSync(plan).mode & 0o777).toBe(0o640);
    if (after !== before) counts.written++;
    counts.leftOver = Math.max(counts.leftOver, readdirSync(folder).length - 1);
    before = after;
  }
  const began = Date.now();
  expect(run(["done", "goals", "--plan", plan]).code).toBe(0);
  expect(Date.now() - began).toBeLessThan(5_000);
  expect(readdirSync(folder)).toEqual(["internship-plan.md"]);
  return counts;
}

test(`a plan file survives ${KILLS} kills at random moments`, async () => {
  const rounds = Array.from({ length: AT_ONCE }, (_, i) => killMany(Math.ceil(KILLS / AT_ONCE), i * 271));
  const results = await Promise.all(rounds);
  const sum = (key: "runs" | "killed" | "written") => results.reduce((total, result) => total + result[key], 0);
  expect(sum("written")).toBeGreaterThan(0);
  expect(sum("killed")).toBeGreaterThanOrEqual(KILLS);
  const left = Math.max(...results.map(({ leftOver }) => leftOver));
  report(
    `kills: ${sum("runs")} runs of done and replan, ${sum("killed")} killed while running, ${sum("written")} plans replaced, ` +
      `0 damaged; at most ${left} files left beside a plan, none after the next run`,
  );
}, 300_000);
