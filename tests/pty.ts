import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A real pseudo terminal, where this machine has one. */
export const pty = await import("@lydell/node-pty").catch(() => undefined);
const BIN = join(process.cwd(), "bin/intern-why.cjs");

/** A person at a terminal: waits for text, types keys. */
export function sitDown(
  args: string[],
  env: Record<string, string> = {},
  folder = mkdtempSync(join(tmpdir(), "iw-")),
  size = { cols: 80, rows: 40 },
) {
  if (!pty) throw new Error("no pseudo terminal");
  const child = pty.spawn(process.execPath, [BIN, ...args], {
    ...size,
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", TERM: "xterm-256color", ...env },
  });
  let seen = "";
  let mark = 0;
  child.onData((data) => {
    seen += data;
  });
  const ended = new Promise<number>((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)));
  return {
    folder,
    ended,
    kill: (signal: string) => child.kill(signal),
    screen: () => seen,
    /** Waits until the text comes up after the last one waited for, then types. */
    async on(text: string | RegExp, keys: string) {
      const end = Date.now() + 15_000;
      const find = (): number =>
        typeof text === "string" ? seen.indexOf(text, mark) : seen.slice(mark).search(text) + mark;
      while (find() < mark) {
        if (Date.now() > end) throw new Error(`waited for ${text}, saw:\n${seen.slice(mark)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      mark = seen.length;
      await new Promise((resolve) => setTimeout(resolve, 60));
      child.write(keys);
    },
  };
}
