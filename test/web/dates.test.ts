import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { dateInWords, extentOf } from "../../src/web/dates.ts";

describe("dateInWords", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["2025-08-25", "25 August 2025", "25 серпня 2025 р."],
    ["2025-08", "August 2025", "серпень 2025 р."],
    ["2024", "2024", "2024"],
    ["XXXX-08-25", "25 August, year not given", "25 серпня, рік не вказано"],
    ["2025-21", "spring 2025", "весна 2025"],
    ["2025-08-25/2025-08-27", "25 August 2025 – 27 August 2025", "25 серпня 2025 р. – 27 серпня 2025 р."],
    ["2025~", "about 2025", "близько 2025"],
    ["199X", "the 1990s", "1990-ті"],
    ["whenever", "whenever", "whenever"],
  ];
  for (const [date, english, ukrainian] of cases)
    it(`says ${date}`, () => {
      assert.equal(dateInWords("en", date), english);
      assert.equal(dateInWords("uk", date), ukrainian);
    });

  it("says something of any text", () => {
    fc.assert(fc.property(fc.string(), (date) => typeof dateInWords("ru", date) === "string"));
    assert.equal(dateInWords("en", "2025-13"), "2025-13");
  });
});

describe("extentOf", () => {
  it("is as wide as what is not known", () => {
    const days = (date: string): number => {
      const extent = extentOf(date);
      return extent === null ? -1 : Math.round((Number(extent.to) - Number(extent.from)) / 86_400_000);
    };
    assert.equal(days("2025-08-25"), 1);
    assert.equal(days("2025-02"), 28);
    assert.equal(days("2024"), 366);
    assert.equal(days("XXXX-08-25"), -1);
    assert.equal(days("2025-XX-12"), 365);
  });
});
