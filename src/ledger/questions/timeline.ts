import type { Queries } from "../database.ts";
import { NUMBERS } from "../dates.ts";
import type { PageRequest, Timeline } from "../ledger.ts";
import { subjectStems } from "../search/search-expression.ts";
import { pageSize, readCursor, writeCursor } from "./cursor.ts";
import { loadEntries } from "./entries.ts";
import { findSpeaker, spokenByOf } from "./speaker-by-name.ts";
import { speakerWithNumber } from "./speakers.ts";

/** A speaker's statements in order of time, repetitions left out; those of unknown date last. Null when there is no such speaker. */
export async function timelineOf(
  queries: Queries,
  name: string,
  about: string | null,
  minConfidence: number,
  page?: PageRequest,
): Promise<Timeline | null> {
  const no = await findSpeaker(queries, name);
  const speaker = no === null ? null : await speakerWithNumber(queries, no);
  if (no === null || speaker === null) return null;
  const rows = await queries.all<TimelineRow>(
    `SELECT no, article, position FROM entry WHERE speaker = ? AND visible = 1 AND confidence >= ?
     ORDER BY CASE WHEN date_from = '' THEN 1 ELSE 0 END, date_from, date_to, article, position, no`,
    [no, minConfidence],
  );
  const subject = about === null ? [] : subjectStems(about);
  const kept = subject.length === 0 ? rows : await rowsAbout(queries, rows, subject, await spokenByOf(queries, no));
  const { rows: shown, next } = page === undefined ? { rows: kept, next: null } : pageOf(kept, page);
  const entries = await loadEntries(
    queries,
    shown.map((row) => row.no),
  );
  return { speaker, entries, total: kept.length, next };
}

/** A page of rows that are all at hand; the next one begins behind the last row's number. */
function pageOf(
  rows: readonly TimelineRow[],
  page: PageRequest,
): { readonly rows: readonly TimelineRow[]; readonly next: string | null } {
  const size = pageSize(page);
  const [last] = readCursor(page, 1) ?? [];
  const from = last === undefined ? 0 : rows.findIndex((row) => row.no === last) + 1;
  const shown = rows.slice(from, from + size);
  const end = shown.at(-1);
  return { rows: shown, next: end !== undefined && from + size < rows.length ? writeCursor([end.no]) : null };
}

interface TimelineRow {
  readonly no: number;
  readonly article: number;
  readonly position: number;
}

/**
 * Half of the subject's words: "training troops in Ukraine" then finds "training soldiers within Ukraine" and "send military
 * instructors to Ukraine", said while speaking of a training mission; it does not find everything about Ukraine.
 */
const LEAST_SHARE = 0.5;

/** A word that stands around the statement counts half: in the title, a condition, or in what the speaker says besides in that article. */
const NEARBY = 0.5;

/**
 * The rows that are about a subject. People do not use one word for one thing, so not every word must be there: each counts 1 in
 * the statement and one half near it, and the sum must reach `LEAST_SHARE` of the words, one at least in the statement's own entry.
 */
async function rowsAbout(
  queries: Queries,
  rows: readonly TimelineRow[],
  subject: readonly (readonly string[])[],
  spokenBy: readonly number[],
): Promise<readonly TimelineRow[]> {
  const { index } = queries.dialect;
  const articleOf = new Map(rows.map((row) => [row.no, row.article]));
  const points = new Map<number, number>();
  const own = new Set<number>();
  for (const stems of subject) {
    const expression = { terms: [{ kind: "word" as const, stems }], together: null };
    const matches: { no: number; score: number }[] = [];
    for (const { score, sql, params } of index.tiers(expression, { spokenBy }))
      for (const { moment } of await queries.all<{ moment: number }>(
        `SELECT ${index.moment} AS moment FROM search AS e WHERE ${sql}`,
        params,
      )) {
        const no = moment % NUMBERS;
        if (articleOf.has(no)) matches.push({ no, score });
      }
    const scores = new Map(matches.map(({ no, score }) => [no, score]));
    const articles = new Set(matches.filter(({ score }) => score === 2).map(({ no }) => articleOf.get(no)));
    for (const { no, article } of rows) {
      const score = scores.get(no) ?? 0;
      if (score === 2) own.add(no);
      const gain = score === 2 ? 1 : score === 1 || articles.has(article) ? NEARBY : 0;
      points.set(no, (points.get(no) ?? 0) + gain);
    }
  }
  return rows.filter(({ no }) => own.has(no) && (points.get(no) ?? 0) >= subject.length * LEAST_SHARE);
}
