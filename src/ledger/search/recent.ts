import type { Queries } from "../database.ts";
import type { SqlPart } from "../sql.ts";

/**
 * The moment from which on about `wanted` rows of PostgreSQL's search index fulfil a condition, by the planner's own statistics; null where
 * all that fulfil it are found as quickly. GIN hands over every match, in no order: of a word that stands in every third statement, 3,000 matches
 * are wanted and 300,000 would be fetched. Only the speed depends on it, never the answer.
 */
export async function recentMoment(queries: Queries, condition: SqlPart, wanted: number): Promise<number | null> {
  const [row] = await queries.all<{ "QUERY PLAN": readonly [{ readonly Plan: { readonly "Plan Rows": number } }] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM search AS e WHERE ${condition.sql}`,
    condition.params,
  );
  const expected = row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
  if (expected < MANY) return null;
  const bounds = await momentBounds(queries);
  // Half as many again, since the guess is one.
  const share = (1.5 * wanted) / expected;
  return bounds[Math.floor(bounds.length * (1 - share))] ?? null;
}

/** As many matches as are fetched and sorted in some ten milliseconds. */
const MANY = 10_000;

/** Moments that cut the index into parts of equal size, oldest first; none before the table was first analysed. */
async function momentBounds(queries: Queries): Promise<readonly number[]> {
  const known = boundsOf.get(queries);
  if (known !== undefined && performance.now() - known.readAt < STALE_AFTER) return known.bounds;
  const [row] = await queries.all<{ bounds: string | null }>(
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
