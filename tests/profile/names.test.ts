import { expect, test } from "vitest";
import { createNames, namesOf } from "../../src/profile/resolve-names.ts";
import { normalize } from "../../src/profile/resolve-text.ts";
import { bundled } from "../world.ts";

const heads = bundled().heads.filter(({ kind }) => kind === "field");
const normalized = heads.flatMap(namesOf).map(normalize);

test("a name finds the same topics whether it is looked for, or the table was read whole", () => {
  expect(normalized.length).toBeGreaterThan(1_000);
  const many = createNames(heads);
  for (const name of normalized) {
    const places = many(name);
    expect(places.length, name).toBeGreaterThan(0);
  }
  for (const name of normalized.slice(0, 40)) expect(createNames(heads)(name), name).toEqual(many(name));
});

test.each(["", "nurs", "zzz", "\t", "1 2"])("%j is nobody's name", (text) => {
  const names = createNames(heads);
  for (let round = 0; round < 12; round++) expect(names(text)).toEqual([]);
});
