import { describe, expect, test } from "vitest";
import { iw } from "../world.ts";

describe("resolve", () => {
  test("says id, title, confidence, how and the text, tab-separated", async () => {
    const { out, err, code } = await iw(["resolve", "field", "nursing"]);
    expect({ out, err, code }).toEqual({
      out: "nursing\tNursing and midwifery\t1.00\tid\t\tnursing\n",
      err: "",
      code: 0,
    });
  });

  test("names a second subject, the first decides", async () => {
    const { out } = await iw(["resolve", "field", "Econ & CS", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      id: "economics-finance",
      also: ["computing"],
      offers: [],
    });
  });

  test("takes a kind in singular or plural", async () => {
    for (const kind of ["country", "countries"])
      expect((await iw(["resolve", kind, "Deutschland"])).out).toMatch(/^de\tGermany\t/);
  });

  test.each([
    ["nursing", "id", 1],
    ["B.Sc. Nursing", "alias", 0.95],
    ["51.38", "code", 0.95],
    ["2nd year nursing student", "tokens", 0.9],
    ["nurisng", "typo", 0.75],
  ])("%s is understood by %s", async (text, how, confidence) => {
    const { out } = await iw(["resolve", "field", text, "--json"]);
    expect(JSON.parse(out)).toMatchObject({ id: "nursing", title: "Nursing and midwifery", how, confidence });
  });

  test("a refusal is an answer: an empty id, then the offers", async () => {
    const { out, code } = await iw(["resolve", "field", "history of nursing homes"]);
    expect(code).toBe(0);
    const [id, title, confidence, how, offers] = out.split("\t");
    expect([id, title, confidence, how]).toEqual(["", "", "0.00", ""]);
    expect(offers?.split(",").length).toBeGreaterThan(0);
    expect(JSON.parse((await iw(["resolve", "field", "asdf", "--json"])).out)).toMatchObject({ id: null, how: null });
  });

  test("answers each line of stdin with one line, whatever it holds", async () => {
    const stdin = `\ufeffnursing\r\n\nnur\u0000sing\na\tb\n${"x".repeat(1_000_000)}\nlaw`;
    const { out } = await iw(["resolve", "field", "-"], { stdin });
    const ids = out.split("\n").map((line) => line.split("\t")[0]);
    expect(ids).toEqual(["nursing", "", "nursing", "", "", "law-criminal-justice", ""]);
    expect(out.length).toBeLessThan(2_000);
  });

  test("with --json each line is a document", async () => {
    const { out } = await iw(["resolve", "stage", "-", "--json"], { stdin: "sophomore\nasdf\n" });
    const documents = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(documents.map(({ schemaVersion, id, title }) => [schemaVersion, id, title])).toEqual([
      [1, "second-year", "Second year, with two or more still to go"],
      [1, null, null],
    ]);
  });

  test("what is not said in words we know is never passed over", async () => {
    for (const text of ["not a freshman", "neither a junior nor a senior"])
      expect((await iw(["resolve", "stage", text])).out).toMatch(/^\t/);
  });
});
