import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshFolder, report, sh } from "../packed.ts";

const isClone = existsSync(".git");

test.skipIf(!isClone)(
  "two clean builds without install scripts, in two folders, give the same bytes (needs git)",
  () => {
    const sums = ["a", "b b ü"].map((name) => {
      const place = join(freshFolder(), name);
      const { code, err } = sh(
        `git clone --quiet --no-local . "$PLACE" && cd "$PLACE" && npm ci --ignore-scripts --prefer-offline --no-audit --no-fund >log 2>&1 && npm run build >>log 2>&1 || { cat log >&2; exit 1; }`,
        { env: { PLACE: place, HOME: process.env["HOME"] ?? "" }, timeout: 240_000 },
      );
      expect(code, err).toBe(0);
      const sum = sh(
        `cd "$PLACE" && find dist -type f ! -path 'dist/compiled/*' -print0 | sort -z | xargs -0 sha256sum`,
        {
          env: { PLACE: place },
        },
      ).out;
      sh(`rm -rf "$PLACE"`, { env: { PLACE: place } });
      return sum;
    });
    expect(sums[0]?.split("\n").length).toBeGreaterThan(20);
    expect(sums[1]).toBe(sums[0]);
    report(`build: two clean builds, ${(sums[0]?.split("\n").length ?? 1) - 1} files, the same bytes`);
  },
  300_000,
);
