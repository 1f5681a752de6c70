import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import type { Queries } from "../database.ts";
import { NUMBERS } from "../dates.ts";
import type { Page, PageRequest, StoredEntry } from "../ledger.ts";
import type { Question } from "../question.ts";
import { totalOf } from "./answers.ts";
import { pageSize, readCursor, writeCursor } from "./cursor.ts";
import { loadEntries } from "./entries.ts";
import { entryFilter, withCommitments } from "./filter.ts";
import { newestAnswers } from "./newest.ts";
import { rankedAnswers } from "./ranked.ts";

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
  const newest = await newestAnswers(queries, filter);
  const from = { score: Number(fromScore), moment: Number(fromMoment) };
  const places = await rankedAnswers(queries, filter, newest, from, size + 1);
  const shown = places.slice(0, size);
  const last = shown.at(-1);
  const items = await loadEntries(
    queries,
    shown.map((place) => place.moment % NUMBERS),
    { doubtfulFrom: question.minConfidence ?? DEFAULT_CONFIDENCE },
  );
  const next = places.length > size && last !== undefined ? writeCursor([last.score, last.moment]) : null;
  return { items, next, ...totalOf(newest.moments.length, newest.complete) };
}
