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
 * The marks of all days from the quarter of a day on up to the end of a year, or, `fine`, from its month on. As few as may be, since each is a list to walk:
 * `2023-11-05` to 2025 is the last quarter of 2023, 2024, 2025.
 */
export function timeMarks(from: string, lastYear: number, fine = false): readonly string[] {
  const year = from.slice(0, 4);
  const marks: string[] = [];
  let quarter = quarterOf(from);
  if (fine && startOf(from, true) !== startOf(from, false)) {
    for (let month = Number(from.slice(5, 7)); month <= quarter * 3; month++) marks.push(`m:${year}-${two(month)}`);
    quarter++;
  }
  if (quarter === 1) marks.push(`y:${year}`);
  if (quarter === 2) marks.push(`q:${year}-2`);
  if (quarter === 2 || quarter === 3) marks.push(`h:${year}-2`);
  if (quarter === 4) marks.push(`q:${year}-4`);
  for (let next = Number(year) + 1; next <= lastYear; next++) marks.push(`y:${String(next).padStart(4, "0")}`);
  return marks;
}

/** The first day of the quarter that a day is in, or, `fine`, of its month. */
export function startOf(day: string, fine: boolean): string {
  return `${day.slice(0, 4)}-${fine ? day.slice(5, 7) : two(quarterOf(day) * 3 - 2)}-01`;
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

function two(value: number): string {
  return String(value).padStart(2, "0");
}
