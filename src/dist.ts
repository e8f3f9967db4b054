/** The built program: content compiled beside it, the Markdown reader loaded only for a person's own folder. */
import { openCompiledLibrary } from "./io/compiled.ts";
import { openContext } from "./io/context.ts";
import { run } from "./main.ts";

declare const VERSION: string;

/** Called by the launcher. Runs the program in this process and sets its exit code. @param folder where the built files are */
export async function main(folder: string): Promise<void> {
  const context = openContext(VERSION, async (own) => {
    const bundled = openCompiledLibrary(folder);
    return own === undefined ? bundled : (await import("./io/content.ts")).overlay(bundled, own);
  });
  process.exitCode = await run(process.argv.slice(2), context);
}
