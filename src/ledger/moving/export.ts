import { canonicalJson } from "../canonical.ts";
import type { Database, Queries } from "../database.ts";
import { storedEvents } from "../events.ts";
import { checkpointNotes } from "../integrity/checkpoints.ts";

/**
 * The whole ledger as lines of JSON: every event as it was sealed, an article's text beside its event, checkpoints last. Canonical, so
 * that two ledgers with the same events export the same bytes, whatever engine holds them. It is the ledger as it was at the
 * first line: what happens meanwhile is not in it.
 */
export async function* exportLines(database: Database): AsyncGenerator<string> {
  const { queries, release } = await database.still();
  try {
    yield* linesOf(queries);
  } finally {
    await release();
  }
}

async function* linesOf(queries: Queries): AsyncGenerator<string> {
  for await (const batch of storedEvents(queries)) {
    const texts = await queries.all<{ event: number; text: string | null }>(
      "SELECT event, text FROM snapshot WHERE event BETWEEN ? AND ?",
      [batch[0]?.seq ?? 0, batch.at(-1)?.seq ?? 0],
    );
    const byEvent = new Map(texts.map((row) => [row.event, row.text]));
    for (const { seq, kind, at, by, payload, salt, payloadHash, hash } of batch) {
      const text = byEvent.get(seq);
      yield canonicalJson({
        at,
        by,
        hash,
        kind,
        payload: payload === null ? null : JSON.parse(payload),
        payloadHash,
        salt,
        seq,
        text: text === undefined ? undefined : text === null ? null : JSON.parse(text),
      });
    }
  }
  for (const checkpoint of await checkpointNotes(queries)) yield canonicalJson({ checkpoint });
}
