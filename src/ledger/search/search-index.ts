import type { SqlPart, Value } from "../sql.ts";
import type { SearchExpression } from "./search-expression.ts";

/**
 * The full-text index of entries. Both engines are fed the same stems and answer the same set; neither one's own ranking is used:
 *
 *     3  the words stand together in what was said
 *     2  all words are in what was said
 *     1  some are in the speaker's name or role, the occasion, a condition or the article's title
 */
export interface SearchIndex {
  /** Columns of the table `search`; the first is the entry's number. */
  readonly columns: readonly string[];
  /** The statement that empties it. */
  readonly clear: string;
  row(entry: IndexedWords): readonly Value[];
  /** A SELECT of the columns `no` and `score`, one row an entry that has all words and one of these speakers. */
  matches(expression: SearchExpression, spokenBy: readonly number[] | null): SqlPart;
  /** A SELECT of the column `no`: the same set without scores. */
  matchingNumbers(expression: SearchExpression, spokenBy: readonly number[] | null): SqlPart;
}

export interface IndexedWords {
  /** The entry's number. */
  readonly no: number;
  /** Stems of what was said, in order. */
  readonly content: readonly string[];
  /** Stems of speaker, role, occasion, conditions and title. */
  readonly context: readonly string[];
  /** The speaker's number, by name alone: merging speakers leaves the index as it is. */
  readonly spokenBy: number | null;
}
