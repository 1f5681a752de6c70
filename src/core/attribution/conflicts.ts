import { logOddsOfRows, probabilityOf, type Trees } from "../learning/trees.ts";
import { PROPOSAL_WIDTH } from "./proposal-features.ts";
import type { Proposal, Reading } from "./proposal.ts";
import { collide, lookAgain, SECOND_WIDTH, type SecondLook } from "./second-look.ts";

/** A proposal with its log odds, and those it had before it was seen beside the others. */
export interface Ranked {
  readonly proposal: Proposal;
  readonly logOdds: number;
  readonly alone: number;
}

/**
 * Deals a paragraph's tokens out: of two proposals that want the same words for content, or of which one holds the other's
 * cue, the likelier one stands. The rest is beaten, and comes out all the same with the confidence that beaten ones have.
 */
export function settle(ranked: readonly Ranked[]): { readonly standing: Ranked[]; readonly beaten: Ranked[] } {
  const standing: Ranked[] = [];
  const beaten: Ranked[] = [];
  const order = [...ranked].sort(
    (a, b) => b.logOdds - a.logOdds || a.proposal.candidate.centre - b.proposal.candidate.centre,
  );
  for (const one of order)
    (standing.some((other) => collide(one.proposal, other.proposal)) ? beaten : standing).push(one);
  return { standing, beaten };
}

/** The likeliest proposals of a paragraph's readings, by the trees, from the rows that `proposalFeatures` gave them. */
export function rank(
  readings: readonly Reading[],
  rows: Float32Array,
  { ranker, exact, second }: { readonly ranker: Trees; readonly exact: Trees; readonly second: Trees },
): Ranked[] {
  const odds = firstOdds(readings, rows, ranker);
  return likeliest(readings, odds, lookAgain(readings, rows, odds, exact), second);
}

/** Log odds of each proposal on its own. */
export function firstOdds(readings: readonly Reading[], rows: Float32Array, ranker: Trees): Float64Array {
  const odds = new Float64Array(rows.length / PROPOSAL_WIDTH);
  let first = 0;
  for (const { proposals } of readings) {
    logOddsOfRows(ranker, rows, PROPOSAL_WIDTH, first, proposals.length, odds);
    first += proposals.length;
  }
  return odds;
}

/** How much a proposal's chance to be right to the word counts beside its chance to be right. Chosen on dev. */
const EXACTNESS = 0.6;

/**
 * The proposal of each candidate that is likeliest right, and of those nearly as likely the one likeliest right to the word. What was
 * not looked at again keeps the odds it had.
 */
export function likeliest(
  readings: readonly Reading[],
  firstLook: Float64Array,
  { places, rows, exactOdds }: SecondLook,
  second: Trees,
): Ranked[] {
  const again = new Float64Array(places.length);
  logOddsOfRows(second, rows, SECOND_WIDTH, 0, places.length, again);
  const odds = Float64Array.from(firstLook);
  const value = Float64Array.from(firstLook, probabilityOf);
  for (const [i, place] of places.entries()) {
    odds[place] = again[i] as number;
    value[place] = probabilityOf(again[i] as number) + EXACTNESS * probabilityOf(exactOdds[i] as number);
  }
  let first = 0;
  return readings.map(({ proposals }) => {
    let best = 0;
    for (let place = 1; place < proposals.length; place++)
      if ((value[first + place] as number) > (value[first + best] as number)) best = place;
    const proposal = proposals[best];
    if (!proposal) throw new RangeError("A candidate without a proposal");
    const ranked = {
      proposal,
      logOdds: odds[first + best] as number,
      alone: firstLook[first + best] as number,
    };
    first += proposals.length;
    return ranked;
  });
}
