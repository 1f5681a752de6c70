import assert from "node:assert/strict";
import { test } from "node:test";
import { assert as forAll, property, string } from "fast-check";
import { englishText } from "../../src/core/languages/en/text.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import { dayNumber, dayOf, weekdayOf, weekOf } from "../../src/core/time/calendar.ts";
import { findTimes } from "../../src/core/time/find.ts";

const text = englishText(undefined);
const times = (words: string, published: string | null = "2026-03-04"): readonly string[] =>
  findTimes(analyse(words, [], text), published).map((time) =>
    [words.slice(time.start, time.end), time.value, time.edtf ?? "open", time.relation ?? "bare"].join(" | "),
  );

// 2026-03-04 is a Wednesday.
const READ: readonly (readonly [string, readonly string[]])[] = [
  ["Ruiz said on Tuesday that it was so.", ["Tuesday | 2026-03-03 | 2026-03-03 | on"]],
  ["The council will meet on Friday.", ["Friday | 2026-03-06 | 2026-03-06 | on"]],
  ["On August 25, the mayor spoke.", ["August 25 | 2025-08-25 | 2025-08-25 | on"]],
  ["He left office on Aug. 25, 2019, she said.", ["Aug. 25, 2019 | 2019-08-25 | 2019-08-25 | on"]],
  ["The road opens on 12 June 2027.", ["12 June 2027 | 2027-06-12 | 2027-06-12 | on"]],
  ["In late February, she wrote a letter.", ["late February | 2026-02 | 2026-02 | in"]],
  ["It must be built by the end of 2027.", ["the end of 2027 | 2027 | 2027 | by"]],
  ["They have paid since 2014.", ["2014 | 2014 | 2014 | since"]],
  ["It will be ready by 2030.", ["2030 | 2030 | 2030 | by"]],
  ["The port closed two weeks ago.", ["two weeks ago | 2026-W08 | 2026-02-16/2026-02-22 | ago"]],
  ["They talked for three days.", ["three days | P3D | open | for"]],
  ["It was founded in the 1990s.", ["the 1990s | 199 | 199X | in"]],
  ["Work begins next month.", ["next month | 2026-04 | 2026-04 | bare"]],
  ["He spoke at 5 p.m. on Monday.", ["5 p.m. on Monday | 2026-03-02T17:00 | 2026-03-02 | in"]],
  ["The bridge opens this summer.", ["this summer | 2026-SU | 2026-22 | bare"]],
];

for (const [words, expected] of READ) test(words, () => assert.deepEqual(times(words), expected));

// May the modal, March the verb, papers named for a day, counts that look like years, ordinal "second".
const TRAPS: readonly string[] = [
  "May I ask why the gate may stay shut?",
  "Martha Dunmore May said nothing.",
  "The workers will march to the gate.",
  "The Sunday Times was there.",
  "The grant was 2,000 crowns.",
  "It seated 2000 people.",
  "He came second.",
  "The fall of the wall did not spring to mind.",
];

for (const words of TRAPS) test(`no time: ${words}`, () => assert.deepEqual(times(words), []));

test("what the publication date does not settle stays open", () => {
  assert.deepEqual(times("On August 25 he spoke, and on Tuesday too.", null), [
    "August 25 | XXXX-08-25 | XXXX-08-25 | on",
    "Tuesday | XXXX-WXX-2 | open | on",
  ]);
  assert.deepEqual(times("On August 25 he spoke on Tuesday.", "2025-08"), [
    "August 25 | 2025-08-25 | 2025-08-25 | on",
    "Tuesday | XXXX-WXX-2 | open | on",
  ]);
  assert.deepEqual(times("In late February he spoke.", "2024"), ["late February | 2024-02 | 2024-02 | in"]);
});

test("days and their numbers are each other's inverse", () => {
  for (let number = 700_000; number < 760_000; number += 97) assert.equal(dayNumber(dayOf(number)), number);
  assert.equal(weekdayOf({ year: 2026, month: 3, day: 4 }), 3);
  assert.deepEqual(weekOf({ year: 2027, month: 1, day: 1 }), { year: 2026, week: 53 });
});

test("any text has its times in order, within itself, with and without a date", () => {
  forAll(
    property(string({ unit: "grapheme" }), string(), (some, published) => {
      const words = `${some} on May 5, the 1990s ${some} two-year 10/27/89 ${some}`;
      let before = 0;
      for (const time of findTimes(analyse(words, [], text), published)) {
        assert.ok(before <= time.start && time.start < time.end && time.end <= words.length);
        assert.ok(time.phraseStart <= time.start);
        before = time.end;
      }
    }),
  );
});
