import { first, type Queries } from "../database.ts";
import { dayAt, momentOf } from "../dates.ts";
import type { SqlPart } from "../sql.ts";
import { monthOf, timeMarks } from "./marks.ts";
import type { Expected, MomentRange } from "./search-index.ts";

/**
 * What is to be expected of a condition. GIN hands over every match, in no order: of a word that stands in every third statement, 2,000 matches are wanted and 300,000
 * would be fetched. Only the speed depends on it, never the answer.
 */
export async function expected(
  queries: Queries,
  condition: SqlPart,
  { after, before }: MomentRange,
): Promise<Expected> {
  const [row] = await queries.all<{ "QUERY PLAN": readonly [{ readonly Plan: { readonly "Plan Rows": number } }] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM search AS e WHERE ${condition.sql}`,
    condition.params,
  );
  const bounds = await momentBounds(queries);
  const last = await first<{ moment: number }>(queries, "SELECT max(moment) AS moment FROM search");
  const admitted = bounds.filter((bound) => bound >= (after ?? 0) && bound <= (before ?? Infinity));
  return {
    count: row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0,
    newest(share, until) {
      const day = dayAt(admitted[Math.floor(admitted.length * (1 - share))] ?? 0);
      const latest = dayAt(Math.min(last?.moment ?? 0, before ?? Infinity));
      if (day === null || latest === null) return null;
      const since = monthOf(day, share < FINE);
      const first = momentOf(`${since}-01`, 0);
      return {
        times: timeMarks(since, until ?? `${String(Number(latest.slice(0, 4)) + 1).padStart(4, "0")}-01`),
        since,
        share: admitted.filter((bound) => bound >= first).length / admitted.length,
      };
    },
  };
}

/** Of a smaller share than this, half a year in five, a quarter would often be much too long. */
const FINE = 0.1;

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
