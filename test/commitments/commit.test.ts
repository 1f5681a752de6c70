import assert from "node:assert/strict";
import { test } from "node:test";
import { array, assert as check, constantFrom, property, string } from "fast-check";
import type { Article } from "../../src/core/article.ts";
import type { Attribution } from "../../src/core/attribution/attribution.ts";
import type { Commitment } from "../../src/core/commitment.ts";
import { calibrated } from "../../src/core/commitments/commissive-model.ts";
import { commit } from "../../src/core/commitments/commit.ts";
import type { Entry } from "../../src/core/entry.ts";
import type { Span } from "../../src/core/span.ts";
import { identify } from "../../src/core/speakers/identify.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import { loadEnglish } from "../../src/ingest/languages.ts";

const english = loadEnglish();

function articleOf(text: string): Article {
  return {
    text,
    title: null,
    byline: null,
    publisher: null,
    url: null,
    published: "2031-03-04",
    language: "en",
    hash: "test",
    reuse: null,
    speaker: null,
    given: [],
    furniture: [],
  };
}

/** Entries of a text whose attribution is given: source, cue and content as words of it. */
function entriesOf(text: string, source: string, cue: string, content: string): readonly Entry[] {
  const article = articleOf(text);
  const analysis = analyse(text, [], english.text);
  const range = (words: string): { start: number; end: number }[] => {
    const start = text.indexOf(words);
    return words === "" || start < 0 ? [] : [{ start, end: start + words.length }];
  };
  const attribution: Attribution = {
    kind: "indirect",
    act: "said",
    source: range(source),
    cue: range(cue),
    content: range(content),
    free: false,
    within: null,
    confidence: 1,
  };
  return commit(article, analysis, identify(article, analysis, [attribution], english.speakers), english.commitments);
}

function spansOf(commitment: Commitment): readonly Span[] {
  const { committer, action, polaritySpan, strengthSpan, conditions, time, quantity, beneficiary, form } = commitment;
  return [
    committer?.span,
    action,
    polaritySpan,
    strengthSpan,
    ...conditions,
    ...time,
    ...quantity,
    beneficiary?.span,
    form?.span,
  ].filter((span) => span !== undefined && span !== null);
}

const WORDS: readonly string[] =
  "Mira Halvorsen she he we I will won’t would plans promised to not never if unless once only after the war ends a ceasefire send 300 doctors $4 million next week by 2035 , . “ ” and because that for Kestria should be ready going considering sending".split(
    " ",
  );

test("every field is a verbatim span of the text, and nothing is thrown", () => {
  const anyText = array(constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(" "));
  check(
    property(anyText, anyText, (before, content) => {
      const text = `${before} Halvorsen said ${content}.`;
      for (const entry of entriesOf(text, "Halvorsen", "said", content))
        for (const commitment of entry.commitments)
          for (const span of spansOf(commitment)) assert.equal(span.text, text.slice(span.start, span.end));
    }),
    { numRuns: 400 },
  );
});

test("any text is valid", () => {
  check(
    property(string({ unit: "binary", maxLength: 80 }), string({ maxLength: 80 }), (a, b) => {
      entriesOf(`${a} said ${b}`, a, "said", b);
    }),
  );
});

test("the same text gives the same entries", () => {
  const run = (): readonly Entry[] =>
    entriesOf(
      "Mira Halvorsen said she will send 300 doctors next week if the war ends.",
      "Mira Halvorsen",
      "said",
      "she will send 300 doctors next week if the war ends",
    );
  assert.deepEqual(run(), run());
  assert.equal(run()[0]?.commitments.length, 1);
});

test("a commitment says how sure it is, and a vow is surer than a possibility", () => {
  const confidence = (cue: string, content: string): number =>
    entriesOf(`Mira Halvorsen ${cue} ${content}.`, "Mira Halvorsen", cue, content)[0]?.commitments[0]?.confidence ?? 0;
  const vow = confidence("vowed", "to build 400 flats by 2035");
  const possibility = confidence("said", "it could get colder");
  assert.ok(vow > 0.9 && vow <= 1, String(vow));
  assert.ok(possibility < 0.55, String(possibility));
});

test("a line from log odds to confidence rises, and is never quite certain", () => {
  const line = { slope: 1.5, intercept: 0.1 };
  const said = [-20, -3, -1, 0, 0.7, 2, 20].map((odds) => calibrated(line, odds));
  assert.deepEqual(
    said,
    said.toSorted((a, b) => a - b),
  );
  assert.deepEqual([said[0], calibrated({ slope: 1, intercept: 0 }, 0), said.at(-1)], [0.01, 0.5, 0.99]);
});

test("a commitment says what is missing for somebody to judge it", () => {
  const testability = (content: string): Commitment["testability"] | undefined =>
    entriesOf(`Mira Halvorsen promised ${content}.`, "Mira Halvorsen", "promised", content)[0]?.commitments[0]
      ?.testability;
  assert.deepEqual(testability("to build 400 flats by 2035"), { value: "testable", reason: null });
  assert.deepEqual(testability("to build 400 flats"), { value: "vague", reason: "no date" });
  assert.deepEqual(testability("to support families"), { value: "vague", reason: "no measure" });
  assert.deepEqual(testability("to urge parliament to agree"), { value: "vague", reason: "depends on others" });
  assert.deepEqual(testability("not to sell the islands"), { value: "testable", reason: null });
});

test("time grows with the text, not with its square", () => {
  const seconds = (times: number): number => {
    const content = "she will send doctors to the border if the war ends, and ".repeat(times);
    const text = `Mira Halvorsen said ${content}.`;
    const started = performance.now();
    entriesOf(text, "Mira Halvorsen", "said", content.trim());
    return performance.now() - started;
  };
  seconds(20);
  const short = Math.max(5, seconds(100));
  assert.ok(seconds(1000) < short * 60, "a text ten times as long took more than sixty times as long");
});
