import { hash } from "node:crypto";
import { statementId } from "../../core/hash.ts";
import { spansOf } from "../spans.ts";
import { CHAIN_START, linkHash, saltedHash, type SealedEvent } from "../chain.ts";
import { first, type Database, type Queries } from "../database.ts";
import { happenedOf, storedEvents, type Happened } from "../events.ts";
import { announcedKeys, checkpointNotes, parseCheckpoint, type Checkpoint } from "./checkpoints.ts";
import { newTree } from "./merkle.ts";
import { isVerifierKey, noteText, openNote } from "./signed-note.ts";

/** What `verify` found. `fault` is the first thing wrong, in the order of events, or null. */
export interface Verification {
  readonly events: number;
  readonly articles: number;
  readonly entries: number;
  /** Events whose payload a redaction took away; the chain still holds their hashes. */
  readonly redacted: number;
  readonly checkpoints: number;
  /** The root of the tree over all events, base64. */
  readonly root: string;
  readonly fault: Fault | null;
}

export interface Fault {
  readonly code: FaultCode;
  readonly message: string;
  /** The event at which it shows. */
  readonly seq: number | null;
}

export type FaultCode =
  | "sequence"
  | "chain"
  | "payload"
  | "snapshot"
  | "span"
  | "id"
  | "redaction"
  | "head"
  | "checkpoint"
  | "signature"
  | "against";

export interface VerifyOptions {
  /** A checkpoint's note that was published elsewhere: today's ledger must extend it. */
  readonly against?: string;
  /** Verifier keys to trust besides those that the ledger announces. */
  readonly keys?: readonly string[];
}

/**
 * Checks everything that can be checked: the chain of events, payloads against their hashes, texts against theirs, every span of
 * every entry against its text, every checkpoint against the tree and its signature.
 */
export async function verifyLedger(database: Database, options: VerifyOptions = {}): Promise<Verification> {
  // One state of the ledger: what others add meanwhile must not look like a head without its events.
  const { queries, release } = await database.still();
  try {
    return await verifyStill(queries, options);
  } finally {
    await release();
  }
}

async function verifyStill(queries: Queries, { against, keys = [] }: VerifyOptions): Promise<Verification> {
  const checkpoints: ExpectedRoot[] = [];
  let fault: Fault | null = null;
  try {
    checkpoints.push(...(await keptCheckpoints(queries, keys)));
    if (against !== undefined) checkpoints.push(...publishedCheckpoint(against, keys));
  } catch (error) {
    if (!(error instanceof Faulty)) throw error;
    // Told only if the events themselves are in order: what is wrong there comes first.
    fault = error.fault;
  }
  const check = newEventCheck((id) => snapshotOf(queries, id));
  const tree = newTree();
  const roots = new Map<number, string>();
  const sizes = new Set(checkpoints.map((checkpoint) => checkpoint.size));
  try {
    for await (const batch of storedEvents(queries)) {
      const snapshots = await snapshotsBetween(queries, batch[0]?.seq ?? 0, batch.at(-1)?.seq ?? 0);
      for (const event of batch) {
        await check.event(event, snapshots.get(event.seq));
        tree.add(Buffer.from(event.hash, "hex"));
        if (sizes.has(event.seq)) roots.set(event.seq, tree.root().toString("base64"));
      }
    }
    check.end();
    await checkHead(queries, check.counts.events, check.lastHash());
    await checkSnapshots(queries, check.counts.articles);
    if (fault === null) checkRoots(checkpoints, roots, check.counts.events);
  } catch (error) {
    if (!(error instanceof Faulty)) throw error;
    fault = error.fault;
  }
  return { ...check.counts, checkpoints: checkpoints.length, root: tree.root().toString("base64"), fault };
}

/** Checks event after event, as `verify` does over a ledger and `import` over a file. Throws a Faulty on the first fault. */
export interface EventCheck {
  event(event: SealedEvent, snapshot: Snapshot | undefined): Promise<void>;
  end(): void;
  lastHash(): string;
  readonly counts: { events: number; articles: number; entries: number; redacted: number };
}

export interface Snapshot {
  readonly hash: string;
  readonly text: string | null;
}

/** A fault on its way out of the loops that find it. */
export class Faulty extends Error {
  readonly fault: Fault;
  constructor(code: FaultCode, seq: number | null, message: string) {
    super(message);
    this.fault = { code, seq, message };
  }
}

export function newEventCheck(snapshotOfArticle: (id: string) => Promise<Snapshot | null>): EventCheck {
  const counts = { events: 0, articles: 0, entries: 0, redacted: 0 };
  /** Events without a payload, until a redaction names them. */
  const unexplained = new Set<number>();
  let previous = CHAIN_START;
  /** Entries stand behind their article, so the last text is nearly always the one that is needed. */
  let lastArticle: { id: string; snapshot: Snapshot | null } | null = null;

  async function textFor(id: string): Promise<Snapshot | null> {
    if (lastArticle?.id !== id) lastArticle = { id, snapshot: await snapshotOfArticle(id) };
    return lastArticle.snapshot;
  }

  function checkArticle(seq: number, id: string, articleHash: string, snapshot: Snapshot | undefined): void {
    if (snapshot === undefined) throw new Faulty("snapshot", seq, `The text of article ${id} is missing`);
    if (snapshot.hash !== articleHash)
      throw new Faulty("snapshot", seq, `The text of article ${id} is filed under another hash`);
    // A redaction takes the event's payload away too, and then nobody comes here.
    if (snapshot.text === null)
      throw new Faulty("snapshot", seq, `The text of article ${id} is gone, and no redaction says why`);
    if (hash("sha256", snapshot.text) !== articleHash)
      throw new Faulty("snapshot", seq, `The text of article ${id} was changed`);
    lastArticle = { id, snapshot };
    counts.articles++;
  }

  /** Whatever speaks of words in an article: each span must be verbatim there. */
  async function checkSpans(
    event: Extract<Happened, { kind: "entry" | "entered" | "review" | "correction" }>,
  ): Promise<void> {
    const { article } = event.payload;
    const snapshot = await textFor(article);
    if (snapshot === null) throw new Faulty("snapshot", event.seq, `Event ${event.seq} has no article ${article}`);
    if (snapshot.text === null) return;
    for (const span of spansOf(event.payload))
      if (snapshot.text.slice(span.start, span.end) !== span.text)
        throw new Faulty(
          "span",
          event.seq,
          `Event ${event.seq}: the words at ${span.start}–${span.end} are not in article ${article}`,
        );
    if (event.kind !== "entry" && event.kind !== "entered") return;
    counts.entries++;
    const { entry } = event.payload;
    if (statementId(snapshot.hash, entry) !== entry.id)
      throw new Faulty("id", event.seq, `Entry ${entry.id} does not have the id of its spans`);
  }

  return {
    counts,
    lastHash: () => previous,
    async event(event, snapshot) {
      const { seq } = event;
      if (seq !== counts.events + 1)
        throw new Faulty("sequence", counts.events + 1, `Event ${counts.events + 1} is missing: event ${seq} follows`);
      if (linkHash(previous, event) !== event.hash)
        throw new Faulty(
          "chain",
          seq,
          `Event ${seq} (${event.kind}) was changed, or does not follow the one before it`,
        );
      previous = event.hash;
      counts.events++;
      if (event.payload === null || event.salt === null) {
        unexplained.add(seq);
        counts.redacted++;
        if (snapshot !== undefined && snapshot.text !== null)
          throw new Faulty("redaction", seq, `Event ${seq} is redacted, but its text is still there`);
        if (snapshot !== undefined) counts.articles++;
        return;
      }
      if (saltedHash(event.salt, event.payload) !== event.payloadHash)
        throw new Faulty("payload", seq, `The payload of event ${seq} (${event.kind}) was changed`);
      const happened = happenedOf(event);
      if (happened?.kind === "article") checkArticle(seq, happened.payload.id, happened.payload.article.hash, snapshot);
      else if (snapshot !== undefined)
        throw new Faulty("snapshot", seq, `A text hangs on event ${seq}, which is no article`);
      if (
        happened?.kind === "entry" ||
        happened?.kind === "entered" ||
        happened?.kind === "review" ||
        happened?.kind === "correction"
      )
        await checkSpans(happened);
      if (happened?.kind === "redaction") for (const gone of happened.payload.events) unexplained.delete(gone);
    },
    end() {
      const [lost] = unexplained;
      if (lost !== undefined)
        throw new Faulty("redaction", lost, `The payload of event ${lost} is gone, and no redaction says why`);
    },
  };
}

/** A root that the tree must have had at a size. */
interface ExpectedRoot extends Checkpoint {
  readonly code: "checkpoint" | "against";
}

async function keptCheckpoints(queries: Queries, keys: readonly string[]): Promise<readonly ExpectedRoot[]> {
  // A key that was made unreadable signs nothing; the fault of its event is told first.
  const trusted = [...keys, ...(await announcedKeys(queries)).filter(isVerifierKey)];
  const checkpoints: ExpectedRoot[] = [];
  for (const note of await checkpointNotes(queries)) {
    const text = openNote(note, trusted);
    if (text === null) throw new Faulty("signature", null, "A checkpoint of the ledger has no valid signature");
    const checkpoint = parseCheckpoint(text);
    if (checkpoint === null) throw new Faulty("checkpoint", null, "A signed note of the ledger is no checkpoint");
    checkpoints.push({ ...checkpoint, code: "checkpoint" });
  }
  return checkpoints;
}

function publishedCheckpoint(note: string, keys: readonly string[]): readonly ExpectedRoot[] {
  // Without a key of the reader's own, the note is what they trust: they kept it.
  const text = keys.length > 0 ? openNote(note, keys) : noteText(note);
  const checkpoint = text === null ? null : parseCheckpoint(text);
  if (checkpoint === null)
    throw new Faulty("against", null, "The published checkpoint is not one, or is not signed by a key that is trusted");
  return [{ ...checkpoint, code: "against" }];
}

function checkRoots(checkpoints: readonly ExpectedRoot[], roots: ReadonlyMap<number, string>, events: number): void {
  for (const { code, size, root } of checkpoints) {
    if (size > events)
      throw new Faulty(
        code,
        events,
        `A checkpoint covers ${size} events, but the ledger has only ${events}: its end was cut off`,
      );
    if (size > 0 && roots.get(size) !== root)
      throw new Faulty(code, size, `The first ${size} events are not those that were signed: history was rewritten`);
  }
}

async function checkHead(queries: Queries, events: number, lastHash: string): Promise<void> {
  const head = await first<{ seq: number; hash: string }>(queries, "SELECT seq, hash FROM head");
  const expected = head ?? { seq: 0, hash: CHAIN_START };
  if (expected.seq > events || (expected.seq === events && expected.hash !== lastHash))
    throw new Faulty(
      "head",
      events,
      `The ledger ends at event ${events}, but ${expected.seq} were written: its end was cut off`,
    );
  if (expected.seq < events)
    throw new Faulty("head", expected.seq + 1, `Event ${expected.seq + 1} was not written by the ledger`);
}

/** Every article event has its text; then equal numbers mean that no other text is there. */
async function checkSnapshots(queries: Queries, articles: number): Promise<void> {
  const row = await first<{ count: number }>(queries, "SELECT count(*) AS count FROM snapshot");
  if ((row?.count ?? 0) > articles) throw new Faulty("snapshot", null, "A text is there that no article has brought");
}

async function snapshotsBetween(queries: Queries, from: number, to: number): Promise<ReadonlyMap<number, Snapshot>> {
  const rows = await queries.all<{ event: number; hash: string; text: string | null }>(
    "SELECT event, hash, text FROM snapshot WHERE event BETWEEN ? AND ?",
    [from, to],
  );
  return new Map(rows.map((row) => [row.event, { hash: row.hash, text: unpacked(row.event, row.text) }]));
}

async function snapshotOf(queries: Queries, article: string): Promise<Snapshot | null> {
  const row = await first<{ event: number; hash: string; text: string | null }>(
    queries,
    "SELECT event, hash, text FROM snapshot WHERE hash >= ? AND hash < ?",
    [article, `${article}g`],
  );
  return row === undefined ? null : { hash: row.hash, text: unpacked(row.event, row.text) };
}

function unpacked(seq: number, json: string | null): string | null {
  if (json === null) return null;
  const text = stringIn(json);
  // One spelling: "\u0041" would be read as "A", but is not what was written.
  if (text === null || JSON.stringify(text) !== json)
    throw new Faulty("snapshot", seq, `The text that came with event ${seq} was changed`);
  return text;
}

function stringIn(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}
