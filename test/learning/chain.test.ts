import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { bestLabellings, type Chain, ChainRoom, exponentialsOf, marginals } from "../../src/core/learning/chain.ts";

const LABELS = 3;
const EDGES = 2;

// A chain with its emissions given outright, small enough to try every labelling.
const small = fc.record({
  length: fc.integer({ min: 1, max: 5 }),
  emissions: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 15, maxLength: 15 }),
  transitions: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 24, maxLength: 24 }),
  edges: fc.array(fc.integer({ min: 0, max: EDGES - 1 }), { minLength: 5, maxLength: 5 }),
});

function setUp(transitions: readonly number[], emissions: readonly number[], length: number) {
  const chain: Chain = {
    labels: LABELS,
    edges: EDGES,
    weights: new Float32Array(LABELS),
    scale: 1,
    transitions: Float32Array.from(transitions),
  };
  const room = new ChainRoom();
  room.fit(length * LABELS);
  for (let i = 0; i < length * LABELS; i++) room.emissions[i] = emissions[i] ?? 0;
  return { chain, room };
}

function everyLabelling(length: number): number[][] {
  return length === 0
    ? [[]]
    : everyLabelling(length - 1).flatMap((rest) => Array.from({ length: LABELS }, (_, label) => [...rest, label]));
}

function scoreOf(chain: Chain, emissions: readonly number[], edges: readonly number[], labelling: readonly number[]) {
  return labelling.reduce((sum, label, token) => {
    const from = token === 0 ? LABELS : (labelling[token - 1] ?? 0);
    const cell = (edges[token] ?? 0) * (LABELS + 1) * LABELS + from * LABELS + label;
    return sum + (emissions[token * LABELS + label] ?? 0) + (chain.transitions[cell] ?? 0);
  }, 0);
}

describe("a chain", () => {
  it("gives the marginals that adding up every labelling gives", () => {
    fc.assert(
      fc.property(small, ({ length, emissions, transitions, edges }) => {
        const { chain, room } = setUp(transitions, emissions, length);
        const logPartition = marginals(chain, exponentialsOf(chain.transitions), Uint8Array.from(edges), length, room);
        const scored = everyLabelling(length).map((labelling) => ({
          labelling,
          weight: Math.exp(scoreOf(chain, emissions, edges, labelling)),
        }));
        const total = scored.reduce((sum, { weight }) => sum + weight, 0);
        assert.ok(Math.abs(logPartition - Math.log(total)) < 1e-6);
        for (let token = 0; token < length; token++)
          for (let label = 0; label < LABELS; label++) {
            const share = scored.reduce(
              (sum, { labelling, weight }) => sum + (labelling[token] === label ? weight : 0),
              0,
            );
            assert.ok(Math.abs((room.forward[token * LABELS + label] ?? 0) - share / total) < 1e-6);
          }
      }),
      { seed: 1 },
    );
  });

  it("gives the best labellings in order", () => {
    fc.assert(
      fc.property(small, ({ length, emissions, transitions, edges }) => {
        const { chain, room } = setUp(transitions, emissions, length);
        const best = bestLabellings(chain, Uint8Array.from(edges), length, 4, room);
        const scores = everyLabelling(length)
          .map((labelling) => scoreOf(chain, emissions, edges, labelling))
          .sort((a, b) => b - a);
        const worthwhile = scores.filter((score) => score > (scores[0] ?? 0) - 8.99).length;
        assert.ok(best.length >= Math.min(4, worthwhile), `${best.length} of ${worthwhile}`);
        for (const [rank, { labels, score }] of best.entries()) {
          assert.ok(Math.abs(score - (scores[rank] ?? NaN)) < 1e-5);
          assert.ok(Math.abs(score - scoreOf(chain, emissions, edges, [...labels])) < 1e-5);
        }
      }),
      { seed: 2 },
    );
  });
});
