/** What is typed, or stands in files: more often than chance something that means something, and often an attack. */
import fc from "fast-check";
import type { Flag } from "../../src/help/tree.ts";
import { HOSTILE_TEXTS } from "../hostile/hostile-text.ts";
import { bundled } from "../world.ts";

const ODD = ["", " ", "-", "--", "=", "../../etc/passwd", "__proto__", "constructor", "toString"];

export const hostile = fc.oneof(
  fc.constantFrom(...Object.values(HOSTILE_TEXTS), ...ODD),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ maxLength: 20 }),
  fc.nat(3_000).map((length) => "a1 ".repeat(length)),
);

const ids = fc.constantFrom(...bundled().heads.flatMap(({ kind, id }) => [id, `${kind}/${id}`]));
export const dates = fc.constantFrom(
  ...[
    "2027-06-01",
    "2026-11-22",
    "2030-01-01",
    "1970-01-01",
    "9999-12-31",
    "2027-02-29",
    "0000-00-00",
    "summer",
    "June",
  ],
);
const usual = fc.constantFrom(
  ...["nursing", "mech eng", "first-year", "job", "money", "none", "us", "remote", "4", "0.5", "80", "1e3", "-1", "2"],
  ...["2027-01-10..2027-01-24", "2027-01-24..2027-01-10", "json", "md", "text", "csv", "ics", "html", "todotxt"],
  ...["auto", "always", "40", "p.json", "r.json", "internship-plan.md", "out.md", "bash", "bibtex", "check", "new"],
  "tests/content-folders/university",
);
export const value = fc.oneof(
  { weight: 4, arbitrary: usual },
  { weight: 2, arbitrary: ids },
  { weight: 1, arbitrary: dates },
  { weight: 1, arbitrary: hostile },
);

/** A flag as it is typed, mostly right: with its value apart, joined, missing, or one too many. */
export const flagTokens = ({ flags }: Flag): fc.Arbitrary<string[]> => {
  const names = flags.split(/,? /).filter((part) => part.startsWith("-"));
  return fc.tuple(fc.constantFrom(...names), value, fc.nat(9)).map(([name, given, how]) => {
    if (how === 0) return [name];
    if (how === 1) return [`${name}=${given}`];
    return flags.includes("<") ? [name, given] : [name];
  });
};

/** Any JSON, as text, with keys that mean something more often than chance. */
export function jsonWith(keys: readonly string[]): fc.Arbitrary<string> {
  const leaf = fc.oneof(value, fc.double(), fc.boolean(), fc.constant(null), fc.integer());
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: "medium", withCrossShrink: true }, leaf, tie("list"), tie("object")),
    list: fc.array(tie("any"), { maxLength: 4 }),
    object: fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 5 })), tie("any"), { maxKeys: 6 }),
  }));
  const anyText = any.map((each) => JSON.stringify(each) ?? "null");
  const pair = fc.tuple(fc.constantFrom(...keys), anyText).map(([key, text]) => `${JSON.stringify(key)}:${text}`);
  // An object with the key __proto__ can be written, not built.
  const object = fc.array(pair, { maxLength: 8 }).map((pairs) => `{${pairs.join(",")}}`);
  return fc.oneof(
    { weight: 6, arbitrary: object },
    { weight: 1, arbitrary: anyText },
    { weight: 1, arbitrary: hostile },
  );
}
