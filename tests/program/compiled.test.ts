import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** A checkout that was built, in a folder of its own. */
function checkout(): string {
  const folder = mkdtempSync(join(tmpdir(), "iw-"));
  for (const part of ["bin", "dist", "package.json"]) cpSync(part, join(folder, part), { recursive: true });
  return folder;
}

/** What V8 says of the compiled code of the first file: false when it took it, undefined when there was none. */
const rejected = (folder: string): string => {
  const code = `const { load, scripts } = require("./bin/intern-why.cjs"); load("main");
    console.log(scripts().map(([name, script]) => name + " " + script.cachedDataRejected).join());`;
  return execFileSync(process.execPath, ["-e", code], { cwd: folder, encoding: "utf8" }).trim();
};

describe("the code that V8 compiled during the build", () => {
  test("is taken by the Node that compiled it", () => {
    expect(rejected(checkout())).toBe("main false");
  });

  // V8 itself would take what another build of its version compiled, and crash.
  test.each([
    ["another version", (name: string) => name.replace(/^v\d+\.\d+\.\d+/, "v20.19.0")],
    ["another program of the same version", (name: string) => `${name}-other`],
  ])("is not handed to %s", (_, other) => {
    const folder = checkout();
    const compiled = join(folder, "dist/compiled");
    const [name = ""] = readdirSync(compiled);
    expect(other(name)).not.toBe(name);
    renameSync(join(compiled, name), join(compiled, other(name)));
    expect(rejected(folder)).toBe("main undefined");
  });
});
