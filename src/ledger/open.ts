import { add, has } from "./adding.ts";
import type { Database } from "./database.ts";
import { storedEvents } from "./events.ts";
import { checkpointNotes, proveConsistency, proveInclusion, writeCheckpoint } from "./integrity/checkpoints.ts";
import { verifyLedger } from "./integrity/verify.ts";
import type { Ledger, LedgerEvent } from "./ledger.ts";
import { migrate } from "./migrations/migrations.ts";
import { backUp } from "./moving/backup.ts";
import { exportLines } from "./moving/export.ts";
import { importLines } from "./moving/import.ts";
import { correct, correctionsOf, decideCorrection, repliesTo, reply } from "./people/corrections.ts";
import { allDossiers, dossierWithId, removeDossier, saveDossier } from "./people/dossiers.ts";
import { enter } from "./people/entering.ts";
import { lastStatusesOf, likenConditions, markCondition, setStatus, statusesOf } from "./people/following.ts";
import { answerProposal, proposalsOf, proposalWithId, propose } from "./people/proposals.ts";
import { agreementOf, review, reviewQueue, reviewsOf } from "./people/reviews.ts";
import { mergeSpeaker, splitSpeaker } from "./people/same-speaker.ts";
import { rebuild } from "./projection/rebuild.ts";
import { redact, redactionOf, redactionsOf } from "./redacting.ts";
import { articlesByAdding, articleWithId } from "./questions/articles.ts";
import { commitmentsOf } from "./questions/commitments.ts";
import {
  conditionsByCommitments,
  conditionsLike,
  conditionWithId,
  withMergedCondition,
} from "./questions/conditions.ts";
import { countsOf } from "./questions/counts.ts";
import { entriesOfArticle, entryAsRead, entryWithId } from "./questions/entries.ts";
import { facetsOf } from "./questions/facets.ts";
import { searchEntries } from "./questions/search.ts";
import { findSpeaker } from "./questions/speaker-by-name.ts";
import { speakersByStatements, speakersCalled, speakerWithNumber } from "./questions/speakers.ts";
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

/** The database at a location, as it is. */
export function openDatabase(location: string): Database {
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
    entryAsRead: (id) => entryAsRead(database, id),
    entriesOf: (articleId) => entriesOfArticle(database, articleId),
    search: async (question, page) => searchEntries(database, await withMergedCondition(database, question), page),
    facets: async (question) => facetsOf(database, await withMergedCondition(database, question)),
    speakers: (page) => speakersByStatements(database, page),
    async speaker(id) {
      const no = await findSpeaker(database, id);
      return no === null ? null : speakerWithNumber(database, no);
    },
    speakersCalled: (office) => speakersCalled(database, office),
    timeline: (name, about, minConfidence, page) => timelineOf(database, name, about, minConfidence, page),
    commitments: async (question, page) => commitmentsOf(database, await withMergedCondition(database, question), page),
    conditions: (page) => conditionsByCommitments(database, page),
    condition: (id) => conditionWithId(database, id),
    counts: (minConfidence) => countsOf(database, minConfidence),
    review: (entryId, decided, by) => review(database, entryId, decided, by),
    reviews: (entryId) => reviewsOf(database, entryId),
    reviewQueue: (page) => reviewQueue(database, page),
    agreement: (reviewers) => agreementOf(database, reviewers),
    enter: (articleId, statement, by) => enter(database, articleId, statement, by),
    correct: (note, by) => correct(database, note, by),
    decideCorrection: (id, accepted, reason, by) => decideCorrection(database, id, accepted, reason, by),
    corrections: (page) => correctionsOf(database, page),
    reply: (entryId, text, by) => reply(database, entryId, text, by),
    replies: (entryId) => repliesTo(database, entryId),
    markCondition: (id, met, by) => markCondition(database, id, met, by),
    conditionsLike: (id) => conditionsLike(database, id),
    likenConditions: (id, to, how, reason, by) => likenConditions(database, id, to, how, reason, by),
    setStatus: (entryId, index, status, by) => setStatus(database, entryId, index, status, by),
    statuses: (entryId, index) => statusesOf(database, entryId, index),
    lastStatuses: (entryIds) => lastStatusesOf(database, entryIds),
    mergeSpeaker: (speaker, into, reason, by) => mergeSpeaker(database, speaker, into, reason, by),
    splitSpeaker: (speaker, entryIds, name, reason, by) => splitSpeaker(database, speaker, entryIds, name, reason, by),
    propose: (proposed, reason, by) => propose(database, proposed, reason, by),
    answerProposal: (id, accepted, reason, by) => answerProposal(database, id, accepted, reason, by),
    proposals: (page) => proposalsOf(database, page),
    proposal: (id) => proposalWithId(database, id),
    saveDossier: (dossier, by) => saveDossier(database, dossier, by),
    removeDossier: (id, by) => removeDossier(database, id, by),
    dossiers: () => allDossiers(database),
    dossier: (id) => dossierWithId(database, id),
    redact: (id, reason, by) => redact(database, id, reason, by),
    redaction: (id) => redactionOf(database, id),
    redactions: (articleId) => redactionsOf(database, articleId),
    verify: (options) => verifyLedger(database, options),
    checkpoint: (signer, by) => writeCheckpoint(database, signer, by),
    checkpoints: () => checkpointNotes(database),
    proveInclusion: (seq, size) => proveInclusion(database, seq, size),
    proveConsistency: (from, to) => proveConsistency(database, from, to),
    rebuild: () => rebuild(database),
    export: () => exportLines(database),
    import: (lines) => importLines(database, lines),
    backup: (file) => backUp(database, file),
    events: () => ledgerEvents(database),
    close: () => database.close(),
  };
}

async function* ledgerEvents(database: Database): AsyncGenerator<LedgerEvent> {
  for await (const batch of storedEvents(database))
    for (const { seq, kind, at, by, hash, ...event } of batch)
      yield { seq, kind, at, by, payload: event.payload === null ? null : JSON.parse(event.payload), hash };
}
