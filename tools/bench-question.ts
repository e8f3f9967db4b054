import { readdirSync, readFileSync } from "node:fs";

interface Cost {
  ratio: number;
  wall: number;
}

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
  for (let i = 0; i < runs; i++) {
    own.push(await until([program], /What do you study/));
    empty.push(await until(["-e", "require('fs').writeSync(1, 'x'); setTimeout(() => {}, 1e4)"], /x/));
  }
  const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] as number;
  const ratio = median(own.map((cost) => cost.cpu)) / median(empty.map((cost) => cost.cpu));
  return { ratio, wall: median(own.map((cost) => cost.wall)) };
}

/** The CPU time of all threads of a process so far, in milliseconds. */
function cpuOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const nanoseconds = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]),
  );
  return nanoseconds.reduce((sum, time) => sum + time, 0) / 1e6;
}
