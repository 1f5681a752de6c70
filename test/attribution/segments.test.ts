import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inSegments } from "../../src/core/attribution/segments.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import type { Analysis } from "../../src/core/text/analysis.ts";
import { loadEnglish } from "../../src/ingest/languages.ts";

const english = loadEnglish();

function firstWords({ text, tokens, paragraphs }: Analysis): string[] {
  return Array.from({ length: paragraphs.count }, (_, p) => {
    const first = paragraphs.start[p] ?? 0;
    return text.slice(tokens.start[first], tokens.end[first + 1]);
  });
}

const LONG = Array.from({ length: 12 }, (_, i) => `Sentence ${i} is about the bridge of Port Kest.`);

describe("segments", () => {
  it("leaves paragraphs of common length as they are", () => {
    const analysis = analyse("Ana Ruiz spoke. The bridge opens.\n\nNobody asked.", [], english.text);
    assert.equal(inSegments(analysis), analysis);
  });

  it("cuts a long paragraph into segments that cover it", () => {
    const analysis = analyse(LONG.join(" "), [], english.text);
    const { paragraphs, tokens } = inSegments(analysis);
    assert.ok(paragraphs.count > 2);
    for (let p = 0; p < paragraphs.count; p++) {
      assert.equal(paragraphs.end[p], p + 1 < paragraphs.count ? paragraphs.start[p + 1] : tokens.count);
      for (let i = paragraphs.start[p] ?? 0; i < (paragraphs.end[p] ?? 0); i++) assert.equal(tokens.paragraph[i], p);
    }
  });

  it("cuts neither within a quotation nor before one that may go on", () => {
    const said = "“We build it. We build it now. We build it for all. Nobody helps us. Nobody asks us,” Ana Ruiz said.";
    const analysis = analyse(
      [...LONG.slice(0, 4), said, "“It will open.”", ...LONG.slice(4)].join(" "),
      [],
      english.text,
    );
    assert.ok(firstWords(inSegments(analysis)).every((words) => words.startsWith("Sentence")));
  });
});
