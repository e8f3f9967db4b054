import fc from "fast-check";
import { v4, v5 } from "uuid";
import { expect, test } from "vitest";
import { uuid } from "../../src/plan/uuid.ts";

test("names get the UUIDs that others give them", () => {
  expect(uuid("www.example.com", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  const namespaces = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((random) => v4({ random }));
  const same = fc.property(
    fc.string({ unit: "grapheme", maxLength: 200, size: "max" }),
    namespaces,
    (name, namespace) => {
      expect(uuid(name, namespace)).toBe(v5(name, namespace));
    },
  );
  fc.assert(same, { numRuns: 2_000, seed: 30 });
});

test("what is no UUID names nothing", () => {
  expect(() => uuid("a", "not-a-uuid")).toThrow("no UUID");
});
