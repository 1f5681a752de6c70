import { logOddsOfRows, probabilityOf, type Trees } from "../learning/trees.ts";
import type { Range } from "../span.ts";
import { meet } from "./draft.ts";
import { haveOneSource, type Proposal, type Reading } from "./proposal.ts";
import { PROPOSAL_WIDTH, sharedTokens } from "./proposal-features.ts";
import { lengthOf } from "./runs.ts";

/**
 * What the second look adds to a proposal's own features, in this order: how it stands among the other readings of its candidate
 * and among those of the paragraph's other candidates, by what the first look said of them all. Absent is -1.
 */
export const CONTEXT_FEATURES: readonly string[] = [
  "first look: log odds",
  "first look: log odds to be exact",
  "first look: ahead of the best other reading",
  "first look: place among the readings",
  "first look: highest chance of a reading",
  "first look: is the likeliest reading",
  "readings: how many",
  "readings: chances to be exact, added up",
  "readings: share, by exactness, that say nearly the same",
  "readings: share, by chance, that say nearly the same",
  "readings: likeness to be expected",
  "readings: share that end here",
  "readings: share that begin here",
  "readings: share with this source",
  "readings: share with this cue",
  "readings: length beside the likeliest's",
  "readings: length beside the most exact one's",
  "rivals: highest chance",
  "rivals: highest chance to be exact",
  "rivals: the likeliest's cue is in this content",
  "rivals: this cue is in the likeliest's content",
  "rivals: likeness to the likeliest",
  "rivals: length beside the likeliest's",
  "rivals: highest chances, added up",
  "rivals: what this one would cost them",
  "rivals: highest chance of one that says nearly the same",
  "paragraph: likely candidates",
];

export const SECOND_WIDTH: number = PROPOSAL_WIDTH + CONTEXT_FEATURES.length;

/** The proposals of a paragraph that are looked at again. */
export interface SecondLook {
  /** The number of each among the paragraph's proposals. */
  readonly places: readonly number[];
  /** Rows of `SECOND_WIDTH`: the proposal's own features, then `CONTEXT_FEATURES`. */
  readonly rows: Float32Array;
  /** Log odds that it is right to the word. */
  readonly exactOdds: Float64Array;
}

/** Candidates whose likeliest reading has less chance than this are not looked at again; nor are readings with less than `LEAST`. */
const CANDIDATE_LEAST = 0.08;
const LEAST = 0.05;
/** Chance from which a candidate counts as likely. */
const LIKELY = 0.3;
/** Likeness, as F1 over tokens, from which two contents are nearly the same. */
const NEARLY = 0.8;

/**
 * Looks at the likely proposals of a paragraph once more, each beside all others. `rows` and `odds` (log odds of the first look) have a
 * place for each proposal of `readings`, in order.
 */
export function lookAgain(
  readings: readonly Reading[],
  rows: Float32Array,
  odds: Float64Array,
  exact: Trees,
): SecondLook {
  const candidates = likelyCandidates(readings, odds);
  const places = candidates.flatMap((seen) => seen.map(({ place }) => place));
  const wide = new Float32Array(places.length * SECOND_WIDTH);
  for (const [i, place] of places.entries())
    wide.set(rows.subarray(place * PROPOSAL_WIDTH, (place + 1) * PROPOSAL_WIDTH), i * SECOND_WIDTH);
  const exactOdds = new Float64Array(places.length);
  let first = 0;
  for (const seen of candidates) {
    logOddsOfRows(exact, wide, SECOND_WIDTH, first, seen.length, exactOdds);
    for (const [i, one] of seen.entries()) {
      one.exactOdds = exactOdds[first + i] as number;
      one.exact = probabilityOf(one.exactOdds);
    }
    first += seen.length;
  }
  putContext(candidates, wide);
  return { places, rows: wide, exactOdds };
}

/** A proposal as the first look saw it. */
interface Seen {
  readonly proposal: Proposal;
  readonly place: number;
  readonly odds: number;
  readonly chance: number;
  exactOdds: number;
  exact: number;
  /** Tokens of its content. */
  readonly length: number;
}

function likelyCandidates(readings: readonly Reading[], odds: Float64Array): readonly (readonly Seen[])[] {
  const candidates: (readonly Seen[])[] = [];
  let place = 0;
  for (const { proposals } of readings) {
    const seen = proposals.map((proposal): Seen => {
      const own = odds[place] as number;
      const chance = probabilityOf(own);
      return {
        proposal,
        place: place++,
        odds: own,
        chance,
        exactOdds: 0,
        exact: 0,
        length: lengthOf(proposal.content),
      };
    });
    if (seen.some(({ chance }) => chance >= CANDIDATE_LEAST))
      candidates.push(seen.filter(({ chance }) => chance >= LEAST));
  }
  return candidates;
}

function putContext(candidates: readonly (readonly Seen[])[], wide: Float32Array): void {
  const tops = candidates.map((seen) => seen.reduce((most, { chance }) => Math.max(most, chance), 0));
  const likely = tops.filter((top) => top > LIKELY).length;
  let row = 0;
  for (const [own, seen] of candidates.entries()) {
    const order = [...seen].sort((a, b) => b.chance - a.chance);
    const best = order[0] as Seen;
    const mostExact = seen.reduce((most, one) => (one.exact > most.exact ? one : most));
    const sumExact = seen.reduce((sum, { exact }) => sum + exact, 0);
    const sumChance = seen.reduce((sum, { chance }) => sum + chance, 0);
    for (const one of seen) {
      let at = row++ * SECOND_WIDTH + PROPOSAL_WIDTH;
      const put = (value: number): void => {
        wide[at++] = value;
      };
      const other = best === one ? order[1] : best;
      put(one.odds);
      put(one.exactOdds);
      put(one.chance - (other?.chance ?? 0));
      put(order.indexOf(one));
      put(best.chance);
      put(one === best ? 1 : 0);
      put(seen.length);
      put(sumExact);
      putAgreement(put, one, seen, sumExact, sumChance);
      put(one.length / best.length);
      put(one.length / mostExact.length);
      putRivals(put, one, candidates, own, tops);
      put(likely);
    }
  }
}

/** How far the other readings of the candidate say the same. */
function putAgreement(
  put: (value: number) => void,
  one: Seen,
  seen: readonly Seen[],
  sumExact: number,
  sumChance: number,
): void {
  const { source, cue, content } = one.proposal;
  const [start, end] = [content[0]?.start, content.at(-1)?.end];
  let nearlyExact = 0;
  let nearlyChance = 0;
  let likeness = 0;
  let ends = 0;
  let begins = 0;
  let sources = 0;
  let cues = 0;
  for (const { proposal, exact, chance, length } of seen) {
    const like = (2 * sharedTokens(content, proposal.content)) / (one.length + length);
    if (haveOneSource(one.proposal, proposal)) {
      likeness += exact * like;
      if (like >= NEARLY) {
        nearlyExact += exact;
        nearlyChance += chance;
      }
    }
    if (proposal.content.at(-1)?.end === end) ends += exact;
    if (proposal.content[0]?.start === start) begins += exact;
    if (isSame(proposal.source, source)) sources += exact;
    if (isSame(proposal.cue, cue)) cues += exact;
  }
  const all = sumExact || 1;
  put(nearlyExact / Math.max(1, sumExact));
  put(nearlyChance / Math.max(1, sumChance));
  put(likeness / Math.max(1, sumExact));
  put(ends / all);
  put(begins / all);
  put(sources / all);
  put(cues / all);
}

/** What other candidates of the paragraph want the same words. */
function putRivals(
  put: (value: number) => void,
  one: Seen,
  candidates: readonly (readonly Seen[])[],
  own: number,
  tops: readonly number[],
): void {
  const { proposal } = one;
  let rival: Seen | undefined;
  let exact = 0;
  let sum = 0;
  let cost = 0;
  let same = 0;
  for (const [place, seen] of candidates.entries()) {
    if (place === own) continue;
    let highest = 0;
    let free = 0;
    for (const other of seen) {
      if (!collide(proposal, other.proposal)) {
        free = Math.max(free, other.chance);
        continue;
      }
      highest = Math.max(highest, other.chance);
      exact = Math.max(exact, other.exact);
      if (other.chance > (rival?.chance ?? 0)) rival = other;
      if (likenessOf(one, other) >= NEARLY) same = Math.max(same, other.chance);
    }
    sum += highest;
    cost += Math.max(0, (tops[place] as number) - free);
  }
  put(rival?.chance ?? 0);
  put(exact);
  put(rival ? Number(meet(proposal.content, rival.proposal.cue)) : -1);
  put(rival ? Number(meet(rival.proposal.content, proposal.cue)) : -1);
  put(rival ? likenessOf(one, rival) : -1);
  put(rival ? one.length / rival.length : -1);
  put(sum);
  put(cost);
  put(same);
}

/** Whether two proposals cannot both be: they want the same words for content, or one holds the other's cue. */
export function collide(a: Proposal, b: Proposal): boolean {
  return sharedTokens(a.content, b.content) > 0 || meet(a.content, b.cue) || meet(b.content, a.cue);
}

function likenessOf(a: Seen, b: Seen): number {
  return (2 * sharedTokens(a.proposal.content, b.proposal.content)) / (a.length + b.length);
}

function isSame(a: Range | null, b: Range | null): boolean {
  return a && b ? a.start === b.start && a.end === b.end : a === b;
}
