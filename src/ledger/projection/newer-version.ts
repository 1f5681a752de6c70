import type { Queries } from "../database.ts";
import { payloadsOf, type EntryPayload } from "../events.ts";

/**
 * An article was updated: same address, new text. Each entry of the versions before is tied to the new one by exact match only,
 * never to words that look alike:
 *
 *     moved     the new version has an entry with the same words by the same speaker: that one counts
 *     current   no such entry, but its words stand exactly once in the new text
 *     changed   the words are gone, or stand there more than once: "source changed"
 */
export async function linkNewerVersion(queries: Queries, article: number, versions: readonly number[]): Promise<void> {
  const { integerList } = queries.dialect;
  const older = await queries.all<EntryPlace>(
    `SELECT no, id, event, spoken_by AS "spokenBy", review FROM entry
     WHERE article IN ${integerList} AND state = 'current' ORDER BY no`,
    [JSON.stringify(versions)],
  );
  if (older.length === 0) return;
  const newer = await queries.all<EntryPlace>(
    `SELECT no, id, event, spoken_by AS "spokenBy", review FROM entry WHERE article = ? ORDER BY no`,
    [article],
  );
  const text = await snapshotOf(queries, article);
  const payloads = await payloadsOf<EntryPayload>(
    queries,
    [...older, ...newer].map((row) => row.event),
  );
  const wordsOf = (row: EntryPlace): readonly string[] =>
    payloads.get(row.event)?.entry.content.map((span) => span.text) ?? [];
  const signatureOf = (row: EntryPlace): string => JSON.stringify([row.spokenBy, wordsOf(row)]);
  const bySignature = new Map(newer.map((row) => [signatureOf(row), row]));
  for (const row of older) {
    const same = bySignature.get(signatureOf(row));
    if (same !== undefined) {
      await queries.run("UPDATE entry SET state = 'moved', visible = 0 WHERE no = ?", [row.no]);
      await queries.run("UPDATE entry SET follows = ? WHERE no = ?", [row.id, same.no]);
    } else if (!wordsOf(row).every((words) => standsOnce(text, words)))
      await queries.run("UPDATE entry SET state = 'changed' WHERE no = ?", [row.no]);
  }
}

/** The versions before an article, newest first. */
export async function versionsBefore(queries: Queries, previous: number): Promise<readonly number[]> {
  const rows = await queries.all<{ no: number }>(
    `WITH RECURSIVE version (no, previous) AS (
       SELECT no, previous FROM article WHERE no = ?
       UNION SELECT article.no, article.previous FROM article JOIN version ON article.no = version.previous
     )
     SELECT no FROM version ORDER BY no DESC`,
    [previous],
  );
  return rows.map((row) => row.no);
}

interface EntryPlace {
  readonly no: number;
  readonly id: string;
  readonly event: number;
  readonly spokenBy: number | null;
  readonly review: string;
}

async function snapshotOf(queries: Queries, article: number): Promise<string> {
  const rows = await queries.all<{ text: string | null }>("SELECT text FROM snapshot WHERE event = ?", [article]);
  const json = rows[0]?.text ?? null;
  return json === null ? "" : (JSON.parse(json) as string);
}

function standsOnce(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0;
}
