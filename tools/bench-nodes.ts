import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { npm } from "./pack.ts";

/** `checkout`: with the code that V8 compiled when this Node built it; `package`: without, as it is published. */
export type Variant = "checkout" | "package";

/** The program of a Node: its binary, `v20.20.2`. */
export interface Node {
  path: string;
  version: string;
}

const versionOf = (path: string): string => execFileSync(path, ["--version"], { encoding: "utf8" }).trim();

export const thisNode = (): Node => ({ path: process.execPath, version: process.version });

/** Newest Node of a major version, from the package that brings its binary; kept outside of the repository. */
export function fetchNode(major: string): Node {
  const bringer = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = join(tmpdir(), "intern-why-nodes", major);
  const path = join(folder, "node_modules", bringer, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    npm(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", `${bringer}@${major}`], folder);
  }
  return { path, version: versionOf(path) };
}

/**
 * Copies what was built to a folder of its own, near the root: on Node 24 and 26 any script whose path has more than 36
 * letters takes 2.5 MB more, for code that Node compiles of its own. @returns the program's path
 */
export function placeProgram({ path }: Node, variant: Variant): string {
  const folder = mkdtempSync(join(tmpdir(), "iw-"));
  for (const part of ["bin", "dist", "package.json"]) cpSync(part, join(folder, part), { recursive: true });
  const dist = join(folder, "dist");
  rmSync(join(dist, "compiled"), { recursive: true, force: true });
  if (variant === "checkout") execFileSync(path, [resolve("tools/code-cache.cjs"), dist], { stdio: "ignore" });
  return join(folder, "bin/intern-why.cjs");
}
