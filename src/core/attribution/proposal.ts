import type { Range } from "../span.ts";
import type { CueCandidate } from "./cue-features.ts";
import type { Facts } from "./facts.ts";
import { CONTENT, CUE, SOURCE } from "./labels.ts";

/** One reading of a candidate: token ranges for its source, cue and content. The ranker says how likely it is right. */
export interface Proposal {
  readonly candidate: CueCandidate;
  readonly source: Range | null;
  readonly cue: Range;
  readonly content: readonly Range[];
  /** Logarithm of the probability that the second chain gives the labelling, given that there is an attribution here. */
  readonly logProbability: number;
  /** 0 for the second chain's best labelling, 1 for its second, ...; from `BY_STRUCTURE` on, made from another by a rule. */
  readonly rank: number;
}

export const BY_STRUCTURE = 16;

/** A candidate with its proposals, best first, and what the second chain gives each token of its stretch. */
export interface Reading {
  readonly candidate: CueCandidate;
  readonly proposals: readonly Proposal[];
  /** Probability of each token, from `candidate.start` on, to be in the source and in the content. */
  readonly source: Float32Array;
  readonly content: Float32Array;
}

/** How often a lemma was seen, and how often as a cue, in training: what the ranker knows of words. */
export interface CuePriors {
  /** Share of a lemma's occurrences that were cues; undefined for a lemma never seen as one. */
  shareOf(lemma: number): number | undefined;
  countOf(lemma: number): number;
}

/** Rank of the reading that takes the paragraph after a colon for content. */
export const INTRODUCED = 40;

/** Reads source, cue and content off a labelling of a candidate's stretch; undefined when there is no content. */
export function proposalOf(
  candidate: CueCandidate,
  labels: Uint8Array,
  logProbability: number,
  rank: number,
): Proposal | undefined {
  const { start } = candidate;
  const content = runsOf(labels, CONTENT, start);
  if (!content.length) return undefined;
  return { candidate, ...namesIn(candidate, labels), content, logProbability, rank };
}

/** Source and cue of a labelling. */
export function namesIn(
  { centre, start }: CueCandidate,
  labels: Uint8Array,
): { readonly source: Range | null; readonly cue: Range } {
  return {
    source: nearest(runsOf(labels, SOURCE, start), centre) ?? null,
    cue: nearest(runsOf(labels, CUE, start), centre) ?? { start: centre, end: centre + 1 },
  };
}

/**
 * True when two proposals say the same: the same words of content, and sources that overlap. The likelier one's cue and source
 * then stand for both.
 */
export function isSame(facts: Facts, a: Proposal, b: Proposal): boolean {
  if (!haveOneSource(a, b) || a.content.length !== b.content.length) return false;
  return a.content.every((run, place) => {
    const other = b.content[place];
    return other !== undefined && onlyMarks(facts, run.start, other.start) && onlyMarks(facts, run.end, other.end);
  });
}

/** Their sources overlap, or both have none. */
export function haveOneSource({ source: a }: Proposal, { source: b }: Proposal): boolean {
  return a && b ? a.start < b.end && b.start < a.end : a === b;
}

function onlyMarks(facts: Facts, a: number, b: number): boolean {
  for (let i = Math.min(a, b); i < Math.max(a, b); i++) if (!facts.mark[i]) return false;
  return true;
}

function runsOf(labels: Uint8Array, role: number, offset: number): Range[] {
  const runs: Range[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== role && labels[i] !== role + 1) continue;
    const start = i;
    while (i + 1 < labels.length && labels[i + 1] === role + 1) i++;
    runs.push({ start: start + offset, end: i + 1 + offset });
  }
  return runs;
}

function nearest(runs: readonly Range[], token: number): Range | undefined {
  let best: Range | undefined;
  let least = Infinity;
  for (const run of runs) {
    const distance = token < run.start ? run.start - token : Math.max(0, token - run.end + 1);
    if (distance < least) {
      least = distance;
      best = run;
    }
  }
  return best;
}
