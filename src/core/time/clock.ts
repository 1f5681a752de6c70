import { monthDateAt, weekdayAt } from "./dates.ts";
import type { Reading } from "./meaning.ts";
import { is, sameSentence, wordAt, type Pieces } from "./pieces.ts";

/** 5 p.m. EST Friday, 10:30 a.m., noon, midnight, 17:00 */
export function clockAt(pieces: Pieces, at: number): Reading {
  const { zones } = pieces.data;
  const hour = hourAt(pieces, at);
  if (hour === null) return null;
  const { clock } = hour;
  let p = hour.end;
  for (let left = 2; left > 0 && zones.has(wordAt(pieces, p)); left--) p++;
  if (zones.has(wordAt(pieces, p - 1)) && is(pieces, p, "time")) p++;
  const q = is(pieces, p, "on", ",") ? p + 1 : p;
  const day = sameSentence(pieces, at, q)
    ? (monthDateAt(pieces, q, false) ?? weekdayAt(pieces, q) ?? relativeDayAt(pieces, q))
    : null;
  if (day?.meaning.kind === "calendar" && (day.meaning.day !== null || day.meaning.weekday !== null))
    return { end: day.end, meaning: { ...day.meaning, clock } };
  if (day?.meaning.kind === "relative-day") return { end: day.end, meaning: { ...day.meaning, clock } };
  return { end: p, meaning: { kind: "clock", clock, dayPart: null } };
}

/** today, yesterday evening, tonight, this morning, last night, the day before yesterday */
export function relativeDayAt(pieces: Pieces, at: number): Reading {
  const { days, dayParts } = pieces.data;
  if (
    is(pieces, at, "the") &&
    is(pieces, at + 1, "day") &&
    is(pieces, at + 2, "before", "after") &&
    is(pieces, at + 3, "yesterday", "tomorrow")
  ) {
    const offset = is(pieces, at + 2, "before") ? -2 : 2;
    return { end: at + 4, meaning: { kind: "relative-day", offset, dayPart: null, clock: null } };
  }
  const next = wordAt(pieces, at + 1);
  const dayPart = dayParts.get(next);
  const day = days.get(wordAt(pieces, at));
  if (day !== undefined) {
    // the paper and the programme
    if (is(pieces, at, "today") && pieces.capital[at] && (is(pieces, at - 1, "usa") || is(pieces, at + 1, "show")))
      return null;
    return {
      end: dayPart === undefined ? at + 1 : at + 2,
      meaning: { kind: "relative-day", offset: day.offset, dayPart: dayPart ?? day.dayPart, clock: null },
    };
  }
  if (dayPart === undefined || next.endsWith("s")) return null;
  const end = at + 2;
  if (is(pieces, at, "this")) return { end, meaning: { kind: "relative-day", offset: 0, dayPart, clock: null } };
  if (is(pieces, at, "last")) return { end, meaning: { kind: "relative-day", offset: -1, dayPart, clock: null } };
  if (is(pieces, at, "the", "that")) return { end, meaning: { kind: "clock", clock: null, dayPart } };
  return null;
}

/** The hour alone, in 24 hours: `17:00` for "5 p.m."; a number needs "p.m.", "o'clock" or a colon to be one. */
function hourAt(pieces: Pieces, at: number): { readonly clock: string; readonly end: number } | null {
  if (is(pieces, at, "noon", "midday")) return { clock: "12:00", end: at + 1 };
  if (is(pieces, at, "midnight")) return { clock: "24:00", end: at + 1 };
  const written = wordAt(pieces, at);
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm|a\.m|p\.m)?$/.exec(written);
  if (match === null) return null;
  const minutes = match[2];
  let hour = Number(match[1]);
  let end = at + 1;
  let half = match[3]?.[0];
  if (half === undefined && is(pieces, end, "a.m", "p.m", "am", "pm")) half = wordAt(pieces, end++)[0];
  if (half === undefined) {
    if (is(pieces, end, "o'clock")) end++;
    else if (minutes === undefined || !written.includes(":")) return null;
  }
  if (hour > 24 || Number(minutes ?? 0) > 59) return null;
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  return { clock: `${String(hour).padStart(2, "0")}:${minutes ?? "00"}`, end };
}
