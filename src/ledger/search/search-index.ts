import type { SqlPart, Value } from "../sql.ts";
import type { SearchExpression } from "./search-expression.ts";

/**
 * The full-text index of entries, the table `search`. Both engines are fed the same stems and answer the same set; neither one's own
 * ranking is used:
 *
 *     3  the words stand together in what was said
 *     2  all words are in what was said
 *     1  some are in the speaker's name or role, the occasion, a condition or the article's title
 *
 * Its rows are in the order of time, so that the newest of a score come first without sorting.
 */
export interface SearchIndex {
  /** Columns of the table. */
  readonly columns: readonly string[];
  /** The column that holds an entry's moment. */
  readonly moment: string;
  /** The statement that empties it. */
  readonly clear: string;
  /** The row of an entry; `facts` are its columns in the table `entry`. */
  row(entry: IndexedWords, facts: Readonly<Record<string, Value>>): readonly Value[];
  /** The FROM clause that gives the index's rows the columns of an entry `e`; null where the index itself has all that filters ask for. */
  readonly joined: string | null;
  /** The conditions for each score, the best first. No entry fulfils two. */
  tiers(expression: SearchExpression, within: Within): readonly SearchTier[];
  /** The condition for all of them together. */
  anywhere(expression: SearchExpression, within: Within): SqlPart;
  /** The score of a row that fulfils `anywhere`, as an expression; null where the engine cannot tell it of a row. */
  score(expression: SearchExpression): SqlPart | null;
}

/** What the index knows of an entry besides its words. */
export interface Within {
  /** The numbers by which the index knows the speaker that is asked for. */
  readonly spokenBy: readonly number[] | null;
  /** Marks that an entry must have, all of them (see search/marks.ts); an index that has none leaves them to the conditions that say the same. */
  readonly marks?: readonly string[];
  /** Marks of which it must have one; they follow from a condition, which is asked too. */
  readonly times?: readonly string[];
}

export interface SearchTier extends SqlPart {
  readonly score: number;
}

/** The moments that a condition admits, as far as it says so. */
export interface MomentRange {
  readonly after: number | null;
  readonly before: number | null;
}

/** What PostgreSQL knows of the rows of the search index that fulfil a condition, before any is fetched. */
export interface Expected {
  /** How many there are, by the planner's guess. */
  readonly count: number;
  /**
   * The marks of the newest quarters that hold this share of all rows, or somewhat more, as far as `until`, a month that is left out, if one is given; null where
   * that cannot be told. `since` is the month at which they begin, `share` what all from then on hold.
   */
  newest(
    share: number,
    until: string | null,
  ): { readonly times: readonly string[]; readonly since: string; readonly share: number } | null;
}

export interface IndexedWords {
  /** The entry's moment: day and number. */
  readonly moment: number;
  /** Stems of what was said, in order. */
  readonly content: readonly string[];
  /** Stems of speaker, role, occasion, conditions and title. */
  readonly context: readonly string[];
  /** The speaker's number, by name alone: merging speakers leaves the index as it is. */
  readonly spokenBy: number | null;
}
