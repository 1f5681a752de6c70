import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { MOST_ROWS, sumColumns, wordsOf } from "../../src/core/learning/column-sums.ts";
import { scoreClasses } from "../../src/core/learning/linear.ts";

test("columns summed by words are the columns summed one by one", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 20 }),
      fc.infiniteStream(fc.integer({ min: -128, max: 127 })),
      fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: MOST_ROWS }),
      (classes, numbers, drawn) => {
        const mask = 7;
        const weights = Int8Array.from(numbers.take((mask + 1) * classes));
        const features = Int32Array.from(drawn);
        const plain = new Float64Array(classes);
        for (const feature of features)
          for (let label = 0; label < classes; label++)
            plain[label] = (plain[label] as number) + (weights[(feature & mask) * classes + label] as number);
        const scores = new Float64Array(classes);
        const model = { classes, stride: classes, mask, weights };
        scoreClasses({ ...model, words: wordsOf(weights, classes) }, features, features.length, scores);
        assert.deepEqual(scores, plain);
        scoreClasses(model, features, features.length, scores);
        assert.deepEqual(scores, plain);
      },
    ),
  );
});

test("as many rows of the largest weights as allowed do not run over", () => {
  for (const weight of [-128, 127]) {
    const words = wordsOf(new Int8Array(8).fill(weight), 8) ?? assert.fail("no words over quantised weights");
    const sums = new Float64Array(8);
    sumColumns(words, 8, 0, new Int32Array(MOST_ROWS), 0, MOST_ROWS, 0, 4, sums, 0);
    assert.deepEqual([...sums], Array(8).fill(weight * MOST_ROWS));
  }
});

test("a word of the last row may reach beyond it", () => {
  const own = new Int8Array([1, 2, 3]);
  const words = wordsOf(own, 3);
  assert.equal(words?.getInt8(2), 3);
  assert.equal(words?.byteLength, 4);
  assert.equal(wordsOf(new Float32Array(3), 3), undefined);
});
