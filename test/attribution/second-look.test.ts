import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { firstOdds, likeliest, rank, settle } from "../../src/core/attribution/conflicts.ts";
import { PROPOSAL_WIDTH, proposalFeatures } from "../../src/core/attribution/proposal-features.ts";
import { probabilitiesOf, readingsOf, Workspace } from "../../src/core/attribution/readings.ts";
import { collide, CONTEXT_FEATURES, lookAgain, SECOND_WIDTH } from "../../src/core/attribution/second-look.ts";
import { voicesOf } from "../../src/core/attribution/voices.ts";
import { logOdds } from "../../src/core/learning/trees.ts";
import { analyse } from "../../src/core/text/analyse.ts";
import { loadEnglish } from "../../src/ingest/languages.ts";

const english = loadEnglish();
const TEXT =
  "Mayor Ana Ruiz said the council approved the bridge, while Tomas Laar stated that the tunnel would close and promised a ferry.";

function looked() {
  const { model } = english.attribution;
  assert.ok(model);
  const analysis = analyse(TEXT, [], english.text);
  const facts = english.attribution.readFacts(analysis);
  const workspace = new Workspace();
  const probabilities = probabilitiesOf(facts, analysis.paragraphs, model.paragraph, workspace);
  const whole = { start: 0, end: facts.count };
  const readings = readingsOf(analysis, facts, probabilities, whole, model.cue, workspace);
  const voices = voicesOf(analysis, facts, probabilities);
  const rows = proposalFeatures(analysis, facts, probabilities, model.priors, readings, voices);
  const odds = firstOdds(readings, rows, model.ranker);
  return { model, readings, rows, odds, look: lookAgain(readings, rows, odds, model.exact) };
}

describe("second look", () => {
  it("keeps a proposal's own features and adds what it shares with the others", () => {
    const { model, rows, odds, look } = looked();
    assert.ok(look.places.length > 3);
    assert.equal(look.rows.length, look.places.length * SECOND_WIDTH);
    for (const [i, place] of look.places.entries()) {
      const row = look.rows.subarray(i * SECOND_WIDTH, (i + 1) * SECOND_WIDTH);
      const own = rows.subarray(place * PROPOSAL_WIDTH, (place + 1) * PROPOSAL_WIDTH);
      assert.deepEqual(row.subarray(0, PROPOSAL_WIDTH), own);
      assert.equal(row[PROPOSAL_WIDTH], Math.fround(odds[place] ?? NaN));
      assert.equal(look.exactOdds[i], logOdds(model.exact, own));
      for (const [at, name] of CONTEXT_FEATURES.entries()) assert.ok(Number.isFinite(row[PROPOSAL_WIDTH + at]), name);
    }
  });

  it("leaves out what is unlikely, which keeps its first odds", () => {
    const { model, readings, odds, look } = looked();
    assert.ok(look.places.length < odds.length);
    const seen = new Set(look.places);
    let place = 0;
    const unseen = readings.flatMap(({ proposals }) => {
      const first = place;
      place += proposals.length;
      return proposals.some((_, i) => seen.has(first + i)) ? [] : [proposals[0]?.candidate];
    });
    for (const { proposal, logOdds: final, alone } of likeliest(readings, odds, look, model.second))
      if (unseen.includes(proposal.candidate)) assert.equal(final, alone);
  });

  it("gives what stands no words twice", () => {
    const { model, readings, rows } = looked();
    const { standing, beaten } = settle(rank(readings, rows, model));
    assert.equal(standing.length + beaten.length, readings.length);
    for (const [i, { proposal }] of standing.entries())
      for (const other of standing.slice(i + 1)) assert.ok(!collide(proposal, other.proposal));
  });
});
