import { first, type Queries } from "../database.ts";
import { dayAt, momentOf } from "../dates.ts";
import type { SqlPart } from "../sql.ts";
import { startOf, timeMarks } from "./marks.ts";
import type { Expected } from "./search-index.ts";

/**
 * What is to be expected of a condition. GIN hands over every match, in no order: of a word that stands in every third statement, 2,000 matches are wanted and 300,000
 * would be fetched. `before` is the last moment that the condition admits, if it says one. Only the speed depends on it, never the answer.
 */
export async function expected(queries: Queries, condition: SqlPart, before: number | null): Promise<Expected> {
  const [row] = await queries.all<{ "QUERY PLAN": readonly [{ readonly Plan: { readonly "Plan Rows": number } }] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM search AS e WHERE ${condition.sql}`,
    condition.params,
  );
  const bounds = await momentBounds(queries);
  const last = await first<{ moment: number }>(queries, "SELECT max(moment) AS moment FROM search");
  const admitted = bounds.filter((bound) => before === null || bound <= before);
  return {
    count: row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0,
    newest(share) {
      const day = dayAt(admitted[Math.floor(admitted.length * (1 - share))] ?? 0);
      const until = dayAt(Math.min(last?.moment ?? 0, before ?? Infinity));
      if (day === null || until === null) return null;
      const fine = share < FINE;
      const since = momentOf(startOf(day, fine), 0);
      return {
        times: timeMarks(day, Number(until.slice(0, 4)), fine),
        share: admitted.filter((bound) => bound >= since).length / admitted.length,
      };
    },
  };
}

/** Of a smaller share than this, half a quarter in five years, a quarter would be much too long. */
const FINE = 0.03;

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
