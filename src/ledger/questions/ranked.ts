import type { Queries } from "../database.ts";
import type { SqlPart } from "../sql.ts";
import { NUMBERS } from "../dates.ts";
import { saidStems } from "../projection/entries.ts";
import { scoreOf } from "../search/score.ts";
import { answersByScore, type Answers } from "./answers.ts";
import { loadEntries } from "./entries.ts";
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

/** So many statements are read sooner than the matches of all are walked. */
const FEW = 60;

/** These answers with their scores, told from their words. */
async function scored(
  queries: Queries,
  { expression }: EntryFilter,
  moments: readonly number[],
): Promise<readonly Place[] | null> {
  if (expression === null) return null;
  const entries = await loadEntries(
    queries,
    moments.map((moment) => moment % NUMBERS),
  );
  // One whose words are gone would be missing, and the others then stand at other places.
  if (entries.length < moments.length) return null;
  return moments.map((moment, at) => {
    const entry = entries[at];
    return { moment, score: entry === undefined ? 0 : scoreOf(expression, saidStems(entry, entry.language)) };
  });
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
