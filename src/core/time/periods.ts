import { amountAt, duration } from "./amounts.ts";
import type { Reading } from "./meaning.ts";
import { numberAt, ordinalAt, yearDigitsAt, yearNumberAt } from "./numbers.ts";
import { is, pastHyphen, wordAt, type Pieces } from "./pieces.ts";

/** last week, this summer, the next three months, the past few years, the same day, the following year, next year's */
export function directedAt(pieces: Pieces, at: number): Reading {
  const { capital, data } = pieces;
  const article = is(pieces, at, "the", "these", "those", "its");
  const p = article ? at + 1 : at;
  if (is(pieces, p, "first", "same", "latest", "entire", "whole", "full", "fiscal")) return wholeAt(pieces, p, article);
  const direction = data.directions.get(wordAt(pieces, p));
  if (direction === undefined) return null;
  if (!article && is(pieces, p, "past", "following", "previous", "coming", "upcoming", "preceding", "current")) {
    if (!is(pieces, p, "past", "coming") || !data.plurals.has(wordAt(pieces, p + 1))) return null;
  }
  const next = wordAt(pieces, p + 1);
  const season = data.seasons.get(next);
  if (season !== undefined && !next.endsWith("s"))
    return { end: p + 2, meaning: { kind: "season", season, year: null, direction } };
  const amount = amountAt(pieces, p + 1, true);
  if (amount?.meaning.kind === "duration" && amount.ago !== true) {
    if (numberAt(pieces, p + 1) !== null || data.vagueAmounts.has(next) || data.plurals.has(next)) return amount;
  }
  const q = data.unitAdjectives.has(next) ? p + 2 : p + 1;
  const unit = data.units.get(wordAt(pieces, q));
  if (unit === undefined || data.plurals.has(wordAt(pieces, q))) return null;
  if (unit === "second" || unit === "minute") return null;
  const end = q + 1;
  // the programme "This Week"
  if (capital[q] && p === at && !capital[at - 1]) return null;
  if (is(pieces, p, "this") && is(pieces, end, "'s") && is(pieces, end + 1, "first", "second", "third", "fourth"))
    return quarterAt(pieces, at);
  const fromContext = is(pieces, p, "following", "previous", "preceding");
  return { end, meaning: { kind: "relative-unit", unit, count: direction, past: direction < 0, fromContext } };
}

/** the third quarter of 1990; this year's second half; third-quarter; fiscal 1989's first quarter */
export function quarterAt(pieces: Pieces, at: number): Reading {
  const { directions } = pieces.data;
  let p = at;
  let year: number | null = null;
  let direction: -1 | 0 | 1 | null = null;
  const before = directions.get(wordAt(pieces, p));
  if (before !== undefined && is(pieces, p + 1, "year") && is(pieces, p + 2, "'s")) {
    direction = before;
    p += 3;
  } else if (is(pieces, p, "the", "its", "a") && !is(pieces, p + 1, "year")) p++;
  const named = p > at ? yearDigitsAt(pieces, p) : null;
  if (named !== null) {
    year = named.value;
    p = named.end;
    if (is(pieces, p, "quarter", "period"))
      return { end: p + 1, meaning: { kind: "quarter", name: "QX", year, direction } };
  }
  if (is(pieces, p, "fiscal")) p = pastHyphen(pieces, p + 1);
  const ordinal = ordinalAt(pieces, p) ?? (is(pieces, p, "last", "final", "latter") ? 2 : null);
  if (ordinal === null || ordinal > 4) return null;
  const q = pastHyphen(pieces, p + 1);
  // "a third-quarter loss": the article is the loss's
  if (p > at && q > p + 1 && direction === null && year === null) return null;
  const half = is(pieces, q, "half");
  if (half ? ordinal > 2 : !is(pieces, q, "quarter") || is(pieces, q - 1, "last", "final", "latter")) return null;
  let end = q + 1;
  if (is(pieces, end, "of")) {
    const r = is(pieces, end + 1, "fiscal") ? end + 2 : end + 1;
    const written = yearDigitsAt(pieces, r);
    const directed = directions.get(wordAt(pieces, r)) ?? (is(pieces, r, "the") ? 0 : undefined);
    if (written !== null) {
      year = written.value;
      end = written.end;
    } else if (directed !== undefined && is(pieces, r + 1, "year")) {
      direction = directed;
      end = r + 2;
    } else if (half) return null;
  } else {
    const written = yearDigitsAt(pieces, end);
    if (written !== null) {
      year = written.value;
      end++;
    }
  }
  if (half && year === null && direction === null && at === q - 1) return null;
  return { end, meaning: { kind: "quarter", name: `${half ? "H" : "Q"}${ordinal}`, year, direction } };
}

/** the summer of 1994, spring 2015, in the fall; "fall" and "spring" are verbs too */
export function seasonAt(pieces: Pieces, at: number): Reading {
  const { data } = pieces;
  const article = is(pieces, at, "the");
  let p = article ? at + 1 : at;
  if (data.parts.has(wordAt(pieces, p))) p = pastHyphen(pieces, p + 1);
  const season = data.seasons.get(wordAt(pieces, p));
  if (season === undefined || wordAt(pieces, p).endsWith("s")) return null;
  const written = yearNumberAt(pieces, is(pieces, p + 1, "of", ",") ? p + 2 : p + 1);
  if (written !== null)
    return { end: written.end, meaning: { kind: "season", season, year: written.value, direction: null } };
  const before = wordAt(pieces, at - 1);
  if (article) {
    if ((season === "FA" || season === "SP") && !data.relations.has(before)) return null;
  } else if (data.seasonParticles.has(wordAt(pieces, p + 1)) || !data.seasonLinks.has(before)) return null;
  return { end: p + 1, meaning: { kind: "season", season, year: null, direction: null } };
}

/** the quarter, the week, the year, the months, that day; but not a bare "week" */
export function unitAt(pieces: Pieces, at: number): Reading {
  const { data } = pieces;
  if (!is(pieces, at, "the", "that")) return null;
  const p = at + 1;
  const end = p + 1;
  const unit = data.units.get(wordAt(pieces, p));
  if (unit === undefined || unit === "second" || unit === "minute" || unit === "hour") return null;
  if (data.plurals.has(wordAt(pieces, p))) return { end, meaning: duration(unit, null) };
  if (is(pieces, end, "-") && pieces.glued[end]) return null;
  if (unit === "day" || unit === "century" || unit === "decade") {
    if (is(pieces, end, "after", "before", "of", "when", "that", "he", "she", "they", "we", "i")) return null;
    return unit === "day" ? { end, meaning: { kind: "relative-unit", unit, count: 0, past: true } } : null;
  }
  if (unit === "quarter") return { end, meaning: { kind: "quarter", name: "QX", year: null, direction: null } };
  if (unit === "weekend") return { end, meaning: { kind: "relative-unit", unit, count: 0, past: true } };
  if (is(pieces, at, "that"))
    return { end, meaning: { kind: "relative-unit", unit, count: 0, past: true, fromContext: true } };
  return { end, meaning: duration(unit, 1) };
}

/** "the first three months", "the full year", "the same day", "its latest quarter": `at` is at "first", "full". */
function wholeAt(pieces: Pieces, at: number, article: boolean): Reading {
  const p = at + 1;
  if (is(pieces, at, "first", "latest", "full") && numberAt(pieces, p) !== null) return amountAt(pieces, p, true);
  if (is(pieces, at, "first") || !article) return null;
  const unit = pieces.data.units.get(wordAt(pieces, p));
  if (unit === undefined || unit === "second" || unit === "minute") return null;
  const end = p + 1;
  if (is(pieces, at, "latest")) return { end, meaning: { kind: "quarter", name: "QX", year: null, direction: null } };
  if (is(pieces, at, "same"))
    return { end, meaning: { kind: "relative-unit", unit, count: 0, past: true, fromContext: true } };
  return { end, meaning: duration(unit, 1) };
}
