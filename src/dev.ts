/** `npm run dev`: the program from its sources, with content straight from Markdown. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { overlay, readMarkdownLibrary } from "./io/content.ts";
import { openContext } from "./io/context.ts";
import { run } from "./main.ts";

const here = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(`${here}/package.json`, "utf8")) as { version: string };

process.exitCode = await run(
  process.argv.slice(2),
  openContext(version, async (folder) => {
    const bundled = readMarkdownLibrary(`${here}/content/en`);
    return folder === undefined ? bundled : overlay(bundled, folder);
  }),
);
