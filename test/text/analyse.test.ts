import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { english } from "../../src/core/languages/en/english.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import type { Analysis } from "../../src/core/text/analysis.ts";
import { wordOf } from "../../src/core/text/words.ts";

const { text: data } = english({ text: undefined, attribution: undefined });

/** Strings that look like news gone wrong: words, marks, spaces, lone surrogates, control characters. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ..."“ ” ‘ ’ \" ' « » „ . ... ! ? , ( ) U.S. Mr. Ana ruiz said the don’t 's www.x http://a.b @a #b <a> < - — 4,000 $5 \n \ud800 \udc00 \u0000 \u00ad 😀".split(
          " ",
        ),
        " ",
        "\n",
      ),
      { maxLength: 80 },
    )
    .map((parts) => parts.join("")),
);

test("tokens and the gaps between them rebuild the text, and gaps hold only white space", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tokens } = analyse(text, [], data);
      let at = 0;
      let rebuilt = "";
      for (let token = 0; token < tokens.count; token += 1) {
        const start = tokens.start[token] as number;
        const end = tokens.end[token] as number;
        assert.ok(start >= at && end > start);
        const gap = text.slice(at, start);
        assert.doesNotMatch(gap, /[\p{L}\p{N}\p{P}\p{S}]/u);
        rebuilt += gap + text.slice(start, end);
        at = end;
      }
      assert.equal(rebuilt + text.slice(at), text);
    }),
  );
});

test("sentences lie in paragraphs, both cover all tokens, quotations and names lie in one paragraph", () => {
  fc.assert(fc.property(anyText, (text) => wellFormed(analyse(text, [], data))));
});

test("the same text gives the same analysis", () => {
  fc.assert(fc.property(anyText, (text) => assert.deepEqual(analyse(text, [], data), analyse(text, [], data))));
});

test("furniture around changes nothing but offsets", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, text, after) => {
      const alone = analyse(text, [], data);
      const furniture = [
        { kind: "other" as const, start: 0, end: before.length },
        { kind: "other" as const, start: before.length + text.length, end: before.length + text.length + after.length },
      ];
      const within = analyse(before + text + after, furniture, data);
      assert.deepEqual(
        { ...within, text, tokens: { ...within.tokens, start: 0, end: 0 } },
        { ...alone, tokens: { ...alone.tokens, start: 0, end: 0 } },
      );
      assert.deepEqual(
        within.tokens.start.map((start) => start - before.length),
        alone.tokens.start,
      );
    }),
  );
});

test("no token lies in furniture and no sentence runs across it", () => {
  const text = "The vote was close. Read also: Ten soups. It passed.";
  const start = text.indexOf("Read");
  const furniture = [{ kind: "read-also" as const, start, end: text.indexOf(" It") }];
  const analysis = analyse(text, furniture, data);
  assert.equal(analysis.sentences.count, 2);
  assert.equal(analysis.paragraphs.count, 2);
  for (let token = 0; token < analysis.tokens.count; token += 1) assert.notEqual(wordOf(analysis, token), "soups");
});

test("a text of marks alone takes time in proportion to its length", () => {
  for (const unit of ["“", "”", '"', "'", "‘", "’", "« ", "„", "<", "http://", ". ", "a", "@", "x’", "“a ”b "]) {
    const started = process.threadCpuUsage();
    wellFormed(analyse(unit.repeat(1_000_000 / unit.length), [], data));
    assert.ok(process.threadCpuUsage(started).user < 8_000_000, `slow on ${unit}`);
  }
});

function wellFormed(analysis: Analysis): void {
  const { tokens, sentences, paragraphs, quotations, names } = analysis;
  for (const ranges of [sentences, paragraphs]) {
    let at = 0;
    for (let range = 0; range < ranges.count; range += 1) {
      assert.equal(ranges.start[range], at);
      at = ranges.end[range] as number;
      assert.ok(at > (ranges.start[range] as number));
    }
    assert.equal(at, tokens.count);
  }
  for (let token = 0; token < tokens.count; token += 1) {
    const sentence = tokens.sentence[token] as number;
    assert.ok((sentences.start[sentence] as number) <= token && token < (sentences.end[sentence] as number));
    const head = tokens.head[token] as number;
    assert.ok(head === -1 || tokens.sentence[head] === sentence);
    const quotation = quotations[tokens.quotation[token] as number];
    if (quotation) assert.ok(quotation.start <= token && token < quotation.end);
  }
  for (const range of [...quotations, ...names]) {
    assert.ok(0 <= range.start && range.start < range.end && range.end <= tokens.count);
    assert.equal(tokens.paragraph[range.start], tokens.paragraph[range.end - 1]);
  }
}
