import { dayOf } from "./edtf.ts";
import { MONTHS } from "./furniture-cues.ts";

/** A date as it stands in a text, with where. */
export interface FoundDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The first full date in a short text, in the ways pages print them: `2025-08-30T10:00Z`, `30 August 2025`,
 * `Aug. 30, 2025`, `30.08.2025`, `30 серпня 2025`. Day before month in dates of numbers alone, unless that cannot be, or
 * `monthFirst` is set. Only the first 400 characters are looked at.
 */
export function findDate(
  text: string,
  { monthFirst = false }: { readonly monthFirst?: boolean } = {},
): FoundDate | null {
  const sample = text.slice(0, 400);
  let first: FoundDate | null = null;
  for (const { pattern, read } of FORMATS)
    for (const match of sample.matchAll(pattern)) {
      const date = read(match, monthFirst);
      if (date === null) continue;
      if (first === null || match.index < first.start)
        first = { date, start: match.index, end: match.index + match[0].length };
      break;
    }
  return first;
}

/** True for a line that holds a date, perhaps with weekday, hour and "Updated", and nothing else. */
export function isDateLine(folded: string): boolean {
  if (folded.length > 120 || !/\d/u.test(folded)) return false;
  let rest = folded;
  for (let i = 0; i < 2; i++) {
    const found = findDate(rest);
    if (found === null) {
      if (i === 0) return false;
      break;
    }
    rest = `${rest.slice(0, found.start)} ${rest.slice(found.end)}`;
  }
  return rest.replace(AROUND_DATES, " ").replace(/[\s|,.:;·•()/–—-]+/gu, "") === "";
}

/** A year that a page may carry: news on the web, not history. */
const OLDEST_YEAR = 1990;

const MONTH = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join("|");
const YEAR = "((?:19|20)\\d{2})";

const FORMATS: readonly {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, monthFirst: boolean) => string | null;
}[] = [
  {
    // 2025-08-30, 2025/08/30, 2025.08.30
    pattern: new RegExp(`(?<!\\d)${YEAR}([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)`, "gu"),
    read: (match) => day(match[1], match[3], match[4]),
  },
  {
    // 2025年8月30日
    pattern: new RegExp(`${YEAR}年\\s?(\\d{1,2})月\\s?(\\d{1,2})日`, "gu"),
    read: (match) => day(match[1], match[2], match[3]),
  },
  {
    // 20250830
    pattern: /(?<!\d)((?:19|20)\d{2})([01]\d)([0-3]\d)(?=T|$|\s)/gu,
    read: (match) => day(match[1], match[2], match[3]),
  },
  {
    // 30 August 2025, 30. August 2025, 30th of August, 2025, 30-Aug-2025
    pattern: new RegExp(
      `(?<![\\d:])(\\d{1,2})(?:st|nd|rd|th|\\.|º)?[\\s-]{1,3}(?:of |de )?(${MONTH})\\.?(?: de| del)?,?[\\s-]{1,3}${YEAR}(?!\\d)`,
      "giu",
    ),
    read: (match) => day(match[3], monthOf(match[2]), match[1]),
  },
  {
    // August 30, 2025; Aug. 30 2025
    pattern: new RegExp(`(?<![\\p{L}])(${MONTH})\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}${YEAR}(?!\\d)`, "giu"),
    read: (match) => day(match[3], monthOf(match[1]), match[2]),
  },
  {
    // 30.08.2025, 30/08/2025, 8/30/2025, 30-08-2025
    pattern: new RegExp(`(?<![\\d./-])(\\d{1,2})([./-])(\\d{1,2})\\2${YEAR}(?!\\d)`, "gu"),
    read: (match, monthFirst) =>
      monthFirst || Number(match[3]) > 12
        ? (day(match[4], match[1], match[3]) ?? day(match[4], match[3], match[1]))
        : day(match[4], match[3], match[1]),
  },
];

const AROUND_DATES =
  /(?<![\p{L}])(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![\p{L}])|(?<![\p{L}])(?:понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(?![\p{L}])|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|(?<![\p{L}])(?:[ap]\.?m\.?|first|last|originally|published|posted|updated|modified|created|released|issued|date|at|on|the|from|and|local time|time|h|hrs?|gmt|utc|est|edt|et|pst|pdt|pt|cst|cdt|ct|cet|cest|eet|eest|bst|msk|ist|uhr|um|опубліковано|оновлено|опубликовано|обновлено|дата|о|в|год|року|року\.|г)(?![\p{L}])|[+-]\d{2}:?\d{2}/giu;

function day(year: string | undefined, month: string | number | undefined, date: string | undefined): string | null {
  const value = Number(year);
  return value < OLDEST_YEAR ? null : dayOf(value, Number(month), Number(date));
}

function monthOf(name: string | undefined): number {
  return MONTHS.get((name ?? "").toLowerCase()) ?? Number.NaN;
}
