/** A shell with job control on a pseudo terminal, and the packed program in it: what a person has in front of them. */
import { write } from "node:fs";
import { bareEnv, bin, freshFolder } from "./packed.ts";

export const pty = await import("@lydell/node-pty").catch(() => undefined);

const PATIENCE_MS = 20_000;
const FLOOD_PIECE = 4_096;
const AGAIN_MS = 5;

/** Runs `intern-why <line>` in the shell; the terminal's settings are kept before, and compared after. */
export function openShell(line: string, env: Record<string, string> = {}, wrapper = "") {
  if (!pty) throw new Error("no pseudo terminal");
  const folder = freshFolder();
  const child = pty.spawn("bash", ["--norc", "--noprofile", "-i"], {
    cols: 80,
    rows: 40,
    cwd: folder,
    env: { ...bareEnv, PS1: "READY> ", HISTFILE: "/dev/null", ...env },
  });
  let seen = "";
  let mark = 0;
  child.onData((data) => {
    seen += data;
  });
  /** Waits until a text comes up after the last one waited for. */
  const until = async (text: string | RegExp): Promise<string> => {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const match = new RegExp(text).exec(seen.slice(mark));
      if (match) {
        mark += match.index + match[0].length;
        return match[1] ?? match[0];
      }
      if (Date.now() > end) throw new Error(`waited for ${text}, saw:\n${seen.slice(mark).slice(-2_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const type = async (keys: string): Promise<void> => {
    // What comes before a prompt listens is dropped.
    await new Promise((resolve) => setTimeout(resolve, 150));
    child.write(keys);
  };
  const started = (async () => {
    await until("READY> ");
    child.write(
      `stty -g >before; ${wrapper} node ${bin()} ${line}; echo "ended"=$?; stty -g >after; cmp before after && echo "as"=before\n`,
    );
  })();
  return {
    folder,
    screen: () => seen,
    until,
    async on(text: string | RegExp, keys: string): Promise<void> {
      await started;
      await until(text);
      await type(keys);
    },
    /** Sends a signal to the program. */
    async signal(name: string): Promise<void> {
      const { spawnSync } = await import("node:child_process");
      spawnSync("pkill", [`-${name}`, "-P", `${child.pid}`]);
    },
    resize: (columns: number, rows: number) => child.resize(columns, rows),
    /** Pastes: a write to a terminal whose reader is slow blocks, so it is done off the main thread, in pieces. */
    paste: (text: string): Promise<void> =>
      new Promise((resolve) => {
        let rest = Buffer.from(text);
        const { _fd: fd } = child as unknown as { _fd: number };
        const put = (): void => {
          if (rest.length === 0) resolve();
          else
            write(fd, rest.subarray(0, FLOOD_PIECE), (error, count) => {
              rest = rest.subarray(error ? 0 : count);
              setTimeout(put, error ? AGAIN_MS : 0);
            });
        };
        put();
      }),
    /** The exit code, when the program has left the terminal as it found it: same settings, cursor shown, no trace. */
    async end(): Promise<number> {
      const code = Number(await until(/ended=(\d+)/));
      await until("as=before");
      child.kill("SIGKILL");
      if (seen.lastIndexOf("\u001b[?25l") > seen.lastIndexOf("\u001b[?25h")) throw new Error("the cursor is hidden");
      const trace = /^ +at .*:\d+:\d+|Error:.*|node:internal.*/m.exec(seen);
      if (trace) throw new Error(`a stack trace: ${trace[0]}`);
      return code;
    },
  };
}
