import { Transform } from "node:stream";
import { onSignals } from "./signals.ts";

/** Bytes that one prompt takes at once: a person types a few, a paste brings many, and each redraws the prompt. */
const MOST_BYTES = 300;
/** So many more it takes a second: a held arrow key brings about a hundred. */
const BYTES_A_SECOND = 300;
const SUSPEND = "\u001a";
const INTERRUPT = "\u0003";
const END_OF_INPUT = "\u0004";
/** What still works beyond that: Enter and Ctrl-C. */
const ENDS = ["\r", "\n", INTERRUPT];

/**
 * The keys of the terminal, for one prompt: the end of a flood of pasted text is dropped, Ctrl-D interrupts like
 * Ctrl-C, and Ctrl-Z is a signal.
 */
class Keyboard extends Transform {
  readonly isTTY = true;
  private left = MOST_BYTES;
  private last = process.uptime();

  constructor() {
    super();
    process.stdin.pipe(this);
  }

  setRawMode(raw: boolean): void {
    process.stdin.setRawMode?.(raw);
  }

  release(): void {
    process.stdin.unpipe(this);
    process.stdin.pause();
  }

  private refill(): void {
    const now = process.uptime();
    this.left = Math.min(MOST_BYTES, this.left + Math.floor((now - this.last) * BYTES_A_SECOND));
    this.last = now;
  }

  override _transform(chunk: Buffer, _: string, next: () => void): void {
    const keys = chunk.toString("latin1").replaceAll(END_OF_INPUT, INTERRUPT);
    if (keys.includes(SUSPEND) && process.platform !== "win32") process.kill(process.pid, "SIGTSTP");
    this.refill();
    const taken = keys.slice(0, this.left).replaceAll(SUSPEND, "");
    const ends = [...keys.slice(this.left)].filter((key) => ENDS.includes(key));
    this.left -= taken.length;
    this.push(Buffer.from(taken + ends.join(""), "latin1"));
    next();
  }
}

/**
 * Asks one question at the keyboard. Whatever ends it, the prompt is put away first, so that the terminal is as it was
 * before: cursor shown, keys echoed. A suspended question is asked anew when the person comes back.
 * @param ask asks with the given input; rejects when the signal says so
 * @throws an ExitPromptError when the keyboard is gone
 */
export async function atKeyboard<T>(ask: (input: Keyboard, signal: AbortSignal) => Promise<T>): Promise<T> {
  for (;;) {
    const keyboard = new Keyboard();
    const away = new AbortController();
    const suspend = (): void => away.abort(SUSPEND);
    const gone = (): void => away.abort(GONE);
    const allow = onSignals((code) => away.abort(code));
    process.once("SIGTSTP", suspend);
    process.stdin.once("end", gone).once("error", gone);
    try {
      return await ask(keyboard, away.signal);
    } catch (error) {
      if (!away.signal.aborted) throw error;
    } finally {
      keyboard.release();
      allow();
      process.off("SIGTSTP", suspend);
      process.stdin.off("end", gone).off("error", gone);
    }
    const reason: unknown = away.signal.reason;
    if (reason === GONE) throw Object.assign(new Error(GONE), { name: "ExitPromptError" });
    if (reason !== SUSPEND) process.exit(reason as number);
    process.kill(process.pid, "SIGTSTP");
  }
}

const GONE = "input ended";
