import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/** Folder by folder: what it may import. Files at the top of src/ stand for themselves. */
const MAY_IMPORT: Record<string, string[]> = {
  library: ["clean", "lazy-pattern"],
  profile: ["library", "clean", "errors", "lazy-pattern"],
  advice: ["profile", "library"],
  plan: ["profile", "library", "clean", "lazy-pattern"],
  formats: ["advice", "plan", "library", "profile", "clean"],
  terminal: ["formats", "advice", "plan", "library", "profile", "clean", "lazy-pattern"],
  help: ["library", "clean"],
  commands: ["help", "io", "terminal", "formats", "advice", "plan", "profile", "library", "context", "errors", "clean"],
  io: ["library", "profile", "context", "errors", "clean"],
  program: ["commands", "help", "profile", "context", "errors", "clean"],
  commander: ["program", "help", "profile", "context", "errors", "clean", "terminal"],
  main: ["program", "commander", "context", "errors", "clean"],
  context: ["library", "profile"],
  errors: [],
  clean: [],
  "lazy-pattern": [],
  dev: ["io", "main"],
  dist: ["io", "main"],
  index: ["io", "formats", "advice", "plan", "profile", "library", "errors", "clean"],
};
const PURE = ["library", "profile", "advice", "plan", "formats", "help", "clean", "errors", "lazy-pattern"];

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const placeOf = (file: string): string => (file.split("/")[0] ?? "").replace(/\.ts$/, "");
const importsOf = (file: string): string[] =>
  [...readFileSync(join("src", file), "utf8").matchAll(/(?:from|import\() ?"([^"]+)"|^import "([^"]+)"/gm)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
const own = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith("."))
    .map((name) => normalize(join(dirname(file), name)));

describe("the arrows between folders", () => {
  test.each(files)("src/%s imports only what its place may", (file) => {
    const place = placeOf(file);
    for (const target of own(file).map(placeOf)) {
      if (target !== place) expect(MAY_IMPORT[place], `${file} -> ${target}`).toContain(target);
    }
  });

  test.each(files.filter((file) => PURE.includes(placeOf(file))))("src/%s is pure", (file) => {
    for (const name of importsOf(file)) expect(name).not.toMatch(/^(node:|chalk|inquirer|commander)/);
  });

  test("only src/io uses files, the process, the clock or inquirer", () => {
    for (const file of files.filter((each) => !["io", "dev", "dist"].includes(placeOf(each)))) {
      const text = readFileSync(join("src", file), "utf8");
      expect(text, file).not.toMatch(
        /\bprocess\.(?!getBuiltin)|new Date\(\)|Date\.now|Math\.random|from "(?:node:fs|inquirer)"/,
      );
    }
  });

  test("no file imports itself around a circle", () => {
    const graph = new Map(files.map((file) => [file, own(file)]));
    const done = new Set<string>();
    const visit = (file: string, path: string[]): void => {
      expect(path, [...path, file].join(" -> ")).not.toContain(file);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });
});
