import { first, type Queries } from "../database.ts";
import { NUMBERS } from "../dates.ts";
import type { PageRequest, Timeline } from "../ledger.ts";
import type { SearchTerm } from "../search/search-expression.ts";
import type { SqlPart } from "../sql.ts";
import { isAbout, NEARBY, says, subjectOf, type Subject, type SubjectWord } from "./about.ts";
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
  const subject = about === null ? null : subjectOf(about);
  const kept = await (subject === null
    ? allOf(queries, no, minConfidence, page)
    : allAbout(queries, no, minConfidence, subject, page));
  return {
    speaker,
    entries: await loadEntries(queries, kept.numbers, { doubtfulFrom: minConfidence }),
    total: kept.total,
    next: kept.next,
  };
}

interface Kept {
  /** Of the entries on the page, in order. */
  readonly numbers: readonly number[];
  readonly total: number;
  readonly next: string | null;
}

/** In order of time, what an article says earlier first; every column is needed, so that there is but one order. */
const ORDER = "CASE WHEN date_from = '' THEN 1 ELSE 0 END, date_from, date_to, article, position, no";

async function allOf(queries: Queries, speaker: number, minConfidence: number, page?: PageRequest): Promise<Kept> {
  const where = "speaker = ? AND visible = 1 AND confidence >= ?";
  const params = [speaker, minConfidence];
  if (page === undefined) {
    const rows = await queries.all<{ no: number }>(`SELECT no FROM entry WHERE ${where} ORDER BY ${ORDER}`, params);
    return { numbers: rows.map((row) => row.no), total: rows.length, next: null };
  }
  const size = pageSize(page);
  const [last] = readCursor(page, 1) ?? [];
  const counted = await first<{ total: number }>(queries, `SELECT count(*) AS total FROM entry WHERE ${where}`, params);
  const later = last === undefined ? "" : ` AND (${ORDER}) > (SELECT ${ORDER} FROM entry WHERE no = ?)`;
  const rows = await queries.all<{ no: number }>(
    `SELECT no FROM entry WHERE ${where}${later} ORDER BY ${ORDER} LIMIT ?`,
    [...params, ...(last === undefined ? [] : [last]), size + 1],
  );
  const numbers = rows.slice(0, size).map((row) => row.no);
  const end = numbers.at(-1);
  return {
    numbers,
    total: counted?.total ?? 0,
    next: end !== undefined && rows.length > size ? writeCursor([end]) : null,
  };
}

/** A page of rows that are all at hand; the next one begins behind the last row's number. */
function pageOf(numbers: readonly number[], page: PageRequest | undefined): Kept {
  const total = numbers.length;
  if (page === undefined) return { numbers, total, next: null };
  const size = pageSize(page);
  const [last] = readCursor(page, 1) ?? [];
  const from = last === undefined ? 0 : numbers.findIndex((no) => no === last) + 1;
  const shown = numbers.slice(from, from + size);
  const end = shown.at(-1);
  return { numbers: shown, total, next: end !== undefined && from + size < total ? writeCursor([end]) : null };
}

/**
 * The statements that are about a subject (`isAbout`). The index finds those that say one of the words; the words themselves are then
 * read, for neither engine's index knows how far apart they stand.
 */
async function allAbout(
  queries: Queries,
  speaker: number,
  minConfidence: number,
  subject: Subject,
  page?: PageRequest,
): Promise<Kept> {
  const { index } = queries.dialect;
  const spokenBy = await spokenByOf(queries, speaker);
  const terms: readonly SearchTerm[] = [
    ...subject.words.map(({ stems }) => ({ kind: "word" as const, stems })),
    ...subject.phrases.map((words) => ({ kind: "phrase" as const, words })),
  ];
  /** By entry: the terms that are in it or around it, and those that it says, as bits. */
  const found = new Map<number, Found>();
  for (const [at, term] of terms.entries()) {
    const bit = 1 << at;
    const expression = { terms: [term], together: null };
    for (const no of await numbersAt(queries, index.anywhere(expression, { spokenBy })))
      found.set(no, { anywhere: (found.get(no)?.anywhere ?? 0) | bit, said: found.get(no)?.said ?? 0 });
    const [said] = index.tiers(expression, { spokenBy });
    for (const no of said === undefined ? [] : await numbersAt(queries, said)) {
      const before = found.get(no) ?? NOTHING;
      found.set(no, { ...before, said: before.said | bit });
    }
  }
  // of a subject of many words some may be what the speaker says besides
  const isLong = subject.words.length > 2;
  const all = (1 << terms.length) - 1;
  const likely = [...found].filter(([, { anywhere, said }]) => said !== 0 && (isLong || anywhere === all));
  const rows = await queries.all<{ no: number; article: number }>(
    `SELECT no, article FROM entry WHERE no IN ${queries.dialect.integerList}
       AND speaker = ? AND visible = 1 AND confidence >= ? ORDER BY ${ORDER}`,
    [JSON.stringify(likely.map(([no]) => no)), speaker, minConfidence],
  );
  const numbers = isLong ? possible(rows, found, subject) : rows.map(({ no }) => no);
  const entries = await loadEntries(queries, numbers);
  const besides = new Map<string, Set<SubjectWord>>();
  if (isLong)
    for (const entry of entries)
      for (const word of subject.words) {
        const there = besides.get(entry.articleId) ?? new Set();
        if (!there.has(word) && says(entry, word)) besides.set(entry.articleId, there.add(word));
      }
  const none: ReadonlySet<SubjectWord> = new Set();
  const about = new Set(
    entries.filter((entry) => isAbout(entry, subject, besides.get(entry.articleId) ?? none)).map((entry) => entry.id),
  );
  const idOf = await idsOf(queries, numbers);
  return pageOf(
    numbers.filter((no) => about.has(idOf.get(no) ?? "")),
    page,
  );
}

async function idsOf(queries: Queries, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await queries.all<{ no: number; id: string }>(
    `SELECT no, id FROM entry WHERE no IN ${queries.dialect.integerList}`,
    [JSON.stringify(numbers)],
  );
  return new Map(rows.map(({ no, id }) => [no, id]));
}

async function numbersAt(queries: Queries, { sql, params }: SqlPart): Promise<readonly number[]> {
  const { moment } = queries.dialect.index;
  const rows = await queries.all<{ moment: number }>(
    `SELECT ${moment} AS moment FROM search AS e WHERE ${sql}`,
    params,
  );
  return rows.map((row) => row.moment % NUMBERS);
}

/** Where the index finds the terms of a subject, as bits. */
interface Found {
  readonly anywhere: number;
  readonly said: number;
}

const NOTHING: Found = { anywhere: 0, said: 0 };

/**
 * The entries of the articles in which one may be about a subject of many words: the index knows the stems of words, and so never too few of them. A
 * word that is in the statement counts one, one around it or elsewhere in the article a half.
 */
function possible(
  rows: readonly { readonly no: number; readonly article: number }[],
  found: ReadonlyMap<number, Found>,
  { words, least }: Subject,
): readonly number[] {
  const bits = (1 << words.length) - 1;
  const saidIn = new Map<number, number>();
  for (const { no, article } of rows)
    saidIn.set(article, (saidIn.get(article) ?? 0) | ((found.get(no) ?? NOTHING).said & bits));
  const articles = new Set<number>();
  for (const { no, article } of rows) {
    const { anywhere, said } = found.get(no) ?? NOTHING;
    const others = (anywhere | (saidIn.get(article) ?? 0)) & ~said & bits;
    if (ones(said & bits) + NEARBY * ones(others) >= least) articles.add(article);
  }
  return rows.flatMap(({ no, article }) => (articles.has(article) ? [no] : []));
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
