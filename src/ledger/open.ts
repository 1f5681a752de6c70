import { add, has } from "./adding.ts";
import type { Database } from "./database.ts";
import { storedEvents } from "./events.ts";
import type { Ledger, LedgerEvent } from "./ledger.ts";
import { migrate } from "./migrations/migrations.ts";
import { articlesByAdding, articleWithId } from "./questions/articles.ts";
import { commitmentsOf } from "./questions/commitments.ts";
import { conditionsByCommitments, conditionWithId } from "./questions/conditions.ts";
import { countsOf } from "./questions/counts.ts";
import { entriesOfArticle, entryWithId } from "./questions/entries.ts";
import { facetsOf } from "./questions/facets.ts";
import { searchEntries } from "./questions/search.ts";
import { findSpeaker } from "./questions/speaker-by-name.ts";
import { speakersByStatements, speakerWithNumber } from "./questions/speakers.ts";
import { timelineOf } from "./questions/timeline.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";

/** Opens the ledger in a file, or at a `postgres://` address; made, and brought to the newest schema, where needed. */
export async function openLedger(location: string): Promise<Ledger> {
  const database = openDatabase(location);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return ledgerOn(database);
}

function openDatabase(location: string): Database {
  return /^postgres(?:ql)?:/.test(location) ? openPostgres(location) : openSqlite(location);
}

/** The ledger in a database that is open and migrated. */
export function ledgerOn(database: Database): Ledger {
  return {
    add: (records, by) => add(database, records, by),
    has: (hash, engine) => has(database, hash, engine),
    article: (id) => articleWithId(database, id),
    articles: (page) => articlesByAdding(database, page),
    entry: (id) => entryWithId(database, id),
    entriesOf: (articleId) => entriesOfArticle(database, articleId),
    search: (question, page) => searchEntries(database, question, page),
    facets: (question) => facetsOf(database, question),
    speakers: (page) => speakersByStatements(database, page),
    async speaker(id) {
      const no = await findSpeaker(database, id);
      return no === null ? null : speakerWithNumber(database, no);
    },
    timeline: (name, about, minConfidence) => timelineOf(database, name, about, minConfidence),
    commitments: (question, page) => commitmentsOf(database, question, page),
    conditions: (page) => conditionsByCommitments(database, page),
    condition: (id) => conditionWithId(database, id),
    counts: (minConfidence) => countsOf(database, minConfidence),
    events: () => ledgerEvents(database),
    close: () => database.close(),
  };
}

async function* ledgerEvents(database: Database): AsyncGenerator<LedgerEvent> {
  for await (const batch of storedEvents(database))
    for (const { seq, kind, at, by, hash, ...event } of batch)
      yield { seq, kind, at, by, payload: event.payload === null ? null : JSON.parse(event.payload), hash };
}
