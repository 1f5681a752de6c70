import {
  four,
  isoDay,
  isoMonth,
  plusDays,
  plusMonths,
  two,
  weekdayOf,
  weekOf,
  type Day,
  type PartialDay,
} from "./calendar.ts";
import type { Meaning } from "./meaning.ts";
import type { TimePrecision, TimeType, TimeUnit } from "./time.ts";

export interface ResolvedTime {
  readonly type: TimeType;
  readonly value: string;
  readonly edtf: string | null;
  readonly precision: TimePrecision | null;
}

/**
 * Sets a meaning against the day of publication, as well as that is known. `future` says that what happens lies ahead
 * ("will meet on Monday"); otherwise the nearest past is taken, the day of publication included. What the date does not settle
 * stays open: `XXXX-08-25`.
 */
export function resolveTime(meaning: Meaning, published: PartialDay | null, future: boolean): ResolvedTime {
  switch (meaning.kind) {
    case "calendar":
      return resolveCalendar(meaning, published, future);
    case "relative-day": {
      const today = fullDay(published);
      const day = today && isoDay(plusDays(today, meaning.offset));
      return onDay(day, meaning.dayPart, meaning.clock);
    }
    case "clock":
      return onDay(null, meaning.dayPart, meaning.clock, published);
    case "relative-unit": {
      const resolved = resolveUnit(meaning.unit, meaning.count, meaning.past, published);
      // The TIMEX3 value may count from the publication for want of better; a date for the record may not.
      return meaning.fromContext === true ? { ...resolved, edtf: null, precision: null } : resolved;
    }
    case "duration":
      return { type: "duration", value: durationValue(meaning), edtf: null, precision: null };
    case "reference":
      return { type: "date", value: meaning.value, edtf: null, precision: null };
    case "season":
      return resolveSeason(meaning, published, future);
    case "quarter": {
      if (meaning.name === "QX") return latestQuarter(meaning.year, meaning.direction ?? 0, published);
      const year = meaning.year ?? quarterYear(meaning.name, meaning.direction, published, future);
      const written = year === null ? "XXXX" : four(year);
      return date(`${written}-${meaning.name}`, year === null ? null : quarterEdtf(year, meaning.name), "quarter");
    }
    case "years":
      return meaning.digits.length === 3
        ? date(meaning.digits, `${meaning.digits}X`, "decade")
        : date(`${meaning.digits}XX`, `${meaning.digits}XX`, "century");
    case "set":
      return { type: "set", value: meaning.value, edtf: null, precision: null };
  }
}

function date(value: string, edtf: string | null, precision: TimePrecision): ResolvedTime {
  return { type: "date", value, edtf, precision: edtf === null ? null : precision };
}

function onDay(
  day: string | null,
  dayPart: string | null,
  clock: string | null,
  published: PartialDay | null = null,
): ResolvedTime {
  const today = fullDay(published);
  const written = day ?? (today ? isoDay(today) : "XXXX-XX-XX");
  if (clock !== null)
    return { type: "time", value: `${written}T${clock}`, edtf: day, precision: day === null ? null : "day" };
  if (dayPart !== null)
    return { type: "time", value: `${written}T${dayPart}`, edtf: day, precision: day === null ? null : "day" };
  return date(written, day, "day");
}

function fullDay(published: PartialDay | null): Day | null {
  if (published === null || published.month === null || published.day === null) return null;
  return { year: published.year, month: published.month, day: published.day };
}

function resolveCalendar(
  meaning: Extract<Meaning, { kind: "calendar" }>,
  published: PartialDay | null,
  future: boolean,
): ResolvedTime {
  const { month, day, weekday, direction, dayPart, clock } = meaning;
  if (month === null) {
    if (weekday === null) {
      const year = meaning.year === null ? null : four(meaning.year);
      return date(year ?? "XXXX", year, "year");
    }
    const today = fullDay(published);
    if (today === null) {
      const open = `XXXX-WXX-${weekday}`;
      const value = dayPart ? `${open}T${dayPart}` : open;
      return { type: dayPart ? "time" : "date", value, edtf: null, precision: null };
    }
    return onDay(isoDay(nearestWeekday(today, weekday, direction, future)), dayPart, clock);
  }
  const year = meaning.year ?? yearOfMonth(month, day, direction, published, future);
  const written = year === null ? "XXXX" : four(year);
  if (day === null) {
    const value = `${written}-${two(month)}`;
    return date(value, value, "month");
  }
  return onDay(`${written}-${two(month)}-${two(day)}`, dayPart, clock);
}

function nearestWeekday(today: Day, weekday: number, direction: -1 | 0 | 1 | null, future: boolean): Day {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (direction === 1 || (direction !== -1 && future))
    return plusDays(today, back === 0 ? (direction === 1 ? 7 : 0) : 7 - back);
  return plusDays(today, -(back === 0 && direction === -1 ? 7 : back));
}

/**
 * The year a month or day without year belongs to: the nearest past one, or the nearest one ahead. A publication date of
 * a year alone gives that year; one of a month takes months after it for the year before.
 */
function yearOfMonth(
  month: number,
  day: number | null,
  direction: -1 | 0 | 1 | null,
  published: PartialDay | null,
  future: boolean,
): number | null {
  if (published === null) return null;
  const { year } = published;
  if (published.month === null) return direction === null || direction === 0 ? year : null;
  const here = published.month * 32 + (day === null || published.day === null ? 0 : published.day);
  const there = month * 32 + (day === null || published.day === null ? 0 : day);
  if (direction === -1) return there < here ? year : year - 1;
  if (direction === 1) return there > here ? year : year + 1;
  if (direction === 0) return year;
  // A day soon ahead is more likely meant than one almost a year back: "the Nov. 30 deadline" in a story of Nov. 2.
  if (future) return there >= here ? year : year + 1;
  if (there <= here) return year;
  return there - here <= 32 * 3 ? year : year - 1;
}

function resolveUnit(unit: TimeUnit, count: number | null, past: boolean, published: PartialDay | null): ResolvedTime {
  if (count === null) return date(past ? "PAST_REF" : "FUTURE_REF", null, "year");
  const today = fullDay(published);
  switch (unit) {
    case "day":
      return today ? onDay(isoDay(plusDays(today, count)), null, null) : date("XXXX-XX-XX", null, "day");
    case "week":
    case "fortnight":
    case "weekend": {
      const open = unit === "weekend" ? "XXXX-WXX-WE" : "XXXX-WXX";
      if (!today) return date(open, null, "week");
      // "over the weekend" on a weekday is the one gone by
      const back = unit === "weekend" && past && count === 0 && weekdayOf(today) < 6 ? -1 : count;
      const day = plusDays(today, back * (unit === "fortnight" ? 14 : 7));
      const monday = plusDays(day, 1 - weekdayOf(day));
      const { year, week } = weekOf(day);
      const value = `${four(year)}-W${two(week)}`;
      if (unit !== "weekend") return date(value, `${isoDay(monday)}/${isoDay(plusDays(monday, 6))}`, "week");
      return date(`${value}-WE`, `${isoDay(plusDays(monday, 5))}/${isoDay(plusDays(monday, 6))}`, "week");
    }
    case "month": {
      if (!published || published.month === null) return date("XXXX-XX", null, "month");
      const { year, month } = plusMonths(published.year, published.month, count);
      return date(isoMonth(year, month), isoMonth(year, month), "month");
    }
    case "quarter": {
      if (!published || published.month === null) return date("XXXX-QX", null, "quarter");
      const { year, month } = plusMonths(published.year, published.month, count * 3);
      const name = `Q${Math.ceil(month / 3)}`;
      return date(`${four(year)}-${name}`, quarterEdtf(year, name), "quarter");
    }
    case "year": {
      if (!published) return date("XXXX", null, "year");
      const year = four(published.year + count);
      return date(year, year, "year");
    }
    case "decade": {
      if (!published) return date("XXX", null, "decade");
      const digits = four(published.year + count * 10).slice(0, 3);
      return date(digits, `${digits}X`, "decade");
    }
    case "century": {
      if (!published) return date("XX", null, "century");
      const digits = four(published.year + count * 100).slice(0, 2);
      return date(`${digits}XX`, `${digits}XX`, "century");
    }
    case "second":
    case "minute":
    case "hour":
      return {
        type: "time",
        value: today ? `${isoDay(today)}TXX:XX` : "XXXX-XX-XXTXX:XX",
        edtf: null,
        precision: null,
      };
  }
}

const UNIT_LETTERS: Readonly<Record<TimeUnit, string>> = {
  second: "TS",
  minute: "TM",
  hour: "TH",
  day: "D",
  week: "W",
  fortnight: "W",
  weekend: "D",
  month: "M",
  quarter: "Q",
  year: "Y",
  decade: "Y",
  century: "Y",
};

const UNIT_FACTORS: Readonly<Partial<Record<TimeUnit, number>>> = {
  fortnight: 2,
  weekend: 2,
  decade: 10,
  century: 100,
};

function durationValue({ unit, amount, half }: Extract<Meaning, { kind: "duration" }>): string {
  const letters = UNIT_LETTERS[unit];
  const [time, letter] = letters.length === 2 ? ["T", letters[1] ?? ""] : ["", letters];
  if (amount === null) return `P${time}X${unit === "decade" ? "E" : unit === "century" ? "C" : letter}`;
  const factor = UNIT_FACTORS[unit] ?? 1;
  if (half && unit === "year") return `P${amount}Y6M`;
  return `P${time}${(amount + (half ? 0.5 : 0)) * factor}${letter}`;
}

function resolveSeason(
  { season, year: given, direction }: Extract<Meaning, { kind: "season" }>,
  published: PartialDay | null,
  future: boolean,
): ResolvedTime {
  const number = { SP: 1, SU: 2, FA: 3, WI: 4 }[season];
  let year = given;
  if (year === null && published !== null) {
    const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[season];
    const now = published.month;
    if (now === null) year = direction === null || direction === 0 ? published.year : null;
    else if (direction === -1) year = first + 2 < now ? published.year : published.year - 1;
    else if (direction === 1) year = first > now ? published.year : published.year + 1;
    else if (season === "WI" && now <= 2) year = published.year - 1;
    else year = future && first + 2 < now ? published.year + 1 : published.year;
  }
  const written = year === null ? "XXXX" : four(year);
  return date(`${written}-${season}`, year === null ? null : `${written}-2${number}`, "season");
}

/**
 * "the quarter" of a company's results is most often the last that ended before publication. The TIMEX3 value says so;
 * the EDTF stays open, for it is a guess.
 */
function latestQuarter(given: number | null, direction: number, published: PartialDay | null): ResolvedTime {
  if (published === null || published.month === null)
    return date(`${given === null ? "XXXX" : four(given)}-QX`, null, "quarter");
  const { year, month } = plusMonths(published.year, published.month, -3);
  return date(`${four(given ?? year + direction)}-Q${Math.ceil(month / 3)}`, null, "quarter");
}

function quarterYear(
  name: string,
  direction: -1 | 0 | 1 | null,
  published: PartialDay | null,
  future: boolean,
): number | null {
  if (published === null) return null;
  const { year, month } = published;
  if (direction !== null && direction !== 0) return year + direction;
  if (month === null) return year;
  const first = name.startsWith("H") ? (Number(name[1]) - 1) * 6 + 1 : (Number(name[1]) - 1) * 3 + 1;
  // Results of a quarter are told after it began: the fourth quarter in a story of February is last year's.
  return !future && first > month + 1 ? year - 1 : year;
}

/** EDTF level 2 numbers quarters 33 to 36 and halves 40, 41. */
function quarterEdtf(year: number, name: string): string | null {
  const number = Number(name[1]);
  if (!Number.isFinite(number)) return null;
  return `${four(year)}-${name.startsWith("H") ? 39 + number : 32 + number}`;
}
