import type { Context } from "../context.ts";
import { run } from "../main.ts";

/** Runs the program in this process and sets its exit code. */
export async function start(context: Context): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), context);
}
