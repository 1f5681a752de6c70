import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import type { Article } from "../../src/core/article.ts";
import { hashOf } from "../../src/core/hash.ts";
import type { Reading } from "../../src/read/reader.ts";
import { type From, read } from "../../src/read/readers.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const readAll = (name: string, bytes: Uint8Array, from: From = "auto"): Reading[] => [
  ...read(name, bytes, {}, { from }),
];

function articleIn([reading]: readonly Reading[]): Article {
  assert.ok(reading?.article, JSON.stringify(reading?.problems));
  return reading.article;
}

const STORY =
  "Harbour opens in May\n\nThe harbour of Ostrava Bay will open in May, the port's director, Lena Brandt, said on Tuesday.\r\n\r\nShe thanked the crews.";

describe("what a file is", () => {
  it("reads text as it is, line breaks and all", () => {
    const article = articleIn(readAll("a.txt", encode(STORY)));
    assert.equal(article.text, STORY);
    assert.equal(article.hash, hashOf(STORY));
    assert.equal(article.title, "Harbour opens in May");
    assert.equal(article.language, "en");
    assert.equal(article.published, null);
    assert.deepEqual(article.given, []);
  });

  it("knows gzip by its first bytes, whatever the name", () => {
    assert.equal(articleIn(readAll("a.txt", gzipSync(STORY))).text, STORY);
    assert.equal(articleIn(readAll("a.html.gz", gzipSync("<p>Hello there"))).text, "Hello there");
    assert.equal(articleIn(readAll("a", gzipSync(`{"text":"x"}`))).text, "x");
  });

  it("says what is wrong with damaged gzip", () => {
    const [reading] = readAll("a.txt.gz", gzipSync(STORY).subarray(0, 40));
    assert.equal(reading?.article, null);
    assert.equal(reading?.problems[0]?.code, "gzip");
  });

  it("does not take a picture or a PDF for text", () => {
    const [reading] = readAll("a.pdf", encode("%PDF-1.7\n..."));
    assert.equal(reading?.article, null);
    assert.match(reading?.problems[0]?.message ?? "", /a PDF/);
  });

  it("tells html and jsonl by what they begin with when the name does not say", () => {
    assert.equal(articleIn(readAll("-", encode("<!DOCTYPE html><title>T</title><p>Text"))).text, "Text");
    assert.equal(
      articleIn(readAll("-", encode(`{"id":"7","text":"A <b>bold</b> claim"}\n`))).text,
      "A <b>bold</b> claim",
    );
    assert.equal(articleIn(readAll("-", encode("{not json} at all"))).text, "{not json} at all");
  });

  it("obeys --from", () => {
    assert.equal(articleIn(readAll("a.html", encode("<p>Text"), "text")).text, "<p>Text");
    assert.throws(() => readAll("a", encode("x"), "pdf" as From), RangeError);
  });
});

describe("charsets", () => {
  const cyrillic = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xb3, 0xf2]);
  it("takes UTF-8, UTF-16 and the single-byte ones", () => {
    assert.equal(articleIn(readAll("a.txt", Uint8Array.from([0xef, 0xbb, 0xbf, 0x41]))).text, "A");
    assert.equal(articleIn(readAll("a.txt", Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x16, 0x04]))).text, "AЖ");
    assert.equal(articleIn(readAll("a.txt", cyrillic)).text, "Привіт");
    assert.equal(articleIn(readAll("a.txt", Uint8Array.from([0x63, 0x61, 0x66, 0xe9]))).text, "café");
  });

  it("takes the charset that a page declares", () => {
    const page = Buffer.concat([encode(`<html><meta charset="windows-1251"><p>`), cyrillic]);
    assert.equal(articleIn(readAll("a.html", page)).text, "Привіт");
  });

  it("says when characters were lost", () => {
    const bytes = Buffer.concat([encode("Ця громада чекає на відповідь "), Uint8Array.from([0xd0, 0x20])]);
    assert.equal(readAll("a.txt", bytes)[0]?.problems[0]?.code, "charset");
  });
});

describe("jsonl", () => {
  const lines = (...parts: string[]): Reading[] => readAll("in.jsonl", encode(parts.join("\n")));

  it("takes the fields under both names and says they were given", () => {
    const article = articleIn(
      lines(
        `{"id":"a","text":"Text","date":"2025-08-25","author":["A. Roe","B. Bell"],"lang":"en","speaker":"A. Roe","title":null}`,
      ),
    );
    assert.equal(article.published, "2025-08-25");
    assert.equal(article.byline, "A. Roe, B. Bell");
    assert.equal(article.language, "en");
    assert.equal(article.title, null);
    assert.deepEqual(article.given, ["byline", "published", "language", "speaker"]);
  });

  it("numbers lines without id, blank lines counted", () => {
    assert.deepEqual(
      lines(`{"text":"a"}`, "", `{"text":"b"}\r`, `{"id":9,"text":"c"}`).map(({ id }) => id),
      ["1", "3", "9"],
    );
  });

  it("goes on after a broken line", () => {
    const readings = lines(`{"text":"a"}`, `{"text":`, `["x"]`, `{"id":"z"}`, `{"text":"b","title":{}}`);
    assert.deepEqual(
      readings.map(({ article, problems }) => [article?.text ?? null, problems.map(({ code }) => code)]),
      [
        ["a", []],
        [null, ["json"]],
        [null, ["json"]],
        [null, ["text"]],
        ["b", ["field"]],
      ],
    );
  });

  it("reads a line only when it is asked for", () => {
    const big = `{"text":"${"a b ".repeat(1_000_000)}"}\n`;
    const readings = read("in.jsonl", encode(`{"text":"first"}\n${big}`))[Symbol.iterator]();
    const before = performance.now();
    assert.equal(readings.next().value?.article?.text, "first");
    assert.ok(performance.now() - before < 1000);
    assert.equal(readings.next().value?.article?.text.length, 4_000_000);
  });

  it("keeps the text to the character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        assert.equal(lines(JSON.stringify({ text }))[0]?.article?.text, text);
      }),
    );
  });
});

describe("what was given", () => {
  const given = (published: string): Reading | undefined => [...read("a.txt", encode(STORY), { published })][0];

  it("goes before what the text says, and a line's own fields before what was given for the file", () => {
    const [reading] = read("a.jsonl", encode(`{"text":"T","publisher":"Own"}`), {
      publisher: "File",
      url: "https://a.example/1",
    });
    assert.equal(reading?.article?.publisher, "Own");
    assert.deepEqual(reading?.article?.given, ["publisher", "url"]);
  });

  it("takes EDTF dates", () => {
    for (const date of ["2025-08-25", "2025-08", "2025", "XXXX-08-25", "2025-08-XX", "202X", "2025-08~", "2025-21"])
      assert.equal(given(date)?.article?.published, date);
    assert.equal(given("2025-08-25T10:00:00Z")?.article?.published, "2025-08-25");
  });

  it("refuses other dates and says how to write them", () => {
    for (const date of ["25 August 2025", "2025-13", "2025-02-30", "2023-02-29", "25.08.2025", "soon"]) {
      const reading = given(date);
      assert.equal(reading?.article?.published, null);
      assert.equal(reading?.problems[0]?.code, "date");
      assert.match(reading?.problems[0]?.message ?? "", /2025-08-25/);
    }
  });
});

describe("any bytes", () => {
  const check = (reading: Reading): void => {
    const { article } = reading;
    if (article === null) return assert.ok(reading.problems.length > 0);
    let last = 0;
    for (const { start, end } of article.furniture) {
      assert.ok(last <= start && start < end && end <= article.text.length);
      last = end;
    }
  };
  const froms: readonly From[] = ["auto", "text", "html", "jsonl"];

  it("are valid input", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...froms), (bytes, from) => {
        for (const reading of readAll("x", bytes, from)) check(reading);
      }),
    );
  });

  it("give the same twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        assert.deepEqual(readAll("x.html", encode(text)), readAll("x.html", encode(text)));
      }),
      { numRuns: 30 },
    );
  });
});
