import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWithPlan, freshFolder, packed, run, sh, works } from "../packed.ts";

packed();
const NURSING = "--field nursing --stage first-year --start 2027-06-01 --hours 4";
const EVERYTHING = [
  `checklist ${NURSING} --today 2026-11-22`,
  `checklist ${NURSING} --today 2026-11-22 --format ics`,
  `checklist ${NURSING} --today 2026-11-22 --format text --width 80`,
  `advise ${NURSING} --today 2026-11-22 --format text --width 80`,
  "resolve field INFORMATIK istanbul",
  "list",
].map((line) => line.split(" "));
const everything = (env: Record<string, string>): string[] =>
  EVERYTHING.map((args) => {
    const { code, out, err } = run(args, { env });
    expect({ code, err }, args.join(" ")).toEqual({ code: 0, err: "" });
    return out;
  });

describe("the same bytes, whatever the environment", () => {
  const usual = everything({});
  test.each([
    ...["C", "tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE.UTF-8", "th_TH", "nonsense"].map((name) => ({
      LC_ALL: name,
      LANG: name,
    })),
    ...["Pacific/Kiritimati", "Etc/GMT+12", "America/New_York", "Asia/Kathmandu", "Nowhere/Nothing"].map((TZ) => ({
      TZ,
    })),
    { TERM: "dumb" },
    { TERM: "" },
    { COLUMNS: "0", LINES: "0" },
    { COLUMNS: "1" },
    { HOME: "" },
    { HOME: "/proc" },
    { HOME: "relative/nowhere", XDG_CONFIG_HOME: "/proc/self/mem", TMPDIR: "/nonexistent" },
    { NODE_ENV: "production", CI: "1", DEBUG: "*" },
  ])("%j", (env) => {
    expect(everything(env as unknown as Record<string, string>)).toEqual(usual);
  });

  test("no variable at all", () => {
    const { out, err } = sh(`env -i $IW ${EVERYTHING[0]?.join(" ")}`);
    expect({ out, err }).toEqual({ out: usual[0], err: "" });
  });

  test.skipIf(!works("setpriv", "--reuid=54321", "--clear-groups", "true"))("a user id without a passwd entry", () => {
    const { out, err } = sh(
      `setpriv --reuid=54321 --regid=54321 --clear-groups env -u HOME $IW ${EVERYTHING[0]?.join(" ")}`,
    );
    expect({ out, err }).toEqual({ out: usual[0], err: "" });
  });

  test("run from a folder that was deleted", () => {
    const { out } = sh(`mkdir gone && cd gone && rmdir ../gone && $IW ${EVERYTHING[0]?.join(" ")}`, {
      cwd: freshFolder(),
    });
    expect(out).toBe(usual[0]);
    const { code, err } = sh("mkdir gone && cd gone && rmdir ../gone && $IW next", { cwd: freshFolder() });
    expect(code).toBe(2);
    expect(err).toContain("error: no plan file internship-plan.md");
  });

  test("installed under a path with spaces, quotes and letters of other scripts", () => {
    const place = join(freshFolder(), "Progrämme & 'x' 程序");
    mkdirSync(place);
    cpSync(packed(), join(place, "pkg"), { recursive: true });
    const { out, err } = sh(`"$NODE" "$PLACE/pkg/bin/intern-why.cjs" ${EVERYTHING[0]?.join(" ")}`, {
      env: { NODE: process.execPath, PLACE: place },
    });
    expect({ out, err }).toEqual({ out: usual[0], err: "" });
  });
}, 60_000);

describe("the day on the clock", () => {
  /** Runs with another clock: the program reads no other. */
  const at = (moment: string, zone: string, line: string): string => {
    const clock = join(freshFolder(), "clock.cjs");
    const now = Date.parse(moment);
    writeFileSync(
      clock,
      `const D = Date; Date = class extends D { constructor(...a) { a.length ? super(...a) : super(${now}); } static now() { return ${now}; } };`,
    );
    const { code, out, err } = run(line.split(" "), { env: { NODE_OPTIONS: `--require ${clock}`, TZ: zone } });
    expect({ code, err }, line).toEqual({ code: 0, err: "" });
    return out;
  };
  const madeAt = (moment: string, zone: string): string =>
    /"made":"([^"]+)"/.exec(at(moment, zone, "checklist --general"))?.[1] ?? "";

  test.each([
    ["2026-11-22T11:00:00Z", "Pacific/Kiritimati", "2026-11-23"],
    ["2026-11-22T11:00:00Z", "Etc/GMT+12", "2026-11-21"],
    ["2027-03-28T00:59:59Z", "Europe/Berlin", "2027-03-28"],
    ["2027-03-28T23:30:00Z", "Europe/Berlin", "2027-03-29"],
    ["2027-10-31T22:30:00Z", "Europe/Berlin", "2027-10-31"],
    ["2028-02-29T12:00:00Z", "UTC", "2028-02-29"],
    ["2026-12-31T23:59:59Z", "UTC", "2026-12-31"],
    ["2026-12-31T23:59:59Z", "Asia/Tokyo", "2027-01-01"],
    ["1970-01-01T00:00:00Z", "UTC", "1970-01-01"],
    ["1969-12-31T23:59:59Z", "America/New_York", "1969-12-31"],
    ["2100-02-28T23:59:59Z", "UTC", "2100-02-28"],
    ["2100-03-01T00:00:00Z", "UTC", "2100-03-01"],
  ])("at %s in %s it is %s", (moment, zone, day) => {
    expect(madeAt(moment, zone)).toBe(day);
  });

  test.each(["1970-01-01", "2024-02-29", "2026-12-31", "2100-02-28", "9000-12-31"])(
    "a plan made on %s dates every step",
    (today) => {
      const year = Number(today.slice(0, 4)) + 1;
      const { code, out } = run(`checklist --field nursing --start ${year}-06-01 --today ${today} --json`.split(" "));
      expect(code).toBe(0);
      for (const { due } of JSON.parse(out).steps) expect(due).toMatch(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
    },
  );

  test.each(["9989-12-31", "9999-12-31", "0001-01-01"])("far off days (%s) are refused or dated", (today) => {
    for (const start of ["", "--start summer", "--start 9989-12-31"]) {
      const line = `checklist --field nursing ${start} --today ${today}`.split(/ +/);
      const { code, out, err } = run(line);
      expect([0, 2], err).toContain(code);
      expect(out + err).not.toMatch(/NaN|undefined|Invalid|\+0\d{5}|January 1970/);
    }
  });

  test("today and leap days are read the same way in a plan file", () => {
    const { plan } = folderWithPlan();
    expect(run(["replan", "--today", "2028-02-29", "--start", "2028-09-01", "--plan", plan]).code).toBe(0);
    expect(run(["next", "--today", "2028-02-29", "--plan", plan]).code).toBe(0);
    expect(run(["next", "--today", "2027-02-29", "--plan", plan]).code).toBe(2);
  });
}, 60_000);
