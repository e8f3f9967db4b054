import { readFileSync } from "node:fs";

interface Cost {
  ratio: number;
  wall: number;
}

const TICKS_PER_SECOND = 100;

/**
 * CPU time until the first question stands on a pseudo terminal, against the whole of `node -e 0` on one. Linux only:
 * it reads the time from /proc; undefined elsewhere, or where the pseudo terminal cannot be loaded.
 */
export async function firstQuestion(
  node: string,
  program: string,
  env: Record<string, string | undefined>,
  runs: number,
): Promise<Cost | undefined> {
  if (process.platform !== "linux") return undefined;
  const pty = await import("@lydell/node-pty").catch(() => undefined);
  if (!pty) return undefined;
  const until = (args: string[], seen: RegExp): Promise<{ cpu: number; wall: number }> =>
    new Promise((resolve) => {
      const began = performance.now();
      const child = pty.spawn(node, args, { cols: 80, rows: 24, env: env as Record<string, string> });
      let text = "";
      child.onData((data) => {
        text += data;
        if (!seen.test(text)) return;
        resolve({ cpu: cpuOf(child.pid), wall: performance.now() - began });
        child.kill("SIGKILL");
      });
    });
  const own: { cpu: number; wall: number }[] = [];
  const empty: { cpu: number; wall: number }[] = [];
  for (let i = 0; i < runs * 2; i++) {
    own.push(await until([program], /What do you study/));
    empty.push(await until(["-e", "require('fs').writeSync(1, 'x'); setTimeout(() => {}, 1e4)"], /x/));
  }
  const mean = (costs: { cpu: number }[]): number => costs.reduce((sum, cost) => sum + cost.cpu, 0) / costs.length;
  return { ratio: mean(own) / mean(empty), wall: own.reduce((sum, cost) => sum + cost.wall, 0) / own.length };
}

/** User and system time of a process so far, in milliseconds, to the tick of the kernel: means over runs even it out. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}
