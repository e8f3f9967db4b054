/**
 * `npm run build`: content to JSON, the program to lazily loaded CommonJS, the library to ES modules with types, and the
 * notices of what is bundled.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { manualMdoc } from "../src/help/manual.ts";
import {
  type Begins,
  BLOCKS_FILE,
  HEADS_FILE,
  type HeadNames,
  type HeadText,
  INDEX_FILE,
  type Index,
  NAMES_FILE,
  type Place,
  SOURCES_FILE,
  TABLES_FILE,
  TERMS_FILE,
  TOPICS_FILE,
} from "../src/io/compiled.ts";
import { libraryOfTopics, readContentFolder } from "../src/io/content.ts";
import { KINDS } from "../src/library/kinds.ts";
import { problemText } from "../src/library/parse.ts";
import { checkReferences } from "../src/library/references.ts";
import { ANSWER_KINDS, type Topic } from "../src/library/topic.ts";
import { nameTable } from "../src/profile/resolve-names.ts";
import { TREE } from "../src/program.ts";
import { notices } from "./notices.ts";
import { bundleTypes } from "./types.ts";

const DIST = "dist";
const CONTENT = "content/en";

/** Parts of libraries that are never used here and would be loaded at every start, or that have a shorter way. */
const STUBS: Record<string, string> = {
  "cli-highlight": "export const highlight = (code) => code;",
  "node-emoji": "export const get = () => undefined; export const emojify = (text) => text;",
  "cli-table3": "export default class Table {}",
  "ansi-escapes": "export default {};",
  // Chalk is told how many colors to use; to find out by itself it loads node:os and node:tty.
  "#supports-color": "export default { stdout: false, stderr: false };",
  "supports-hyperlinks": "export default { stdout: false, stderr: false };",
  "no-colors": "const plain = new Proxy((text) => text, { get: () => plain }); export default plain;",
  // A prompt is painted letter by letter, most of it on lines that fit as they are. Only to measure others takes tables.
  "fast-wrap-ansi": `import { NOT_NARROW } from "./src/terminal/narrow.ts";
    const fits = (line, width) => line.length <= width && !NOT_NARROW.test(line) && !line.includes("\t");
    let wrap;
    export const wrapAnsi = (line, width, options) =>
      fits(line, width) ? line : (wrap ??= require("./fast-wrap-ansi.cjs").wrapAnsi)(line, width, options);`,
  // Of its two hundred symbols the prompts use these; to copy all of them takes half a MB.
  "@inquirer/figures": `const { env, platform } = process;
    const isPlain = platform === "win32" ? !(env.WT_SESSION || env.TERM_PROGRAM || env.TERM) : env.TERM === "linux";
    export default isPlain
      ? { circle: "( )", circleDouble: "( )", circleFilled: "(*)", line: "─", pointer: ">", tick: "√" }
      : { circle: "◯", circleDouble: "◎", circleFilled: "◉", line: "─", pointer: "❯", tick: "✔" };`,
  ...Object.fromEntries(
    ["editor", "expand", "number", "password", "rawlist"].map((name) => [
      `@inquirer/${name}`,
      `export default () => { throw new Error("no ${name}"); };`,
    ]),
  ),
  "node:child_process":
    "export const spawn = () => { throw new Error('no subcommands of their own'); }; export default { spawn };",
};

const stubs: Plugin = {
  name: "stubs",
  setup({ onResolve, onLoad }) {
    const names = Object.keys(STUBS).join("|").replaceAll("/", "\\/");
    onResolve({ filter: new RegExp(`^(${names})$`) }, ({ path }) => ({ path, namespace: "stub" }));
    // The colors marked-terminal would choose: none of them is used, and each is made at every start.
    onResolve({ filter: /^chalk$/ }, ({ importer }) =>
      importer.includes("marked-terminal") ? { path: "no-colors", namespace: "stub" } : undefined,
    );
    onResolve({ filter: /^\.\/fast-wrap-ansi\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: "stub" }, ({ path }) => ({
      contents: STUBS[path] ?? "",
      resolveDir: process.cwd(),
    }));
  },
};

/** JSON in ASCII alone: a run reads it byte for byte, and the text takes half the room in memory. */
const asciiJson = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Compiles the content: an index of heads, and a line of JSON for each topic and for each parsed body. */
function buildContent(): void {
  const { topics, problems, placeOf } = readContentFolder(CONTENT);
  const all = [...problems, ...checkReferences(topics, topics, placeOf)];
  for (const problem of all) console.error(problemText(problem));
  if (all.length > 0) throw new Error(`${all.length} problems in ${CONTENT}`);
  const library = libraryOfTopics(topics);
  const files = {
    topics: new Lines(),
    blocks: new Lines(),
    terms: new Lines(),
    sources: new Lines(),
    texts: new Lines(),
    names: new Lines(),
    tables: new Lines(),
  };
  const index = { terms: {}, essentials: library.essentials } as Index;
  for (const kind of KINDS) {
    const heads = library.heads.filter((head) => head.kind === kind);
    const topics: Topic[] = library.all(kind);
    index[kind] = {
      ids: topics.map(({ id }) => id),
      orders: topics.map(({ order }) => order),
      topics: files.topics.addAll(topics),
      blocks: files.blocks.addAll(topics.map((topic) => library.blocks(topic))),
      texts: files.texts.add(heads.map(({ title, summary }): HeadText => ({ title, summary }))),
      names: files.names.add(heads.map(({ aliases, codes }): HeadNames => ({ aliases, ...(codes ? { codes } : {}) }))),
      table: files.tables.add(nameTable(heads)),
    };
  }
  for (const kind of [...ANSWER_KINDS, "action", "fact"] as const) {
    index.terms[kind] = files[kind === "fact" ? "sources" : "terms"].addAll(
      library.ids(kind).map((id) => library.terms(kind, id)),
    );
  }
  writeFileSync(`${DIST}/${INDEX_FILE}`, asciiJson(index));
  writeFileSync(`${DIST}/${HEADS_FILE}`, files.texts.text);
  writeFileSync(`${DIST}/${NAMES_FILE}`, files.names.text);
  writeFileSync(`${DIST}/${TABLES_FILE}`, files.tables.text);
  writeFileSync(`${DIST}/${TERMS_FILE}`, files.terms.text);
  writeFileSync(`${DIST}/${SOURCES_FILE}`, files.sources.text);
  writeFileSync(`${DIST}/${TOPICS_FILE}`, files.topics.text);
  writeFileSync(`${DIST}/${BLOCKS_FILE}`, files.blocks.text);
}

class Lines {
  text = "";

  /** @returns where the line is: all of it is ASCII, a byte a letter */
  add(value: unknown): Place {
    const line = asciiJson(value);
    const place: Place = [this.text.length, line.length];
    this.text += `${line}\n`;
    return place;
  }

  /** @returns where each line begins, and where the last one ends */
  addAll(values: unknown[]): Begins {
    return [...values.map((value) => this.add(value)[0]), this.text.length];
  }
}

/** What a plain run does not need: every file that is imported on demand becomes one of its own. */
const LAZY = [
  ...new Set(
    readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) =>
        [...readFileSync(join("src", file), "utf8").matchAll(/\bimport\("(\.[^"]+)"\)/g)].map(([, path = ""]) =>
          join("src", dirname(file), path),
        ),
      ),
  ),
];
/** `src/commands/list.ts` becomes `commands-list`. */
const nameOf = (file: string): string => file.replace(/^src[\\/]|\.ts$/g, "").replace(/[\\/]/g, "-");

/** An import on demand stays one, of that file. */
const lazy: Plugin = {
  name: "lazy",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir, kind }) =>
      kind === "dynamic-import"
        ? { path: `./${nameOf(relative(process.cwd(), join(resolveDir, path)))}.cjs`, external: true }
        : undefined,
    );
  },
};

const SHARED = {
  outdir: DIST,
  bundle: true,
  platform: "node",
  target: "node20.19",
  minify: true,
  legalComments: "none",
  // yaml without node:process, which it requires by a name that ES modules cannot.
  alias: { yaml: "./node_modules/yaml/browser/index.js" },
  metafile: true,
  logLevel: "warning",
} as const;

/** Few CommonJS files: an ES module costs a fifth of a start by itself, and every file its share. */
async function buildProgram(): Promise<Metafile> {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const { metafile } = await build({
    ...SHARED,
    entryPoints: Object.fromEntries([
      ["main", "src/dist.ts"],
      ["fast-wrap-ansi", "./node_modules/fast-wrap-ansi/lib/main.js"],
      ...LAZY.map((file) => [nameOf(file), file]),
    ]),
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    // As the launcher runs them: wrapped here, so that no run has to.
    banner: { js: "(function (exports, require, module, __filename, __dirname) {" },
    footer: { js: "})" },
    define: { VERSION: JSON.stringify(version), "process.env.NODE_ENV": '"production"' },
    // A pattern of Unicode properties becomes new RegExp: as a literal it takes tables of a MB when its file is parsed.
    supported: { "dynamic-import": false, "regexp-unicode-property-escapes": false },
    plugins: [stubs, lazy],
  });
  return metafile;
}

/** What `import "intern-why"` gives: ES modules, of which the Markdown reader is loaded for a folder of one's own. */
async function buildLibrary(): Promise<Metafile> {
  const { metafile } = await build({
    ...SHARED,
    entryPoints: ["src/index.ts"],
    format: "esm",
    splitting: true,
    chunkNames: "library-[name]-[hash]",
    plugins: [stubs],
  });
  writeFileSync(`${DIST}/index.d.ts`, bundleTypes("src/index.ts"));
  return metafile;
}

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST);
buildContent();
writeFileSync(`${DIST}/intern-why.1`, manualMdoc(TREE));
writeFileSync(`${DIST}/THIRD-PARTY-NOTICES.txt`, notices([await buildProgram(), await buildLibrary()]));
// What the recorded commands print is of no interest.
execFileSync(process.execPath, ["tools/code-cache.cjs", `${process.cwd()}/${DIST}`], {
  stdio: "ignore",
});
