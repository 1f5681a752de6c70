import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import type { Queries } from "../database.ts";
import type { Value } from "../sql.ts";
import { dayRange, momentOf, NUMBERS } from "../dates.ts";
import type { Question } from "../question.ts";
import { STRENGTH_BITS } from "../projection/entries.ts";
import { parseSearch, type SearchExpression } from "../search/search-expression.ts";
import { stemsOf } from "../search/words.ts";
import { findSpeaker, spokenByOf } from "./speaker-by-name.ts";

/** A question as SQL: what to look for in the index, and conditions on the entry `e`. */
export interface EntryFilter {
  readonly expression: SearchExpression | null;
  /** The numbers by which the index knows the speaker that is asked for. */
  readonly spokenBy: readonly number[] | null;
  /** The last moment at which it may have been said. */
  readonly before: number | null;
  readonly where: readonly string[];
  readonly params: readonly Value[];
  /** They are few: finding and then sorting them is faster than walking all entries in the order of time, which a `+` forbids. */
  readonly few: boolean;
}

/** The entry counts: no repetition, not replaced, not rejected. */
export const VISIBLE = "e.visible = 1";

/** Null when nothing can be found: a speaker that is not there, a date that is none. */
export async function entryFilter(queries: Queries, question: Question): Promise<EntryFilter | null> {
  // Rejected entries show only to those who ask for them.
  const shown = question.review === "rejected" ? "e.state IN ('current', 'changed')" : VISIBLE;
  const where: string[] = [shown, "e.confidence >= ?"];
  const params: Value[] = [question.minConfidence ?? DEFAULT_CONFIDENCE];
  const also = (condition: string, ...values: Value[]): void => {
    where.push(condition);
    params.push(...values);
  };
  let spokenBy: readonly number[] | null = null;
  let before: number | null = null;
  if (question.speaker !== undefined) {
    const speaker = await findSpeaker(queries, question.speaker);
    if (speaker === null) return null;
    spokenBy = await spokenByOf(queries, speaker);
    also("e.speaker = ?", speaker);
  }
  if (question.publisher !== undefined) also("e.publisher = ?", question.publisher);
  if (question.language !== undefined) also("e.language = ?", question.language);
  if (question.kind !== undefined) also("e.kind = ?", question.kind);
  if (question.review !== undefined) also("e.review = ?", question.review);
  if (question.role !== undefined)
    for (const stem of stemsOf(question.role, question.language ?? null)) also("e.role_stems LIKE ?", `% ${stem} %`);
  if (question.from !== undefined) {
    const days = dayRange(question.from);
    if (days === null) return null;
    also("e.date_to >= ?", days.from);
  }
  if (question.to !== undefined) {
    const days = dayRange(question.to);
    if (days === null) return null;
    before = momentOf(days.to, NUMBERS - 1);
  }
  return {
    expression: question.words === undefined ? null : parseSearch(question.words),
    spokenBy,
    before,
    where,
    params,
    few: false,
  };
}

/** Adds the conditions that a question makes on an entry's commitments: at least one must be so. */
export function withCommitments(filter: EntryFilter, question: Question): EntryFilter {
  const where = [...filter.where];
  const params = [...filter.params];
  if (question.commitment !== undefined) where.push(question.commitment ? "e.commitments > 0" : "e.commitments = 0");
  if (question.conditional !== undefined) where.push(`e.conditional = ${question.conditional ? 1 : 0}`);
  if (question.strength !== undefined) {
    where.push("(e.strengths & ?) <> 0");
    params.push(strengthBit(question.strength));
  }
  if (question.status !== undefined) {
    where.push("EXISTS (SELECT 1 FROM commitment AS c WHERE c.entry = e.no AND coalesce(c.status, 'not-rated') = ?)");
    params.push(question.status);
  }
  if (question.condition !== undefined) {
    where.push("EXISTS (SELECT 1 FROM commitment_condition AS cc WHERE cc.entry = e.no AND cc.condition = ?)");
    params.push(question.condition);
  }
  return { ...filter, where, params };
}

/** The strength's bit in the column `strengths`; 0 for a word that is none. */
export function strengthBit(strength: string): number {
  const bits: Readonly<Record<string, number>> = STRENGTH_BITS;
  return bits[strength] ?? 0;
}
