import { first, type Database, type Queries } from "./database.ts";
import { appendEvents } from "./events.ts";
import type { Redaction } from "./ledger.ts";
import { rebuildProjections } from "./projection/rebuild.ts";

/**
 * Takes away what an entry or an article says (law, privacy): payloads, salts and, for an article, its text. The chain keeps their
 * hashes and stays valid; an event says what was taken and why. Redacting an entry leaves its words in the article's text: to take
 * those away, redact the article. What was derived from it goes by rebuilding, which takes its time in a large ledger.
 */
export async function redact(database: Database, subject: string, reason: string, by: string): Promise<void> {
  await database.transaction(async (queries) => {
    const target = (await redactableEntry(queries, subject)) ?? (await redactableArticle(queries, subject));
    if (target === null) throw new RangeError(`No entry and no article ${subject}`);
    const at = new Date().toISOString();
    const { subjects, events } = target;
    await appendEvents(queries, [{ kind: "redaction", payload: { subjects, events, reason } }], by, at);
    await queries.run(`UPDATE event SET payload = NULL, salt = NULL WHERE seq IN ${queries.dialect.integerList}`, [
      JSON.stringify(events),
    ]);
    await queries.run(`UPDATE snapshot SET text = NULL WHERE event IN ${queries.dialect.integerList}`, [
      JSON.stringify(events),
    ]);
    await rebuildProjections(queries);
  });
}

/** Why nothing stands under this id of an entry or an article; null when nothing was taken away there. */
export async function redactionOf(queries: Queries, subject: string): Promise<Redaction | null> {
  const row = await first<Redaction>(
    queries,
    `SELECT subject, reason, at, who AS "by" FROM redaction WHERE subject = ?`,
    [subject],
  );
  return row === undefined ? null : { ...row };
}

interface Target {
  /** Ids of the entries and articles that go. */
  readonly subjects: readonly string[];
  readonly events: readonly number[];
}

async function redactableEntry(queries: Queries, id: string): Promise<Target | null> {
  const row = await first<{ no: number }>(queries, "SELECT no FROM entry WHERE id = ?", [id]);
  return row === undefined ? null : { subjects: [id], events: await eventsAbout(queries, [id]) };
}

async function redactableArticle(queries: Queries, id: string): Promise<Target | null> {
  const row = await first<{ no: number }>(queries, "SELECT no FROM article WHERE id = ?", [id]);
  if (row === undefined) return null;
  const entries = await queries.all<{ id: string }>("SELECT id FROM entry WHERE article = ? ORDER BY no", [row.no]);
  const subjects = [id, ...entries.map((entry) => entry.id)];
  return { subjects, events: await eventsAbout(queries, subjects) };
}

/**
 * The events that speak of these entries and articles. Readings, merges, splits and likenesses name ids alone and stay. Every payload is looked at: an event kind
 * that somebody adds tomorrow must not be forgotten here.
 */
async function eventsAbout(queries: Queries, subjects: readonly string[]): Promise<readonly number[]> {
  const found = new Set<number>();
  for (const subject of subjects)
    for (const row of await queries.all<{ seq: number }>(
      `SELECT seq FROM event WHERE kind NOT IN ('reading', 'redaction', 'merge', 'split', 'likeness') AND payload LIKE ?`,
      [`%"${subject}"%`],
    ))
      found.add(row.seq);
  return [...found].sort((a, b) => a - b);
}
