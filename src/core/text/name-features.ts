import { feature } from "../learning/feature-hash.ts";
import { ALWAYS } from "./lexicon.ts";
import { type NameView, PROPER } from "./name-view.ts";

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
