import { describe, expect, test } from "vitest";
import { linesOf } from "../../src/io/lines.ts";

const lines = (...pieces: string[]): string[] => [...linesOf(pieces)];

describe("lines of a stream", () => {
  test.each([
    ["LF", ["a\nb\n"], ["a", "b"]],
    ["CRLF", ["a\r\nb\r\n"], ["a", "b"]],
    ["CRLF cut between two pieces", ["a\r", "\nb"], ["a", "b"]],
    ["no end of the last line", ["a\nb"], ["a", "b"]],
    ["empty lines", ["\n\na\n\n"], ["", "", "a", ""]],
    ["nothing", [""], []],
    ["a line in many pieces", ["me", "ch", " eng\nnur", "sing"], ["mech eng", "nursing"]],
  ])("%s", (_, pieces, expected) => {
    expect(lines(...pieces)).toEqual(expected);
  });

  test("of a line of 10 million characters the beginning is kept", () => {
    const pieces = Array.from({ length: 100 }, () => "x".repeat(100_000));
    expect(lines(...pieces, "\nlaw\n").map((line) => line.length)).toEqual([100_000, 3]);
  });
});
