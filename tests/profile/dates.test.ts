import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { formatDay, longDate, mondayOf, parseDay, shortDate } from "../../src/profile/dates.ts";
import { parseStart } from "../../src/profile/start.ts";

const day = (text: string): number => parseDay(text) as number;

describe("dates", () => {
  test.each(["2026-11-22", "2028-02-29", "1970-01-01", "9999-12-31"])("%s reads and writes back", (text) => {
    expect(formatDay(day(text))).toBe(text);
  });

  test.each(["2027-02-29", "2027-13-01", "2027-1-1", "27-01-01", " 2027-01-01", "2027-01-01T00:00", "١٩٩٩-٠١-٠١", ""])(
    "%j is no date",
    (text) => {
      expect(parseDay(text)).toBeUndefined();
    },
  );

  test("weeks begin on Monday", () => {
    expect(formatDay(mondayOf(day("2026-11-22")))).toBe("2026-11-16");
    expect(formatDay(mondayOf(day("2026-11-23")))).toBe("2026-11-23");
  });

  test("dates for people name the year when it is another", () => {
    expect(longDate(day("2027-06-01"))).toBe("1 June 2027");
    expect(shortDate(day("2026-12-06"), day("2026-11-22"))).toBe("6 Dec");
    expect(shortDate(day("2027-01-06"), day("2026-11-22"))).toBe("6 Jan 2027");
  });
});

describe("a start", () => {
  const today = day("2026-11-22");
  test.each([
    ["2027-06-01", "2027-06-01"],
    ["2027-06", "2027-06-01"],
    ["June", "2027-06-01"],
    ["dec", "2026-12-01"],
    ["June 2028", "2028-06-01"],
    ["summer", "2027-06-01"],
    ["fall", "2027-09-01"],
    ["autumn", "2027-09-01"],
    ["winter", "2027-01-01"],
    ["spring", "2027-03-01"],
    ["next summer", "2027-06-01"],
  ])("%s is %s", (text, expected) => {
    expect(formatDay(parseStart(text, today) as number)).toBe(expected);
  });

  test("south of the equator summer begins in December", () => {
    expect(formatDay(parseStart("summer", today, true) as number)).toBe("2026-12-01");
  });

  test.each(["soon", "13", "2027-02-30", "junebug", ""])("%j is refused", (text) => {
    expect(parseStart(text, today)).toBeUndefined();
  });
});

describe("dates, against Temporal", () => {
  const iso = fc.tuple(fc.integer({ min: 1_970, max: 9_999 }), fc.nat(14), fc.nat(33)).map(([year, month, date]) => {
    const pad = (n: number, width: number): string => `${n}`.padStart(width, "0");
    return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
  });
  const plainDate = (text: string): Temporal.PlainDate | undefined => {
    try {
      return Temporal.PlainDate.from(text, { overflow: "reject" });
    } catch {
      return undefined;
    }
  };

  test("the same texts are dates, and the same number of days lie between them", () => {
    const epoch = Temporal.PlainDate.from("1970-01-01");
    const run = fc.property(iso, (text) => {
      expect(parseDay(text)).toBe(plainDate(text)?.since(epoch, { largestUnit: "days" }).days);
    });
    fc.assert(run, { numRuns: 5_000, seed: 12 });
  });

  test("weeks and days read the same", () => {
    const run = fc.property(fc.integer({ min: 0, max: 100_000 }), (number) => {
      const date = Temporal.PlainDate.from("1970-01-01").add({ days: number });
      expect(formatDay(number)).toBe(date.toString());
      expect(formatDay(mondayOf(number))).toBe(date.subtract({ days: date.dayOfWeek - 1 }).toString());
    });
    fc.assert(run, { numRuns: 5_000, seed: 13 });
  });
});
