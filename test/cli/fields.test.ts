import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Entry } from "../../src/core/entry.ts";
import { parse } from "../../src/cli/command.ts";
import { review } from "../../src/cli/review.ts";
import { amendedFields, type Setting, settingsOf } from "../../src/cli/fields.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { spansOf } from "../../src/ledger/spans.ts";

const TEXT =
  "Annual report. Ann will mend the quay. On Monday Ann Hale, the\nmayor, said she will open the bridge in May. Ann will rest.";

const ENTRY: Entry = {
  id: "e",
  confidence: 0.9,
  kind: "indirect",
  act: "said",
  source: [],
  cue: [],
  content: [span("she will open the bridge in May")],
  free: false,
  within: null,
  repeats: null,
  speaker: null,
  said: null,
  occasion: null,
  addressee: null,
  commitments: [],
};

function span(words: string): Entry["content"][number] {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, text: words };
}

/** The settings as somebody types them. */
function set(...given: readonly string[]): readonly Setting[] {
  // Taking the arguments apart needs no terminal.
  return settingsOf(parse(review, ["amend", "e", ...given.flatMap((one) => ["--set", one])], {} as Terminal));
}

test("words that stand more than once are taken within the content, else nearest to it", () => {
  const { commitments = [] } = amendedFields(
    ENTRY,
    TEXT,
    set("action=open the bridge", "strength-words=will"),
    undefined,
  );
  assert.equal(commitments[0]?.strengthSpan?.start, TEXT.indexOf("will open"));
  const { speaker } = amendedFields(ENTRY, TEXT, set("speaker=Ann"), undefined);
  assert.equal(speaker?.span?.start, TEXT.indexOf("Ann will rest"));
});

test("words are taken at an offset where one is given, and refused where they do not stand there", () => {
  const { speaker } = amendedFields(ENTRY, TEXT, set("speaker=Ann Hale@49"), undefined);
  assert.equal(speaker?.span?.start, 49);
  assert.throws(() => amendedFields(ENTRY, TEXT, set("speaker=Ann@3"), undefined), /do not stand at 3, but at 15, 49/u);
});

test("a part of a word is not the word", () => {
  assert.throws(() => amendedFields(ENTRY, TEXT, set("content=Ann"), undefined), /stand 3 times/u);
  assert.throws(() => amendedFields(ENTRY, TEXT, set("occasion=nnual"), undefined), /does not have the words "nnual"/u);
});

test("a line break in the text is a space in the words, and the span has the text's own", () => {
  const { occasion } = amendedFields(ENTRY, TEXT, set("occasion=the mayor"), undefined);
  assert.equal(occasion?.text, "the\nmayor");
});

test("a date takes its words, and a form too", () => {
  assert.throws(() => amendedFields(ENTRY, TEXT, set("said-date=2025-03-10"), undefined), /said=WORDS/u);
  assert.throws(() => amendedFields(ENTRY, TEXT, set("said=On Monday"), undefined), /said-date=DATE/u);
  assert.deepEqual(amendedFields(ENTRY, TEXT, set("said=On Monday", "said-date=2025-03-10"), undefined).said, {
    date: "2025-03-10",
    precision: "day",
    span: span("On Monday"),
  });
  assert.throws(
    () => amendedFields(ENTRY, TEXT, set("action=open the bridge", "form=signed"), undefined),
    /form-words/u,
  );
});

test("whatever is given, every span is verbatim or the call is refused", () => {
  const field = fc.constantFrom(
    "content",
    "source",
    "cue",
    "speaker",
    "role",
    "action",
    "condition",
    "time",
    "committer",
  );
  const words = fc.oneof(
    fc.string(),
    fc.tuple(fc.nat(TEXT.length), fc.nat(30)).map(([from, length]) => TEXT.slice(from, from + length)),
    fc.tuple(fc.constantFrom("Ann", "will", "(", ".*"), fc.nat(130)).map(([word, at]) => `${word}@${at}`),
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(field, words), { selector: ([name]) => name }), (given) => {
      let fields: unknown;
      try {
        fields = amendedFields(ENTRY, TEXT, set(...given.map(([name, value]) => `${name}=${value}`)), undefined);
      } catch (error) {
        assert.match(String(error), /^(?:UsageError|Failure): /u);
        return;
      }
      for (const { start, end, text } of spansOf(fields)) assert.equal(TEXT.slice(start, end), text);
    }),
  );
});
