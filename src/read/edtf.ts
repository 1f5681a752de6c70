import type { Problem } from "../core/article.ts";

/**
 * Checks a date that somebody gave. Takes EDTF as far as a publication date needs it (ISO 8601-2, levels 0 and 1):
 * `2025-08-25`, `2025-08`, `2025`, with `X` for digits left open (`XXXX-08-25`, `2025-08-XX`, `202X`), a final `?`,
 * `~` or `%` for doubt, and seasons (`2025-21`). A time of day is cut off: an article's date is a day.
 * Returns null for anything else, impossible days included.
 */
export function edtfOf(given: string): string | null {
  const match = /^([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?(?:[T ]\d{2}:\d{2}[0-9:.,+\-Z ]{0,24})?([?~%]?)$/.exec(
    given.trim(),
  );
  if (match === null) return null;
  const [, year = "", month, day, doubt = ""] = match;
  if (month !== undefined && !isMonth(month, day)) return null;
  if (day !== undefined && !isDay(year, month ?? "XX", day)) return null;
  return [year, month, day].filter((part) => part !== undefined).join("-") + doubt;
}

/** The date as EDTF, or what to tell the person who gave it. */
export function checkDate(given: string): { readonly date: string } | { readonly problem: Problem } {
  const date = edtfOf(given);
  if (date !== null) return { date };
  return {
    problem: {
      code: "date",
      message: `Not a date I can keep: ${JSON.stringify(given.slice(0, 60))}. Write the day as 2025-08-25, the month as 2025-08, the year as 2025; put XX where a part is not known (XXXX-08-25).`,
    },
  };
}

/** Days in a month; 29 for a February whose year is open. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return Number.isNaN(year) || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `YYYY-MM-DD` of a day that exists, else null. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)))
    return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function isMonth(month: string, day: string | undefined): boolean {
  if (month.includes("X")) return /^(?:X[0-9X]|[01]X)$/.test(month);
  const value = Number(month);
  const isSeason = value >= 21 && value <= 24 && day === undefined;
  return isSeason || (value >= 1 && value <= 12);
}

function isDay(year: string, month: string, day: string): boolean {
  if (day.includes("X")) return /^(?:X[0-9X]|[0-3]X)$/.test(day);
  const value = Number(day);
  const longest = month.includes("X") ? 31 : daysIn(Number(year), Number(month));
  return value >= 1 && value <= longest;
}
