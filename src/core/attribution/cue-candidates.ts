import type { TokenRanges } from "../text/analysis.ts";
import type { CueCandidate } from "./cue-features.ts";
import type { Facts } from "./facts.ts";
import { CONTENT, CUE, roleProbability } from "./labels.ts";

/** A token this likely to be in a cue makes a candidate: low, since whoever reads on can only reject. */
export const LEAST_CUE_PROBABILITY = 0.03;

/** The same for a word that is known as a cue: "demands", "discussed". */
export const LEAST_KNOWN_CUE_PROBABILITY = 0.008;

/** Longest stretch looked at on each side of a cue, in tokens; the longest quotations of one paragraph are shorter. */
const REACH = 220;

/** Finds the places in a paragraph where a cue may stand, from the first chain's probabilities. */
export function cueCandidates(
  facts: Facts,
  probabilities: Float32Array,
  sentences: TokenRanges,
  start: number,
  end: number,
): CueCandidate[] {
  const candidates: CueCandidate[] = [];
  const mayBeCue = (token: number): boolean =>
    roleProbability(probabilities, token, CUE) >=
    (facts.act[token] ? LEAST_KNOWN_CUE_PROBABILITY : LEAST_CUE_PROBABILITY);
  for (let i = start; i < end; i++) {
    if (!mayBeCue(i)) continue;
    let centre = i;
    let top = 0;
    for (; i < end && mayBeCue(i); i++) {
      const probability = roleProbability(probabilities, i, CUE);
      // a new cue begins next to the one before
      if (
        i > centre &&
        (probabilities[i * 7 + CUE] as number) > 0.5 &&
        top > 0.5 &&
        facts.sentence[i] === facts.sentence[centre]
      )
        break;
      if (probability > top) {
        top = probability;
        centre = i;
      }
    }
    i--;
    candidates.push({ centre, ...stretch(facts, probabilities, sentences, centre, start, end) });
  }
  return candidates;
}

/** The cue's sentence, and the sentences next to it for as long as they may hold content. */
export function stretch(
  facts: Facts,
  probabilities: Float32Array,
  sentences: TokenRanges,
  centre: number,
  start: number,
  end: number,
): { start: number; end: number } {
  const own = facts.sentence[centre] as number;
  const from = Math.max(start, centre - REACH);
  const to = Math.min(end, centre + REACH);
  let first = Math.max(from, sentences.start[own] as number);
  let last = Math.min(to, sentences.end[own] as number);
  for (let s = own - 1; first > from && mayHoldContent(probabilities, sentences, s); s--)
    first = Math.max(from, sentences.start[s] as number);
  for (let s = own + 1; last < to && mayHoldContent(probabilities, sentences, s); s++)
    last = Math.min(to, sentences.end[s] as number);
  return { start: first, end: last };
}

function mayHoldContent(probabilities: Float32Array, sentences: TokenRanges, sentence: number): boolean {
  const start = sentences.start[sentence] as number;
  const end = sentences.end[sentence] as number;
  for (let i = start; i < end; i++) if (roleProbability(probabilities, i, CONTENT) > 0.15) return true;
  return false;
}
