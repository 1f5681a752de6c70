import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import type { Queries } from "../database.ts";
import type { SqlPart, Value } from "../sql.ts";
import { dayRange, momentOf, NUMBERS } from "../dates.ts";
import type { Question } from "../question.ts";
import { STRENGTH_BITS } from "../projection/entries.ts";
import { parseSearch, type SearchExpression } from "../search/search-expression.ts";
import { CONDITIONAL, kindMark, languageMark, publisherMark, WITH_COMMITMENT, yearMarks } from "../search/marks.ts";
import { stemsOf } from "../search/words.ts";
import { findSpeaker, spokenByOf } from "./speaker-by-name.ts";

/** A question as SQL: what to look for in the index, and conditions on the entry `e`. */
export interface EntryFilter {
  readonly expression: SearchExpression | null;
  /** The numbers by which the index knows the speaker that is asked for. */
  readonly spokenBy: readonly number[] | null;
  /** The last moment at which it may have been said. */
  readonly before: number | null;
  /** The first moment of the days that are asked for; what is of many days may begin before it. */
  readonly after: number | null;
  /** Marks of the years in which it may have been said; null where they are not asked for, or are too many. */
  readonly years: readonly string[] | null;
  readonly conditions: readonly Condition[];
  /** They are few: finding and then sorting them is faster than walking all entries in the order of time, which a `+` forbids. */
  readonly few: boolean;
}

/** What must hold for an entry, and the mark by which the search index knows the same, if there is one. */
export interface Condition extends SqlPart {
  readonly mark?: string;
}

/** The entry counts: no repetition, not replaced, not rejected. */
export const VISIBLE = "e.visible = 1";

/** Null when nothing can be found: a speaker that is not there, a date that is none. */
export async function entryFilter(queries: Queries, question: Question): Promise<EntryFilter | null> {
  // Rejected entries show only to those who ask for them.
  const shown = question.review === "rejected" ? "e.state IN ('current', 'changed')" : VISIBLE;
  const conditions: Condition[] = [
    { sql: shown, params: [] },
    { sql: "e.confidence >= ?", params: [question.minConfidence ?? DEFAULT_CONFIDENCE] },
  ];
  const also = (sql: string, value: Value, mark?: string): void =>
    void conditions.push({ sql, params: [value], ...(mark === undefined ? {} : { mark }) });
  let spokenBy: readonly number[] | null = null;
  let before: number | null = null;
  let after: number | null = null;
  let first: string | null = null;
  let years: readonly string[] | null = null;
  if (question.speaker !== undefined) {
    const speaker = await findSpeaker(queries, question.speaker);
    if (speaker === null) return null;
    spokenBy = await spokenByOf(queries, speaker);
    also("e.speaker = ?", speaker);
  }
  if (question.publisher !== undefined) also("e.publisher = ?", question.publisher, publisherMark(question.publisher));
  if (question.language !== undefined) also("e.language = ?", question.language, languageMark(question.language));
  if (question.kind !== undefined) also("e.kind = ?", question.kind, kindMark(question.kind));
  if (question.review !== undefined) also("e.review = ?", question.review);
  if (question.role !== undefined)
    for (const stem of stemsOf(question.role, question.language ?? null)) also("e.role_stems LIKE ?", `% ${stem} %`);
  if (question.from !== undefined) {
    const days = dayRange(question.from);
    if (days === null) return null;
    also("e.date_to >= ?", days.from);
    first = days.from;
    after = momentOf(days.from, 0);
  }
  if (question.to !== undefined) {
    const days = dayRange(question.to);
    if (days === null) return null;
    before = momentOf(days.to, NUMBERS - 1);
    if (first !== null) years = yearMarks(first, days.to);
  }
  return {
    expression: question.words === undefined ? null : parseSearch(question.words),
    spokenBy,
    before,
    after,
    years,
    conditions,
    few: false,
  };
}

/**
 * Where the commitments of a question stand: those that count, and at a confidence below the default the doubtful ones of at least that confidence. Above it,
 * statements are surer, and of each all commitments that count are told, as its columns in `entry` tell of them.
 */
export interface CommitmentTables {
  readonly commitments: string;
  readonly conditions: string;
  /** The least confidence of one that is doubtful; null where none is asked for. */
  readonly doubtfulFrom: number | null;
}

export function commitmentTables({ minConfidence = DEFAULT_CONFIDENCE }: Question): CommitmentTables {
  if (minConfidence >= DEFAULT_CONFIDENCE)
    return { commitments: "commitment", conditions: "commitment_condition", doubtfulFrom: null };
  return {
    commitments: `(SELECT entry, position, strength, conditions, status, 1 AS confidence FROM commitment
                   UNION ALL SELECT entry, position, strength, conditions, CAST(NULL AS TEXT), confidence FROM doubtful)`,
    conditions: `(SELECT entry, position, condition FROM commitment_condition
                  UNION ALL SELECT entry, position, condition FROM doubtful_condition)`,
    doubtfulFrom: minConfidence,
  };
}

/** Adds the conditions that a question makes on an entry's commitments: at least one must be so. */
export function withCommitments(filter: EntryFilter, question: Question): EntryFilter {
  const { doubtfulFrom, ...tables } = commitmentTables(question);
  if (doubtfulFrom !== null) return withCommitmentsIn(tables, doubtfulFrom, filter, question);
  const conditions = [...filter.conditions];
  if (question.commitment === true) conditions.push({ sql: "e.commitments > 0", params: [], mark: WITH_COMMITMENT });
  if (question.commitment === false) conditions.push({ sql: "e.commitments = 0", params: [] });
  if (question.conditional === true) conditions.push({ sql: "e.conditional = 1", params: [], mark: CONDITIONAL });
  if (question.conditional === false) conditions.push({ sql: "e.conditional = 0", params: [] });
  if (question.strength !== undefined)
    conditions.push({ sql: "(e.strengths & ?) <> 0", params: [strengthBit(question.strength)] });
  if (question.status !== undefined)
    conditions.push({
      sql: "EXISTS (SELECT 1 FROM commitment AS c WHERE c.entry = e.no AND coalesce(c.status, 'not-rated') = ?)",
      params: [question.status],
    });
  if (question.condition !== undefined)
    conditions.push({
      sql: "EXISTS (SELECT 1 FROM commitment_condition AS cc WHERE cc.entry = e.no AND cc.condition = ?)",
      params: [question.condition],
    });
  return { ...filter, conditions };
}

/** The same, asked of the commitments one by one. */
function withCommitmentsIn(
  { commitments, conditions: links }: Pick<CommitmentTables, "commitments" | "conditions">,
  from: number,
  filter: EntryFilter,
  { commitment, conditional, strength, status, condition }: Question,
): EntryFilter {
  const conditions = [...filter.conditions];
  const ask = (is: boolean, also: string, ...params: readonly Value[]): void =>
    void conditions.push({
      sql: `${is ? "" : "NOT "}EXISTS (SELECT 1 FROM ${commitments} AS c WHERE c.entry = e.no AND c.confidence >= ?${also})`,
      params: [from, ...params],
    });
  if (commitment !== undefined) ask(commitment, "");
  if (conditional !== undefined) ask(conditional, " AND c.conditions > 0");
  if (strength !== undefined) ask(true, " AND c.strength = ?", strength);
  if (status !== undefined) ask(true, " AND coalesce(c.status, 'not-rated') = ?", status);
  if (condition !== undefined)
    ask(
      true,
      ` AND EXISTS (SELECT 1 FROM ${links} AS cc WHERE cc.entry = c.entry AND cc.position = c.position AND cc.condition = ?)`,
      condition,
    );
  return { ...filter, conditions };
}

/** The strength's bit in the column `strengths`; 0 for a word that is none. */
export function strengthBit(strength: string): number {
  const bits: Readonly<Record<string, number>> = STRENGTH_BITS;
  return bits[strength] ?? 0;
}
