import type { Queries } from "../database.ts";
import { NUMBERS } from "../dates.ts";
import type { Within } from "../search/search-index.ts";
import type { Value } from "../sql.ts";
import { VISIBLE, type EntryFilter } from "./filter.ts";

/** The entries `e` that answer a question, as parts of a SELECT that walks them in the order of `moment`. */
export interface Answers {
  readonly from: string;
  readonly where: string;
  readonly params: readonly Value[];
  /** The column to sort by: day and number. */
  readonly moment: string;
}

/**
 * Where counting ends. Nobody reads two thousand answers; that there are more is all that one needs to know, and finding out how many
 * would take seconds where a word stands in every other statement. Chosen so that an answer with its facets comes within 30 ms from a
 * million statements (bench/ledger.ts).
 */
export const MOST_COUNTED = 2000;

/** The answers of each score, the best first; one group with the score 0 where there are no words to look for. */
export function answersByScore(
  queries: Queries,
  filter: EntryFilter,
): readonly (Answers & { readonly score: number })[] {
  if (filter.expression === null) return [{ score: 0, ...allAnswers(queries, filter) }];
  const tiers = queries.dialect.index.tiers(filter.expression, withinOf(filter));
  return tiers.map(({ score, sql, params }) => ({ score, ...found(queries, filter, sql, params) }));
}

/** The answers of all scores; with `times`, those of the days that have one of these marks (see search/marks.ts). */
export function allAnswers(queries: Queries, filter: EntryFilter, times?: readonly string[]): Answers {
  if (filter.expression === null) {
    const conditions = [...filter.conditions];
    if (filter.before !== null) conditions.push({ sql: "e.moment BETWEEN ? AND ?", params: [NUMBERS, filter.before] });
    return {
      from: "entry AS e",
      where: conditions.map(({ sql }) => sql).join(" AND "),
      params: conditions.flatMap(({ params }) => params),
      moment: filter.few ? "+e.moment" : "e.moment",
    };
  }
  const within = withinOf(filter);
  const { sql, params } = queries.dialect.index.anywhere(
    filter.expression,
    times === undefined ? within : { ...within, times },
  );
  return found(queries, filter, sql, params);
}

function withinOf({ spokenBy, years, conditions }: EntryFilter): Within {
  const marks = conditions.flatMap(({ mark }) => (mark === undefined ? [] : [mark]));
  return { spokenBy, marks, ...(years === null ? {} : { times: years }) };
}

/** How many answers there are, counted up to `MOST_COUNTED`. `select` is what one of them is. */
export async function countedUpTo(
  queries: Queries,
  select: string,
  { from, where, params, moment }: Answers,
): Promise<{ readonly total: number; readonly atLeast?: true }> {
  const rows = await queries.all<{ total: number }>(
    `SELECT count(*) AS total FROM
       (SELECT ${select} FROM ${from} WHERE ${where} ORDER BY ${moment} DESC LIMIT ?) AS counted`,
    [...params, MOST_COUNTED + 1],
  );
  const total = rows[0]?.total ?? 0;
  return total > MOST_COUNTED ? { total: MOST_COUNTED, atLeast: true } : { total };
}

/** How many there are, as a page says it. */
export function totalOf(counted: number, complete: boolean): { readonly total: number; readonly atLeast?: true } {
  return complete ? { total: counted } : { total: MOST_COUNTED, atLeast: true };
}

function found(queries: Queries, filter: EntryFilter, sql: string, params: readonly Value[]): Answers {
  const { index } = queries.dialect;
  const moment = index.joined === null ? `e.${index.moment}` : `search.${index.moment}`;
  // What a mark has said need not be said again: PostgreSQL would take it for a second condition when it guesses how many there are.
  const conditions = filter.conditions.filter(({ mark }) => index.joined !== null || mark === undefined);
  const where = [sql];
  if (filter.before !== null) where.push(`${moment} BETWEEN ? AND ?`);
  if (index.joined !== null) where.push(entryAt(moment, filter));
  return {
    from: index.joined ?? "search AS e",
    where: [...where, ...conditions.map((condition) => condition.sql)].join(" AND "),
    params: [
      ...params,
      ...(filter.before === null ? [] : [NUMBERS, filter.before]),
      ...conditions.flatMap((condition) => condition.params),
    ],
    moment: filter.few ? `+${moment}` : moment,
  };
}

/** The entry of a row of the index: by moment, which an index over all that is visible answers, else by number. */
function entryAt(moment: string, filter: EntryFilter): string {
  const visible = filter.conditions.some(({ sql }) => sql === VISIBLE);
  return visible ? `e.moment = ${moment}` : `e.no = (${moment} & ${NUMBERS - 1})`;
}
