import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FORMATS } from "../../src/help/formats.ts";
import { HELP_TOPICS } from "../../src/help/topics.ts";
import { COMMANDS } from "../../src/program.ts";
import { bundled, iw } from "../world.ts";
import { isInstalled } from "./shells.ts";

const ASKED_BY: Readonly<Record<string, string[]>> = {
  search: ["visa"],
  resolve: ["field", "nursing"],
  done: ["goals"],
  content: ["check", "mine"],
};

describe("help", () => {
  test("help is --help, and help <command> is <command> --help", async () => {
    expect(await iw(["help"])).toEqual(await iw(["--help"]));
    for (const { name } of COMMANDS) expect(await iw(["help", name])).toEqual(await iw([name, "--help"]));
  });

  test("lists the commands in order, the flags, and where to find more", async () => {
    const { code, out, err } = await iw(["--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect([...out.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map((match) => match[1])).toEqual(
      COMMANDS.map(({ name }) => name),
    );
    expect(out.replace(/\s+/g, " ")).toMatch(/Flags for every command: --format, --json[\s\S]*Help topics: formats/);
  });

  // But for lines to type, which are not broken.
  test.each([80, 60, 59, 40])("fits %i columns", async (columns) => {
    for (const line of [["--help"], ["help", "checklist"], ["help", "sources"]]) {
      for (const text of (await iw(line, { columns })).out
        .split("\n")
        .filter((each) => !/^(Usage:| {2}(?! |-))/.test(each)))
        expect(text.length, text).toBeLessThanOrEqual(columns);
    }
  });

  test("no command's name is a help topic's", () => {
    for (const { id } of HELP_TOPICS) expect(COMMANDS.map(({ name }) => name)).not.toContain(id);
  });

  test.each(HELP_TOPICS.map(({ id, title }) => [id, title]))("help %s", async (id, title) => {
    expect(await iw(["help", id])).toMatchObject({ code: 0, err: "", out: expect.stringContaining(`# ${title}\n`) });
    const { out } = await iw(["help", id], { terminal: true, columns: 40, env: { NO_COLOR: "1" } });
    expect(out).toContain(title);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them
    expect(out).not.toMatch(/\u001b/);
  });

  test("an unknown topic is refused with the nearest, or with all", async () => {
    expect(await iw(["help", "format"])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("help formats?"),
    });
    expect(await iw(["help", "chekclist"])).toMatchObject({ code: 2, err: expect.stringContaining("help checklist?") });
    expect(await iw(["help", "zzzzzz"])).toMatchObject({
      code: 2,
      err: 'error: no help on "zzzzzz"\nhint: topics: formats, exit-codes, environment, privacy, accessibility, man, and every command\n',
    });
  });

  test("the page on the environment names every variable that is read", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const code = files.map((file) => readFileSync(`src/${file}`, "utf8")).join("");
    const listed = /const OTHERS = \[(.*)\];/.exec(readFileSync("src/terminal/hyperlink.ts", "utf8"))?.[1] ?? "";
    const read = [...code.matchAll(/\benv\["([A-Z_]+)"\]/g), ...listed.matchAll(/"([A-Z_]+)"/g)].map(
      (match) => match[1],
    );
    const page = JSON.stringify(HELP_TOPICS.find(({ id }) => id === "environment")?.blocks);
    expect(new Set(read).size).toBeGreaterThan(18);
    for (const name of read) expect(page).toMatch(new RegExp(`["\`]${name}["\`]`));
  });

  test("the page on privacy names every private answer", () => {
    const page = JSON.stringify(HELP_TOPICS.find(({ id }) => id === "privacy")?.blocks);
    const hidden = bundled()
      .all("concern")
      .filter((concern) => concern.private);
    expect(hidden).toHaveLength(2);
    for (const { id } of hidden) expect(page).toContain(`\`${id}\``);
  });

  test.each(Object.entries(FORMATS))("%s takes the formats that are said of it", async (command, formats) => {
    const { err } = await iw([command, ...(ASKED_BY[command] ?? []), "--format", "nosuch"]);
    const taken = /is not one of (.*)/.exec(err)?.[1]?.split(", ");
    expect(taken?.sort()).toEqual([...formats].sort());
  });
});

describe("the manual", () => {
  test("names every command, flag, topic and example", async () => {
    const { code, out, err } = await iw(["help", "man"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^\.Dd .*\n\.Dt INTERN-WHY 1\n\.Os\n\.Sh NAME\n/);
    for (const { name, own } of COMMANDS) {
      expect(out).toMatch(new RegExp(`^\\.It Cm ${name}\\b`, "m"));
      for (const { flags } of own ?? []) {
        const long = /--([a-z-]+)/.exec(flags)?.[1] ?? "";
        expect(out).toContain(`Fl \\-${long.replaceAll("-", "\\-")}`);
      }
    }
    for (const title of ["EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES", "SEE ALSO"])
      expect(out).toContain(`.Sh ${title}\n`);
  });

  test("the build's page is the same, and the package has it", async () => {
    const { man, files } = JSON.parse(readFileSync("package.json", "utf8")) as { man: string; files: string[] };
    expect(readFileSync(man, "utf8")).toBe((await iw(["help", "man"])).out);
    expect(files).toContain(man.split("/")[0]);
  });

  test("goes into a file of its section", async () => {
    const { files } = await iw(["help", "man", "-o", "intern-why.1"]);
    expect(files["intern-why.1"]).toMatch(/^\.Dd /);
  });

  test("is text on a terminal", async () => {
    const { out } = await iw(["help", "man"], { terminal: true, env: { NO_COLOR: "1" } });
    expect(out).not.toMatch(/^\./m);
    expect(out).toMatch(/Exit status/i);
  });

  test.skipIf(!isInstalled("mandoc"))("is clean mdoc", () => {
    const { status, stdout, stderr } = spawnSync("mandoc", ["-T", "lint", "-W", "style", "dist/intern-why.1"], {
      encoding: "utf8",
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test.skipIf(!isInstalled("mandoc"))("reads like a page", () => {
    const { stdout } = spawnSync("mandoc", ["-T", "utf8", "-O", "width=78", "dist/intern-why.1"], { encoding: "utf8" });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: how a manual page says bold
    const page = stdout.replace(/.\u0008/g, "");
    expect(page).toContain("intern-why [advise] [flags]");
    expect(page).toContain("--kind-of-study text");
    expect(page).toContain("compare --field nursing --start summer --hours 2 -- --hours 6");
  });
});
