import { describe, expect, test } from "vitest";
import { iw } from "../world.ts";

/** Every usage error: exit 2, nothing on stdout, `error:` lines and at most one `hint:`. */
const USAGE: [argv: string[], says: RegExp][] = [
  [["nosuch"], /no command "nosuch"/],
  [["checklis"], /did you mean intern-why checklist\?/],
  [["__proto__"], /no command "__proto__"/],
  [["--nosuchflag"], /unknown option '--nosuchflag'/],
  [["list", "--format <name>", "json"], /unknown option '--format <name>'/],
  [["list", "-Z"], /unknown option '-Z'/],
  [["--", "nosuch"], /too many arguments/],
  [["--__proto__=x"], /unknown option/],
  [["show", "netwroking"], /no topic "netwroking"[\s\S]*networking/],
  [["show", "nosuch", "alsonot"], /"nosuch"[\s\S]*"alsonot"/],
  [["show", ""], /no topic ""/],
  [["show", "constructor"], /no topic "constructor"/],
  [["list", "planets"], /no kind of topic "planets"/],
  [["checklist", "--field"], /argument missing/],
  [["checklist", "--field", "qqqq"], /--field: "qqqq" is not understood/],
  [["checklist", "--start", "2027-02-30"], /--start: "2027-02-30" is no date/],
  [["checklist", "--start", "2020-01-01"], /has passed/],
  [["checklist", "--hours", "12abc"], /--hours: "12abc" is no number/],
  [["checklist", "--hours", "0"], /--hours: "0"/],
  [["--field", "nursing", "list"], /list takes no flags about you/],
  [["checklist", "--hours", "0.2"], /--hours: "0.2" .* between 0.25 and 80/],
  [["checklist", "--busy", "2027-01-10"], /--busy/],
  [["checklist", "--general", "--today", "tomorrow"], /--today/],
  [["checklist", "--general", "--width", "5"], /--width/],
  [["checklist", "--general", "--format", "pdf"], /"pdf" is not one of md, text, json, csv/],
  [["checklist", "--general", "--json", "--md"], /choose one of/],
  [["advise", "--concern", "none", "--concern", "money"], /"none" goes with no other/],
  [["--field", "nursing", "checklist"], /flags about you come after[\s\S]*intern-why checklist --field nursing/],
  [["advise"], /nothing is known of you[\s\S]*--field <text>[\s\S]*--general/],
  [["advise", "--profile", "missing.json"], /cannot read missing\.json/],
  [["advise", "--ask", "--field", "nursing"], /--ask needs a terminal/],
  [["schema", "nosuch"], /schemas: profile, advice, plan/],
  [["search"], /missing required argument/],
];

describe("usage errors", () => {
  test.each(USAGE)("%j", async (argv, says) => {
    const { code, out, err } = await iw(argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(says);
    for (const line of err.trimEnd().split("\n")) expect(line).toMatch(/^(error|hint): \S/);
  });

  test("all problems are reported at once", async () => {
    const { err } = await iw("checklist --field qqqq --hours x --start y --today z --width 3 --format odt".split(" "));
    expect(err.match(/^error: /gm)).toHaveLength(6);
  });

  test("escape characters in a value never reach the terminal", async () => {
    const { err } = await iw(["show", "\u001b[31mred\u0007\u202e"]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test("no match in a search is a failure, not a usage error", async () => {
    expect(await iw(["search", "zzzzqqq"])).toMatchObject({ code: 1, out: "" });
  });

  test("an existing file is refused unless --force", async () => {
    const refused = await iw(["show", "resume", "-o", "a.md"], { files: { "a.md": "mine" } });
    expect(refused).toMatchObject({ code: 2, files: { "a.md": "mine" } });
    const forced = await iw(["show", "resume", "-o", "a.md", "--force"], { files: { "a.md": "mine" } });
    expect(forced.code).toBe(0);
    expect(forced.files["a.md"]).toMatch(/^# Resume Enhancement/);
  });
});
