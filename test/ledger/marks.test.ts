import assert from "node:assert/strict";
import { it } from "node:test";
import * as fc from "fast-check";
import { marksOf, monthOf, timeMarks, yearMarks } from "../../src/ledger/search/marks.ts";
import { pairsOf } from "../../src/ledger/search/pairs.ts";

it("names the days between two months by few marks", () => {
  assert.deepEqual(timeMarks("2023-10", "2026-01"), ["q:2023-4", "y:2024", "y:2025"]);
  assert.deepEqual(timeMarks("2023-04", "2024-08"), ["q:2023-2", "h:2023-2", "h:2024-1", "m:2024-07"]);
  assert.deepEqual(timeMarks("2023-05", "2024-01"), ["m:2023-05", "m:2023-06", "h:2023-2"]);
  assert.deepEqual(timeMarks("2023-12", "2023-12"), []);
});

it("names every day between two months and none besides", () => {
  const day = fc
    .date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, day, fc.boolean(), (from, until, other, fine) => {
      const times = timeMarks(monthOf(from, fine), monthOf(until, true));
      const marks = marksOf({ kind: "direct", date_from: other, date_to: other });
      assert.equal(
        marks.some((mark) => times.includes(mark)),
        monthOf(other, true) >= monthOf(from, fine) && monthOf(other, true) < monthOf(until, true),
      );
    }),
  );
});

it("knows by the year what may have been said between two days", () => {
  const marks = yearMarks("2021-05-01", "2023-06-30") ?? [];
  const has = (date_from: string, date_to: string): boolean =>
    marksOf({ kind: "direct", date_from, date_to }).some((mark) => marks.includes(mark));
  assert.ok(has("2021-01-01", "2021-12-31"));
  assert.ok(has("2019-01-01", "2022-12-31"));
  assert.ok(!has("2020-12-31", "2020-12-31"));
  assert.ok(!has("2024-01-01", "2024-01-31"));
  assert.equal(yearMarks("2001-01-01", "9999-12-31"), null);
});

it("pairs neighbours and no others", () => {
  const [build] = pairsOf(["build", "home"], 2 ** 30);
  assert.ok(build !== undefined);
  assert.ok(pairsOf(["we", "build", "home"], 2 ** 30).has(build));
  assert.ok(!pairsOf(["build", "new", "home"], 2 ** 30).has(build));
  assert.ok(!pairsOf(["home", "build"], 2 ** 30).has(build));
  assert.equal(pairsOf(["build"], 2 ** 30).size, 0);
});
