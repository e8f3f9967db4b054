import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iw } from "./world.ts";

const readme = readFileSync("README.md", "utf8");

test("the example in the README is what the program prints", async () => {
  const [, command = "", shown] =
    /<!-- example:begin -->\n```text\n\$ intern-why (.*)\n\n([\s\S]*?)```/.exec(readme) ?? [];
  const { out } = await iw(["advise", ...command.split(" "), "--format", "text", "--width", "80"]);
  expect(shown).toBe(out);
});

test("the README names every command and every profile flag", async () => {
  const help = (await iw(["--help"])).out;
  const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1] ?? "");
  expect(commands.length).toBeGreaterThan(12);
  for (const command of commands)
    expect(readme).toContain(`intern-why ${command}`.replace("intern-why advise", "intern-why [advise]"));
  for (const flag of (await iw(["advise", "--help"])).out.match(/--[a-z-]+(?= <)/g) ?? [])
    expect(readme, flag).toContain(flag);
});
