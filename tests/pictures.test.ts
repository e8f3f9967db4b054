import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makePictures } from "../tools/make-pictures.ts";
import { canRecord } from "../tools/recording.ts";

const FOLDER = "docs/pictures";
const files = readdirSync(FOLDER).sort();

describe("the pictures in the README", () => {
  test.skipIf(!canRecord)(
    "are what the program shows (made by npm run pictures)",
    async () => {
      const pictures = await makePictures();
      expect([...pictures.keys()].sort()).toEqual(files);
      const drifted = files.filter((name) => pictures.get(name) !== readFileSync(`${FOLDER}/${name}`, "utf8"));
      expect(drifted).toEqual([]);
    },
    120_000,
  );

  test.each(files)("%s is shown, has a ground of its own and words for it", (name) => {
    const svg = readFileSync(`${FOLDER}/${name}`, "utf8");
    expect(readFileSync("README.md", "utf8")).toContain(`](${FOLDER}/${name})`);
    expect(svg).toMatch(/<rect width="100%" height="100%" [^>]*fill="#[0-9a-f]{6}"/);
    expect(svg).toMatch(/<title>[A-Z][^<]{20,}<\/title>/);
  });

  test("nothing moves for those who asked for less motion", () => {
    const svg = readFileSync(`${FOLDER}/session.svg`, "utf8");
    const moving = svg.slice(svg.indexOf("(prefers-reduced-motion:no-preference)"), svg.indexOf(":reduce)"));
    expect(svg.replace(moving, "")).not.toContain("animation");
    expect(svg.match(/class="f still"/g)).toHaveLength(1);
  });
});
