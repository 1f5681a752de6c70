import type { InterfaceLanguage } from "./messages/messages.ts";
import { fill } from "./messages/messages.ts";

/**
 * A date of the ledger (EDTF) in the words of the interface: `2025-08-25` is "25 August 2025", `2025-08` "August 2025",
 * `XXXX-08-25` "25 August, year not given". What is not understood is shown as it stands.
 */
export function dateInWords(language: InterfaceLanguage, date: string): string {
  const [from, to] = date.split("/", 2);
  if (from !== undefined && to !== undefined && from !== "" && to !== "" && to !== "..")
    return `${dateInWords(language, from)} – ${dateInWords(language, to)}`;
  const parts = /^(\d{4}|XXXX|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?[?~%]?$/.exec(date);
  if (!parts) return date;
  const [, year = "", month = "XX", day = "XX"] = parts;
  const about = /[~%]$/.test(date);
  const words = wordsFor(language, year, month, day);
  if (words === null) return date;
  return about ? fill(language, "dateAbout", { date: words }) : words;
}

/** A moment (ISO 8601) as day and time, in UTC so that the same page says the same everywhere. */
export function momentInWords(language: InterfaceLanguage, moment: string): string {
  const time = new Date(moment);
  if (Number.isNaN(time.getTime())) return moment;
  return formatted(language, "moment", { dateStyle: "medium", timeStyle: "short" }, time);
}

/**
 * The first and last moment a date may mean, for drawing; null without a year. `2025-08` is the whole of August 2025.
 */
export function extentOf(
  date: string | null,
): { readonly from: Date; readonly to: Date; readonly exact: boolean } | null {
  const parts = /^(\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?/.exec(date ?? "");
  if (!parts?.[1]) return null;
  const year = Number(parts[1]);
  const month = parts[2] === undefined || parts[2] === "XX" ? null : Number(parts[2]);
  const day = parts[3] === undefined || parts[3] === "XX" ? null : Number(parts[3]);
  const season = month === null ? undefined : SEASON_MONTHS[month];
  if (season !== undefined) return { from: utc(year, season, 1), to: utc(year, season + 3, 1), exact: false };
  if (month === null || month < 1 || month > 12)
    return { from: utc(year, 0, 1), to: utc(year + 1, 0, 1), exact: false };
  if (day === null) return { from: utc(year, month - 1, 1), to: utc(year, month, 1), exact: false };
  return { from: utc(year, month - 1, day), to: utc(year, month - 1, day + 1), exact: true };
}

/** EDTF seasons (level 1, northern): 21 spring to 24 winter; the month each begins in, counted from 0. */
const SEASON_MONTHS: Readonly<Record<number, number>> = { 21: 2, 22: 5, 23: 8, 24: 11 };

function wordsFor(language: InterfaceLanguage, year: string, month: string, day: string): string | null {
  const known = /^\d{4}$/.test(year);
  const number = Number(month);
  if (!known && year !== "XXXX") return fill(language, "dateDecade", { years: year.replace(/X/g, "0") });
  if (month === "XX") return known ? year : fill(language, "dateUnknown");
  if (number >= 21 && number <= 24) {
    const season = fill(language, SEASON_KEYS[number - 21] ?? "seasonSpring");
    return known ? `${season} ${year}` : fill(language, "dateNoYear", { date: season });
  }
  if (number < 1 || number > 12) return null;
  const time = utc(known ? Number(year) : 2000, number - 1, day === "XX" ? 1 : Number(day));
  if (day === "XX")
    return known
      ? formatted(language, "month", { month: "long", year: "numeric" }, time)
      : fill(language, "dateNoYear", { date: formatted(language, "bare month", { month: "long" }, time) });
  if (known) return formatted(language, "day", { day: "numeric", month: "long", year: "numeric" }, time);
  return fill(language, "dateNoYear", {
    date: formatted(language, "bare day", { day: "numeric", month: "long" }, time),
  });
}

const SEASON_KEYS = ["seasonSpring", "seasonSummer", "seasonAutumn", "seasonWinter"] as const;

function utc(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month, day));
}

/** Making an Intl.DateTimeFormat costs far more than using it, so each is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(language: InterfaceLanguage, name: string, options: Intl.DateTimeFormatOptions, time: Date): string {
  const key = `${language} ${name}`;
  let format = formats.get(key);
  if (!format) {
    // British order of day and month, as most of the outlets that are read write it.
    const locale = language === "en" ? "en-GB" : language;
    formats.set(key, (format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" })));
  }
  return format.format(time);
}
