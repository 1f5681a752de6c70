import assert from "node:assert/strict";
import { it } from "node:test";
import * as core from "../src/core/index.ts";
import { loadEnglish } from "../src/ingest/languages.ts";

it("the public API is what index.ts names, and enough to read an article", () => {
  assert.deepEqual(Object.keys(core).sort(), [
    "DEFAULT_CONFIDENCE",
    "LOWEST_KEPT_CONFIDENCE",
    "analyse",
    "english",
    "hashOf",
    "record",
    "sameSpeaker",
    "shifts",
    "spanOf",
    "speakerKey",
  ]);
  const text = "“We will build 40,000 homes by 2028,” Housing Minister Ana Ruiz said on Tuesday.";
  const article: core.Article = {
    text,
    title: null,
    byline: null,
    publisher: null,
    url: null,
    published: null,
    language: "en",
    hash: core.hashOf(text),
    reuse: null,
    speaker: null,
    given: [],
    furniture: [],
  };
  const [entry] = core.record(article, loadEnglish());
  assert.equal(entry?.speaker?.name, "Ana Ruiz");
  assert.equal(entry.commitments[0]?.action.text, "build 40,000 homes");
});
