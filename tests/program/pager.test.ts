import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pty, sitDown } from "../pty.ts";

const SCREEN = { cols: 80, rows: 24 };
const ARTICLE = "why is pursuing an internship important";

/** A pager that is a shell script. */
function scriptPager(lines: string) {
  const folder = mkdtempSync(join(tmpdir(), "iw-pager-"));
  const path = join(folder, "pager");
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return { path, folder, taken: join(folder, "taken") };
}

const show = (env: Record<string, string>, args = ["show"]) =>
  sitDown([...args, "--color", "never"], env, undefined, SCREEN);

describe.skipIf(!pty)("the pager on a terminal", () => {
  test("gets the whole text, its own words, and FRX for less", async () => {
    const { path, folder, taken } = scriptPager('cat > "$1"; echo "LESS=$LESS" >> "$1"; echo shown');
    const person = show({ PAGER: `${path}  ${folder}/taken` });
    expect(await person.ended).toBe(0);
    const text = readFileSync(taken, "utf8");
    expect(text.toLowerCase()).toContain(ARTICLE);
    expect(text.endsWith("LESS=FRX\n")).toBe(true);
    expect(person.screen()).toBe("shown\r\n");
  }, 30_000);

  test("LESS stays as its owner set it", async () => {
    const { path, folder, taken } = scriptPager('cat > /dev/null; echo "LESS=$LESS" > "$1"');
    expect(await show({ PAGER: `${path} ${folder}/taken`, LESS: "S" }).ended).toBe(0);
    expect(readFileSync(taken, "utf8")).toBe("LESS=S\n");
  }, 30_000);

  test.each([
    ["it is not there", "/no/such/pager"],
    ["it cannot be run", "/dev/null"],
    ["it dies at once", "false"],
  ])(
    "prints the text when %s",
    async (_, pager) => {
      const person = show({ PAGER: pager });
      expect(await person.ended).toBe(0);
      expect(person.screen().toLowerCase()).toContain(ARTICLE);
      expect(person.screen()).not.toMatch(/error|ENOENT|EACCES/);
    },
    30_000,
  );

  test("left early is no error", async () => {
    const { path } = scriptPager("head -1 > /dev/null; echo left");
    const person = show({ PAGER: path });
    expect(await person.ended).toBe(0);
    expect(person.screen()).toBe("left\r\n");
  }, 30_000);

  test("Ctrl-C is for the pager, not for us", async () => {
    const { path } = scriptPager(
      "cat > /dev/null; trap 'echo caught; exit 1' INT; sleep 1.2; echo ready; sleep 20 & wait",
    );
    const person = show({ PAGER: path });
    await person.on("ready", "\u0003");
    expect(await person.ended).toBe(0);
    expect(person.screen()).toContain("caught");
    expect(person.screen()).not.toMatch(/\bat .*:\d+:\d+|internship/);
  }, 30_000);

  test.each([
    ["short text", ["show", "networking"], {}],
    ["--no-pager", ["show", "--no-pager"], {}],
    ["--accessible", ["show", "--accessible"], {}],
  ])(
    "%s starts none",
    async (_, args, env) => {
      const { path, folder, taken } = scriptPager('echo > "$1"');
      expect(await show({ PAGER: `${path} ${folder}/taken`, ...env }, args).ended).toBe(0);
      expect(existsSync(taken)).toBe(false);
    },
    30_000,
  );

  test("what is not paged does not load what starts one", async () => {
    const { path, folder } = scriptPager("cat > /dev/null");
    const hook = join(folder, "hook.cjs");
    writeFileSync(
      hook,
      `process.on("exit", () => require("node:fs").writeFileSync(process.env.REPORT, process.moduleLoadList.join()));`,
    );
    const loads = async (args: string[]): Promise<boolean> => {
      const report = join(folder, "report");
      await show({ PAGER: path, NODE_OPTIONS: `--require ${hook}`, REPORT: report }, args).ended;
      return readFileSync(report, "utf8").split(",").includes("NativeModule child_process");
    };
    expect(await loads(["show"])).toBe(true);
    expect(await loads(["show", "networking"])).toBe(false);
  }, 30_000);
});
