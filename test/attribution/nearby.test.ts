import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { Nearby } from "../../src/core/attribution/nearby.ts";

const run = fc
  .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 400 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe("nearby", () => {
  it("finds all that touch the runs asked for, and nothing that was taken out", () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 40 }), run, fc.nat(39), (items, asked, out) => {
        const nearby = new Nearby(items, (item) => [item]);
        const gone = items[out];
        if (gone) nearby.delete(gone);
        const found = new Set(nearby.at([asked]));
        for (const item of items)
          if (item !== gone && item.start < asked.end && asked.start < item.end) assert.ok(found.has(item));
        if (gone) assert.ok(!found.has(gone));
      }),
    );
  });
});
