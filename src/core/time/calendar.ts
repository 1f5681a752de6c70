/** A day of the proleptic Gregorian calendar. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** A point of the calendar known to its year, month or day. */
export interface PartialDay {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Days since 1 March of year 0; the arithmetic is Howard Hinnant's `days_from_civil`. */
export function dayNumber({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

/** The day with that number. */
export function dayOf(number: number): Day {
  const era = Math.floor(number / 146097);
  const dayOfEra = number - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 2) % 7) + 7) % 7) + 1;
}

export function plusDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

/** Year and month, `months` later. */
export function plusMonths(year: number, month: number, months: number): { year: number; month: number } {
  const index = year * 12 + month - 1 + months;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** ISO 8601 week: its year and number. */
export function weekOf(day: Day): { year: number; week: number } {
  const thursday = plusDays(day, 4 - weekdayOf(day));
  const first = dayNumber({ year: thursday.year, month: 1, day: 1 });
  return { year: thursday.year, week: Math.floor((dayNumber(thursday) - first) / 7) + 1 };
}

/** True when the month has such a day in some year. */
export function isDayOfMonth(month: number, day: number): boolean {
  return day >= 1 && day <= (LENGTHS[month - 1] ?? 0);
}

/** Reads `2025-08-25`, `2025-08` or `2025` (and EDTF's `~` or `?` after them); null for anything less. */
export function partialDay(edtf: string | null): PartialDay | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/.exec((edtf ?? "").slice(0, 10).replace(/[~?%]$/, ""));
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month !== null && (month < 1 || month > 12)) return { year, month: null, day: null };
  return { year, month, day: month !== null && day !== null && isDayOfMonth(month, day) ? day : null };
}

/** `2025-08-25` */
export function isoDay({ year, month, day }: Day): string {
  return `${isoMonth(year, month)}-${two(day)}`;
}

/** `2025-08` */
export function isoMonth(year: number, month: number): string {
  return `${four(year)}-${two(month)}`;
}

export function four(year: number): string {
  return String(year).padStart(4, "0");
}

export function two(number: number): string {
  return String(number).padStart(2, "0");
}

const LENGTHS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
