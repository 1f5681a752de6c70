import { logOddsOfRows, probabilityOf, type Trees } from "../learning/trees.ts";
import type { Range } from "../span.ts";
import { PROPOSAL_WIDTH, sharedTokens } from "./proposal-features.ts";
import type { Proposal, Reading } from "./proposal.ts";

/** A proposal with the ranker's log odds. */
export interface Ranked {
  readonly proposal: Proposal;
  readonly logOdds: number;
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

function collide(a: Proposal, b: Proposal): boolean {
  return sharedTokens(a.content, b.content) > 0 || holds(a.content, b.cue) || holds(b.content, a.cue);
}

function holds(content: readonly Range[], cue: Range): boolean {
  return content.some((run) => run.start < cue.end && cue.start < run.end);
}

/** The likeliest proposals of a paragraph's readings, by the trees, from the rows that `proposalFeatures` gave them. */
export function rank(
  readings: readonly Reading[],
  rows: Float32Array,
  { ranker, exact }: { readonly ranker: Trees; readonly exact: Trees },
): Ranked[] {
  const odds = new Float64Array(rows.length / PROPOSAL_WIDTH);
  const exactOdds = new Float64Array(odds.length);
  let first = 0;
  for (const { proposals } of readings) {
    logOddsOfRows(ranker, rows, PROPOSAL_WIDTH, first, proposals.length, odds);
    first += proposals.length;
  }
  return likeliest(
    readings,
    (row) => odds[row] as number,
    (row) => {
      logOddsOfRows(exact, rows, PROPOSAL_WIDTH, row, 1, exactOdds);
      return exactOdds[row] as number;
    },
  );
}

/** How much a proposal's chance to be right to the word counts beside its chance to be right. Chosen on dev. */
const EXACTNESS = 0.3;

/**
 * The proposal of each candidate that is likeliest right, and of those nearly as likely the one likeliest right to the word. Odds
 * are asked for each proposal of `readings`, in order: a row number counts on from one reading to the next. Exact ones are
 * asked only for proposals that could still be the one.
 */
export function likeliest(
  readings: readonly Reading[],
  logOdds: (row: number) => number,
  exactLogOdds: (row: number) => number,
): Ranked[] {
  let first = 0;
  return readings.map(({ proposals }) => {
    const odds = proposals.map((_, place) => logOdds(first + place));
    const chances = odds.map(probabilityOf);
    const exact = (place: number): number => EXACTNESS * probabilityOf(exactLogOdds(first + place));
    const likely = chances.indexOf(Math.max(...chances));
    const likelyValue = (chances[likely] ?? 0) + (proposals.length > 1 ? exact(likely) : 0);
    let best: Ranked | undefined;
    let highest = -Infinity;
    for (const [place, proposal] of proposals.entries()) {
      const chance = chances[place] as number;
      if (chance + EXACTNESS < likelyValue) continue;
      const value = place === likely ? likelyValue : chance + exact(place);
      if (value <= highest) continue;
      highest = value;
      best = { proposal, logOdds: odds[place] as number };
    }
    first += proposals.length;
    if (!best) throw new RangeError("A candidate without a proposal");
    return best;
  });
}
