import { first, type Queries } from "../database.ts";
import { dayAt } from "../dates.ts";
import type { SqlPart } from "../sql.ts";
import { timeMarks } from "./marks.ts";

/**
 * The marks of the newest months in which some `wanted` rows of PostgreSQL's search index, or more, may be expected to fulfil a condition, by the
 * planner's own statistics; null where all that fulfil it are found as quickly. `before` is the last moment that the condition admits, if it says one. GIN hands over every match, in no order: of a word that stands
 * in every third statement, 2,000 matches are wanted and 300,000 would be fetched. Only the speed depends on it, never the answer.
 */
export async function recentMonths(
  queries: Queries,
  condition: SqlPart,
  wanted: number,
  before: number | null,
): Promise<readonly string[] | null> {
  const [row] = await queries.all<{ "QUERY PLAN": readonly [{ readonly Plan: { readonly "Plan Rows": number } }] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM search AS e WHERE ${condition.sql}`,
    condition.params,
  );
  const expected = row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
  if (expected < MANY) return null;
  const bounds = (await momentBounds(queries)).filter((bound) => before === null || bound <= before);
  // Some more, since the guess is one.
  const share = (1.2 * wanted) / expected;
  const since = dayAt(bounds[Math.floor(bounds.length * (1 - share))] ?? 0);
  const last = await first<{ moment: number }>(queries, "SELECT max(moment) AS moment FROM search");
  const until = dayAt(Math.min(last?.moment ?? 0, before ?? Infinity));
  return since === null || until === null ? null : timeMarks(since, Number(until.slice(0, 4)));
}

/** As many matches as are fetched and sorted in some ten milliseconds. */
const MANY = 5000;

/** Moments that cut the index into parts of equal size, oldest first; none before the table was first analysed. */
async function momentBounds(queries: Queries): Promise<readonly number[]> {
  const known = boundsOf.get(queries);
  if (known !== undefined && performance.now() - known.readAt < STALE_AFTER) return known.bounds;
  const row = await first<{ bounds: string | null }>(
    queries,
    `SELECT histogram_bounds::text AS bounds FROM pg_stats
     WHERE schemaname = current_schema() AND tablename = 'search' AND attname = 'moment'`,
  );
  const bounds = (row?.bounds ?? "").replace(/[{}]/g, "").split(",").filter(Boolean).map(Number);
  boundsOf.set(queries, { bounds, readAt: performance.now() });
  return bounds;
}

const boundsOf = new WeakMap<Queries, { readonly bounds: readonly number[]; readonly readAt: number }>();

/** A minute, in milliseconds: adding moves the bounds slowly, and nothing but speed hangs on them. */
const STALE_AFTER = 60_000;
