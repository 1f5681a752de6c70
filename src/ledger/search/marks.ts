import type { Value } from "../sql.ts";

/**
 * Facts of an entry that PostgreSQL's index holds beside its words, so that what a filter leaves out need not be fetched: `p:Veldan Courier`,
 * `k:direct`, `l:uk`, `c:any` and `c:conditional` for commitments, and the month, quarter, half and whole year of its first day, `m:2025-08`,
 * `q:2025-3`, `h:2025-2`, `y:2025`; `y:more` where its last day is in a later year. Those that people may change later are not among them.
 */
export function marksOf(facts: Readonly<Record<string, Value>>): readonly string[] {
  const marks = [`k:${facts["kind"]}`];
  if (typeof facts["publisher"] === "string") marks.push(publisherMark(facts["publisher"]));
  if (typeof facts["language"] === "string") marks.push(languageMark(facts["language"]));
  if (Number(facts["commitments"]) > 0) marks.push(WITH_COMMITMENT);
  if (Number(facts["conditional"]) > 0) marks.push(CONDITIONAL);
  const day = String(facts["date_from"]);
  if (day !== "") {
    const quarter = quarterOf(day);
    const year = day.slice(0, 4);
    marks.push(`m:${day.slice(0, 7)}`, `q:${year}-${quarter}`, `h:${year}-${quarter <= 2 ? 1 : 2}`, `y:${year}`);
    if (String(facts["date_to"]).slice(0, 4) > year) marks.push(MORE_YEARS);
  }
  return marks;
}

export const WITH_COMMITMENT = "c:any";
export const CONDITIONAL = "c:conditional";

export function publisherMark(publisher: string): string {
  return `p:${publisher}`;
}

export function languageMark(language: string): string {
  return `l:${language}`;
}

export function kindMark(kind: string): string {
  return `k:${kind}`;
}

/**
 * The marks of all days from a month on up to another, `YYYY-MM` each, the second left out. As few as may be, since each is a list to walk: `2023-10` to
 * `2026-01` is the last quarter of 2023, 2024, 2025.
 */
export function timeMarks(from: string, until: string): readonly string[] {
  const marks: string[] = [];
  const end = monthNumber(until);
  for (let month = monthNumber(from); month < end;) {
    const [length, mark] = SPANS.find(([months]) => month % months === 0 && month + months <= end) ?? MONTH;
    marks.push(mark(String(Math.floor(month / 12)).padStart(4, "0"), month % 12));
    month += length;
  }
  return marks;
}

type MarkedSpan = readonly [months: number, mark: (year: string, month: number) => string];

const MONTH: MarkedSpan = [1, (year, month) => `m:${year}-${String(month + 1).padStart(2, "0")}`];

const SPANS: readonly MarkedSpan[] = [
  [12, (year) => `y:${year}`],
  [6, (year, month) => `h:${year}-${month / 6 + 1}`],
  [3, (year, month) => `q:${year}-${month / 3 + 1}`],
];

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The month of a day, or, unless `fine`, the first one of its quarter. */
export function monthOf(day: string, fine: boolean): string {
  return `${day.slice(0, 4)}-${fine ? day.slice(5, 7) : String(quarterOf(day) * 3 - 2).padStart(2, "0")}`;
}

/** The marks of which an entry has one that was said between two days, each `YYYY-MM-DD`; null where they are too many to be of use. */
export function yearMarks(from: string, to: string): readonly string[] | null {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  if (last - first >= MOST_YEARS) return null;
  const years = Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => String(first + at).padStart(4, "0"));
  return [...years.map((year) => `y:${year}`), MORE_YEARS];
}

const MORE_YEARS = "y:more";

const MOST_YEARS = 6;

/** 1 to 4. */
function quarterOf(day: string): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}
