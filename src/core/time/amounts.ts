import { clockAt } from "./clock.ts";
import type { Meaning, Reading } from "./meaning.ts";
import { numberAt, ordinalAt } from "./numbers.ts";
import { is, pastHyphen, sameSentence, wordAt, type Pieces } from "./pieces.ts";
import type { TimeUnit } from "./time.ts";

/**
 * two weeks, a year ago, three-month, the five days, several years earlier, 2 1/2 years, a couple of days, year-ago
 *
 * `directed`: "last" or "next" stands before it and says already which way to count.
 */
export function amountAt(pieces: Pieces, at: number, directed = false): Reading {
  const { data } = pieces;
  const start = is(pieces, at, "the", "these", "those", "its") ? at + 1 : at;
  const count = countAt(pieces, start);
  if (count === null) return null;
  const { amount, vague } = count;
  let { half } = count;
  let p = pastHyphen(pieces, count.end);
  if (data.amountAdjectives.has(wordAt(pieces, p))) p++;
  const unit = data.units.get(wordAt(pieces, p));
  if (unit === undefined) return null;
  let end = p + 1;
  if (!data.plurals.has(wordAt(pieces, p))) {
    if (amount !== null && amount >= 1500 && amount < 2100) return null;
    if (unit === "second" && (amount === null || amount === 1)) return null;
    if (unit === "quarter" && is(pieces, end, "of")) return null;
  }
  if (unit === "quarter" && is(pieces, at, "a") && is(pieces, end, "century"))
    return { end: end + 1, meaning: duration("year", 25) };
  if (amount !== null && isAndAHalf(pieces, end)) {
    half = true;
    end += 3;
  }
  if (is(pieces, end, "or") && is(pieces, end + 1, "so")) end += 2;
  // "weeks or months"
  if (vague && is(pieces, end, "or", "and") && data.plurals.has(wordAt(pieces, end + 1))) end += 2;
  const q = pastHyphen(pieces, end);
  // "two-year-old", "52 years old": an age, no time
  if (is(pieces, q, "old", "olds") && (q === end || pieces.glued[q])) return null;
  const length = { end, meaning: duration(unit, amount, half) };
  if (!directed) {
    const later = is(pieces, q, "later", "hence") && q === end;
    // "a year before" counts from what the text spoke of; "two years before" stays a length
    const before = is(pieces, q, "before") && (vague || amount === 1);
    if (before && !is(pieces, at, "the", "a")) return length;
    if (later || before || is(pieces, q, "ago", "earlier")) return countedAway(pieces, unit, amount, q, end);
    if (is(pieces, end, "from") && is(pieces, end + 1, "now", "today", "then"))
      return { end: end + 2, meaning: { kind: "relative-unit", unit, count: amount, past: false } };
  }
  // only a number or a plural takes the article: "the five days", "those weeks"
  return start > at && !count.numbered && !vague ? null : length;
}

/** "about two years", "more than four hours", "at least 20 more years", "around 5 p.m." */
export function approximateAt(pieces: Pieces, at: number): Reading {
  let p = at;
  if (pieces.data.approximations.has(wordAt(pieces, p))) p++;
  else if (is(pieces, p, "more", "less", "fewer", "longer") && is(pieces, p + 1, "than")) p += 2;
  else if (is(pieces, p, "at") && is(pieces, p + 1, "least", "most")) p += 2;
  else if (is(pieces, p, "up") && is(pieces, p + 1, "to")) p += 2;
  else if (is(pieces, p, "no") && is(pieces, p + 1, "more", "less", "later") && is(pieces, p + 2, "than")) p += 3;
  else return null;
  return amountAt(pieces, p) ?? clockAt(pieces, p);
}

/** every day, each year, every two weeks, daily, annually, per year */
export function everyAt(pieces: Pieces, at: number): Reading {
  const set = pieces.data.sets.get(wordAt(pieces, at));
  if (set !== undefined) {
    // within a sentence a capital makes it a name: "the Daily Post"
    if (pieces.capital[at] && at > 0 && sameSentence(pieces, at, at - 1)) return null;
    return { end: at + 1, meaning: { kind: "set", value: set } };
  }
  if (!is(pieces, at, "every", "each", "per")) return null;
  const number = numberAt(pieces, at + 1);
  const p = number?.end ?? at + 1;
  const unit = pieces.data.units.get(wordAt(pieces, p));
  if (unit === undefined || (is(pieces, at, "per") && unit === "second")) return null;
  return { end: p + 1, meaning: { kind: "set", value: `P${intervalOf(unit, number?.value ?? 1)}` } };
}

export function duration(unit: TimeUnit, amount: number | null, half = false): Meaning {
  return { kind: "duration", unit, amount, half };
}

/** How many, and the place after it: "2 1/2", "two to three", "a couple of", "half an", "another full". */
interface Count {
  /** Null for "several" and for a bare plural. */
  readonly amount: number | null;
  readonly half: boolean;
  readonly vague: boolean;
  /** Written as a number. */
  readonly numbered: boolean;
  readonly end: number;
}

function countAt(pieces: Pieces, at: number): Count | null {
  const { data } = pieces;
  const number = numberAt(pieces, at);
  if (number !== null) return numberedCount(pieces, number);
  const count = { amount: null, half: false, vague: false, numbered: false };
  const one = wordAt(pieces, at);
  if (data.vagueAmounts.has(one) || (one === "a" && is(pieces, at + 1, "few", "couple", "dozen"))) {
    const p = one === "a" ? at + 1 : at;
    if (is(pieces, p, "some") && !data.plurals.has(wordAt(pieces, p + 1))) return null;
    const end = is(pieces, p + 1, "of") ? p + 2 : p + 1;
    return { ...count, amount: is(pieces, p, "couple") ? 2 : null, vague: true, end };
  }
  if (one === "half" && is(pieces, at + 1, "a", "an")) return { ...count, amount: 0, half: true, end: at + 2 };
  if (is(pieces, at, "a", "an", "another", "one"))
    return { ...count, amount: 1, end: is(pieces, at + 1, "full", "whole", "half", "additional") ? at + 2 : at + 1 };
  if (data.plurals.has(one)) return { ...count, vague: true, end: at };
  // "the year-ago quarter"
  const q = pastHyphen(pieces, at + 1);
  if (is(pieces, at, "year", "week", "month", "day") && q > at + 1 && is(pieces, q, "ago", "earlier"))
    return { ...count, amount: 1, end: at };
  return null;
}

function numberedCount(pieces: Pieces, { value, end }: { readonly value: number; readonly end: number }): Count {
  const fraction = is(pieces, end, "1") && is(pieces, end + 1, "/") && is(pieces, end + 2, "2");
  const half = fraction || isAndAHalf(pieces, end);
  const p = half ? end + 3 : end;
  // "two to three weeks" is told by its second number
  const upTo = is(pieces, p, "to", "or", "-", "–") ? numberAt(pieces, p + 1) : null;
  const range = upTo !== null && pieces.data.units.has(wordAt(pieces, pastHyphen(pieces, upTo.end)));
  return { amount: range ? upTo.value : value, half, vague: false, numbered: true, end: range ? upTo.end : p };
}

function isAndAHalf(pieces: Pieces, at: number): boolean {
  return is(pieces, at, "and") && is(pieces, at + 1, "a") && is(pieces, at + 2, "half");
}

/** "two years ago": so many units from the publication; "two years earlier", from what the text spoke of. `at` is at "ago". */
function countedAway(pieces: Pieces, unit: TimeUnit, amount: number | null, at: number, end: number): Reading {
  const past = !is(pieces, at, "later", "hence");
  // the year-ago quarter, the year-earlier third quarter
  const p = ordinalAt(pieces, at + 1) === null ? at + 1 : at + 2;
  if (at > end && is(pieces, p, "quarter", "period"))
    return { end: p + 1, meaning: { kind: "quarter", name: "QX", year: null, direction: -1 }, ago: true };
  const count = amount === null ? null : past ? -amount : amount;
  const fromContext = !is(pieces, at, "ago", "hence");
  return { end: at + 1, meaning: { kind: "relative-unit", unit, count, past, fromContext }, ago: true };
}

/** The stretch of a TIMEX3 set, without its `P`: `2W`, `T1H`. */
function intervalOf(unit: TimeUnit, amount: number): string {
  if (unit === "second" || unit === "minute" || unit === "hour") return `T${amount}${unit.charAt(0).toUpperCase()}`;
  return `${amount}${unit === "century" ? "C" : unit === "decade" ? "E" : unit.charAt(0).toUpperCase()}`;
}
