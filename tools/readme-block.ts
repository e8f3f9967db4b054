import { readFileSync, writeFileSync } from "node:fs";

/** Puts generated text between `<!-- name:begin -->` and `<!-- name:end -->` in the README. */
export function fillBlock(name: string, text: string): void {
  const readme = readFileSync("README.md", "utf8");
  const block = new RegExp(`(<!-- ${name}:begin -->\\n)[\\s\\S]*?(<!-- ${name}:end -->)`);
  if (!block.test(readme)) throw new Error(`README.md has no block ${name}`);
  writeFileSync(
    "README.md",
    readme.replace(block, (_, begin: string, end: string) => `${begin}${text.trim()}\n${end}`),
  );
}
