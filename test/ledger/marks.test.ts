import assert from "node:assert/strict";
import { it } from "node:test";
import * as fc from "fast-check";
import { marksOf, startOf, timeMarks, yearMarks } from "../../src/ledger/search/marks.ts";
import { pairsOf } from "../../src/ledger/search/pairs.ts";

it("names the days from a quarter on by few marks", () => {
  assert.deepEqual(timeMarks("2023-11-05", 2025), ["q:2023-4", "y:2024", "y:2025"]);
  assert.deepEqual(timeMarks("2023-08-01", 2024), ["h:2023-2", "y:2024"]);
  assert.deepEqual(timeMarks("2023-05-31", 2023), ["q:2023-2", "h:2023-2"]);
  assert.deepEqual(timeMarks("2023-01-01", 2023), ["y:2023"]);
  assert.deepEqual(timeMarks("2023-05-31", 2024, true), ["m:2023-05", "m:2023-06", "h:2023-2", "y:2024"]);
  assert.deepEqual(timeMarks("2023-12-01", 2024, true), ["m:2023-12", "y:2024"]);
});

it("names every day from a quarter on and none before it", () => {
  const day = fc
    .date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, fc.boolean(), (from, other, fine) => {
      const times = timeMarks(from, 2030, fine);
      const marks = marksOf({ kind: "direct", date_from: other, date_to: other });
      assert.equal(
        marks.some((mark) => times.includes(mark)),
        other >= startOf(from, fine),
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
