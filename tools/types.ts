import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A file of declarations: what it declares, each with its comment, and the files its other names come from. */
interface Declarations {
  own: Map<string, string>;
  imported: Map<string, string>;
  exported: string[];
}

const DECLARATION =
  /(?:^\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?^(?:export )?(?:declare )?(?:interface|type|const|class|function) (\w+)[\s\S]*?(?=\n(?:\/\*\*|export |import |declare |interface |type )|\s*$(?![\s\S]))/gm;

/**
 * The types of the library in one file, free of our folders and of bundled packages: what `entry` exports, and every
 * declaration that these name. (Bundlers of declarations need a second TypeScript, with a JavaScript interface, and take
 * 15 seconds of every build.)
 */
export function bundleTypes(entry: string): string {
  const folder = mkdtempSync(join(tmpdir(), "intern-why-types-"));
  const flags = "--noCheck --noEmit false --declaration --emitDeclarationOnly --rootDir . --outDir".split(" ");
  try {
    execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", ".", ...flags, folder]);
    return roll(join(folder, entry.replace(/\.ts$/, ".d.ts")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Follows names of types and constants, which begin with a capital, from the exported ones. */
function roll(main: string): string {
  const files = new Map<string, Declarations>();
  const open = (file: string): Declarations => {
    const known = files.get(file) ?? readDeclarations(file);
    files.set(file, known);
    return known;
  };
  const reached = new Map<string, string>();
  const reach = (name: string, file: string): void => {
    const { own, imported } = open(file);
    const text = own.get(name);
    const origin = imported.get(name);
    if (origin !== undefined) reach(name, origin);
    if (text === undefined || reached.get(name) === text) return;
    if (reached.has(name)) throw new Error(`the library names two types ${name}: rename one`);
    reached.set(name, text);
    for (const [each] of text.replace(/\/\*\*[\s\S]*?\*\//g, "").matchAll(/\b[A-Z]\w*/g)) reach(each, file);
  };
  const { exported } = open(main);
  for (const name of exported) reach(name, main);
  return `${[...reached].map(([name, text]) => declare(text, exported.includes(name))).join("\n\n")}\n\nexport {};\n`;
}

function readDeclarations(file: string): Declarations {
  const text = readFileSync(file, "utf8");
  const own = [...text.matchAll(DECLARATION)].map(([found, name = ""]) => [name, found] as const);
  const imports = [...text.matchAll(/^import (?:type )?\{([^}]*)\} from "(\.[^"]*)\.ts"/gm)];
  const lists = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, list = ""]) => namesIn(list));
  return {
    own: new Map(own),
    imported: new Map(
      imports.flatMap(([, list = "", path = ""]) =>
        namesIn(list).map((name) => [name, join(dirname(file), `${path}.d.ts`)] as const),
      ),
    ),
    exported: [...lists, ...own.flatMap(([name, found]) => (/^export /m.test(found) ? name : []))],
  };
}

const namesIn = (list: string): string[] =>
  list.split(",").flatMap((name) => name.replace(/\btype\b/, "").trim() || []);

const declare = (text: string, isExported: boolean): string =>
  text.replace(/^(?:export )?(?:declare )?(interface|type|const|class|function) /m, (_, kind: string) => {
    const ambient = ["interface", "type"].includes(kind) ? "" : "declare ";
    return `${isExported ? "export " : ""}${ambient}${kind} `;
  });
