import { isDayOfMonth } from "./calendar.ts";
import { calendar, type CalendarMeaning, type Reading } from "./meaning.ts";
import { dayNumberAt, digitsAt, fullYear, yearDigitsAt, yearNumberAt } from "./numbers.ts";
import { is, sameSentence, wordAt, type Pieces } from "./pieces.ts";

/** 2025-08-25, 10/27/89, 08-16-90 */
export function numericDateAt(pieces: Pieces, at: number): Reading {
  const { glued } = pieces;
  const one = digitsAt(pieces, at);
  if (one === null || !is(pieces, at + 1, "-", "/") || !glued[at + 1] || !glued[at + 2]) return null;
  const two = digitsAt(pieces, at + 2);
  if (two === null || !is(pieces, at + 3, "-", "/") || !glued[at + 3] || !glued[at + 4]) return null;
  const three = digitsAt(pieces, at + 4);
  if (three === null) return null;
  const [y, m, d] = wordAt(pieces, at).length === 4 ? [one, two, three] : [three, one, two];
  const [month, day] = m > 12 && d <= 12 ? [d, m] : [m, d];
  if (month < 1 || month > 12 || !isDayOfMonth(month, day)) return null;
  // four digits at the end are the year as it is, even "0025"
  const year = wordAt(pieces, at + 4).length === 4 || y > 99 ? y : fullYear(y);
  return { end: at + 5, meaning: calendar({ year, month, day }) };
}

/** August, Aug. 25, 2025; 25 August; August 25th; August last year */
export function monthDateAt(pieces: Pieces, at: number, afterPart: boolean): Reading {
  const { capital, glued, data } = pieces;
  let p = at;
  let direction: -1 | 0 | 1 | null = null;
  const directed = data.directions.get(wordAt(pieces, p));
  if (directed !== undefined && data.months.has(wordAt(pieces, p + 1))) {
    direction = directed;
    p++;
  }
  let day: number | null = null;
  const article = is(pieces, p, "the") ? 1 : 0;
  const dayFirst = dayNumberAt(pieces, p + article);
  if (dayFirst !== null) {
    const q = p + article + 1;
    const r = is(pieces, q, "of") ? q + 1 : q;
    if (!data.months.has(wordAt(pieces, r)) || !capital[r]) return null;
    day = dayFirst;
    p = r;
  }
  const month = data.months.get(wordAt(pieces, p));
  if (month === undefined || !capital[p]) return null;
  let end = p + 1;
  if (day === null) {
    const after = dayNumberAt(pieces, end);
    if (after !== null && isDayOfMonth(month, after) && !data.scales.has(wordAt(pieces, end + 1))) {
      day = after;
      end++;
      // "Aug. 25-27": a stretch of days is told by its first
      if (is(pieces, end, "-", "–") && glued[end] && glued[end + 1] && dayNumberAt(pieces, end + 1) !== null) end += 2;
    }
  }
  if (day !== null && !isDayOfMonth(month, day)) return null;
  let year: number | null = null;
  const q = is(pieces, end, ",", "of") ? end + 1 : end;
  const written = yearNumberAt(pieces, q);
  if (written !== null) {
    year = written.value;
    end = written.end;
  } else if (is(pieces, end, "last", "this", "next") && is(pieces, end + 1, "year")) {
    direction = data.directions.get(wordAt(pieces, end)) ?? null;
    end += 2;
  }
  if (day === null && year === null) {
    if (data.shortMonths.has(wordAt(pieces, p))) return null;
    if (direction === null && !afterPart && !isMonthName(pieces, p)) return null;
  }
  return withDayPart(pieces, end, calendar({ year, month, day, direction }));
}

/** Monday; last Monday morning; Monday, Aug. 25; every Monday; Mondays; but not the Sunday Times */
export function weekdayAt(pieces: Pieces, at: number): Reading {
  const { capital, data } = pieces;
  const { weekdays } = data;
  let p = at;
  let direction: -1 | 0 | 1 | null = null;
  if (is(pieces, p, "this") && is(pieces, p + 1, "coming", "past")) p++;
  const directed = data.directions.get(wordAt(pieces, p));
  if (directed !== undefined && weekdays.has(wordAt(pieces, p + 1))) {
    direction = directed;
    p++;
  }
  const next = weekdays.get(wordAt(pieces, p + 1));
  if (next !== undefined && is(pieces, p, "every", "each")) return { end: p + 2, meaning: everyWeek(next) };
  const name = wordAt(pieces, p);
  const plural = name.endsWith("days") ? weekdays.get(name.slice(0, -1)) : undefined;
  if (plural !== undefined && capital[p]) return { end: p + 1, meaning: everyWeek(plural) };
  const weekday = weekdays.get(name);
  if (weekday === undefined || !capital[p]) return null;
  const end = p + 1;
  const before = wordAt(pieces, p - 1);
  const after = wordAt(pieces, end);
  if (sameSentence(pieces, at, end) && capital[end] && !isTimeWord(pieces, end) && !data.zones.has(after)) {
    if (data.nameEndings.has(after) || data.weekdayTitles.has(`${before} ${name}`)) return null;
  }
  if (p > 0 && sameSentence(pieces, p, p - 1) && capital[p - 1] && data.namedDays.has(before)) return null;
  const q = is(pieces, end, ",") ? end + 1 : end;
  const dated =
    sameSentence(pieces, at, q) && data.months.has(wordAt(pieces, q)) ? monthDateAt(pieces, q, false) : null;
  if (dated?.meaning.kind === "calendar" && dated.meaning.day !== null)
    return { end: dated.end, meaning: { ...dated.meaning, weekday } };
  return withDayPart(pieces, end, calendar({ weekday, direction }));
}

/** Christmas Day, New Year's Eve, 2026; but not the Christmas tree */
export function holidayAt(pieces: Pieces, at: number): Reading {
  if (!pieces.capital[at]) return null;
  for (const length of [3, 2, 1]) {
    const date = pieces.data.holidays.get(nameOf(pieces, at, length));
    if (date === undefined) continue;
    const end = at + length;
    if (pieces.data.holidayCompounds.has(wordAt(pieces, end))) return null;
    const written = yearDigitsAt(pieces, is(pieces, end, ",") ? end + 1 : end);
    return {
      end: written?.end ?? end,
      meaning: calendar({
        year: written?.value ?? null,
        month: Number(date.slice(0, 2)),
        day: Number(date.slice(3)),
      }),
    };
  }
  return null;
}

/** Is the bare word a month, and not a modal verb, a march, or somebody's name? */
function isMonthName(pieces: Pieces, at: number): boolean {
  const { capital, data } = pieces;
  const before = at > 0 && sameSentence(pieces, at, at - 1) ? wordAt(pieces, at - 1) : "";
  const after = sameSentence(pieces, at, at + 1) ? wordAt(pieces, at + 1) : "";
  if (data.nameEndings.has(after)) return false;
  if (after !== "" && capital[at + 1] && !isTimeWord(pieces, at + 1) && !data.monthLinks.has(after)) return false;
  if (data.monthLinks.has(before) || data.directions.has(before)) return true;
  if (data.ambiguousMonths.has(wordAt(pieces, at)))
    return before !== "" && !capital[at - 1] && before !== "to" && (data.relations.has(before) || before === "'s");
  return before === "" || !capital[at - 1] || data.months.has(before) || data.weekdays.has(before);
}

function isTimeWord({ word, data }: Pieces, at: number): boolean {
  const one = word[at] ?? "";
  return data.months.has(one) || data.weekdays.has(one) || data.dayParts.has(one) || data.holidays.has(one);
}

/** "Monday morning", "Aug. 25 at noon" stays two expressions; a part of the day is one with its day. */
function withDayPart(pieces: Pieces, end: number, meaning: CalendarMeaning): Reading {
  const dayPart = pieces.data.dayParts.get(wordAt(pieces, end));
  if (dayPart === undefined || (meaning.day === null && meaning.weekday === null)) return { end, meaning };
  return { end: end + 1, meaning: { ...meaning, dayPart } };
}

function everyWeek(weekday: number): { readonly kind: "set"; readonly value: string } {
  return { kind: "set", value: `XXXX-WXX-${weekday}` };
}

/** So many pieces as they were written, one space between words. */
function nameOf(pieces: Pieces, at: number, length: number): string {
  let name = wordAt(pieces, at);
  for (let p = at + 1; p < at + length; p++) name += (pieces.glued[p] ? "" : " ") + wordAt(pieces, p);
  return name;
}
