import { sumColumns } from "../learning/column-sums.ts";
import { feature } from "../learning/feature-hash.ts";
import type { LinearModel } from "../learning/linear.ts";
import { type Name, NAME_LABELS, type NameKind, type TokenRanges, type Tokens } from "./analysis.ts";
import { type Gazetteer, matchGazetteer } from "./gazetteer.ts";
import { ALWAYS } from "./lexicon.ts";
import type { TagView } from "./tag.ts";
import { tagIndex } from "./tags.ts";
import { ALL_CAPITALS, CAPITAL, LOWERCASE, MARK, MIXED, NUMBER } from "./word-shapes.ts";

/**
 * The name recogniser's two readings. The first sees each sentence alone; the second also sees what the first made of the
 * same words elsewhere in the text, so that "Prime Minister Lena Ostrik" in one place helps "Ostrik" in another.
 */
export interface NameModel {
  readonly first: LinearModel;
  readonly second: LinearModel;
}

/** Kinds as the recogniser labels tokens; a name is a run of one kind. */
export const NAME_KINDS: readonly ("none" | NameKind)[] = ["none", "person", "organisation", "place", "other"];

/** Finds names: fills `tokens.name` and returns them in order. */
export function recognise(view: TagView, sentences: TokenRanges, model: NameModel, gazetteer: Gazetteer): Name[] {
  const name = nameView(view, sentences, gazetteer);
  decode(name, model.first, false);
  vote(name);
  decode(name, model.second, true);
  settle(name);
  return gather(view.tokens, name.kind, sentences);
}

/** What the recogniser sees of a text. */
export interface NameView extends TagView {
  readonly sentences: TokenRanges;
  /** 1 for tokens that may be part of a name: capitals, numbers, and small words between them. The others are "none". */
  readonly candidate: Uint8Array;
  /** First and last token of the run of capitalised words around a token; the token itself outside of runs. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  /** 1 for sentences in which capitals tell nothing: headlines, shouting. */
  readonly flat: Uint8Array;
  /** Label of each token, the latest reading's. */
  readonly kind: Uint8Array;
  /** What the first reading made of the same word elsewhere: a kind, plus 8 when it was often; 0 for nothing. */
  readonly elsewhere: Uint8Array;
  /** Kind of the gazetteer's entry that covers the token, 0 for none. */
  readonly listed: Uint8Array;
}

export function nameView(view: TagView, sentences: TokenRanges, gazetteer: Gazetteer): NameView {
  const { tokens, shapes } = view;
  const { count } = tokens;
  const candidate = new Uint8Array(count);
  const runStart = new Int32Array(count);
  const runEnd = new Int32Array(count);
  const flat = new Uint8Array(sentences.count);
  for (let sentence = 0; sentence < sentences.count; sentence += 1) {
    const from = sentences.start[sentence] as number;
    const to = sentences.end[sentence] as number;
    flat[sentence] = isFlat(view, from, to) ? 1 : 0;
    markCandidates(view, from, to, flat[sentence] === 1, candidate);
    for (let token = from; token < to; token += 1)
      runStart[token] =
        token > from && isCapital(shapes.casing, token) && isCapital(shapes.casing, token - 1)
          ? (runStart[token - 1] as number)
          : token;
    for (let token = to - 1; token >= from; token -= 1)
      runEnd[token] =
        token + 1 < to && isCapital(shapes.casing, token) && isCapital(shapes.casing, token + 1)
          ? (runEnd[token + 1] as number)
          : token;
  }
  return {
    ...view,
    sentences,
    candidate,
    runStart,
    runEnd,
    flat,
    kind: new Uint8Array(count),
    elsewhere: new Uint8Array(count),
    listed: matchGazetteer(tokens, candidate, gazetteer),
  };
}

/** Marks the tokens of a sentence that may be part of a name. */
export function markCandidates(view: TagView, from: number, to: number, flat: boolean, candidate: Uint8Array): void {
  const { casing } = view.shapes;
  let lastCapital = -9;
  for (let token = from; token < to; token += 1) {
    const looks = casing[token] as number;
    const capital = looks === CAPITAL || looks === ALL_CAPITALS || looks === MIXED;
    candidate[token] = capital || (flat && looks !== MARK) || (looks === NUMBER && token - lastCapital === 1) ? 1 : 0;
    if (!capital) continue;
    // House of the People, Luc de la Mer: small words and joining marks between capitals
    if (token - lastCapital <= 4)
      for (let between = lastCapital + 1; between < token; between += 1)
        if (isJoint(view, between)) candidate[between] = 1;
        else break;
    lastCapital = token;
  }
}

/** At most so many features a token. */
export const NAME_FEATURES = 48;

/** Writes the features of a token, unmasked, general ones first, and returns how many. */
export function nameFeatures(
  view: NameView,
  from: number,
  to: number,
  token: number,
  flat: boolean,
  second: boolean,
  out: Int32Array,
): number {
  const { tokens, shapes, entries, runStart, runEnd, kind, elsewhere, listed } = view;
  const { lower, tag } = tokens;
  const hasBefore = token > from;
  const hasAfter = token + 1 < to;
  const before1 = hasBefore ? (lower[token - 1] as number) : 1;
  const before2 = token > from + 1 ? (lower[token - 2] as number) : 1;
  const after1 = hasAfter ? (lower[token + 1] as number) : 1;
  const after2 = token + 2 < to ? (lower[token + 2] as number) : 1;
  const casing = flat ? 9 : (shapes.casing[token] as number);
  const casingBefore = flat ? 9 : hasBefore ? (shapes.casing[token - 1] as number) : 8;
  const casingAfter = flat ? 9 : hasAfter ? (shapes.casing[token + 1] as number) : 8;
  const tag0 = flat ? 60 : (tag[token] as number);
  const tagBefore = flat ? 60 : hasBefore ? (tag[token - 1] as number) : 63;
  const tagAfter = flat ? 60 : hasAfter ? (tag[token + 1] as number) : 63;
  const entry = entries[token] as number;
  // of the word itself: unknown, known as a proper noun, known as something else
  const known = entry < 0 ? 0 : (entry & ~ALWAYS) === PROPER ? 1 : 2 + (entry & ~ALWAYS);
  const first = flat ? token : (runStart[token] as number);
  const last = flat ? token : (runEnd[token] as number);
  const runBefore = first > from ? (lower[first - 1] as number) : 1;
  const runAfter = last + 1 < to ? (lower[last + 1] as number) : 1;
  const runAfter2 = last + 2 < to ? (lower[last + 2] as number) : 1;
  const place = flat ? 99 : Math.min(token - first, 3) * 8 + Math.min(last - token, 3);
  const atStart = hasBefore ? 0 : 1;

  out[0] = feature(40, casing, atStart, known);
  out[1] = feature(41, casing, casingBefore, casingAfter);
  out[2] = feature(42, tag0, tagBefore, tagAfter);
  out[3] = feature(43, before1, casing);
  out[4] = feature(44, after1, casing);
  out[5] = feature(45, before2, before1);
  out[6] = feature(46, after1, after2);
  out[7] = feature(47, runBefore, place);
  out[8] = feature(48, runAfter, place);
  out[9] = feature(49, place, known);
  out[10] = feature(50, runBefore, runAfter);
  out[11] = feature(51, runAfter, runAfter2, last - token === 0 ? 1 : 0);
  out[12] = feature(52, shapes.shape[token] as number, flat ? 1 : 0);
  out[13] = feature(53, before2, casing);
  out[14] = feature(54, after2, casing);
  out[15] = feature(55, known, tag0, place);
  out[16] = feature(56, flat ? 1 : 0, atStart);
  out[17] = feature(57, runBefore, first > from + 1 ? (lower[first - 2] as number) : 1);
  out[18] = feature(
    58,
    hasBefore ? (entries[token - 1] as number) : -2,
    hasAfter ? (entries[token + 1] as number) : -2,
    casing,
  );
  const listed0 = listed[token] as number;
  out[19] = feature(
    59,
    listed0,
    hasBefore ? (listed[token - 1] as number) : 9,
    hasAfter ? (listed[token + 1] as number) : 9,
  );
  out[20] = feature(66, listed0, place, runAfter === 1 ? 1 : 0);
  out[21] = feature(67, listed0, casing, tag0);
  let count = 22;
  if (second) {
    const seen = elsewhere[token] as number;
    const seenLast = elsewhere[last] as number;
    const here = kind[token] as number;
    out[count++] = feature(60, seen, here);
    out[count++] = feature(61, seenLast, here);
    out[count++] = feature(
      62,
      here,
      hasBefore ? (kind[token - 1] as number) : 9,
      hasAfter ? (kind[token + 1] as number) : 9,
    );
    out[count++] = feature(63, seen, place);
    out[count++] = feature(64, seen, known, seenLast);
    out[count++] = feature(65, here, runBefore);
  }
  // the words themselves, which training hides now and then
  out[count++] = feature(83, shapes.suffix3[token] as number, place);
  out[count++] = feature(84, shapes.suffix2[token] as number, casing);
  out[count++] = feature(85, shapes.prefix3[token] as number, casing);
  out[count++] = feature(86, shapes.suffix4[token] as number);
  out[count++] = feature(89, shapes.suffix3[last] as number, place);
  out[count++] = feature(80, lower[token] as number);
  out[count++] = feature(81, lower[token] as number, before1);
  out[count++] = feature(82, lower[token] as number, after1);
  out[count++] = feature(87, lower[last] as number, place);
  out[count++] = feature(88, lower[first] as number, place);
  return count;
}

/** How many features tell the word's ends; they come after the general ones and before those that name it. */
export const AFFIXES = 5;

/** How many of `count` features come before those that name the word itself. */
export function generalCount(count: number): number {
  return count - 10;
}

/** Row of the weights for a label after another: transitions live in the same table as the features. */
export function transitionFeature(before: number, flat: boolean): number {
  return feature(100, before, flat ? 1 : 0);
}

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

/** Counts what the first reading made of each word in the text and tells every candidate what the others of its word are. */
export function vote(view: NameView): void {
  const { tokens, shapes, candidate, kind, elsewhere } = view;
  const places = new Map<number, number>();
  const counts: number[] = [];
  for (let token = 0; token < tokens.count; token += 1) {
    if (candidate[token] === 0 || !isCapital(shapes.casing, token)) continue;
    const word = tokens.lower[token] as number;
    let place = places.get(word);
    if (place === undefined) {
      place = counts.length;
      places.set(word, place);
      counts.push(0, 0, 0, 0, 0);
    }
    const cell = place + (kind[token] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
  for (let token = 0; token < tokens.count; token += 1) {
    elsewhere[token] = 0;
    if (candidate[token] === 0) continue;
    const place = places.get(tokens.lower[token] as number);
    if (place === undefined) continue;
    let bestKind = 0;
    let bestCount = 0;
    const own = isCapital(shapes.casing, token) ? (kind[token] as number) : -1;
    for (let label = 0; label < LABELS; label += 1) {
      const count = (counts[place + label] as number) - (label === own ? 1 : 0);
      if (count > bestCount) {
        bestKind = label + 1;
        bestCount = count;
      }
    }
    elsewhere[token] = bestKind + (bestCount >= 3 ? 8 : 0);
  }
}

/**
 * Makes a surname mean one thing in one text: where "Lena Ostrik" was found, "Ostrik" alone is that person too, whatever
 * the readings made of it, unless it is a known place or people, or a word of the language.
 */
function settle(view: NameView): void {
  const { tokens, shapes, entries, sentences, runStart, runEnd, kind, listed } = view;
  const { lower } = tokens;
  const surnames = new Set<number>();
  const pairs = new Set<number>();
  forEachRun(kind, sentences, (start, end, label) => {
    if (label !== PERSON || end - start < 2) return;
    surnames.add(lower[end - 1] as number);
    pairs.add(feature(1, lower[end - 2] as number, lower[end - 1] as number));
  });
  if (surnames.size === 0) return;
  for (let token = 0; token < tokens.count; token += 1) {
    if (kind[token] !== NONE || !surnames.has(lower[token] as number) || !isCapital(shapes.casing, token)) continue;
    const entry = entries[token] as number;
    const common = entry >= 0 && (entry & ~ALWAYS) !== PROPER;
    if (!common && listed[token] === 0 && runStart[token] === token && runEnd[token] === token) kind[token] = PERSON;
  }
  forEachRun(kind, sentences, (start, end, label) => {
    if (label === PERSON || label === NONE || end - start > 2) return;
    const known =
      end - start === 1
        ? surnames.has(lower[start] as number) &&
          listed[start] === 0 &&
          runStart[start] === start &&
          runEnd[start] === start
        : pairs.has(feature(1, lower[start] as number, lower[start + 1] as number));
    if (known) kind.fill(PERSON, start, end);
  });
}

const NONE = 0;
const PERSON = 1;

/** Calls for each run of equal labels within a sentence, "none" included. */
function forEachRun(
  kind: Uint8Array,
  sentences: TokenRanges,
  see: (start: number, end: number, label: number) => void,
): void {
  for (let sentence = 0; sentence < sentences.count; sentence += 1) {
    const to = sentences.end[sentence] as number;
    for (let token = sentences.start[sentence] as number; token < to;) {
      const label = kind[token] as number;
      const start = token;
      while (token < to && kind[token] === label) token += 1;
      see(start, token, label);
    }
  }
}

/** Turns labels into names; a name ends where the kind changes or the sentence does. */
function gather(tokens: Tokens, kind: Uint8Array, sentences: TokenRanges): Name[] {
  const names: Name[] = [];
  forEachRun(kind, sentences, (start, end, label) => {
    if (label === NONE) return;
    names.push({ start, end, kind: NAME_KINDS[label] as NameKind });
    tokens.name.fill(label * 2, start, end);
    tokens.name[start] = label * 2 - 1;
  });
  return names;
}

// NAME_LABELS lists B and I of each kind in the order of NAME_KINDS; `gather` counts on it
if (NAME_LABELS.length !== NAME_KINDS.length * 2 - 1) throw new RangeError("NAME_LABELS and NAME_KINDS differ");

const PROPER = tagIndex("NNP");

function isCapital(casing: Uint8Array, token: number): boolean {
  const looks = casing[token] as number;
  return looks === CAPITAL || looks === ALL_CAPITALS || looks === MIXED;
}

/** Small words and marks that may stand inside a name: words in lower case of up to five letters, &, hyphens, apostrophes. */
function isJoint(view: TagView, token: number): boolean {
  const { start, end } = view.tokens;
  const length = (end[token] as number) - (start[token] as number);
  const looks = view.shapes.casing[token];
  return (looks === LOWERCASE && length <= 5) || (looks === MARK && length === 1 && view.tokens.mark[token] === 0);
}

/**
 * True where capitals tell nothing: a sentence in capitals, or a headline in which nearly every longer word has one,
 * among them words that are no names.
 */
export function isFlat(view: TagView, from: number, to: number): boolean {
  const { tokens, shapes, entries } = view;
  let longer = 0;
  let capital = 0;
  let common = 0;
  for (let token = from; token < to; token += 1) {
    const looks = shapes.casing[token] as number;
    if (looks === MARK || looks === NUMBER || (tokens.end[token] as number) - (tokens.start[token] as number) < 4)
      continue;
    longer += 1;
    if (!isCapital(shapes.casing, token)) continue;
    capital += 1;
    const entry = entries[token] as number;
    if (token > from && entry >= 0 && (entry & ~ALWAYS) !== PROPER) common += 1;
  }
  return longer >= 3 && capital >= longer * 0.85 && common * 3 >= capital;
}
