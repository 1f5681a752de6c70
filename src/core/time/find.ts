import { englishTimes } from "../languages/en/times.ts";
import type { Analysis } from "../text/analysis.ts";
import { isDayOfMonth, partialDay } from "./calendar.ts";
import type { Meaning } from "./meaning.ts";
import { piecesOf, type Pieces } from "./pieces.ts";
import { resolveTime } from "./resolve.ts";
import type { TimeData, TimeExpression, TimeUnit } from "./time.ts";

/**
 * Finds the time expressions of a text, in order, not overlapping, and sets them against the day of publication (EDTF, or null).
 * One pass over the words with a bounded look ahead, so linear. What the text gives no anchor for stays open.
 */
export function findTimes(
  analysis: Analysis,
  published: string | null,
  data: TimeData = englishTimes,
): readonly TimeExpression[] {
  const pieces = piecesOf(analysis);
  const anchor = partialDay(published);
  const scanner = scannerOf(pieces, data);
  const found: TimeExpression[] = [];
  for (let at = 0; at < pieces.count;) {
    const match = scanner.at(at);
    if (match === null) {
      at++;
      continue;
    }
    const end = Math.min(match.end, pieces.count);
    const relation = relationBefore(pieces, at, data);
    const resolved = resolveTime(match.meaning, anchor, isAhead(pieces, at, data));
    const part = match.part;
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

/** What one rule made of the pieces from a place on. */
type Reading = { readonly end: number; readonly meaning: Meaning; readonly ago?: boolean } | null;

function scannerOf(pieces: Pieces, data: TimeData): { readonly at: (at: number) => Match | null } {
  const { word, capital, glued, count } = pieces;
  const is = (at: number, ...words: readonly string[]): boolean => at < count && words.includes(word[at] ?? "");
  const sameSentence = (a: number, b: number): boolean => b < count && pieces.sentence[a] === pieces.sentence[b];
  const dash = (at: number): number => (is(at, "-", "–", "‐", "‑") && glued[at] ? at + 1 : at);

  return { at: matchAt };

  function matchAt(at: number): Match | null {
    const first = word[at] ?? "";
    if (!mayStart(first)) return null;
    // A hyphenated word that began before is no place to begin: "ex-March", "post-1990"; but "mid-", "early-" are read below.
    if (glued[at] && at > 0 && is(at - 1, "-", "/") && sameSentence(at, at - 1) && !is(at - 2, "year")) return null;
    let part: TimeExpression["part"] = null;
    let p = at;
    if (is(p, "the") && data.parts.has(word[p + 1] ?? "") && is(p + 2, "of")) {
      part = data.parts.get(word[p + 1] ?? "") ?? null;
      p += 3;
    } else if (data.parts.has(first)) {
      part = data.parts.get(first) ?? null;
      p = dash(p + 1);
      if (is(p, "of", "in") && part !== null) p++;
      else if (part === "end" || part === "start") return null;
    } else if (is(p, "the") && data.parts.has(word[p + 1] ?? "") && !is(p + 2, "of")) {
      part = data.parts.get(word[p + 1] ?? "") ?? null;
      p = dash(p + 2);
    }
    if (part !== null && !sameSentence(at, p)) return null;
    const reading = approximate(p) ?? core(p, part !== null);
    if (reading === null) return null;
    // "by the end of the year": no stretch of a year, but this one
    const { meaning } = reading;
    const within = part !== null && meaning.kind === "duration" && is(p, "the") && meaning.amount === 1;
    return {
      end: reading.end,
      meaning: within ? { kind: "relative-unit", unit: meaning.unit, count: 0, past: false } : meaning,
      part,
      ago: reading.ago === true,
    };
  }

  /** May an expression begin with this word? One look in a table for the many that none begins with. */
  function mayStart(first: string): boolean {
    const code = first.charCodeAt(0);
    return data.starts.has(first) || (code >= 48 && code <= 57) || code === 39;
  }

  /** "about two years", "more than four hours", "at least 20 more years" */
  function approximate(at: number): Reading {
    let p = at;
    if (data.approximations.has(word[p] ?? "")) p++;
    else if (is(p, "more", "less", "fewer", "longer") && is(p + 1, "than")) p += 2;
    else if (is(p, "at") && is(p + 1, "least", "most")) p += 2;
    else if (is(p, "up") && is(p + 1, "to")) p += 2;
    else if (is(p, "no") && is(p + 1, "more", "less", "later") && is(p + 2, "than")) p += 3;
    else return null;
    return amountOfTime(p) ?? clock(p);
  }

  function core(at: number, afterPart: boolean): Reading {
    return (
      pointer(at) ??
      yearEnd(at) ??
      numericDate(at) ??
      clock(at) ??
      monthDate(at, afterPart) ??
      weekday(at) ??
      relativeDay(at) ??
      decade(at) ??
      quarter(at) ??
      directed(at) ??
      every(at) ??
      amountOfTime(at) ??
      season(at) ??
      holiday(at) ??
      year(at) ??
      bareUnit(at) ??
      reference(at)
    );
  }

  /** 2025-08-25, 10/27/89, 08-16-90 */
  function numericDate(at: number): Reading {
    const one = digits(at);
    if (one === null || !is(at + 1, "-", "/") || !glued[at + 1] || !glued[at + 2]) return null;
    const two = digits(at + 2);
    if (two === null || !is(at + 3, "-", "/") || !glued[at + 3] || !glued[at + 4]) return null;
    const three = digits(at + 4);
    if (three === null) return null;
    const [y, m, d] = (word[at] ?? "").length === 4 ? [one, two, three] : [three, one, two];
    const [month, day] = m > 12 && d <= 12 ? [d, m] : [m, d];
    if (month < 1 || month > 12 || !isDayOfMonth(month, day)) return null;
    return dateReading(at + 5, { year: fullYear(y, word[at + 4] ?? ""), month, day });
  }

  /** 5 p.m. EST Friday, 10:30 a.m., noon, midnight, 17:00 */
  function clock(at: number): Reading {
    const match = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm|a\.m|p\.m)?$/.exec(word[at] ?? "");
    let p = at + 1;
    let time: string | null = null;
    if (is(at, "noon", "midday")) time = "12:00";
    else if (is(at, "midnight")) time = "24:00";
    else if (match) {
      let hour = Number(match[1]);
      const half = match[3]?.[0] ?? (is(p, "a.m", "p.m", "am", "pm") ? (word[p++] ?? "")[0] : undefined);
      const oclock = half === undefined && is(p, "o'clock");
      if (oclock) p++;
      if (half === undefined && !oclock && !(match[2] !== undefined && (word[at] ?? "").includes(":"))) return null;
      if (hour > 24 || Number(match[2] ?? 0) > 59) return null;
      if (half === "p" && hour < 12) hour += 12;
      if (half === "a" && hour === 12) hour = 0;
      time = `${String(hour).padStart(2, "0")}:${match[2] ?? "00"}`;
    } else return null;
    for (let zones = 0; zones < 2 && data.zones.has(word[p] ?? ""); zones++) p++;
    if (data.zones.has(word[p - 1] ?? "") && is(p, "time")) p++;
    const q = is(p, "on", ",") ? p + 1 : p;
    const day = sameSentence(at, q) ? (monthDate(q, false) ?? weekday(q) ?? relativeDay(q)) : null;
    if (day?.meaning.kind === "calendar" && (day.meaning.day !== null || day.meaning.weekday !== null))
      return { end: day.end, meaning: { ...day.meaning, clock: time } };
    if (day?.meaning.kind === "relative-day") return { end: day.end, meaning: { ...day.meaning, clock: time } };
    return { end: p, meaning: { kind: "clock", clock: time, dayPart: null } };
  }

  /** August, Aug. 25, 2025; 25 August; August 25th; August last year */
  function monthDate(at: number, afterPart: boolean): Reading {
    let p = at;
    let direction: -1 | 0 | 1 | null = null;
    const directed = data.directions.get(word[p] ?? "");
    if (directed !== undefined && data.months.has(word[p + 1] ?? "")) {
      direction = directed;
      p++;
    }
    let day: number | null = null;
    const ordinal = is(p, "the") ? dayNumberAt(p + 1) : dayNumberAt(p);
    if (ordinal !== null) {
      const q = p + (is(p, "the") ? 2 : 1);
      const r = is(q, "of") ? q + 1 : q;
      if (!data.months.has(word[r] ?? "") || !capital[r]) return null;
      day = ordinal;
      p = r;
    }
    const month = data.months.get(word[p] ?? "");
    if (month === undefined || !capital[p]) return null;
    const short = (word[p] ?? "").length <= 4 && !FULL_SHORT.has(word[p] ?? "");
    let end = p + 1;
    if (day === null) {
      const after = dayNumberAt(end);
      if (after !== null && isDayOfMonth(month, after) && !is(end + 1, "percent", "%", "million", "billion")) {
        day = after;
        end++;
        // "Aug. 25-27": a stretch of days is told by its first
        if (is(end, "-", "–") && glued[end] && glued[end + 1] && dayNumberAt(end + 1) !== null) end += 2;
      }
    }
    if (day !== null && !isDayOfMonth(month, day)) return null;
    let year: number | null = null;
    const comma = is(end, ",") ? end + 1 : is(end, "of") ? end + 1 : end;
    const written = yearDigits(comma) ?? spokenYear(comma);
    if (written !== null && (comma === end || day !== null || is(comma - 1, "of", ","))) {
      year = written.year;
      end = written.end;
    } else if (is(end, "last", "this", "next") && is(end + 1, "year")) {
      direction = data.directions.get(word[end] ?? "") ?? null;
      end += 2;
    }
    if (short && day === null && year === null) return null;
    if (day === null && year === null && direction === null && !afterPart && !isMonthName(p)) return null;
    return dayPartAfter({
      end,
      meaning: { kind: "calendar", year, month, day, weekday: null, direction, dayPart: null, clock: null },
    });
  }

  /** Is the bare word a month, and not a modal verb, a march, or somebody's name? */
  function isMonthName(at: number): boolean {
    const before = at > 0 && sameSentence(at, at - 1) ? (word[at - 1] ?? "") : "";
    const after = sameSentence(at, at + 1) ? (word[at + 1] ?? "") : "";
    if (data.nameEndings.has(after)) return false;
    if (capital[at + 1] && sameSentence(at, at + 1) && !isTimeWord(at + 1) && !MONTH_LINKS.has(after)) return false;
    if (MONTH_LINKS.has(before) || data.directions.has(before)) return true;
    if (AMBIGUOUS_MONTHS.has(word[at] ?? ""))
      return before !== "" && !capital[at - 1] && before !== "to" && (data.relations.has(before) || before === "'s");
    return before === "" || !capital[at - 1] || data.months.has(before) || data.weekdays.has(before);
  }

  function isTimeWord(at: number): boolean {
    const one = word[at] ?? "";
    return data.months.has(one) || data.weekdays.has(one) || data.dayParts.has(one) || data.holidays.has(one);
  }

  /** Monday; last Monday morning; Monday, Aug. 25; but not the Sunday Times */
  function weekday(at: number): Reading {
    let p = at;
    let direction: -1 | 0 | 1 | null = null;
    if (is(p, "this") && is(p + 1, "coming", "past")) p++;
    const directed = data.directions.get(word[p] ?? "");
    if (directed !== undefined && data.weekdays.has(word[p + 1] ?? "")) {
      direction = directed;
      p++;
    }
    if (is(p, "every", "each") && data.weekdays.has(word[p + 1] ?? ""))
      return { end: p + 2, meaning: { kind: "set", value: `XXXX-WXX-${data.weekdays.get(word[p + 1] ?? "") ?? 0}` } };
    const plural = (word[p] ?? "").endsWith("days") ? (word[p] ?? "").slice(0, -1) : "";
    if (capital[p] && data.weekdays.has(plural))
      return { end: p + 1, meaning: { kind: "set", value: `XXXX-WXX-${data.weekdays.get(plural) ?? 0}` } };
    const number = data.weekdays.get(word[p] ?? "");
    if (number === undefined || !capital[p]) return null;
    const end = p + 1;
    const after = word[end] ?? "";
    if (sameSentence(at, end) && capital[end] && !isTimeWord(end) && !data.zones.has(after)) {
      if (data.nameEndings.has(after) || WEEKDAY_NAMES.has(`${word[p - 1] ?? ""} ${word[p] ?? ""}`)) return null;
    }
    if (p > 0 && sameSentence(p, p - 1) && capital[p - 1] && NAMED_DAYS.has(word[p - 1] ?? "")) return null;
    const q = is(end, ",") ? end + 1 : end;
    const dated = sameSentence(at, q) && data.months.has(word[q] ?? "") ? monthDate(q, false) : null;
    if (dated?.meaning.kind === "calendar" && dated.meaning.day !== null)
      return { end: dated.end, meaning: { ...dated.meaning, weekday: number } };
    return dayPartAfter({
      end,
      meaning: {
        kind: "calendar",
        year: null,
        month: null,
        day: null,
        weekday: number,
        direction,
        dayPart: null,
        clock: null,
      },
    });
  }

  /** "Monday morning", "Aug. 25 at noon" stays two expressions; a part of the day is one with its day. */
  function dayPartAfter(reading: { end: number; meaning: Extract<Meaning, { kind: "calendar" }> }): Reading {
    const dayPart = data.dayParts.get(word[reading.end] ?? "");
    if (dayPart === undefined || (reading.meaning.day === null && reading.meaning.weekday === null)) return reading;
    return { end: reading.end + 1, meaning: { ...reading.meaning, dayPart } };
  }

  /** today, yesterday evening, tonight, this morning, last night, the day before yesterday */
  function relativeDay(at: number): Reading {
    if (is(at, "the") && is(at + 1, "day") && is(at + 2, "before", "after") && is(at + 3, "yesterday", "tomorrow"))
      return {
        end: at + 4,
        meaning: { kind: "relative-day", offset: is(at + 2, "before") ? -2 : 2, dayPart: null, clock: null },
      };
    const day = data.days.get(word[at] ?? "");
    if (day !== undefined) {
      if (is(at, "today") && capital[at] && (is(at - 1, "usa") || is(at + 1, "show"))) return null;
      const dayPart = data.dayParts.get(word[at + 1] ?? "");
      const end = dayPart === undefined ? at + 1 : at + 2;
      return {
        end,
        meaning: { kind: "relative-day", offset: day.offset, dayPart: dayPart ?? day.dayPart, clock: null },
      };
    }
    const dayPart = data.dayParts.get(word[at + 1] ?? "");
    if (dayPart === undefined || (word[at + 1] ?? "").endsWith("s")) return null;
    if (is(at, "this")) return { end: at + 2, meaning: { kind: "relative-day", offset: 0, dayPart, clock: null } };
    if (is(at, "last")) return { end: at + 2, meaning: { kind: "relative-day", offset: -1, dayPart, clock: null } };
    if (is(at, "the", "that")) return { end: at + 2, meaning: { kind: "clock", clock: null, dayPart } };
    return null;
  }

  /** the 1990s, the '90s, the mid-1990s, the nineties, the 20th century */
  function decade(at: number): Reading {
    let p = is(at, "the") ? at + 1 : at;
    if (data.parts.has(word[p] ?? "")) p = dash(p + 1);
    const match = /^(?:(1[5-9]|20)(\d)0|'?([2-9])0)'?s$/.exec(word[p] ?? "");
    if (match) {
      const digits = match[1] === undefined ? `19${match[3] ?? ""}` : `${match[1]}${match[2] ?? ""}`;
      if (match[1] === undefined && !is(at, "the")) return null;
      return { end: p + 1, meaning: { kind: "years", digits } };
    }
    if (is(p, "'") && glued[p + 1] && /^[2-9]0s$/.test(word[p + 1] ?? ""))
      return { end: p + 2, meaning: { kind: "years", digits: `19${(word[p + 1] ?? "")[0] ?? ""}` } };
    const named = DECADES.get(word[p] ?? "");
    if (named !== undefined && is(at, "the")) return { end: p + 1, meaning: { kind: "years", digits: `19${named}` } };
    const ordinal = ordinalAt(p);
    if (ordinal !== null && is(dash(p + 1), "century") && ordinal > 1)
      return { end: dash(p + 1) + 1, meaning: { kind: "years", digits: String(ordinal - 1).padStart(2, "0") } };
    return null;
  }

  /** the third quarter of 1990; this year's second half; third-quarter; fiscal 1989's first quarter */
  function quarter(at: number): Reading {
    let p = at;
    let year: number | null = null;
    let direction: -1 | 0 | 1 | null = null;
    if (data.directions.has(word[p] ?? "") && is(p + 1, "year") && is(p + 2, "'s")) {
      direction = data.directions.get(word[p] ?? "") ?? null;
      p += 3;
    } else if (is(p, "the", "its", "a") && !is(p + 1, "year")) p++;
    const named = p > at ? yearDigits(p) : null;
    if (named !== null) {
      year = named.year;
      p = named.end;
      if (is(p, "quarter", "period")) return { end: p + 1, meaning: { kind: "quarter", name: "QX", year, direction } };
    }
    if (is(p, "fiscal")) p = dash(p + 1);
    const ordinal = ordinalAt(p) ?? (is(p, "last", "final", "latter") ? 2 : null);
    if (ordinal === null || ordinal > 4) return null;
    // "a third-quarter loss": the article is the loss's
    if (p > at && dash(p + 1) > p + 1 && direction === null && year === null) return null;
    p = dash(p + 1);
    const half = is(p, "half");
    if (half ? ordinal > 2 : !is(p, "quarter") || is(p - 1, "last", "final", "latter")) return null;
    let end = p + 1;
    if (is(end, "of")) {
      const q = is(end + 1, "fiscal") ? end + 2 : end + 1;
      const written = yearDigits(q);
      const directed = data.directions.get(word[q] ?? "") ?? (is(q, "the") ? 0 : undefined);
      if (written !== null) {
        year = written.year;
        end = written.end;
      } else if (directed !== undefined && is(q + 1, "year")) {
        direction = directed;
        end = q + 2;
      } else if (half) return null;
    } else if (yearDigits(end) !== null) {
      year = yearDigits(end)?.year ?? null;
      end++;
    }
    if (half && year === null && direction === null && at === p - 1) return null;
    return { end, meaning: { kind: "quarter", name: `${half ? "H" : "Q"}${ordinal}`, year, direction } };
  }

  /** last week, this summer, the next three months, the past few years, the same day, the following year, next year's */
  function directed(at: number): Reading {
    let p = at;
    const article = is(p, "the", "these", "those", "its");
    if (article) p++;
    if (is(p, "first", "same", "latest", "entire", "whole", "full", "fiscal")) {
      const start = p;
      p++;
      if (is(start, "first", "latest", "full") && numberAt(p) !== null) return amountOfTime(p, true);
      if (is(start, "full", "latest", "fiscal", "same", "entire", "whole") && data.units.has(word[p] ?? "") && article)
        return unitReading(p, start);
      return null;
    }
    const direction = data.directions.get(word[p] ?? "");
    if (direction === undefined) return null;
    if (!article && is(p, "past", "following", "previous", "coming", "upcoming", "preceding", "current")) {
      if (!(is(p, "past", "coming") && data.plurals.has(word[p + 1] ?? ""))) return null;
    }
    const season = data.seasons.get(word[p + 1] ?? "");
    if (season !== undefined && !(word[p + 1] ?? "").endsWith("s"))
      return { end: p + 2, meaning: { kind: "season", season, year: null, direction } };
    const amount = amountOfTime(p + 1, true);
    if (amount?.meaning.kind === "duration" && amount.ago !== true) {
      const next = word[p + 1] ?? "";
      if (numberAt(p + 1) !== null || data.vagueAmounts.has(next) || data.plurals.has(next)) return amount;
    }
    const q = is(p + 1, "fiscal", "calendar", "trading", "school") ? p + 2 : p + 1;
    const unit = data.units.get(word[q] ?? "");
    if (unit === undefined || data.plurals.has(word[q] ?? "")) return null;
    if (unit === "second" || unit === "minute") return null;
    const end = q + 1;
    // the programme "This Week"
    if (capital[q] && p === at && !capital[at - 1]) return null;
    if (is(p, "this") && is(end, "'s") && is(end + 1, "first", "second", "third", "fourth")) return quarter(at);
    const fromContext = is(p, "following", "previous", "preceding");
    return { end, meaning: { kind: "relative-unit", unit, count: direction, past: direction < 0, fromContext } };
  }

  function unitReading(at: number, start: number): Reading {
    const unit = data.units.get(word[at] ?? "");
    if (unit === undefined || unit === "second" || unit === "minute") return null;
    if (is(start, "latest"))
      return { end: at + 1, meaning: { kind: "quarter", name: "QX", year: null, direction: null } };
    if (is(start, "same"))
      return { end: at + 1, meaning: { kind: "relative-unit", unit, count: 0, past: true, fromContext: true } };
    return { end: at + 1, meaning: { kind: "duration", unit, amount: 1, half: false } };
  }

  /** every day, each year, every two weeks, daily, annually, twice a week */
  function every(at: number): Reading {
    const set = data.sets.get(word[at] ?? "");
    if (set !== undefined)
      return capital[at] && at > 0 && sameSentence(at, at - 1)
        ? null
        : { end: at + 1, meaning: { kind: "set", value: set } };
    if (!is(at, "every", "each", "per")) return null;
    const number = numberAt(at + 1);
    const p = number === null ? at + 1 : number.end;
    const unit = data.units.get(word[p] ?? "");
    if (unit === undefined || (is(at, "per") && unit === "second")) return null;
    return { end: p + 1, meaning: { kind: "set", value: `P${letterOf(unit, number?.value ?? 1)}` } };
  }

  function letterOf(unit: TimeUnit, amount: number): string {
    const letter = { second: "S", minute: "M", hour: "H" }[unit as string];
    if (letter !== undefined) return `T${amount}${letter}`;
    return `${amount}${unit === "century" ? "C" : unit === "decade" ? "E" : (unit[0] ?? "").toUpperCase()}`;
  }

  /** two weeks, a year ago, three-month, the five days, several years earlier, 2 1/2 years, a couple of days, year-ago */
  function amountOfTime(at: number, directed = false): Reading {
    let p = is(at, "the", "these", "those", "its") ? at + 1 : at;
    const article = p > at;
    const number = numberAt(p);
    let amount: number | null = null;
    let half = false;
    let vague = false;
    if (number !== null) {
      amount = number.value;
      p = number.end;
      if (is(p, "1") && is(p + 1, "/") && is(p + 2, "2")) {
        half = true;
        p += 3;
      } else if (is(p, "and") && is(p + 1, "a") && is(p + 2, "half")) {
        half = true;
        p += 3;
      }
      if (
        is(p, "to", "or", "-", "–") &&
        numberAt(p + 1) !== null &&
        data.units.has(word[dash(numberAt(p + 1)?.end ?? p)] ?? "")
      ) {
        amount = numberAt(p + 1)?.value ?? amount;
        p = numberAt(p + 1)?.end ?? p;
      }
    } else if (data.vagueAmounts.has(word[p] ?? "") || (is(p, "a") && is(p + 1, "few", "couple", "dozen"))) {
      vague = true;
      if (is(p, "a")) p++;
      if (is(p, "couple")) amount = 2;
      if (is(p, "some") && !data.plurals.has(word[p + 1] ?? "")) return null;
      p++;
      if (is(p, "of")) p++;
    } else if (is(p, "half") && is(p + 1, "a", "an")) {
      p += 2;
      half = true;
      amount = 0;
    } else if (is(p, "a", "an", "another", "one")) {
      amount = 1;
      p++;
      if (is(p, "full", "whole", "half", "additional")) p++;
    } else if (data.plurals.has(word[p] ?? "")) {
      vague = true;
    } else if (is(p, "year", "week", "month", "day") && is(dash(p + 1), "ago", "earlier") && dash(p + 1) > p + 1) {
      amount = 1;
    } else return null;
    p = dash(p);
    if (
      is(p, "more", "full", "straight", "consecutive", "trading", "business", "additional", "long", "fiscal", "short")
    )
      p++;
    const unit = data.units.get(word[p] ?? "");
    if (unit === undefined) return null;
    if (amount !== null && amount >= 1500 && amount < 2100 && !data.plurals.has(word[p] ?? "")) return null;
    if (unit === "second" && !data.plurals.has(word[p] ?? "") && (amount === null || amount === 1)) return null;
    if (unit === "quarter" && is(p + 1, "of") && !data.plurals.has(word[p] ?? "")) return null;
    if (unit === "quarter" && is(at, "a") && is(p + 1, "century"))
      return { end: p + 2, meaning: { kind: "duration", unit: "year", amount: 25, half: false } };
    let end = p + 1;
    if (is(end, "and") && is(end + 1, "a") && is(end + 2, "half") && amount !== null) {
      half = true;
      end += 3;
    }
    if (is(end, "or") && is(end + 1, "so")) end += 2;
    if (is(end, "or", "and") && data.plurals.has(word[end + 1] ?? "") && vague) end += 2;
    const q = dash(end);
    // "two-year-old", "52 years old": an age, no time
    if (is(q, "old", "olds") && (q === end || glued[q])) return null;
    if (
      !directed &&
      (is(q, "ago", "earlier", "before") || (is(q, "later", "hence") && q === end)) &&
      !(is(q, "before") && !vague && amount !== 1)
    ) {
      const past = !is(q, "later", "hence");
      if (is(q, "before") && !is(at, "the", "a")) return { end, meaning: duration(unit, amount, half) };
      const counted = amount === null ? null : (past ? -1 : 1) * amount;
      const fromContext = !is(q, "ago", "hence");
      const reading = {
        end: q + 1,
        meaning: { kind: "relative-unit", unit, count: counted, past, fromContext } as const,
        ago: true,
      };
      // the year-ago quarter
      const r = ordinalAt(q + 1) === null ? q + 1 : q + 2;
      if (q > end && is(r, "quarter", "period"))
        return { end: r + 1, meaning: { kind: "quarter", name: "QX", year: null, direction: -1 }, ago: true };
      return reading;
    }
    if (!directed && is(end, "from") && is(end + 1, "now", "today", "then"))
      return { end: end + 2, meaning: { kind: "relative-unit", unit, count: amount, past: false }, ago: false };
    if (article && number === null && !vague) return null;
    return { end, meaning: duration(unit, amount, half) };
  }

  function duration(unit: TimeUnit, amount: number | null, half: boolean): Meaning {
    return { kind: "duration", unit, amount, half };
  }

  /** the summer of 1994, spring 2015, in the fall; "fall" and "spring" are verbs too */
  function season(at: number): Reading {
    let p = at;
    const article = is(p, "the");
    if (article) p++;
    if (data.parts.has(word[p] ?? "")) p = dash(p + 1);
    const season = data.seasons.get(word[p] ?? "");
    if (season === undefined || (word[p] ?? "").endsWith("s")) return null;
    const q = is(p + 1, "of", ",") ? p + 2 : p + 1;
    const written = yearDigits(q) ?? spokenYear(q);
    if (written !== null)
      return { end: written.end, meaning: { kind: "season", season, year: written.year, direction: null } };
    const before = word[at - 1] ?? "";
    if (is(p + 1, "in", "of", "from", "to", "by", "into", "apart", "short") && !article) return null;
    if (
      article
        ? ["FA", "SP"].includes(season) && !data.relations.has(before)
        : !["in", "by", "until", "since", "early", "late", "mid"].includes(before)
    )
      return null;
    return { end: p + 1, meaning: { kind: "season", season, year: null, direction: null } };
  }

  function holiday(at: number): Reading {
    if (!capital[at]) return null;
    for (const length of [3, 2, 1]) {
      const name = Array.from(
        { length },
        (_, k) => (glued[at + k] && k > 0 ? "" : k > 0 ? " " : "") + (word[at + k] ?? ""),
      ).join("");
      const day = data.holidays.get(name);
      if (day === undefined) continue;
      if (is(at + length, "tree", "party", "parade", "carol", "season")) return null;
      const written = yearDigits(is(at + length, ",") ? at + length + 1 : at + length);
      return dateReading(written?.end ?? at + length, {
        year: written?.year ?? null,
        month: Number(day.slice(0, 2)),
        day: Number(day.slice(3)),
      });
    }
    return null;
  }

  /** 1990, fiscal 1989, the year 2000, nineteen ninety-six; but not 2000 people or $2000 */
  function year(at: number): Reading {
    let p = at;
    if (is(p, "the") && is(p + 1, "year", "years")) p += 2;
    else if (is(p, "fiscal", "calendar")) p++;
    if (is(p, "year") && p > at) p++;
    const spoken = spokenYear(p);
    if (spoken !== null) return calendarYear(spoken.end, spoken.year);
    const written = yearDigits(p);
    if (written === null) {
      const short = /^'([0-9]{2})$/.exec(word[p] ?? "");
      if (short === null) return null;
      const two = Number(short[1]);
      return calendarYear(p + 1, two < 40 ? 2000 + two : 1900 + two);
    }
    if (p === at && !isYear(p, written.year)) return null;
    return calendarYear(written.end, written.year);
  }

  function isYear(at: number, value: number): boolean {
    const before = at > 0 && sameSentence(at, at - 1) ? (word[at - 1] ?? "") : "";
    const after = sameSentence(at, at + 1) ? (word[at + 1] ?? "") : "";
    if (before === "$" || before === "£" || before === "€" || before === "no" || before === "number") return false;
    if (after === "%" || after === "percent" || after === "per" || MEASURES.has(after)) return false;
    if (glued[at + 1] && (after === "-" || after === "/") && !/^\d+$/.test(word[at + 2] ?? "") && value % 100 === 0)
      return false;
    // "2000 people": a round number before a plural is a count; "the 2016 elections" is a year
    if (after.endsWith("s") && !capital[at + 1] && before !== "the" && value % 100 === 0) return false;
    return true;
  }

  /** the quarter, the week, the year, a week, weeks, months */
  function bareUnit(at: number): Reading {
    const p = is(at, "the", "that") ? at + 1 : at;
    const one = word[p] ?? "";
    const unit = data.units.get(one);
    if (unit === undefined || unit === "second" || unit === "minute" || unit === "hour") return null;
    if (data.plurals.has(one)) return p === at ? null : { end: p + 1, meaning: duration(unit, null, false) };
    if (p === at) return null;
    if (is(p + 1, "-") && glued[p + 1]) return null;
    if (unit === "day" || unit === "century" || unit === "decade") {
      if (is(p + 1, "after", "before", "of", "when", "that", "he", "she", "they", "we", "i")) return null;
      return unit === "day" ? { end: p + 1, meaning: { kind: "relative-unit", unit, count: 0, past: true } } : null;
    }
    if (unit === "quarter")
      return { end: p + 1, meaning: { kind: "quarter", name: "QX", year: null, direction: null } };
    if (unit === "weekend") return { end: p + 1, meaning: { kind: "relative-unit", unit, count: 0, past: true } };
    if (is(at, "that"))
      return { end: p + 1, meaning: { kind: "relative-unit", unit, count: 0, past: true, fromContext: true } };
    return { end: p + 1, meaning: duration(unit, 1, false) };
  }

  /** right now, these days, the past, the future */
  function pointer(at: number): Reading {
    if (
      is(at, "the") &&
      is(at + 1, "past", "future", "present") &&
      !data.units.has(word[at + 2] ?? "") &&
      !data.units.has(word[at + 3] ?? "") &&
      !is(at + 2, "of", "president", "prime")
    ) {
      const value = is(at + 1, "past") ? "PAST_REF" : is(at + 1, "future") ? "FUTURE_REF" : "PRESENT_REF";
      return { end: at + 2, meaning: { kind: "reference", value } };
    }
    if (is(at, "the") && is(at + 1, "near") && is(at + 2, "future", "term"))
      return { end: at + 3, meaning: { kind: "reference", value: "FUTURE_REF" } };
    if (is(at, "right") && is(at + 1, "now"))
      return { end: at + 2, meaning: { kind: "reference", value: "PRESENT_REF" } };
    if (is(at, "these") && is(at + 1, "days"))
      return { end: at + 2, meaning: { kind: "reference", value: "PRESENT_REF" } };
    return null;
  }

  /** year-end, year's end, the year's end */
  function yearEnd(at: number): Reading {
    const p = is(at, "the") ? at + 1 : at;
    if (!is(p, "year")) return null;
    const q = is(p + 1, "'s") ? p + 2 : dash(p + 1);
    if (!is(q, "end")) return null;
    return {
      end: q + 1,
      meaning: {
        kind: "calendar",
        year: null,
        month: 12,
        day: 31,
        weekday: null,
        direction: 0,
        dayPart: null,
        clock: null,
      },
    };
  }

  /** now, currently, recently, soon */
  function reference(at: number): Reading {
    const value = data.references.get(word[at] ?? "");
    if (value === undefined) return null;
    if (is(at, "soon") && (is(at + 1, "after", "as", "thereafter", "enough") || is(at - 1, "as", "too"))) return null;
    if (capital[at] && at > 0 && sameSentence(at, at - 1) && capital[at - 1]) return null;
    return { end: at + 1, meaning: { kind: "reference", value } };
  }

  function digits(at: number): number | null {
    const one = word[at] ?? "";
    return /^\d{1,4}$/.test(one) ? Number(one) : null;
  }

  function fullYear(value: number, written: string): number {
    if (written.length === 4 || value > 99) return value;
    return value < 40 ? 2000 + value : 1900 + value;
  }

  function yearDigits(at: number): { readonly year: number; readonly end: number } | null {
    const one = word[at] ?? "";
    if (!/^(?:1[5-9]|20)\d\d$/.test(one)) return null;
    // 1989-90 is told by its first year
    const range = is(at + 1, "-", "–") && glued[at + 1] && glued[at + 2] && /^\d\d$/.test(word[at + 2] ?? "");
    return { year: Number(one), end: range ? at + 3 : at + 1 };
  }

  /** nineteen ninety-six, two thousand */
  function spokenYear(at: number): { readonly year: number; readonly end: number } | null {
    if (is(at, "two") && is(at + 1, "thousand") && is(at - 1, "year")) return { year: 2000, end: at + 2 };
    if (!is(at, "nineteen", "eighteen")) return null;
    const tens = data.numbers.get(word[at + 1] ?? "");
    if (tens === undefined || tens < 10 || tens > 90) return null;
    const ones = data.numbers.get(word[dash(at + 2)] ?? "");
    const both = tens % 10 === 0 && ones !== undefined && ones > 0 && ones < 10;
    const century = is(at, "nineteen") ? 1900 : 1800;
    return { year: century + tens + (both ? ones : 0), end: both ? dash(at + 2) + 1 : at + 2 };
  }

  function calendarYear(end: number, value: number): Reading {
    return dateReading(end, { year: value, month: null, day: null });
  }

  function dateReading(
    end: number,
    { year, month, day }: { year: number | null; month: number | null; day: number | null },
  ): Reading {
    return {
      end,
      meaning: { kind: "calendar", year, month, day, weekday: null, direction: null, dayPart: null, clock: null },
    };
  }

  /** 25, 25th, twenty-fifth is left out: rare */
  function dayNumberAt(at: number): number | null {
    const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word[at] ?? "");
    const value = match ? Number(match[1]) : (data.ordinals.get(word[at] ?? "") ?? 0);
    return value >= 1 && value <= 31 ? value : null;
  }

  function ordinalAt(at: number): number | null {
    const match = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word[at] ?? "");
    return match ? Number(match[1]) : (data.ordinals.get(word[at] ?? "") ?? null);
  }

  /** "three", "twenty-four", "a hundred", "1,500", "1.5" */
  function numberAt(at: number): { readonly value: number; readonly end: number } | null {
    const one = word[at] ?? "";
    if (/^\d{1,3}(?:,\d{3})+$|^\d+(?:\.\d+)?$/.test(one))
      return { value: Number(one.replaceAll(",", "")), end: at + 1 };
    let value = data.numbers.get(one);
    let end = at + 1;
    if (value === undefined) {
      if (one !== "a" || !is(at + 1, "hundred", "thousand", "dozen")) return null;
      value = data.numbers.get(word[at + 1] ?? "") ?? 1;
      end = at + 2;
    }
    if (value >= 20 && value < 100) {
      const ones = data.numbers.get(word[dash(end)] ?? "");
      if (ones !== undefined && ones > 0 && ones < 10) {
        value += ones;
        end = dash(end) + 1;
      }
    }
    while (is(end, "hundred", "thousand")) value *= data.numbers.get(word[end++] ?? "") ?? 1;
    return { value, end };
  }
}

/** "on Monday", "by the end of 2027": the preposition before an expression. */
function relationBefore(
  pieces: Pieces,
  at: number,
  data: TimeData,
): { readonly relation: TimeExpression["relation"]; readonly start: number } | null {
  if (at === 0 || pieces.sentence[at - 1] !== pieces.sentence[at]) return null;
  const relation = data.relations.get(pieces.word[at - 1] ?? "");
  return relation === undefined ? null : { relation, start: pieces.start[at - 1] ?? 0 };
}

/** True when the words just before say that what happens lies ahead of the publication. */
function isAhead(pieces: Pieces, at: number, data: TimeData): boolean {
  for (let p = at - 1; p >= 0 && p >= at - 12; p--) {
    if (pieces.sentence[p] !== pieces.sentence[at]) return false;
    const one = pieces.word[p] ?? "";
    if (data.futureVerbs.has(one)) return true;
    if (PAST_VERBS.has(one) || one === "ago" || one === "since") return false;
  }
  return false;
}

const PAST_VERBS: ReadonlySet<string> = new Set(
  "said told was were had did announced reported added released met".split(" "),
);

const FULL_SHORT: ReadonlySet<string> = new Set(["may", "june", "july"]);
const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(["may", "march"]);
const MONTH_LINKS: ReadonlySet<string> = new Set(
  "in since until till by of during through throughout and or early late mid before after from last next this".split(
    " ",
  ),
);
const NAMED_DAYS: ReadonlySet<string> = new Set("black good bloody super cyber ash palm easter".split(" "));
const WEEKDAY_NAMES: ReadonlySet<string> = new Set(["the sunday", "news sunday"]);
const DECADES: ReadonlyMap<string, number> = new Map([
  ["twenties", 2],
  ["thirties", 3],
  ["forties", 4],
  ["fifties", 5],
  ["sixties", 6],
  ["seventies", 7],
  ["eighties", 8],
  ["nineties", 9],
]);
const MEASURES: ReadonlySet<string> = new Set(
  "people dollars miles feet square acres votes points pounds tons jobs million billion troops".split(" "),
);
