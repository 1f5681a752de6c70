import { first, type Queries } from "../database.ts";
import type { LedgerCounts } from "../ledger.ts";

/** How much is in the ledger; entries and commitments at a confidence, repetitions left out. */
export async function countsOf(queries: Queries, minConfidence: number): Promise<LedgerCounts> {
  const row = await first<LedgerCounts>(
    queries,
    `SELECT (SELECT count(*) FROM article) AS articles,
            (SELECT count(*) FROM entry WHERE visible = 1 AND confidence >= ?) AS entries,
            (SELECT count(*) FROM speaker WHERE statements > 0 AND merged_into IS NULL) AS speakers,
            (SELECT coalesce(sum(commitments), 0) FROM entry WHERE visible = 1 AND confidence >= ?) AS commitments,
            (SELECT coalesce(max(seq), 0) FROM event) AS events`,
    [minConfidence, minConfidence],
  );
  if (row === undefined) throw new RangeError("The ledger has no tables");
  return { ...row, commitments: Number(row.commitments) };
}
