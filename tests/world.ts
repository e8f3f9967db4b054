/** An in-memory world for command tests: streams, files, a fixed day, scripted answers. */
import { brief } from "../src/clean.ts";
import type { Context } from "../src/context.ts";
import { failure, usageError } from "../src/errors.ts";
import { libraryOfTopics, overlay, readContentFolder } from "../src/io/content.ts";
import { linesOf } from "../src/io/lines.ts";
import type { Library } from "../src/library/library.ts";
import { run } from "../src/main.ts";
import { type Day, parseDay } from "../src/profile/dates.ts";
import type { Prompter } from "../src/profile/interview.ts";

/** The day on which every test runs. */
const TODAY = "2026-11-22";
export const today = parseDay(TODAY) as Day;

let content: Library | undefined;

/** The bundled content, read once from Markdown. */
export function bundled(): Library {
  content ??= libraryOfTopics(readContentFolder("content/en").topics);
  return content;
}

export interface World {
  terminal?: boolean;
  columns?: number;
  rows?: number;
  /** What a pager does with a text; true when it ran. */
  page?: (text: string, command: readonly string[]) => boolean;
  env?: Record<string, string>;
  stdin?: string;
  files?: Record<string, string>;
  prompter?: Prompter;
}

export interface Result {
  code: number;
  out: string;
  err: string;
  files: Record<string, string>;
}

/** Runs a command line in this process. */
export async function iw(argv: string[], world: World = {}): Promise<Result> {
  const written = { out: "", err: "" };
  const files = { ...world.files };
  const stream = (name: "out" | "err") => ({
    isTerminal: world.terminal ?? false,
    columns: world.columns ?? 80,
    rows: world.rows ?? 0,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const context: Context = {
    out: stream("out"),
    err: stream("err"),
    env: world.env ?? {},
    page: world.page ?? (() => false),
    stdinIsTerminal: world.terminal ?? false,
    readStdin: () => world.stdin ?? "",
    stdinLines: () => linesOf([world.stdin ?? ""]),
    today: () => today,
    library: async (folder) => (folder === undefined ? bundled() : overlay(bundled(), folder)),
    files: {
      read: (path) => {
        const text = files[path];
        if (text === undefined) throw usageError(`cannot read ${brief(path, 200)}: no such file or folder`);
        return text;
      },
      exists: (path) => path in files,
      makeFolder: () => undefined,
      replaces: (path) => path in files,
      save: (path, text) => {
        if (path.endsWith("/")) throw failure(`cannot write ${brief(path, 200)}: is a folder`);
        files[path] = text;
      },
      locked: (_, work) => work(),
    },
    prompter: async () => {
      if (!world.prompter) throw new Error("asked without a prompter");
      return world.prompter;
    },
    version: "0.0.0-test",
  };
  const code = await run(argv, context);
  return { code, ...written, files };
}
