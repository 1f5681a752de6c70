import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { Highlight } from "../../src/web/highlight.ts";
import { blocksOf, segmentsOf } from "../../src/web/highlight.ts";

const ranges = fc.array(
  fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
  { maxLength: 8 },
);

describe("segmentsOf", () => {
  it("covers the range without a gap and cuts no highlight", () => {
    fc.assert(
      fc.property(ranges, (parts) => {
        const highlights = parts.map((part, statement): Highlight => ({ ...part, part: "content", statement }));
        const segments = segmentsOf({ start: 0, end: 61 }, highlights);
        let at = 0;
        for (const segment of segments) {
          assert.equal(segment.start, at);
          assert.ok(segment.end > segment.start);
          for (const highlight of segment.highlights)
            assert.ok(highlight.start <= segment.start && segment.end <= highlight.end);
          at = segment.end;
        }
        assert.equal(at, 61);
        for (const highlight of highlights) {
          const drawn = segments.filter((segment) => segment.highlights.includes(highlight));
          const length = drawn.reduce((sum, segment) => sum + segment.end - segment.start, 0);
          assert.equal(length, highlight.end - highlight.start);
        }
      }),
    );
  });
});

describe("blocksOf", () => {
  it("leaves out only white space", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), ranges, (text, parts) => {
        const furniture = parts
          .filter((part) => part.end <= text.length)
          .sort((a, b) => a.start - b.start)
          .filter((part, index, all) => all.slice(0, index).every((before) => before.end <= part.start));
        const blocks = blocksOf(text, furniture);
        let at = 0;
        for (const block of blocks) {
          assert.ok(block.start >= at);
          assert.equal(text.slice(at, block.start).trim(), "");
          at = block.end;
        }
        assert.equal(text.slice(at).trim(), "");
      }),
    );
  });

  it("joins furniture that follows furniture", () => {
    const blocks = blocksOf("menu\nshare\nThe story.\n© us", [
      { start: 0, end: 4 },
      { start: 5, end: 10 },
      { start: 22, end: 26 },
    ]);
    assert.deepEqual(
      blocks.map(({ kind, start, end }) => [kind, start, end]),
      [
        ["furniture", 0, 10],
        ["story", 11, 21],
        ["furniture", 22, 26],
      ],
    );
  });
});
