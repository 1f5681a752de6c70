import { is, pastHyphen, wordAt, type Pieces } from "./pieces.ts";

/** A number of the text and the place after it. */
export interface WrittenNumber {
  readonly value: number;
  readonly end: number;
}

/** "three", "twenty-four", "a hundred", "1,500", "1.5" */
export function numberAt(pieces: Pieces, at: number): WrittenNumber | null {
  const { numbers } = pieces.data;
  const one = wordAt(pieces, at);
  if (/^\d{1,3}(?:,\d{3})+$|^\d+(?:\.\d+)?$/.test(one)) return { value: Number(one.replaceAll(",", "")), end: at + 1 };
  let value = numbers.get(one);
  let end = at + 1;
  if (value === undefined) {
    if (one !== "a" || !is(pieces, at + 1, "hundred", "thousand", "dozen")) return null;
    value = numbers.get(wordAt(pieces, at + 1)) ?? 1;
    end = at + 2;
  }
  if (value >= 20 && value < 100) {
    const q = pastHyphen(pieces, end);
    const ones = numbers.get(wordAt(pieces, q));
    if (ones !== undefined && ones > 0 && ones < 10) {
      value += ones;
      end = q + 1;
    }
  }
  while (is(pieces, end, "hundred", "thousand")) value *= numbers.get(wordAt(pieces, end++)) ?? 1;
  return { value, end };
}

/** Up to four digits. */
export function digitsAt(pieces: Pieces, at: number): number | null {
  const one = wordAt(pieces, at);
  return /^\d{1,4}$/.test(one) ? Number(one) : null;
}

/** "third", "3rd" */
export function ordinalAt(pieces: Pieces, at: number): number | null {
  const one = wordAt(pieces, at);
  const match = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(one);
  return match ? Number(match[1]) : (pieces.data.ordinals.get(one) ?? null);
}

/** The number of a day in its month: 25, 25th, first; "twenty-fifth" is left out: rare. */
export function dayNumberAt(pieces: Pieces, at: number): number | null {
  const one = wordAt(pieces, at);
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(one);
  const value = match ? Number(match[1]) : (pieces.data.ordinals.get(one) ?? 0);
  return value >= 1 && value <= 31 ? value : null;
}

/** 1990, 1989-90, nineteen ninety-six, two thousand */
export function yearNumberAt(pieces: Pieces, at: number): WrittenNumber | null {
  return yearDigitsAt(pieces, at) ?? spokenYearAt(pieces, at);
}

/** 1990; 1989-90 is told by its first year */
export function yearDigitsAt(pieces: Pieces, at: number): WrittenNumber | null {
  const one = wordAt(pieces, at);
  if (!/^(?:1[5-9]|20)\d\d$/.test(one)) return null;
  const { glued } = pieces;
  const range = is(pieces, at + 1, "-", "–") && glued[at + 1] && glued[at + 2] && /^\d\d$/.test(wordAt(pieces, at + 2));
  return { value: Number(one), end: range ? at + 3 : at + 1 };
}

/** nineteen ninety-six, two thousand */
export function spokenYearAt(pieces: Pieces, at: number): WrittenNumber | null {
  if (is(pieces, at, "two") && is(pieces, at + 1, "thousand") && is(pieces, at - 1, "year"))
    return { value: 2000, end: at + 2 };
  if (!is(pieces, at, "nineteen", "eighteen")) return null;
  const { numbers } = pieces.data;
  const tens = numbers.get(wordAt(pieces, at + 1));
  if (tens === undefined || tens < 10 || tens > 90) return null;
  const q = pastHyphen(pieces, at + 2);
  const ones = numbers.get(wordAt(pieces, q));
  const both = tens % 10 === 0 && ones !== undefined && ones > 0 && ones < 10;
  const century = is(pieces, at, "nineteen") ? 1900 : 1800;
  return { value: century + tens + (both ? ones : 0), end: both ? q + 1 : at + 2 };
}

/** The year two digits stand for: '89 is 1989, '25 is 2025. */
export function fullYear(twoDigits: number): number {
  return twoDigits < 40 ? 2000 + twoDigits : 1900 + twoDigits;
}
