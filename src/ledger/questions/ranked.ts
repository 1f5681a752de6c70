import type { Queries } from "../database.ts";
import type { SqlPart } from "../sql.ts";
import { answersByScore, withinOf, type Answers } from "./answers.ts";
import type { EntryFilter } from "./filter.ts";
import type { NewestAnswers } from "./newest.ts";

/** An answer's place in the order of answers: best score first, then the newest. */
export interface Place {
  readonly score: number;
  readonly moment: number;
}

/** What comes first: negative for `a`. */
export function byRank(a: Place, b: Place): number {
  return b.score - a.score || b.moment - a.moment;
}

/**
 * The first `count` answers from a place on. They are taken from what is known already as far as that goes; `newest` is
 * null where it says nothing of scores. `also` is a further condition on the entry.
 */
export async function rankedAnswers(
  queries: Queries,
  filter: EntryFilter,
  newest: NewestAnswers,
  from: Place,
  count: number,
): Promise<readonly Place[]> {
  const isLater = (place: Place): boolean => byRank(from, place) < 0;
  const known =
    placesOf(newest.moments, newest.scores, filter) ??
    (newest.complete && newest.moments.length <= FEW ? await scored(queries, filter, newest.moments) : null);
  if (known !== null && newest.complete) return known.toSorted(byRank).filter(isLater).slice(0, count);
  const best = newest.best === null ? null : placesOf(newest.best.moments, newest.best.scores, filter);
  const bestLater = best?.filter(isLater) ?? [];
  if (bestLater.length >= count) return bestLater.slice(0, count);

  const places: Place[] = [];
  for (const { score, ...answers } of answersByScore(queries, filter)) {
    if (score > from.score) continue;
    const wanted = count - places.length;
    if (wanted <= 0) break;
    // The newest of all answers hold the newest of each score.
    const here = known?.filter((place) => place.score === score && isLater(place)).slice(0, wanted) ?? [];
    places.push(...here);
    if (here.length === wanted) continue;
    const last = known === null ? undefined : newest.moments.at(-1);
    const before = Math.min(last ?? Infinity, score === from.score ? from.moment : Infinity);
    const moments = await momentsBefore(queries, answers, before, wanted - here.length);
    places.push(...moments.map((moment) => ({ score, moment })));
  }
  return places;
}

/** Null where the scores are not known. */
function placesOf(
  moments: readonly number[],
  scores: readonly number[],
  { expression }: EntryFilter,
): readonly Place[] | null {
  if (expression === null) return moments.map((moment) => ({ score: 0, moment }));
  if (scores.every((score) => score === 0)) return moments.length === 0 ? [] : null;
  return moments.map((moment, at) => ({ score: scores[at] ?? 0, moment }));
}

/** So many rows are looked up one by one sooner than the matches of all are walked. */
const FEW = 16;

/** These answers with their scores, asked of the index for each of them. */
async function scored(
  queries: Queries,
  filter: EntryFilter,
  moments: readonly number[],
): Promise<readonly Place[] | null> {
  if (filter.expression === null) return null;
  const { index, integerList } = queries.dialect;
  const scores = new Map<number, number>();
  let left = moments;
  const tiers = index.tiers(filter.expression, withinOf(filter));
  for (const { score, few, sql, params } of tiers) {
    if (left.length === 0) break;
    // Whatever has no better score has the last. With a `+`, all that have the score are walked, once; without, each moment is a search of its own.
    const rows =
      score === tiers.at(-1)?.score
        ? left.map((moment) => ({ moment }))
        : await queries.all<{ moment: number }>(
            `SELECT ${index.moment} AS moment FROM search AS e
             WHERE ${sql} AND ${few ? "+" : ""}${index.moment} IN ${integerList}`,
            [...params, JSON.stringify(left)],
          );
    for (const { moment } of rows) scores.set(moment, score);
    left = left.filter((moment) => !scores.has(moment));
  }
  return moments.map((moment) => ({ score: scores.get(moment) ?? 0, moment }));
}

async function momentsBefore(
  queries: Queries,
  { from, where, params, moment }: Answers,
  before: number,
  count: number,
): Promise<readonly number[]> {
  const earlier: SqlPart =
    before === Infinity ? { sql: "", params: [] } : { sql: ` AND ${moment} < ?`, params: [before] };
  const rows = await queries.all<{ moment: number }>(
    `SELECT e.moment FROM ${from} WHERE ${where}${earlier.sql} ORDER BY ${moment} DESC LIMIT ?`,
    [...params, ...earlier.params, count],
  );
  return rows.map((row) => row.moment);
}
