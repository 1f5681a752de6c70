import type { Queries } from "../database.ts";
import type { Page, PageRequest, Question, StoredEntry } from "../ledger.ts";
import type { Value } from "../sql.ts";
import { pageSize, readCursor, writeCursor, type CursorValues } from "./cursor.ts";
import { loadEntries } from "./entries.ts";
import { entryFilter, withCommitments, type EntryFilter } from "./filter.ts";

/** Entries that answer a question: best score first (see search/search-index.ts), then newest, then by id. */
export async function searchEntries(
  queries: Queries,
  question: Question,
  page: PageRequest,
): Promise<Page<StoredEntry>> {
  const size = pageSize(page);
  const cursor = readCursor(page, 3);
  const plain = await entryFilter(queries, question);
  if (plain === null) return { items: [], next: null, total: 0 };
  const filter = withCommitments(plain, question);
  const { from, score, where, params } = entriesFrom(queries, filter);
  const rows = await queries.all<{ no: number; id: string; day: string; score: number }>(
    `SELECT e.no, e.id, e.date_from AS day, ${score} AS score FROM ${from} WHERE ${where}
     ${cursor === null ? "" : `AND (${score} < ? OR (${score} = ? AND (e.date_from < ? OR (e.date_from = ? AND e.id > ?))))`}
     ORDER BY ${score === "0" ? "" : `${score} DESC, `}e.date_from DESC, e.id LIMIT ?`,
    [...params, ...keysetParams(cursor), size + 1],
  );
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: await loadEntries(
      queries,
      shown.map((row) => row.no),
    ),
    next: rows.length > size && last !== undefined ? writeCursor([last.score, last.day, last.id]) : null,
    total: await countEntries(queries, filter),
  };
}

/** How many entries a filter lets through. */
export async function countEntries(queries: Queries, filter: EntryFilter): Promise<number> {
  const { from, where, params } = entriesFrom(queries, filter, { scored: false });
  const rows = await queries.all<{ total: number }>(`SELECT count(*) AS total FROM ${from} WHERE ${where}`, params);
  return rows[0]?.total ?? 0;
}

/** The entries `e` that a filter lets through, as parts of a SELECT. */
export interface EntriesFrom {
  readonly from: string;
  /** The column of the score, or a constant where nothing is looked for in the index. */
  readonly score: string;
  readonly where: string;
  readonly params: readonly Value[];
}

export function entriesFrom(
  queries: Queries,
  filter: EntryFilter,
  { scored = true }: { readonly scored?: boolean } = {},
): EntriesFrom {
  const conditions = filter.where.join(" AND ");
  if (filter.expression === null) return { from: "entry AS e", score: "0", where: conditions, params: filter.params };
  const { index } = queries.dialect;
  const matches = scored
    ? index.matches(filter.expression, filter.spokenBy)
    : index.matchingNumbers(filter.expression, filter.spokenBy);
  return {
    // CROSS JOIN keeps SQLite from walking all entries first.
    from: `(${matches.sql}) AS m CROSS JOIN entry AS e`,
    score: "m.score",
    where: `e.no = m.no AND ${conditions}`,
    params: [...matches.params, ...filter.params],
  };
}

function keysetParams(cursor: CursorValues | null): readonly Value[] {
  if (cursor === null) return [];
  const [score = 0, date = "", id = ""] = cursor;
  return [score, score, date, date, id];
}
