import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import { first, type Queries } from "../database.ts";
import type { LedgerCounts } from "../ledger.ts";

/** How much is in the ledger; entries and commitments at a confidence, repetitions left out. */
export async function countsOf(queries: Queries, minConfidence: number): Promise<LedgerCounts> {
  const shown =
    minConfidence === DEFAULT_CONFIDENCE ? await defaultView(queries) : await viewAt(queries, minConfidence);
  const rest = await first<{ articles: number; speakers: number; events: number }>(
    queries,
    `SELECT (SELECT count(*) FROM article) AS articles,
            (SELECT count(*) FROM speaker WHERE statements > 0 AND merged_into IS NULL) AS speakers,
            (SELECT coalesce(max(seq), 0) FROM event) AS events`,
  );
  const { articles, speakers, events } = rest ?? { articles: 0, speakers: 0, events: 0 };
  return { articles, entries: Number(shown.entries), speakers, commitments: Number(shown.commitments), events };
}

interface Shown {
  /** PostgreSQL gives sums as texts. */
  readonly entries: number | string;
  readonly commitments: number | string;
}

/** From the tallies of articles, which are kept at the default confidence. */
async function defaultView(queries: Queries): Promise<Shown> {
  const row = await first<Shown>(
    queries,
    `SELECT coalesce(sum(statements), 0) AS entries, coalesce(sum(commitments), 0) AS commitments FROM article`,
  );
  return row ?? { entries: 0, commitments: 0 };
}

async function viewAt(queries: Queries, minConfidence: number): Promise<Shown> {
  const row = await first<Shown>(
    queries,
    `SELECT count(*) AS entries, coalesce(sum(commitments), 0) AS commitments FROM entry
     WHERE visible = 1 AND confidence >= ?`,
    [minConfidence],
  );
  return row ?? { entries: 0, commitments: 0 };
}
