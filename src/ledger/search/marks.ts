import type { Value } from "../sql.ts";

/**
 * Facts of an entry that PostgreSQL's index holds beside its words, so that what a filter leaves out need not be fetched: `p:Veldan Courier`,
 * `k:direct`, `l:uk`, `c:any` and `c:conditional` for commitments, and the quarter, half and whole
 * year, `q:2025-3`, `h:2025-2`, `y:2025`. Those that people may change
 * later are not among them.
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
    marks.push(`q:${year}-${quarter}`, `h:${year}-${quarter <= 2 ? 1 : 2}`, `y:${year}`);
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
 * The marks of all days from a quarter on up to the end of a year, as few as may be, since each is a list to walk: `2023-11-05` to 2025 is the last quarter of
 * 2023, 2024, 2025.
 */
export function timeMarks(from: string, lastYear: number): readonly string[] {
  const year = from.slice(0, 4);
  const marks: string[] = [];
  const quarter = quarterOf(from);
  if (quarter === 1) marks.push(`y:${year}`);
  else if (quarter === 4) marks.push(`q:${year}-4`);
  else marks.push(...(quarter === 2 ? [`q:${year}-2`] : []), `h:${year}-2`);
  for (let next = Number(year) + 1; next <= lastYear; next++) marks.push(`y:${String(next).padStart(4, "0")}`);
  return marks;
}

/** The first day of the quarter that a day is in. */
export function quarterStart(day: string): string {
  return `${day.slice(0, 4)}-${String(quarterOf(day) * 3 - 2).padStart(2, "0")}-01`;
}

/** 1 to 4. */
function quarterOf(day: string): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}
