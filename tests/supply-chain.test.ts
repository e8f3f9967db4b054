import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packed, sh } from "./packed.ts";

interface Locked {
  resolved?: string;
  integrity?: string;
  link?: boolean;
  license?: string;
}
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };

describe("what we build with", () => {
  test("every version is exact", () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("every package in the lock file has its checksum", () => {
    const locked = Object.entries(lock.packages).filter(([path]) => path !== "");
    expect(locked.length).toBeGreaterThan(100);
    for (const [path, { integrity }] of locked) expect(integrity, path).toMatch(/^sha512-/);
  });
});

describe("what we publish", () => {
  const published = JSON.parse(readFileSync(join(packed(), "package.json"), "utf8"));
  const files = sh(`cd ${packed()} && find . -type f`).out.trim().split("\n");

  test("depends on no package, and runs nothing when it is installed", () => {
    expect(published.dependencies ?? {}).toEqual({});
    for (const name of ["preinstall", "install", "postinstall"]) expect(published.scripts?.[name]).toBeUndefined();
    expect(files.filter((file) => file.includes("node_modules") || /\.(node|cache|map)$/.test(file))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(["./LICENSE", "./SECURITY.md", "./CHANGELOG.md", "./bin/intern-why.cjs"]),
    );
  });

  /** Licenses that allow to bundle and pass on, when their text comes along. */
  const ALLOWED = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "BlueOak-1.0.0"];

  test("bundles only packages with a license that allows it, and carries its text", () => {
    const notices = readFileSync(join(packed(), "dist/THIRD-PARTY-NOTICES.txt"), "utf8").split(
      `\n${"-".repeat(72)}\n\n`,
    );
    expect(notices.length).toBeGreaterThan(10);
    for (const notice of notices) {
      const [, name = "", version, license = ""] = /^(\S+) (\S+) \((.*)\)\n/.exec(notice) ?? [];
      expect(ALLOWED, `${name} ${license}`).toContain(license);
      expect(notice.length, `the license text of ${name}`).toBeGreaterThan(400);
      expect(lock.packages[`node_modules/${name}`], `${name} ${version} in the lock file`).toMatchObject({ version });
    }
  });

  test("holds no network code", () => {
    for (const file of files.filter((each) => each.endsWith(".cjs") && existsSync(join(packed(), each))))
      expect(readFileSync(join(packed(), file), "utf8"), file).not.toMatch(
        /["'](node:)?(net|http|https|http2|dns|dgram|tls)["']|\bfetch\(|XMLHttpRequest|WebSocket\b/,
      );
  });
});
