import { feature } from "../learning/feature-hash.ts";
import { CHILD, type Facts, SENTENCE } from "./facts.ts";
import { CONTENT, CUE, LABELS, roleProbability, SOURCE } from "./labels.ts";
import { bucket } from "./paragraph-features.ts";

/** Features a token in the second chain. */
export const CUE_STRIDE = 46;

/** A place where a cue may stand, with the stretch of the paragraph in which its source and content are looked for. */
export interface CueCandidate {
  /** The token most likely to be in the cue. */
  readonly centre: number;
  readonly start: number;
  readonly end: number;
}

const DOWN = new Int32Array(64);
const CHAIN = new Int32Array(64);

/** Writes the features of a candidate's stretch into `out`, `CUE_STRIDE` a token, each relative to the candidate. */
export function cueFeatures(facts: Facts, probabilities: Float32Array, candidate: CueCandidate, out: Int32Array): void {
  const { word, lemma, act, mark, quoted, quotePlace, nameKind, tag, relation, head } = facts;
  const { clause, children, commas, sentence, sentenceBits, governor } = facts;
  const { centre, start, end } = candidate;
  const cm = lemma[centre] as number;
  const ct = tag[centre] as number;
  const cs = sentence[centre] as number;
  const cq = quoted[centre] as number;
  const ckids =
    (children[centre] as number) &
    (CHILD.clause | CHILD.that | CHILD.object | CHILD.infinitive | CHILD.passive | CHILD.to);
  const climbed = climb(facts, centre);
  let others = 0; // likely cues between this token and the candidate
  const before = new Uint8Array(end - start);
  for (let i = centre - 1; i >= start; i--) {
    before[i - start] = Math.min(2, others);
    if (isLikelyCue(probabilities, i)) others++;
  }
  others = 0;
  for (let i = centre + 1; i < end; i++) {
    before[i - start] = Math.min(2, others);
    if (isLikelyCue(probabilities, i)) others++;
  }
  let at = 0;
  let quotationsAfter = 0;
  for (let i = start; i < end; i++) {
    const p1 = i > start;
    const n1 = i + 1 < end;
    const side = i < centre ? 0 : i > centre ? 1 : 2;
    const far = Math.abs(i - centre);
    const near = far <= 4 ? i - centre : 9;
    const step = bucket(far) * 4 + side;
    const across = Math.max(-3, Math.min(3, (sentence[i] as number) - cs));
    const w = word[i] as number;
    const wp = p1 ? (word[i - 1] as number) : 1;
    const wn = n1 ? (word[i + 1] as number) : 2;
    const m = lemma[i] as number;
    const t = tag[i] as number;
    const tp = p1 ? (tag[i - 1] as number) : 60;
    const tn = n1 ? (tag[i + 1] as number) : 61;
    const q = quoted[i] as number;
    const qp = p1 ? (quoted[i - 1] as number) : 3;
    const qn = n1 ? (quoted[i + 1] as number) : 3;
    const k = mark[i] as number;
    const kp = p1 ? (mark[i - 1] as number) : 13;
    const kn = n1 ? (mark[i + 1] as number) : 14;
    const r = relation[i] as number;
    const h = head[i] as number;
    const sameClause = p1 && clause[i - 1] === clause[i] ? 1 : 0;
    const c = clause[i] as number;
    const cr = c >= 0 ? (relation[c] as number) : 63;
    const underCue = c >= 0 && governor[i] === centre ? 1 : c === centre ? 2 : 0;
    const bits = sentenceBits[sentence[i] as number] as number;
    const comma = across ? 3 : Math.min(2, Math.abs((commas[i] as number) - (commas[centre] as number)));
    const between = before[i - start] as number;
    const isSource = level(roleProbability(probabilities, i, SOURCE));
    const isCue = level(roleProbability(probabilities, i, CUE));
    const isContent = level(roleProbability(probabilities, i, CONTENT));
    const begins = level(probabilities[i * LABELS + CONTENT] as number);
    const contentBefore = p1 ? level(roleProbability(probabilities, i - 1, CONTENT)) : 8;
    const contentAfter = n1 ? level(roleProbability(probabilities, i + 1, CONTENT)) : 8;
    if (i > centre && q === 1 && qp !== 1) quotationsAfter = Math.min(3, quotationsAfter + 1);
    const path = across ? -1 : pathTo(facts, i, climbed);
    const top = across ? 500 + across : CHAIN_TOP.top;
    const two = across ? 500 + across : CHAIN_TOP.two;
    const down = across ? 0 : CHAIN_TOP.down;

    out[at++] = feature(50, path, t, across);
    out[at++] = feature(51, path, across);
    out[at++] = feature(52, path, cm, across);
    out[at++] = feature(53, top, down, side);
    out[at++] = feature(54, top, down, cm);
    out[at++] = feature(55, two, down, side);
    out[at++] = feature(56, top, down, r);
    out[at++] = feature(57, two, ct, side);
    out[at++] = feature(58, step, between);
    out[at++] = feature(59, near, cm, t);
    out[at++] = feature(60, near, m);
    out[at++] = feature(61, near, t, ct);
    out[at++] = feature(62, near, w, cm);
    out[at++] = feature(63, across, q * 4 + cq, side);
    out[at++] = feature(64, across * 4 + quotationsAfter, quotePlace[i] as number, side);
    out[at++] = feature(65, comma * 4 + side, between, sameClause);
    out[at++] = feature(66, comma * 4 + side, underCue, t);
    out[at++] = feature(67, isSource, side * 8 + across, between);
    out[at++] = feature(68, isCue, near);
    out[at++] = feature(69, isContent, side * 8 + across, between);
    out[at++] = feature(70, isSource * 64 + isCue * 8 + isContent, side * 8 + across, near);
    out[at++] = feature(71, begins * 16 + contentBefore, isContent * 16 + contentAfter, side);
    out[at++] = feature(72, isContent * 16 + contentBefore, contentAfter, k * 16 + kp);
    out[at++] = feature(73, tp * 64 + t, tn, side);
    out[at++] = feature(74, w, side);
    out[at++] = feature(75, wp, w, side);
    out[at++] = feature(76, w, wn, side);
    out[at++] = feature(77, m, side, across);
    out[at++] = feature(78, t, step, q);
    out[at++] = feature(79, r, h === centre ? 1 : h >= 0 && head[h] === centre ? 2 : 0, cm);
    out[at++] = feature(80, nameKind[i] as number, step, between);
    out[at++] = feature(81, qp * 16 + q * 4 + qn, side * 8 + across, k);
    out[at++] = feature(82, sameClause * 4 + underCue, cr, side);
    out[at++] = feature(83, kp * 16 + k, kn, side);
    out[at++] = feature(84, ckids, top, down);
    out[at++] = feature(85, ckids, step);
    out[at++] = feature(86, ct * 4 + side, two, down);
    out[at++] = feature(87, across, bits, side * 4 + q);
    out[at++] = feature(88, act[i] as number, side, between);
    out[at++] = feature(89, cm, side, isContent);
    out[at++] = feature(90, cm, ckids, near);
    out[at++] = feature(
      91,
      bits & (SENTENCE.quotation | SENTENCE.opensQuoted),
      isContent * 8 + isSource,
      across * 4 + side,
    );
    out[at++] = feature(92, sameClause, two, isContent * 16 + contentBefore);
    out[at++] = feature(93, underCue, cm, sameClause);
    out[at++] = feature(94, wp, near, ct);
    out[at++] = feature(95, tp * 64 + t, top, side);
  }
}

/** Probability in eight steps, finer at the ends. */
export function level(probability: number): number {
  if (probability < 0.3) return probability < 0.02 ? 0 : probability < 0.1 ? 1 : 2;
  if (probability < 0.7) return probability < 0.5 ? 3 : 4;
  return probability < 0.9 ? 5 : probability < 0.98 ? 6 : 7;
}

function isLikelyCue(probabilities: Float32Array, token: number): boolean {
  return (probabilities[token * LABELS + CUE] as number) > 0.4;
}

/** The ancestors of a candidate, nearest first, with a hash of the way down from each. */
interface Climb {
  readonly ancestors: readonly number[];
}

function climb(facts: Facts, centre: number): Climb {
  const ancestors: number[] = [];
  let at = centre;
  let hash = 0;
  while (at >= 0 && ancestors.length < 60) {
    DOWN[ancestors.length] = hash;
    ancestors.push(at);
    hash = feature(200, hash, facts.relation[at] as number);
    at = facts.head[at] as number;
  }
  return { ancestors };
}

/** Parts of the way last asked for: the relation that meets the candidate's line, the last two, and the way down. */
const CHAIN_TOP = { top: 0, two: 0, down: 0 };

// The way from a token up to the first ancestor it shares with the candidate, and down again, as one number.
function pathTo(facts: Facts, token: number, { ancestors }: Climb): number {
  let at = token;
  let steps = 0;
  let rank = ancestors.indexOf(at);
  while (rank < 0 && at >= 0 && steps < 60) {
    CHAIN[steps++] = facts.relation[at] as number;
    at = facts.head[at] as number;
    rank = ancestors.indexOf(at);
  }
  const down = rank < 0 ? -7 : (DOWN[rank] as number);
  CHAIN_TOP.down = down;
  CHAIN_TOP.top = steps > 0 ? (CHAIN[steps - 1] as number) : 100;
  CHAIN_TOP.two = steps > 1 ? CHAIN_TOP.top * 64 + (CHAIN[steps - 2] as number) : CHAIN_TOP.top * 64 + 63;
  if (steps > 3) return feature(201, CHAIN_TOP.two, down, CHAIN[0] as number);
  let hash = feature(202, down);
  for (let step = 0; step < steps; step++) hash = feature(203, hash, CHAIN[step] as number);
  return hash;
}
