import type { Queries } from "../database.ts";
import { parted } from "../doubtful.ts";
import type { EnteredPayload, EntryPayload } from "../events.ts";
import type { StoredEntry } from "../ledger.ts";
import { amendedEntry } from "../projection/rewriting.ts";
import { speakerId } from "../projection/speakers.ts";

/** The entry with this id, whatever its state; null when there is none. */
export async function entryWithId(queries: Queries, id: string): Promise<StoredEntry | null> {
  const rows = await queries.all<{ no: number }>("SELECT no FROM entry WHERE id = ?", [id]);
  const entries = await loadEntries(
    queries,
    rows.map((row) => row.no),
  );
  return entries[0] ?? null;
}

/**
 * The entry with this id as it was read, without what people decided on it since: what a blind reviewer decides on. Null when there is
 * none.
 */
export async function entryAsRead(queries: Queries, id: string): Promise<StoredEntry | null> {
  const rows = await queries.all<{ no: number }>("SELECT no FROM entry WHERE id = ?", [id]);
  const entries = await loadEntries(
    queries,
    rows.map((row) => row.no),
    { asRead: true },
  );
  return entries[0] ?? null;
}

/** The entries of an article in the order of its text, at every confidence; those that a newer engine no longer finds are left out. */
export async function entriesOfArticle(queries: Queries, articleId: string): Promise<readonly StoredEntry[]> {
  const rows = await queries.all<{ no: number }>(
    `SELECT e.no FROM entry AS e JOIN article AS a ON a.no = e.article
     WHERE a.id = ? AND e.state NOT IN ('replaced', 'redacted') ORDER BY e.position, e.no`,
    [articleId],
  );
  return loadEntries(
    queries,
    rows.map((row) => row.no),
  );
}

/**
 * Loads entries by number, in the order of `numbers`; with `asRead`, without what people decided on them. Of their doubtful commitments those of at least
 * `doubtfulFrom` come along.
 */
export async function loadEntries(
  queries: Queries,
  numbers: readonly number[],
  { asRead = false, doubtfulFrom = 0 }: { readonly asRead?: boolean; readonly doubtfulFrom?: number } = {},
): Promise<readonly StoredEntry[]> {
  if (numbers.length === 0) return [];
  const rows = await queries.all<EntryRow>(
    `SELECT e.no, e.date, e.state, e.follows, e.review, e.amended, e.disputed, event.kind AS "how", event.who, s.id AS "speakerId", a.id AS "articleId", a.title, a.publisher,
            a.url, a.published, a.language, event.payload
     FROM entry AS e JOIN article AS a ON a.no = e.article JOIN event ON event.seq = e.event
     LEFT JOIN speaker AS s ON s.no = e.speaker
     WHERE e.no IN ${queries.dialect.integerList}`,
    [JSON.stringify(numbers)],
  );
  const byNumber = new Map(rows.map((row) => [row.no, row]));
  return numbers.flatMap((no) => {
    const row = byNumber.get(no);
    return row === undefined || row.payload === null
      ? []
      : [storedEntry(asRead ? unreviewed(row, row.payload) : row, row.payload, doubtfulFrom)];
  });
}

interface EntryRow {
  readonly no: number;
  readonly date: string | null;
  readonly state: StoredEntry["state"];
  readonly follows: string | null;
  readonly review: StoredEntry["review"];
  readonly amended: string | null;
  readonly disputed: number;
  /** Kind of the event that holds it. */
  readonly how: string;
  readonly who: string;
  readonly speakerId: string | null;
  readonly articleId: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly payload: string | null;
}

function unreviewed(row: EntryRow, json: string): EntryRow {
  if (row.review === "entered") return row;
  const { entry } = JSON.parse(json) as EntryPayload;
  // Whose words people say they are would tell how somebody amended them.
  const who = row.amended === null ? row.speakerId : speakerId(entry.speaker);
  return { ...row, review: "none", amended: null, speakerId: who };
}

function storedEntry(row: EntryRow, json: string, doubtfulFrom: number): StoredEntry {
  // The event that `entry.event` names is one that holds an entry, read by an engine or entered by a person.
  const payload = JSON.parse(json) as EntryPayload | EnteredPayload;
  const { doubtful, ...entry } = parted(amendedEntry(payload.entry, row.amended));
  return {
    ...entry,
    doubtful: doubtful.filter(({ confidence }) => confidence >= doubtfulFrom),
    articleId: row.articleId,
    articleTitle: row.title,
    publisher: row.publisher,
    url: row.url,
    published: row.published,
    language: row.language,
    speakerId: row.speakerId,
    date: row.date,
    engine: "engine" in payload ? payload.engine : null,
    state: row.state,
    follows: row.follows,
    review: row.review,
    amended: row.amended === null ? [] : Object.keys(JSON.parse(row.amended) as object),
    enteredBy: row.how === "entered" ? row.who : null,
    disputed: row.disputed === 1,
  };
}
