import { sumColumns } from "../learning/column-sums.ts";
import type { LinearModel } from "../learning/linear.ts";
import { NAME_FEATURES, nameFeatures, transitionFeature } from "./name-features.ts";
import type { NameView } from "./name-view.ts";

/** The length of NAME_KINDS: a constant of this file, for the innermost loops read it. */
const LABELS = 5;

/** Labels all candidates of a text, one stretch of neighbouring candidates at a time (Viterbi). */
export function decode(view: NameView, model: LinearModel, second: boolean): void {
  const { sentences, candidate, flat, kind } = view;
  const labelled = second ? new Uint8Array(kind.length) : kind;
  const room = new NameRoom();
  const features = new Int32Array(NAME_FEATURES);
  for (let sentence = 0; sentence < sentences.count; sentence += 1) {
    const from = sentences.start[sentence] as number;
    const to = sentences.end[sentence] as number;
    const isFlat = flat[sentence] === 1;
    for (let token = from; token < to;) {
      if (candidate[token] === 0) {
        token += 1;
        continue;
      }
      let end = token;
      while (end < to && candidate[end] === 1) end += 1;
      room.fit(end - token);
      for (let at = token; at < end; at += 1) {
        const count = nameFeatures(view, from, to, at, isFlat, second, features);
        scoreFive(model, features, count, room.scores, (at - token) * LABELS);
      }
      best(model, room, token, end, isFlat, labelled);
      token = end;
    }
  }
  if (second) kind.set(labelled);
}

/** Room for the scores of one stretch; grows to the longest. */
export class NameRoom {
  scores: Float64Array = new Float64Array(64 * LABELS);
  back: Uint8Array = new Uint8Array(64 * LABELS);

  fit(length: number): void {
    if (this.scores.length >= length * LABELS) return;
    this.scores = new Float64Array(length * 2 * LABELS);
    this.back = new Uint8Array(length * 2 * LABELS);
  }
}

/** Sums the weights of the features for the five labels into `scores` from `at` on. */
export function scoreFive(
  model: LinearModel,
  features: Int32Array,
  count: number,
  scores: Float64Array,
  at: number,
): void {
  const { weights, words, mask, stride } = model;
  if (words) {
    sumColumns(words, stride, mask, features, 0, count, 0, 1, scores, at);
    return;
  }
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  for (let place = 0; place < count; place += 1) {
    const row = ((features[place] as number) & mask) * stride;
    a += weights[row] as number;
    b += weights[row + 1] as number;
    c += weights[row + 2] as number;
    d += weights[row + 3] as number;
    e += weights[row + 4] as number;
  }
  scores[at] = a;
  scores[at + 1] = b;
  scores[at + 2] = c;
  scores[at + 3] = d;
  scores[at + 4] = e;
}

/** Writes the best sequence of labels for tokens `start` to `end`, whose scores lie in the room, into `labels`. */
export function best(
  model: LinearModel,
  room: NameRoom,
  start: number,
  end: number,
  flat: boolean,
  labels: Uint8Array,
): void {
  const { weights, mask, stride } = model;
  const { scores, back } = room;
  for (let token = start; token < end; token += 1) {
    const at = (token - start) * LABELS;
    for (let label = 0; label < LABELS; label += 1) {
      let bestScore = -Infinity;
      let from = 0;
      // a stretch begins after "none"
      for (let before = 0; before < (token === start ? 1 : LABELS); before += 1) {
        const row = (transitionFeature(before, flat) & mask) * stride;
        const score =
          (token === start ? 0 : (scores[at - LABELS + before] as number)) + (weights[row + label] as number);
        if (score > bestScore) {
          bestScore = score;
          from = before;
        }
      }
      back[at + label] = from;
      scores[at + label] = (scores[at + label] as number) + bestScore;
    }
  }
  let label = 0;
  const lastAt = (end - 1 - start) * LABELS;
  for (let other = 1; other < LABELS; other += 1)
    if ((scores[lastAt + other] as number) > (scores[lastAt + label] as number)) label = other;
  for (let token = end - 1; token >= start; token -= 1) {
    labels[token] = label;
    label = back[(token - start) * LABELS + label] as number;
  }
}
