import type { Range } from "../span.ts";
import type { CueCandidate } from "./cue-features.ts";
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

export const BY_STRUCTURE = 8;

/** A candidate with its proposals, best first, and what the second chain gives each token of its stretch. */
export interface Reading {
  readonly candidate: CueCandidate;
  readonly proposals: readonly Proposal[];
  /** Probability of each token, from `candidate.start` on, to be in the source and in the content. */
  readonly source: Float32Array;
  readonly content: Float32Array;
}

/** Rank of the reading that takes the paragraph after a colon for content. */
export const INTRODUCED = 31;

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

/** True when two proposals say the same. */
export function isSame(a: Proposal, b: Proposal): boolean {
  return (
    a.source?.start === b.source?.start &&
    a.source?.end === b.source?.end &&
    a.cue.start === b.cue.start &&
    a.cue.end === b.cue.end &&
    a.content.length === b.content.length &&
    a.content.every((run, index) => run.start === b.content[index]?.start && run.end === b.content[index]?.end)
  );
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
