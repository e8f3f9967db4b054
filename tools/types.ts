import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One declaration at the top of a file, with its comment. */
interface Declaration {
  name: string;
  text: string;
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
  try {
    const flags = [
      "--noCheck",
      "--noEmit",
      "false",
      "--declaration",
      "--emitDeclarationOnly",
      "--rootDir",
      ".",
      "--outDir",
      folder,
    ];
    execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", ".", ...flags], { stdio: "inherit" });
    const main = readFileSync(join(folder, entry.replace(/\.ts$/, ".d.ts")), "utf8");
    const known = readDeclarations(join(folder, "src"));
    for (const { name, text } of declarationsOf(main)) known.set(name, new Set([text]));
    return roll(exportedBy(main), known);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function exportedBy(text: string): string[] {
  const lists = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, list = ""]) => list.split(","));
  const own = [...text.matchAll(/^export (?:declare )?(?:interface|type|class|function) (\w+)/gm)].map(
    ([, name]) => name,
  );
  return [...lists, ...own].flatMap((name) => name?.trim() || []);
}

function readDeclarations(folder: string): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.d\.ts$/.test(name)))
    for (const { name, text } of declarationsOf(readFileSync(join(folder, file), "utf8")))
      known.set(name, (known.get(name) ?? new Set()).add(text));
  return known;
}

const declarationsOf = (text: string): Declaration[] =>
  [...text.matchAll(DECLARATION)].map(([found, name = ""]) => ({ name, text: found.replace(/^export /m, "") }));

/** Follows names of types and constants, which begin with a capital, from the exported ones. */
function roll(exported: readonly string[], known: ReadonlyMap<string, ReadonlySet<string>>): string {
  const reached = new Map<string, string>();
  const reach = (name: string): void => {
    const texts = [...(known.get(name) ?? [])];
    if (texts.length === 0 || reached.has(name)) return;
    if (texts.length > 1) throw new Error(`two types are called ${name}: rename one, or the library cannot name both`);
    reached.set(name, texts[0] as string);
    for (const [each] of (texts[0] ?? "").replace(/\/\*\*[\s\S]*?\*\//g, "").matchAll(/\b[A-Z]\w*/g)) reach(each);
  };
  exported.forEach(reach);
  const declared = [...reached].map(([name, text]) => {
    const visible = exported.includes(name) ? "export " : "";
    return text.replace(/^(?:declare )?(interface|type|const|class|function) /m, (_, kind: string) => {
      const ambient = ["interface", "type"].includes(kind) ? "" : "declare ";
      return `${visible}${ambient}${kind} `;
    });
  });
  return `${declared.join("\n\n")}\n\nexport {};\n`;
}
