import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { attribute } from "../../src/core/attribution/attribute.ts";
import type { Attribution } from "../../src/core/attribution/attribution.ts";
import { englishAttribution } from "../../src/core/languages/en/attribution.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import { loadEnglish } from "../../src/ingest/languages.ts";

const english = loadEnglish();

function attributionsIn(text: string): readonly Attribution[] {
  return attribute(analyse(text, [], english.text), english.attribution);
}

// Pieces of news, so that random texts reach every branch: names, cues, marks, layout.
const newsy = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "Ana Ruiz",
        " said ",
        " that ",
        "“",
        "”",
        '"',
        "‘",
        "’",
        ", ",
        ". ",
        ": ",
        "\n\n",
        "— ",
        "according to ",
        "the minister ",
        "told reporters ",
        "will open the bridge ",
        "RUIZ: ",
        "Q: ",
        "promised to ",
        "However, ",
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe("attributions, on any text", () => {
  it("lie within it, in order, with what they promise", () => {
    fc.assert(
      fc.property(newsy, (text) => {
        const attributions = attributionsIn(text);
        let start = -1;
        for (const one of attributions) {
          for (const run of [...one.source, ...one.cue, ...one.content]) {
            assert.ok(0 <= run.start && run.start < run.end && run.end <= text.length, JSON.stringify(one));
          }
          assert.ok(one.content.length > 0);
          const first = one.content[0]?.start ?? 0;
          assert.ok(first >= start, "not in the order of their contents");
          start = first;
          for (const [i, run] of one.content.entries())
            assert.ok(i === 0 || run.start >= (one.content[i - 1]?.end ?? 0));
          assert.ok(one.confidence >= 0 && one.confidence <= 1);
          if (one.within !== null) {
            const outer = attributions[one.within];
            assert.ok(outer, `within ${one.within} of ${attributions.length}`);
            assert.ok(one.content.every((run) => outer.content.some((o) => o.start <= run.start && run.end <= o.end)));
          }
        }
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it("do not change from one reading to the next, whatever was read before", () => {
    fc.assert(
      fc.property(newsy, newsy, (text, before) => {
        const first = JSON.stringify(attributionsIn(text));
        attributionsIn(before);
        assert.equal(JSON.stringify(attributionsIn(text)), first);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it("are found without a model, by rules", () => {
    const data = englishAttribution(undefined);
    const [one] = attribute(analyse("“We will open the bridge in May,” Ana Ruiz said.", [], english.text), data);
    assert.equal(one?.kind, "direct");
    fc.assert(
      fc.property(newsy, (text) => {
        attribute(analyse(text, [], english.text), data);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it("cost per word what they cost in a short text", { skip: process.env["CI"] ? "a clock" : false }, () => {
    const paragraph =
      "“We will open the bridge in May,” Ana Ruiz said on Tuesday, and Tomas Berg denied that it is safe.\n\n";
    const secondsFor = (times: number): number => {
      const text = paragraph.repeat(times);
      const started = performance.now();
      attributionsIn(text);
      return (performance.now() - started) / times;
    };
    secondsFor(200);
    const short = Math.min(...Array.from({ length: 5 }, () => secondsFor(200)));
    assert.ok(secondsFor(5000) < 4 * short, "the cost of a word grows with the text");
  });
});
