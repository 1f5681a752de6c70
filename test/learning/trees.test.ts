import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { logOdds, logOddsOfRows, probabilityOf, sortedQuestions } from "../../src/core/learning/trees.ts";
import { isotonic } from "../../train/calibration.ts";
import { seeded } from "../../train/random.ts";
import { trainTrees } from "../../train/trees.ts";

const TRAINING = { rounds: 40, leaves: 8, rate: 0.2, smallest: 5, ridge: 1, rows: 0.8, features: 1 };

function exclusiveOr(): { table: Float32Array; answers: Uint8Array } {
  const random = seeded(9);
  const table = new Float32Array(2000);
  const answers = new Uint8Array(1000);
  for (let row = 0; row < 1000; row++) {
    table[row * 2] = (random.next() % 100) / 100;
    table[row * 2 + 1] = (random.next() % 100) / 100;
    answers[row] = Number((table[row * 2] ?? 0) > 0.5 !== (table[row * 2 + 1] ?? 0) > 0.5);
  }
  return { table, answers };
}

describe("boosted trees", () => {
  it("learn what no straight line can", () => {
    const { table, answers } = exclusiveOr();
    const trees = trainTrees(table, 2, answers, TRAINING, seeded(1));
    let right = 0;
    for (let row = 0; row < 1000; row++)
      if (probabilityOf(logOdds(trees, table, row * 2)) > 0.5 === (answers[row] === 1)) right++;
    assert.ok(right > 970, `${right} of 1000`);
  });

  it("give rows read together, their questions sorted, the odds of each walked alone", () => {
    const { table, answers } = exclusiveOr();
    // rows of neighbours share their first column
    for (let row = 0; row < 1000; row++) table[row * 2] = table[(row - (row % 5)) * 2] ?? 0;
    table[13] = Number.NaN;
    for (const leaves of [1, 8, 32, 40]) {
      const trees = trainTrees(table, 2, answers, { ...TRAINING, leaves, smallest: 1 }, seeded(1));
      const sorted = sortedQuestions(trees);
      assert.equal(sorted === undefined, leaves > 32);
      const odds = new Float64Array(1000);
      for (let row = 0; row < 1000; row += 5) logOddsOfRows({ ...trees, sorted }, table, 2, row, 5, odds);
      for (let row = 0; row < 1000; row++) assert.equal(odds[row], logOdds(trees, table, row * 2));
    }
  });

  it("come out the same from the same seed", () => {
    const { table, answers } = exclusiveOr();
    assert.deepEqual(
      trainTrees(table, 2, answers, TRAINING, seeded(1)),
      trainTrees(table, 2, answers, TRAINING, seeded(1)),
    );
  });
});

describe("calibration", () => {
  it("rises, and never reaches certainty", () => {
    const random = seeded(2);
    const judged = Array.from({ length: 3000 }, () => {
      const score = (random.next() % 8000) / 1000 - 4;
      return { score, right: (random.next() % 1000) / 1000 < probabilityOf(score) };
    });
    const pairs = isotonic(judged, 50);
    for (let at = 2; at < pairs.length; at += 2) {
      assert.ok((pairs[at] ?? 0) > (pairs[at - 2] ?? 0));
      assert.ok((pairs[at + 1] ?? 0) > (pairs[at - 1] ?? 0));
    }
    assert.ok((pairs[1] ?? 0) > 0 && (pairs.at(-1) ?? 1) < 1);
  });
});
