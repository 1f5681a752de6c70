import type { Article } from "../core/article.ts";
import type { Entry } from "../core/entry.ts";
import type { Span } from "../core/span.ts";
import { CHAIN_START, sealEvent, type SealedEvent } from "./chain.ts";
import { first, type Queries } from "./database.ts";
import type {
  AmendedFields,
  CommitmentStatus,
  ConditionLikeness,
  ConditionMet,
  ProposedSpeakers,
  Review,
} from "./people/people.ts";
import type { Question } from "./question.ts";

/** What can happen in a ledger. Nothing is ever changed: what happens later is one more event. */
export type Happening =
  /** A text that was not there. */
  | { readonly kind: "article"; readonly payload: ArticlePayload }
  /** The same text at another address or publisher. */
  | { readonly kind: "appearance"; readonly payload: AppearancePayload }
  /** Somebody gave the day of publication of a text that was kept without one. */
  | { readonly kind: "given"; readonly payload: GivenPayload }
  /** An entry that an engine read, new or read differently. */
  | { readonly kind: "entry"; readonly payload: EntryPayload }
  /** A person has decided on an entry. */
  | { readonly kind: "review"; readonly payload: ReviewPayload }
  /** A person has entered a statement that the engine missed. */
  | { readonly kind: "entered"; readonly payload: EnteredPayload }
  /** A reader's note on words of an article, and what became of it. */
  | { readonly kind: "correction"; readonly payload: CorrectionPayload }
  | { readonly kind: "decision"; readonly payload: DecisionPayload }
  /** What the one who is quoted says to it. */
  | { readonly kind: "reply"; readonly payload: ReplyPayload }
  /** A condition was met, or that was taken back. */
  | { readonly kind: "condition"; readonly payload: ConditionPayload }
  /** Somebody has looked how a commitment went. */
  | { readonly kind: "status"; readonly payload: StatusPayload }
  /** Two names are one speaker, or, with `into` null, not after all. */
  | { readonly kind: "merge"; readonly payload: MergePayload }
  /** Entries of one name are another speaker's. */
  | { readonly kind: "split"; readonly payload: SplitPayload }
  /** Somebody proposes that it is so; a person accepts or refuses. */
  | { readonly kind: "proposal"; readonly payload: ProposalPayload }
  | { readonly kind: "answer"; readonly payload: AnswerPayload }
  /** Two conditions are close or one, or, with `how` null, not after all. */
  | { readonly kind: "likeness"; readonly payload: LikenessPayload }
  /** A question that somebody follows under a name; null when it is followed no more. */
  | { readonly kind: "dossier"; readonly payload: DossierPayload }
  /** A key that signs checkpoints from now on. */
  | { readonly kind: "key"; readonly payload: KeyPayload }
  /** Payloads were taken away, for law or privacy. */
  | { readonly kind: "redaction"; readonly payload: RedactionPayload }
  /** An engine has read an article: the ids of all its entries, also of those that were there already. */
  | { readonly kind: "reading"; readonly payload: ReadingPayload };

/** The text itself stands in the snapshot with the same hash. */
export interface ArticlePayload {
  readonly id: string;
  readonly article: Omit<Article, "text">;
  /** Id of the version that this one updates: same address, other text. */
  readonly previous: string | null;
  readonly origin: string;
}

export interface AppearancePayload {
  readonly article: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly origin: string;
}

export interface GivenPayload {
  readonly article: string;
  /** EDTF. */
  readonly published: string;
}

export interface EntryPayload {
  readonly article: string;
  readonly engine: string;
  readonly entry: Entry;
}

export interface ReadingPayload {
  readonly article: string;
  readonly engine: string;
  readonly entries: readonly string[];
}

export interface ReviewPayload {
  readonly article: string;
  readonly entry: string;
  /** Number of the event that holds the entry as it was reviewed. */
  readonly reading: number;
  readonly decision: Review["decision"];
  readonly reason: string | null;
  readonly fields: AmendedFields | null;
  /** There only where it was decided blind. */
  readonly blind?: true;
}

export interface EnteredPayload {
  readonly article: string;
  readonly entry: Entry;
}

export interface CorrectionPayload {
  readonly id: string;
  readonly article: string;
  readonly entry: string | null;
  readonly span: Span;
  readonly note: string;
  readonly from: string | null;
}

export interface DecisionPayload {
  readonly correction: string;
  readonly accepted: boolean;
  readonly reason: string;
}

export interface ReplyPayload {
  readonly entry: string;
  readonly from: string;
  readonly text: string;
}

export interface ConditionPayload {
  readonly condition: string;
  readonly met: ConditionMet | null;
}

export interface StatusPayload {
  readonly entry: string;
  readonly index: number;
  readonly status: CommitmentStatus;
  readonly evidence: string;
  readonly lookedAt: string;
}

export interface MergePayload {
  readonly speaker: string;
  readonly into: string | null;
  readonly reason: string;
}

export interface SplitPayload {
  readonly speaker: string;
  readonly entries: readonly string[];
  /** Id and name of the other speaker. */
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

export interface ProposalPayload {
  readonly id: string;
  readonly proposed: ProposedSpeakers;
  readonly reason: string;
}

/** What was proposed comes as an event of its own right behind an acceptance. */
export interface AnswerPayload {
  readonly proposal: string;
  readonly accepted: boolean;
  readonly reason: string | null;
}

export interface LikenessPayload {
  readonly condition: string;
  readonly to: string;
  readonly how: ConditionLikeness | null;
  readonly reason: string;
}

export interface DossierPayload {
  readonly id: string;
  readonly name: string;
  readonly question: Question | null;
}

export interface KeyPayload {
  readonly verifierKey: string;
}

export interface RedactionPayload {
  /** Id of the article that went, or in which the entries stood. */
  readonly article: string;
  /** Ids of the articles and entries that went. */
  readonly subjects: readonly string[];
  /** Numbers of the events that lost their payload. */
  readonly events: readonly number[];
  readonly reason: string;
}

/** A happening with its place in the ledger. */
export type Happened = Happening & { readonly seq: number; readonly at: string; readonly by: string };

/** Appends happenings to the chain. Call it within a transaction: it is what makes the order of events one order. */
export async function appendEvents(
  queries: Queries,
  happenings: readonly Happening[],
  by: string,
  at: string,
): Promise<readonly Happened[]> {
  const last = await first<{ seq: number; hash: string }>(
    queries,
    "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1",
  );
  let seq = last?.seq ?? 0;
  let hash = last?.hash ?? CHAIN_START;
  const sealed: SealedEvent[] = [];
  const happened: Happened[] = [];
  for (const happening of happenings) {
    seq++;
    const event = sealEvent(hash, { seq, kind: happening.kind, at, by }, happening.payload);
    hash = event.hash;
    sealed.push(event);
    happened.push({ ...happening, seq, at, by });
  }
  await insertEvents(queries, sealed);
  return happened;
}

/** Stores sealed events as they are, and moves the head behind them. */
export async function insertEvents(queries: Queries, events: readonly SealedEvent[]): Promise<void> {
  const last = events.at(-1);
  if (last === undefined) return;
  await queries.insert(
    "event",
    ["seq", "kind", "at", "who", "payload", "salt", "payload_hash", "hash"],
    events.map((event) => [
      event.seq,
      event.kind,
      event.at,
      event.by,
      event.payload,
      event.salt,
      event.payloadHash,
      event.hash,
    ]),
  );
  await queries.run("DELETE FROM head");
  await queries.run("INSERT INTO head (seq, hash) VALUES (?, ?)", [last.seq, last.hash]);
}

/** Every event, in batches of `size`, oldest first. */
export async function* storedEvents(
  queries: Queries,
  { size = 1000 }: { readonly size?: number } = {},
): AsyncGenerator<readonly SealedEvent[]> {
  let seq = 0;
  for (;;) {
    const batch = await queries.all<SealedEvent>(
      `SELECT seq, kind, at, who AS "by", payload, salt, payload_hash AS "payloadHash", hash
       FROM event WHERE seq > ? ORDER BY seq LIMIT ?`,
      [seq, size],
    );
    const last = batch.at(-1);
    if (last === undefined) return;
    yield batch;
    seq = last.seq;
  }
}

/** What a stored event says; null once it is redacted. */
export function happenedOf(event: SealedEvent): Happened | null {
  if (event.payload === null) return null;
  // The payload was written by `appendEvents`, or came in with a chain that was verified.
  return {
    kind: event.kind,
    payload: JSON.parse(event.payload),
    seq: event.seq,
    at: event.at,
    by: event.by,
  } as Happened;
}

/** The payloads of the events with these numbers. */
export async function payloadsOf<Payload>(
  queries: Queries,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Payload>> {
  const rows = await queries.all<{ seq: number; payload: string | null }>(
    `SELECT seq, payload FROM event WHERE seq IN ${queries.dialect.integerList}`,
    [JSON.stringify(numbers)],
  );
  const payloads = new Map<number, Payload>();
  for (const row of rows) if (row.payload !== null) payloads.set(row.seq, JSON.parse(row.payload) as Payload);
  return payloads;
}
