import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Packed {
  /** Path of the tarball. */
  tarball: string;
  files: string[];
  /** Bytes to download, and bytes once installed. */
  size: number;
  unpackedSize: number;
}

export const npm = (args: string[], cwd: string, env: NodeJS.ProcessEnv = process.env): string =>
  execFileSync("npm", args, { cwd, env, encoding: "utf8", shell: process.platform === "win32" });

/** Packs what was built last, as it would be published, into a folder. */
export function pack(folder: string): Packed {
  const [report] = JSON.parse(npm(["pack", "--ignore-scripts", "--json", "--pack-destination", folder], ".")) as [
    { filename: string; files: { path: string }[]; size: number; unpackedSize: number },
  ];
  const { filename, files, size, unpackedSize } = report;
  return { tarball: join(folder, filename), files: files.map(({ path }) => path).sort(), size, unpackedSize };
}

/** Installs a tarball into an empty folder, without a network. @returns the packages that this brings */
export function install(tarball: string, folder: string): string[] {
  writeFileSync(join(folder, "package.json"), "{}");
  npm(["install", "--offline", "--no-audit", "--no-fund", tarball], folder);
  return readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."));
}
