import type { Queries } from "../database.ts";
import type { Page, PageRequest, StoredEntry } from "../ledger.ts";
import type { Question } from "../question.ts";
import { pageSize, readCursor, writeCursor } from "./cursor.ts";
import { loadEntries } from "./entries.ts";
import { entryFilter, withCommitments } from "./filter.ts";
import { answersByScore, allAnswers, countedUpTo } from "./answers.ts";

/** Entries that answer a question: best score first (see search/search-index.ts), then the newest, of one day the last added. */
export async function searchEntries(
  queries: Queries,
  question: Question,
  page: PageRequest,
): Promise<Page<StoredEntry>> {
  const size = pageSize(page);
  const [fromScore = Infinity, fromMoment = Infinity] = readCursor(page, 2) ?? [];
  const plain = await entryFilter(queries, question);
  if (plain === null) return { items: [], next: null, total: 0 };
  const filter = withCommitments(plain, question);
  const rows: { no: number; moment: number; score: number }[] = [];
  for (const { score, from, moment, where, params } of answersByScore(queries, filter)) {
    if (score > Number(fromScore) || rows.length > size) continue;
    const later = score === fromScore ? ` AND ${moment} < ?` : "";
    const found = await queries.all<{ no: number; moment: number }>(
      `SELECT e.no, e.moment FROM ${from} WHERE ${where}${later} ORDER BY ${moment} DESC LIMIT ?`,
      [...params, ...(score === fromScore ? [fromMoment] : []), size + 1 - rows.length],
    );
    rows.push(...found.map((row) => ({ no: row.no, moment: row.moment, score })));
  }
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const items = await loadEntries(
    queries,
    shown.map((row) => row.no),
  );
  const next = rows.length > size && last !== undefined ? writeCursor([last.score, last.moment]) : null;
  return { items, next, ...(await countedUpTo(queries, "1", allAnswers(queries, filter))) };
}
