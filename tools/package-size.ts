/** `npm run package:size [-- --readme]`: what installing the package costs; with `--readme` kept in the README. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, pack } from "./pack.ts";
import { fillBlock } from "./readme-block.ts";

const folder = mkdtempSync(join(tmpdir(), "intern-why-size-"));
const { tarball, files, size, unpackedSize } = pack(folder);
const packages = install(tarball, mkdtempSync(join(folder, "empty-")));
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const sentence = `${packages.length} package of ${files.length} files: ${megabytes(size)} to download, ${megabytes(unpackedSize)} installed.`;
console.log(sentence);
if (process.argv.includes("--readme")) fillBlock("package", sentence);
