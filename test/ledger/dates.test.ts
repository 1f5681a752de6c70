import assert from "node:assert/strict";
import { it } from "node:test";
import { bestDate, dayRange, momentOf, NUMBERS } from "../../src/ledger/dates.ts";

const RANGES: readonly (readonly [edtf: string, from: string, to: string])[] = [
  ["2025-08-25", "2025-08-25", "2025-08-25"],
  ["2025-08", "2025-08-01", "2025-08-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2025", "2025-01-01", "2025-12-31"],
  ["202X", "2020-01-01", "2029-12-31"],
  ["2025-XX-25", "2025-01-01", "2025-12-31"],
  ["2025-21", "2025-03-01", "2025-05-31"],
  ["2025-08-25~", "2025-08-25", "2025-08-25"],
  ["2024/2025-06", "2024-01-01", "2025-06-30"],
  ["2024/..", "2024-01-01", "9999-12-31"],
  ["2025-08-25T10:00:00Z", "2025-08-25", "2025-08-25"],
];

it("knows the days that a date may mean", () => {
  for (const [edtf, from, to] of RANGES) assert.deepEqual(dayRange(edtf), { from, to }, edtf);
});

it("knows no days where the year is open, or in what is no date", () => {
  for (const edtf of ["XXXX-08-25", "", "soon", "2025-13", "25-08-2025", "../2025"])
    assert.equal(dayRange(edtf), null, edtf);
});

it("takes the text's own date where it has a year, else the article's", () => {
  assert.equal(bestDate("2025-08-25", "2025-09"), "2025-08-25");
  assert.equal(bestDate("XXXX-08-25", "2025-09"), "2025-09");
  assert.equal(bestDate("XXXX-08-25", null), "XXXX-08-25");
  assert.equal(bestDate(null, "2025"), "2025");
  assert.equal(bestDate(null, null), null);
});

it("puts days and numbers in one order, with the number to be had back", () => {
  const moments = [momentOf("", 9), momentOf("0000-01-01", 1), momentOf("2024-12-31", 7), momentOf("2025-01-01", 2)];
  assert.deepEqual(
    [...moments].sort((a, b) => a - b),
    moments,
  );
  assert.deepEqual(
    moments.map((moment) => moment % NUMBERS),
    [9, 1, 7, 2],
  );
  assert.ok(Number.isSafeInteger(momentOf("9999-12-31", NUMBERS - 1)));
});
