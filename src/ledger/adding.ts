import { LOWEST_KEPT_CONFIDENCE } from "../core/confidence.ts";
import type { Entry } from "../core/entry.ts";
import { hash as hashWith } from "node:crypto";
import { spansOf } from "./spans.ts";
import { canonicalJson } from "./canonical.ts";
import { type Database, type Queries } from "./database.ts";
import { isSameOrNewerEngine } from "./engine.ts";
import { appendEvents, payloadsOf, type EntryPayload, type Happening } from "./events.ts";
import type { AddResult, ReadArticle } from "./ledger.ts";
import { plain, plainAddress } from "./plain.ts";
import { project } from "./projection/project.ts";

/**
 * Adds read articles in one transaction. An article that is there adds nothing; its text elsewhere adds an appearance, a newer
 * engine a reading, a day of publication that it lacked the day, another text at its address a new version.
 */
export async function add(database: Database, records: readonly ReadArticle[], by: string): Promise<AddResult> {
  records.forEach(checkRecord);
  return database.transaction(async (queries) => {
    const at = new Date().toISOString();
    const known = await knownArticles(queries, records);
    const gone = await redactedSubjects(queries, records);
    const happenings: Happening[] = [];
    const snapshots: [hash: string, text: string][] = [];
    let added = 0;
    let entries = 0;
    for (const record of records) {
      const { article } = record;
      const id = articleId(article.hash);
      // What was taken away does not come back by reading it again.
      if (gone.has(id)) continue;
      let there = known.byId.get(id);
      // The day on which another outlet printed the text is that outlet's; what somebody gives is given for the text.
      const isItsDay = there?.appearances.has(placeOf(article)) === true || article.given.includes("published");
      if (there === undefined) {
        const url = plainAddress(article.url);
        const previous = url === null ? null : (known.newestAt.get(url) ?? null);
        const { text, ...rest } = article;
        happenings.push({ kind: "article", payload: { id, article: rest, previous, origin: record.origin } });
        snapshots.push([article.hash, text]);
        there = {
          engines: [],
          appearances: new Set([placeOf(article)]),
          entries: new Map(),
          dated: article.published !== null,
        };
        known.byId.set(id, there);
        if (url !== null) known.newestAt.set(url, id);
        added++;
      } else if (!there.appearances.has(placeOf(article))) {
        const { url, publisher, title, published } = article;
        const payload = { article: id, url, publisher, title, published, origin: record.origin };
        happenings.push({ kind: "appearance", payload });
        there.appearances.add(placeOf(article));
      }
      if (!there.dated && isItsDay && article.published !== null) {
        happenings.push({ kind: "given", payload: { article: id, published: article.published } });
        there.dated = true;
      }
      if (there.engines.some((engine) => isSameOrNewerEngine(engine, record.engine))) continue;
      const kept = keptEntries(record.entries).filter((entry) => !gone.has(entry.id));
      for (const entry of kept) {
        const json = canonicalJson(entry);
        if (there.entries.get(entry.id) === json) continue;
        there.entries.set(entry.id, json);
        happenings.push({ kind: "entry", payload: { article: id, engine: record.engine, entry } });
        entries++;
      }
      there.engines.push(record.engine);
      const ids = kept.map((entry) => entry.id);
      happenings.push({ kind: "reading", payload: { article: id, engine: record.engine, entries: ids } });
    }
    if (happenings.length > 0) {
      const happened = await appendEvents(queries, happenings, by, at);
      await keepSnapshots(queries, snapshots, happened);
      await project(queries, happened);
    }
    return { added, known: records.length - added, entries };
  });
}

/** True when this text, read by this engine version or a newer one, is there already. */
export async function has(queries: Queries, hash: string, engine: string): Promise<boolean> {
  const readings = await queries.all<{ engine: string }>(
    "SELECT reading.engine FROM article JOIN reading ON reading.article = article.no WHERE article.id = ?",
    [articleId(hash)],
  );
  if (readings.some((reading) => isSameOrNewerEngine(reading.engine, engine))) return true;
  const gone = await queries.all("SELECT subject FROM redaction WHERE subject = ?", [articleId(hash)]);
  return gone.length > 0;
}

/** First 16 digits of the text's hash. */
export function articleId(hash: string): string {
  return hash.slice(0, 16);
}

async function redactedSubjects(queries: Queries, records: readonly ReadArticle[]): Promise<ReadonlySet<string>> {
  if ((await queries.all("SELECT subject FROM redaction LIMIT 1")).length === 0) return new Set();
  const ids = records.flatMap((record) => [articleId(record.article.hash), ...record.entries.map((entry) => entry.id)]);
  const rows = await queries.all<{ subject: string }>(
    `SELECT subject FROM redaction WHERE subject IN ${queries.dialect.textList}`,
    [JSON.stringify(ids)],
  );
  return new Set(rows.map((row) => row.subject));
}

interface KnownArticle {
  readonly engines: string[];
  readonly appearances: Set<string>;
  /** Canonical JSON of each entry as last read. */
  readonly entries: Map<string, string>;
  /** It has a day of publication. */
  dated: boolean;
}

async function knownArticles(
  queries: Queries,
  records: readonly ReadArticle[],
): Promise<{ readonly byId: Map<string, KnownArticle>; readonly newestAt: Map<string, string> }> {
  const { textList } = queries.dialect;
  const ids = JSON.stringify(records.map((record) => articleId(record.article.hash)));
  const urls = JSON.stringify(records.map((record) => plainAddress(record.article.url)).filter((url) => url !== null));
  const byId = new Map<string, KnownArticle>();
  const rows = await queries.all<{
    id: string;
    hash: string;
    engine: string | null;
    no: number;
    published: string | null;
  }>(
    `SELECT article.id, article.hash, article.no, article.published, reading.engine
     FROM article LEFT JOIN reading ON reading.article = article.no WHERE article.id IN ${textList}`,
    [ids],
  );
  const numbers = new Map<number, KnownArticle>();
  for (const row of rows) {
    const there: KnownArticle = byId.get(row.id) ?? {
      engines: [],
      appearances: new Set(),
      entries: new Map(),
      dated: row.published !== null,
    };
    if (row.engine !== null) there.engines.push(row.engine);
    byId.set(row.id, there);
    numbers.set(row.no, there);
  }
  if (numbers.size > 0) await fillKnown(queries, records, byId, numbers);

  // Newest last, so that it is the one that stays in the map.
  const versions = await queries.all<{ id: string; url: string }>(
    `SELECT id, url FROM article WHERE url IN ${textList} ORDER BY no`,
    [urls],
  );
  return { byId, newestAt: new Map(versions.map((version) => [version.url, version.id])) };
}

async function fillKnown(
  queries: Queries,
  records: readonly ReadArticle[],
  byId: ReadonlyMap<string, KnownArticle>,
  numbers: ReadonlyMap<number, KnownArticle>,
): Promise<void> {
  const { integerList } = queries.dialect;
  const appearances = await queries.all<{ article: number; url: string | null; publisher: string | null }>(
    `SELECT article, url, publisher FROM appearance WHERE article IN ${integerList}`,
    [JSON.stringify([...numbers.keys()])],
  );
  for (const appearance of appearances) numbers.get(appearance.article)?.appearances.add(placeOf(appearance));
  // Entries are compared only where an engine that has not read the article brings them.
  const reread = new Set<KnownArticle>();
  for (const record of records) {
    const there = byId.get(articleId(record.article.hash));
    if (there && !there.engines.some((engine) => isSameOrNewerEngine(engine, record.engine))) reread.add(there);
  }
  const rereadNumbers = [...numbers].filter(([, there]) => reread.has(there)).map(([no]) => no);
  if (rereadNumbers.length === 0) return;
  const rows = await queries.all<{ event: number; article: number }>(
    `SELECT event, article FROM entry WHERE article IN ${integerList}`,
    [JSON.stringify(rereadNumbers)],
  );
  const payloads = await payloadsOf<EntryPayload>(
    queries,
    rows.map((row) => row.event),
  );
  for (const row of rows) {
    const entry = payloads.get(row.event)?.entry;
    if (entry) numbers.get(row.article)?.entries.set(entry.id, canonicalJson(entry));
  }
}

async function keepSnapshots(
  queries: Queries,
  snapshots: readonly (readonly [hash: string, text: string])[],
  happened: readonly { readonly kind: string; readonly seq: number }[],
): Promise<void> {
  const articles = happened.filter((event) => event.kind === "article");
  // As a JSON string, because a text may hold what a database's text may not: U+0000, half of a surrogate pair.
  const rows = snapshots.map(([hash, text], at) => [hash, articles[at]?.seq ?? 0, JSON.stringify(text)]);
  await queries.insert("snapshot", ["hash", "event", "text"], rows);
}

/** Where an article stood. */
function placeOf(article: { readonly url: string | null; readonly publisher: string | null }): string {
  return JSON.stringify([plainAddress(article.url), plain(article.publisher)]);
}

/** Entries that are likely enough, and those that these refer to. */
function keptEntries(entries: readonly Entry[]): readonly Entry[] {
  const needed = new Set<string>();
  for (const entry of entries) {
    if (entry.confidence < LOWEST_KEPT_CONFIDENCE) continue;
    if (entry.within !== null) needed.add(entry.within);
    if (entry.repeats !== null) needed.add(entry.repeats);
  }
  return entries.filter((entry) => entry.confidence >= LOWEST_KEPT_CONFIDENCE || needed.has(entry.id));
}

/** The ledger's own guard: what the text does not show is not recorded. */
function checkRecord({ article, entries, origin }: ReadArticle): void {
  if (hashWith("sha256", article.text) !== article.hash)
    throw new RangeError(`The hash ${article.hash} is not that of the text of ${origin}`);
  for (const entry of entries)
    for (const span of spansOf(entry))
      if (article.text.slice(span.start, span.end) !== span.text)
        throw new RangeError(`The span ${span.start}–${span.end} of entry ${entry.id} is not verbatim in ${origin}`);
}
