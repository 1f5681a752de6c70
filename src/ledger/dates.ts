/** First and last day that an EDTF date may mean, as `YYYY-MM-DD`. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/**
 * The days that an EDTF date may mean (ISO 8601-2: `2025-08-25`, `2025-08`, `2025`, `202X`, `2025-21` for spring, `2024/2025`,
 * with `~ ? %` ignored); null where the year is open, or where the text is no date.
 *
 *     2025-08     ->  2025-08-01 .. 2025-08-31
 *     XXXX-08-25  ->  null
 */
export function dayRange(edtf: string): DayRange | null {
  const [first = "", last] = edtf.replace(/[~?%]/g, "").split("/", 2);
  const from = plainRange(first);
  if (last === undefined) return from;
  const to = last === ".." || last === "" ? null : plainRange(last);
  if (from === null) return null;
  return { from: from.from, to: to === null ? "9999-12-31" : to.to };
}

/**
 * A place in time: the day and an entry's number in one, so that one column orders entries by day and, within a day, by number.
 * Days are counted from 1 at the year 0; 0 stands for a day that is not known. It stays below 2^53 for numbers below 2^31.
 */
export function momentOf(day: string, no: number): number {
  return dayNumber(day) * NUMBERS + no;
}

/** The day of a moment, `YYYY-MM-DD`; null where it is not known. */
export function dayAt(moment: number): string | null {
  const day = Math.floor(moment / NUMBERS);
  if (day === 0) return null;
  return new Date((day - DAYS_BEFORE_1970) * 86_400_000).toISOString().slice(0, 10);
}

/** How many numbers a day has room for; `moment & (NUMBERS - 1)` is the number. */
export const NUMBERS: number = 2 ** 31;

function dayNumber(day: string): number {
  if (day === "") return 0;
  const milliseconds = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(milliseconds) ? 0 : Math.floor(milliseconds / 86_400_000) + DAYS_BEFORE_1970;
}

/** From January 1 of the year 0 on, and one. */
const DAYS_BEFORE_1970 = 719_529;

/** When it was said, as well as is known: the text's own date where it has a year, else the article's. */
export function bestDate(said: string | null, published: string | null): string | null {
  if (said === null) return published;
  if (dayRange(said) !== null || published === null) return said;
  return published;
}

function plainRange(date: string): DayRange | null {
  const match = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T.*)?$/.exec(date);
  if (match === null) return null;
  const [, year = "", month = "XX", day = "XX"] = match;
  const firstYear = year.replaceAll("X", "0");
  const lastYear = year.replaceAll("X", "9");
  if (month === "XX") return { from: `${firstYear}-01-01`, to: `${lastYear}-12-31` };
  const season = SEASONS[month];
  if (season !== undefined) return { from: `${firstYear}-${season[0]}-01`, to: endOfMonth(lastYear, season[1]) };
  if (!/^(?:0[1-9]|1[0-2])$/.test(month)) return null;
  if (day === "XX") return { from: `${firstYear}-${month}-01`, to: endOfMonth(lastYear, month) };
  return { from: `${firstYear}-${month}-${day}`, to: `${lastYear}-${month}-${day}` };
}

function endOfMonth(year: string, month: string): string {
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${String(days).padStart(2, "0")}`;
}

/** Spring to winter; winter ends in the same year, for want of anything better. */
const SEASONS: Readonly<Record<string, readonly [string, string]>> = {
  "21": ["03", "05"],
  "22": ["06", "08"],
  "23": ["09", "11"],
  "24": ["12", "12"],
};
