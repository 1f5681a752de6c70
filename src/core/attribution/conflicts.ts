import { probabilityOf } from "../learning/trees.ts";
import type { Range } from "../span.ts";
import { sharedTokens } from "./proposal-features.ts";
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

/** How much a proposal's chance to be right to the word counts beside its chance to be right. Chosen on dev. */
const EXACTNESS = 0.3;

/**
 * The proposal of each candidate that is likeliest right, and of those nearly as likely the one likeliest right to the word. Odds
 * are asked for each proposal of `readings`, in order: a row number counts on from one reading to the next.
 */
export function likeliest(
  readings: readonly Reading[],
  logOdds: (row: number) => number,
  exactLogOdds: (row: number) => number,
): Ranked[] {
  let row = 0;
  return readings.map(({ proposals }) => {
    let best: Ranked | undefined;
    let highest = -Infinity;
    for (const proposal of proposals) {
      const odds = logOdds(row);
      const value = probabilityOf(odds) + EXACTNESS * probabilityOf(exactLogOdds(row));
      row++;
      if (value <= highest) continue;
      highest = value;
      best = { proposal, logOdds: odds };
    }
    if (!best) throw new RangeError("A candidate without a proposal");
    return best;
  });
}
