import type { Queries } from "../database.ts";
import { bestDate } from "../dates.ts";
import { parted } from "../doubtful.ts";
import type { Happened } from "../events.ts";
import type { EntryState } from "../ledger.ts";
import { plain, plainAddress } from "../plain.ts";
import { linkNewerReading } from "./newer-reading.ts";
import { linkNewerVersion, versionsAfter, versionsBefore } from "./newer-version.ts";
import { affectedBy, recount } from "./tallies.ts";
import { setState } from "./entry-place.ts";
import { writeEntries } from "./entries.ts";
import type { EntryDraft, EntryHome } from "./entry-draft.ts";

/** The events that reading brings about; they come in thousands and are written together. */
export type ReadingHappened = Extract<Happened, { readonly kind: "article" | "appearance" | "entry" | "reading" }>;

/** Writes a run of reading events, in which each article is read at most once. */
export async function projectReadings(queries: Queries, events: readonly ReadingHappened[]): Promise<void> {
  await writeArticles(queries, events);
  await writeAppearances(queries, events);
  const homes = await entryHomes(queries, events);
  const affected = await affectedArticles(queries, events, homes);
  const before = await affectedBy(queries, affected);
  const drafts = await entryDrafts(queries, events, homes);
  const states = await statesOf(queries, drafts);
  await writeEntries(queries, drafts);
  for (const [no, state] of states) await setState(queries, no, state);
  for (const event of events) {
    if (event.kind !== "reading") continue;
    const home = homes.get(event.payload.article);
    if (home === undefined) continue;
    if (home.engine !== "") await linkNewerReading(queries, home.no, event.payload.entries);
    if (home.previous !== null) await linkNewerVersion(queries, home.no, await versionsBefore(queries, home.previous));
    // An older version was read again: what it now has is to be found in the newer ones.
    if (home.engine !== "")
      for (const version of await versionsAfter(queries, home.no)) await linkNewerVersion(queries, version, [home.no]);
  }
  await writeReadings(queries, events, homes);
  await recount(queries, before);
}

/** Articles of which entries may appear or disappear by these events besides new ones: those read again, and all versions of new ones. */
async function affectedArticles(
  queries: Queries,
  events: readonly ReadingHappened[],
  homes: ReadonlyMap<string, EntryHome>,
): Promise<readonly number[]> {
  const affected = new Set<number>();
  for (const event of events) {
    // A reading may be cut in two by batches: its entries alone change an article that was read before.
    const home = event.kind === "reading" || event.kind === "entry" ? homes.get(event.payload.article) : undefined;
    if (home === undefined || affected.has(home.no) || (home.engine === "" && home.previous === null)) continue;
    affected.add(home.no);
    if (home.previous !== null)
      for (const version of await versionsBefore(queries, home.previous)) affected.add(version);
    if (home.engine !== "") for (const version of await versionsAfter(queries, home.no)) affected.add(version);
  }
  return [...affected];
}

/** Where entries that are written again stood to other readings and versions; being written again does not change that. */
async function statesOf(queries: Queries, drafts: readonly EntryDraft[]): Promise<ReadonlyMap<number, EntryState>> {
  const again = drafts.filter((draft) => draft.again).map((draft) => draft.no);
  if (again.length === 0) return new Map();
  const rows = await queries.all<{ no: number; state: EntryState }>(
    `SELECT no, state FROM entry WHERE state <> 'current' AND no IN ${queries.dialect.integerList} ORDER BY no`,
    [JSON.stringify(again)],
  );
  return new Map(rows.map((row) => [row.no, row.state]));
}

async function writeArticles(queries: Queries, events: readonly ReadingHappened[]): Promise<void> {
  const articles = events.filter((event) => event.kind === "article");
  if (articles.length === 0) return;
  const previous = await numbersOfArticles(
    queries,
    articles.map((event) => event.payload.previous).filter((id) => id !== null),
  );
  await queries.insert(
    "article",
    "no id hash engine url publisher title language published added_at added_by previous".split(" "),
    articles.map(({ seq, at, by, payload: { id, article, previous: version } }) => [
      seq,
      id,
      article.hash,
      "",
      plainAddress(article.url),
      plain(article.publisher),
      plain(article.title),
      article.language,
      article.published,
      at,
      by,
      version === null ? null : (previous.get(version) ?? null),
    ]),
  );
  for (const event of articles) {
    const version = event.payload.previous === null ? undefined : previous.get(event.payload.previous);
    if (version !== undefined) await queries.run("UPDATE article SET next = ? WHERE no = ?", [event.seq, version]);
  }
  await queries.insert(
    "appearance",
    ["event", "article", "url", "publisher", "title", "published"],
    articles.map(({ seq, payload: { article } }) => [
      seq,
      seq,
      plainAddress(article.url),
      plain(article.publisher),
      plain(article.title),
      article.published,
    ]),
  );
}

async function writeAppearances(queries: Queries, events: readonly ReadingHappened[]): Promise<void> {
  const appearances = events.filter((event) => event.kind === "appearance");
  if (appearances.length === 0) return;
  const numbers = await numbersOfArticles(
    queries,
    appearances.map((event) => event.payload.article),
  );
  await queries.insert(
    "appearance",
    ["event", "article", "url", "publisher", "title", "published"],
    appearances.flatMap(({ seq, payload }) => {
      const { url, publisher, title, published } = payload;
      const article = numbers.get(payload.article);
      return article === undefined
        ? []
        : [[seq, article, plainAddress(url), plain(publisher), plain(title), published]];
    }),
  );
}

/** The articles that the run's entries and readings belong to, by id. */
async function entryHomes(
  queries: Queries,
  events: readonly ReadingHappened[],
): Promise<ReadonlyMap<string, EntryHome>> {
  const ids = new Set<string>();
  for (const event of events) if (event.kind === "entry" || event.kind === "reading") ids.add(event.payload.article);
  const rows = await queries.all<EntryHome>(
    `SELECT no, id, engine, publisher, language, published, title, previous
     FROM article WHERE id IN ${queries.dialect.textList}`,
    [JSON.stringify([...ids])],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function entryDrafts(
  queries: Queries,
  events: readonly ReadingHappened[],
  homes: ReadonlyMap<string, EntryHome>,
): Promise<readonly EntryDraft[]> {
  // Only an article that was read before can have the entry already: its id is made of the text's hash.
  const rereadHomes = [...homes.values()].filter((home) => home.engine !== "").map((home) => home.no);
  const there = new Map<string, { no: number; review: string; event: number }>();
  if (rereadHomes.length > 0)
    for (const row of await queries.all<{ id: string; no: number; review: string; event: number }>(
      `SELECT id, no, review, event FROM entry WHERE article IN ${queries.dialect.integerList}`,
      [JSON.stringify(rereadHomes)],
    ))
      there.set(row.id, row);
  const drafts = new Map<string, EntryDraft>();
  for (const event of events) {
    if (event.kind !== "entry") continue;
    const { entry } = event.payload;
    const home = homes.get(event.payload.article);
    if (home === undefined) continue;
    const before = there.get(entry.id);
    // What a person has decided on stays as it was decided.
    if (before !== undefined && before.review !== "none") continue;
    drafts.set(entry.id, {
      no: before?.no ?? drafts.get(entry.id)?.no ?? event.seq,
      event: event.seq,
      entry: parted(entry),
      home,
      date: bestDate(entry.said?.date ?? null, home.published),
      again: before !== undefined,
    });
  }
  return [...drafts.values()];
}

async function writeReadings(
  queries: Queries,
  events: readonly ReadingHappened[],
  homes: ReadonlyMap<string, EntryHome>,
): Promise<void> {
  const readings = events.filter((event) => event.kind === "reading");
  await queries.insert(
    "reading",
    ["article", "engine", "event"],
    readings.flatMap((event) => {
      const home = homes.get(event.payload.article);
      // The article may have been redacted since.
      return home === undefined ? [] : [[home.no, event.payload.engine, event.seq]];
    }),
  );
  // One engine reads a batch; several only where a ledger is rebuilt.
  for (const engine of new Set(readings.map((event) => event.payload.engine))) {
    const read = readings.filter((event) => event.payload.engine === engine).map((event) => event.payload.article);
    await queries.run(`UPDATE article SET engine = ? WHERE id IN ${queries.dialect.textList}`, [
      engine,
      JSON.stringify(read),
    ]);
  }
}

async function numbersOfArticles(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await queries.all<{ id: string; no: number }>(
    `SELECT id, no FROM article WHERE id IN ${queries.dialect.textList}`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row.no]));
}
