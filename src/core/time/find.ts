import { englishTimes } from "../languages/en/times.ts";
import type { Analysis } from "../text/analysis.ts";
import { amountAt, approximateAt, everyAt } from "./amounts.ts";
import { partialDay } from "./calendar.ts";
import { clockAt, relativeDayAt } from "./clock.ts";
import { holidayAt, monthDateAt, numericDateAt, weekdayAt } from "./dates.ts";
import type { Meaning, Reading } from "./meaning.ts";
import { directedAt, quarterAt, seasonAt, unitAt } from "./periods.ts";
import { is, pastHyphen, piecesOf, sameSentence, wordAt, type Pieces } from "./pieces.ts";
import { pointerAt, pointingWordAt } from "./pointers.ts";
import { resolveTime } from "./resolve.ts";
import type { TimeData, TimeExpression } from "./time.ts";
import { decadeAt, yearAt, yearEndAt } from "./years.ts";

/**
 * Finds the time expressions of a text, in order, not overlapping, and sets them against the day of publication (EDTF, or null).
 * One pass over the words with a bounded look ahead, so linear. What the text gives no anchor for stays open.
 */
export function findTimes(
  analysis: Analysis,
  published: string | null,
  data: TimeData = englishTimes,
): readonly TimeExpression[] {
  const pieces = piecesOf(analysis, data);
  const anchor = partialDay(published);
  const found: TimeExpression[] = [];
  for (let at = 0; at < pieces.count;) {
    const match = matchAt(pieces, at);
    if (match === null) {
      at++;
      continue;
    }
    const end = Math.min(match.end, pieces.count);
    const relation = relationBefore(pieces, at);
    const resolved = resolveTime(match.meaning, anchor, isAhead(pieces, at));
    const { part } = match;
    found.push({
      start: pieces.start[at] ?? 0,
      end: pieces.end[end - 1] ?? 0,
      firstToken: pieces.token[at] ?? 0,
      endToken: (pieces.token[end - 1] ?? 0) + 1,
      type: resolved.type,
      value: resolved.value,
      edtf: resolved.edtf,
      precision:
        part !== null && resolved.precision !== null && resolved.precision !== "day" ? "part" : resolved.precision,
      part,
      relation: match.ago ? "ago" : (relation?.relation ?? null),
      phraseStart: relation?.start ?? pieces.start[at] ?? 0,
    });
    at = end;
  }
  return found;
}

interface Match {
  /** Piece after the last one. */
  readonly end: number;
  readonly meaning: Meaning;
  readonly part: TimeExpression["part"];
  readonly ago: boolean;
}

/** The expression that begins here, with the part of it that is meant: "early March", "the end of 2027". */
function matchAt(pieces: Pieces, at: number): Match | null {
  if (!mayStart(pieces, at)) return null;
  const named = partAt(pieces, at);
  if (named === null) return null;
  const { part, end: p } = named;
  if (part !== null && !sameSentence(pieces, at, p)) return null;
  const reading = readingAt(pieces, p, part !== null);
  if (reading === null) return null;
  // "by the end of the year": no stretch of a year, but this one
  const { meaning } = reading;
  const within = part !== null && meaning.kind === "duration" && is(pieces, p, "the") && meaning.amount === 1;
  return {
    end: reading.end,
    meaning: within ? { kind: "relative-unit", unit: meaning.unit, count: 0, past: false } : meaning,
    part,
    ago: reading.ago === true,
  };
}

/** The rules in the order they are tried: the longer before what it begins with, the surer before the looser. */
function readingAt(pieces: Pieces, at: number, afterPart: boolean): Reading {
  return (
    approximateAt(pieces, at) ??
    pointerAt(pieces, at) ??
    yearEndAt(pieces, at) ??
    numericDateAt(pieces, at) ??
    clockAt(pieces, at) ??
    monthDateAt(pieces, at, afterPart) ??
    weekdayAt(pieces, at) ??
    relativeDayAt(pieces, at) ??
    decadeAt(pieces, at) ??
    quarterAt(pieces, at) ??
    directedAt(pieces, at) ??
    everyAt(pieces, at) ??
    amountAt(pieces, at) ??
    seasonAt(pieces, at) ??
    holidayAt(pieces, at) ??
    yearAt(pieces, at) ??
    unitAt(pieces, at) ??
    pointingWordAt(pieces, at)
  );
}

/** May an expression begin here? One look in a table for the many words that none begins with. */
function mayStart(pieces: Pieces, at: number): boolean {
  const first = wordAt(pieces, at);
  const code = first.charCodeAt(0);
  if (!pieces.data.starts.has(first) && !(code >= 48 && code <= 57) && code !== 39) return false;
  // A hyphenated word that began before is no place to begin: "ex-March", "post-1990"; but "mid-", "early-" are read as parts.
  if (at === 0 || !pieces.glued[at] || !is(pieces, at - 1, "-", "/")) return true;
  return !sameSentence(pieces, at, at - 1) || is(pieces, at - 2, "year");
}

/**
 * "early", "mid-", "the end of": the part named and the place after it, the same place where none is. Null where the word
 * names no part and begins nothing else: "end", "start" and "beginning" need what they are of.
 */
function partAt(pieces: Pieces, at: number): { readonly part: TimeExpression["part"]; readonly end: number } | null {
  const { parts } = pieces.data;
  const article = is(pieces, at, "the");
  const p = article ? at + 1 : at;
  const part = parts.get(wordAt(pieces, p));
  if (part === undefined) return { part: null, end: at };
  if (article) return { part, end: is(pieces, p + 1, "of") ? p + 2 : pastHyphen(pieces, p + 1) };
  const end = pastHyphen(pieces, p + 1);
  if (is(pieces, end, "of", "in")) return { part, end: end + 1 };
  return part === "end" || part === "start" ? null : { part, end };
}

/** "on Monday", "by the end of 2027": the preposition before an expression. */
function relationBefore(
  pieces: Pieces,
  at: number,
): { readonly relation: TimeExpression["relation"]; readonly start: number } | null {
  if (at === 0 || pieces.sentence[at - 1] !== pieces.sentence[at]) return null;
  const relation = pieces.data.relations.get(wordAt(pieces, at - 1));
  return relation === undefined ? null : { relation, start: pieces.start[at - 1] ?? 0 };
}

/** True when the words just before say that what happens lies ahead of the publication. */
function isAhead(pieces: Pieces, at: number): boolean {
  const { futureVerbs, pastVerbs } = pieces.data;
  for (let p = at - 1; p >= 0 && p >= at - 12; p--) {
    if (pieces.sentence[p] !== pieces.sentence[at]) return false;
    const one = wordAt(pieces, p);
    if (futureVerbs.has(one)) return true;
    if (pastVerbs.has(one)) return false;
  }
  return false;
}
