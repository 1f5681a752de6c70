import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { citation } from "../../src/publish/citation.ts";
import { cell, csv } from "../../src/publish/csv.ts";
import { dateInWords } from "../../src/publish/date-words.ts";
import { onOneLine } from "../../src/publish/ink.ts";
import { jsonl } from "../../src/publish/jsonl.ts";
import { entryListing } from "../../src/publish/listing.ts";
import { allowanceOf } from "../../src/publish/reuse.ts";
import { entry } from "./entry.ts";

const story = {
  articleId: "aa11bb22cc33dd44",
  articleTitle: "Forty thousand homes",
  publisher: "The Harbour Post",
  url: "https://harbour-post.example/homes",
  published: "2026-03-03",
  date: "2026-03-02",
  review: "confirmed",
  state: "current",
  disputed: true,
  ratings: [{ status: "kept-in-part", lookedAt: "2026-09-01" }],
};
const released = allowanceOf({ reuse: null, url: story.url }).release(entry());

test("a csv row has a cell for every column", () => {
  const row = csv.write(story, released);
  assert.equal(fieldsOf(row.trimEnd()).length, fieldsOf(csv.head.trimEnd()).length);
  assert.match(row, /^0123456789abcdef,2026-03-02,Ana Ruiz,Housing Minister,direct,said,/u);
  assert.match(row, /if parliament agrees,by 2028,/u);
});

test("says how a commitment went and when somebody looked, what was decided and what is disputed", () => {
  const columns = fieldsOf(csv.head.trimEnd());
  const cellsOf = (row: string): Record<string, string> =>
    Object.fromEntries(fieldsOf(row.trimEnd()).map((value, at) => [columns[at] ?? "", value]));
  const row = cellsOf(csv.write(story, released));
  assert.deepEqual(
    [row["status"], row["last looked at"], row["review"], row["disputed"]],
    ["kept-in-part", "2026-09-01", "confirmed", "yes"],
  );
  const unrated = cellsOf(csv.write({ ...story, review: "none", disputed: false, ratings: [null] }, released));
  assert.deepEqual([unrated["status"], unrated["last looked at"], unrated["review"]], ["not-rated", "never", ""]);
  const line = JSON.parse(jsonl.write(story, released)) as Record<string, unknown>;
  assert.deepEqual([line["review"], line["disputed"], line["ratings"]], ["confirmed", true, story.ratings]);
});

test("says where words were taken away", () => {
  const gone = { subject: "ab", article: "cd", reason: "Court order, 12/2026", at: "2026-10-01T10:00:00.000Z" };
  const cells = fieldsOf((csv.gone?.(gone) ?? "").trimEnd());
  assert.equal(cells.length, fieldsOf(csv.head.trimEnd()).length);
  assert.deepEqual([cells[0], cells.at(-1)], ["ab", "2026-10-01: Court order, 12/2026"]);
  assert.equal(
    jsonl.gone?.(gone),
    '{"id":"ab","redacted":{"reason":"Court order, 12/2026","at":"2026-10-01T10:00:00.000Z"},"article":{"id":"cd"}}\n',
  );
});

test("a cell that a spreadsheet would run is made text", () => {
  for (const formula of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\r=1"])
    assert.match(cell(formula), /^"?'/u);
  assert.equal(cell("plain words"), "plain words");
});

test("law: a cell gives back its words, an apostrophe aside", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (words) => {
      const [back = ""] = fieldsOf(cell(words));
      assert.ok(back === words || back === `'${words}`);
      assert.doesNotMatch(back, /^[=+\-@]/u);
    }),
  );
});

test("a citation names speaker, role, date, words, publisher and link", () => {
  assert.equal(
    citation.write(story, released),
    "Ana Ruiz (Housing Minister): We will build 40,000 homes by 2028 if parliament agrees, — " +
      "The Harbour Post, “Forty thousand homes”, 3 March 2026, https://harbour-post.example/homes\n",
  );
});

test("a jsonl line is the entry with its story", () => {
  const line = JSON.parse(jsonl.write(story, released)) as Record<string, unknown>;
  assert.equal(line["id"], entry().id);
  assert.deepEqual(line["article"], {
    id: "aa11bb22cc33dd44",
    title: "Forty thousand homes",
    publisher: "The Harbour Post",
    url: "https://harbour-post.example/homes",
    published: "2026-03-03",
  });
});

const DATES = {
  "2025-08-25": "25 August 2025",
  "2025-08": "August 2025",
  "2024": "2024",
  "XXXX-08-25": "25 August, year not given",
  "2025-21": "spring 2025",
  "2025~": "about 2025",
  "2025-08-XX": "August 2025",
  "not a date": "not a date",
};
for (const [date, words] of Object.entries(DATES))
  test(`${date} is read as ${words}`, () => assert.equal(dateInWords(date), words));

test("a listing shows speaker, role, words, commitment and condition", () => {
  assert.equal(
    entryListing(entry(), "2026-03-02", { colour: false, width: 100 }),
    [
      "  Ana Ruiz, Housing Minister · reported 2 March 2026 · direct · 93 %",
      "    We will build 40,000 homes by 2028 if parliament agrees,",
      "    commitment build 40,000 homes · will · by 2028 · 40,000 homes",
      "    condition  if parliament agrees",
      "    0123456789abcdef",
    ].join("\n"),
  );
});

test("words for a terminal hold nothing that drives it", () => {
  assert.equal(onOneLine(" a\u001b[2J\nb\u009b31m \u202Ec\r\n"), "a[2J b31m c");
});

/** Fields of one csv record, by RFC 4180. */
function fieldsOf(record: string): string[] {
  const fields: string[] = [];
  let at = 0;
  while (at <= record.length) {
    let field = "";
    if (record[at] === '"') {
      at += 1;
      while (at < record.length && !(record[at] === '"' && record[at + 1] !== '"')) {
        field += record[at];
        at += record[at] === '"' ? 2 : 1;
      }
      at += 1;
    } else while (at < record.length && record[at] !== ",") field += record[at++];
    fields.push(field);
    at += 1;
  }
  return fields;
}
