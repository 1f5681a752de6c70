import type { Value } from "../sql.ts";

/**
 * Facts of an entry that PostgreSQL's index holds beside its words, so that what a filter leaves out need not be fetched: `p:Veldan Courier`,
 * `k:direct`, `l:uk`, `c:any` and `c:conditional` for commitments, and the month and year, `m:2025-08`, `y:2025`. Those that people may change
 * later are not among them.
 */
export function marksOf(facts: Readonly<Record<string, Value>>): readonly string[] {
  const marks = [`k:${facts["kind"]}`];
  if (typeof facts["publisher"] === "string") marks.push(publisherMark(facts["publisher"]));
  if (typeof facts["language"] === "string") marks.push(languageMark(facts["language"]));
  if (Number(facts["commitments"]) > 0) marks.push(WITH_COMMITMENT);
  if (Number(facts["conditional"]) > 0) marks.push(CONDITIONAL);
  const day = String(facts["date_from"]);
  if (day !== "") marks.push(`m:${day.slice(0, 7)}`, `y:${day.slice(0, 4)}`);
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

/** The marks of all days from a month on up to the end of a year: `2023-11` to 2025 is 11/2023, 12/2023, 2024, 2025. */
export function timeMarks(from: string, lastYear: number): readonly string[] {
  const year = Number(from.slice(0, 4));
  const marks: string[] = [];
  for (let month = Number(from.slice(5, 7)); month <= 12; month++)
    marks.push(`m:${from.slice(0, 5)}${String(month).padStart(2, "0")}`);
  for (let next = year + 1; next <= lastYear; next++) marks.push(`y:${String(next).padStart(4, "0")}`);
  return marks;
}
