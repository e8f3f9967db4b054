/** The built program: content compiled beside it, the Markdown reader loaded only for a person's own folder. */
import { openCompiledLibrary } from "./io/compiled.ts";
import { openContext } from "./io/context.ts";
import { start } from "./io/start.ts";

declare const VERSION: string;

/** Called by the launcher. @param folder where the built files are */
export const main = (folder: string): Promise<void> =>
  start(
    openContext(VERSION, async (own) => {
      const bundled = openCompiledLibrary(folder);
      return own === undefined ? bundled : (await import("./io/content.ts")).overlay(bundled, own);
    }),
  );
