import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/program.ts";
import { argumentsOf, LINES, named, packed, run, sh } from "../packed.ts";

packed();
const commands = COMMANDS.map(({ name }) => name);
/** The lines whose command exists. */
const lines = LINES.filter((line) => /^(-|help)/.test(line) || commands.includes(line.split(" ")[0] ?? ""));
const quoted = (line: string): string =>
  argumentsOf(line)
    .map((word) => `'${word}'`)
    .join(" ");

test("the table of lines names every command", () => {
  expect(named()).toEqual(expect.arrayContaining(commands));
});

describe("the packed program", () => {
  test.each(lines)("%s: prints its answer, and nothing on stderr", (line) => {
    const { code, out, err } = run(argumentsOf(line));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.length).toBeGreaterThan(5);
  });

  test.each(lines)("%s | head -1: ends quietly", (line) => {
    const { out, err } = sh(`for i in 1 2; do $IW ${quoted(line)} | head -1 >/dev/null; echo \${PIPESTATUS[0]}; done`);
    expect({ out, err }).toEqual({ out: "0\n0\n", err: "" });
  });

  test.each([">&-", "2>&-", "<&-", "<&- >&- 2>&-"])("every command with %s ends with 0 and no trace", (closed) => {
    const script = lines.map((line) => `$IW ${quoted(line)} ${closed}; test $? = 0 || echo "failed: ${line}"`);
    const { out, err } = sh(`exec 3>&1; { ${script.join("\n")}\n} >/dev/null 3>&1 | cat`);
    expect({ out, err }).toEqual({ out: "", err: "" });
  });

  test.each(["advise", "checklist", ""])(
    "'%s' with nothing on a silent, an empty or a closed stdin names the flags",
    (name) => {
      for (const stdin of ["< <(exec sleep 20 2>/dev/null)", "</dev/null", "<&-", "<<<nursing"]) {
        const began = Date.now();
        const { code, out, err } = sh(`$IW ${name} ${stdin}`);
        expect({ code, out }, stdin).toEqual({ code: 2, out: "" });
        expect(err).toContain("--field <text>");
        expect(Date.now() - began).toBeLessThan(8_000);
      }
    },
  );

  test.each(lines)("%s: never waits for a silent stdin", (line) => {
    const { code, out } = sh(`exec 4< <(exec sleep 20); $IW ${quoted(line)} <&4 >/dev/null; echo $?; kill $!`);
    expect({ code, out }).toEqual({ code: 0, out: "0\n" });
  });
}, 120_000);
