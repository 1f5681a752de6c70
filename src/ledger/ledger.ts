import type { Article } from "../core/article.ts";
import type { Commitment } from "../core/commitment.ts";
import type { Entry } from "../core/entry.ts";
import type { ConsistencyProof, InclusionProof } from "./integrity/checkpoints.ts";
import type { Signer } from "./integrity/signed-note.ts";
import type { Verification, VerifyOptions } from "./integrity/verify.ts";
import type {
  Agreement,
  CommitmentStatus,
  ConditionLikeness,
  ConditionMet,
  Correction,
  CorrectionNote,
  EnteredStatement,
  Proposal,
  ProposedSpeakers,
  Reply,
  Review,
  ReviewRecord,
  ReviewState,
  StatusRecord,
} from "./people/people.ts";
import type { Question } from "./question.ts";

export type { Question } from "./question.ts";

/**
 * The record that is kept: append-only events below, questions above. One interface for callers; SQL underneath.
 * Everything is asynchronous because a team's ledger is on another machine. Lists page by an opaque `after` cursor.
 */
export interface Ledger {
  /** Adds read articles with their entries, in one transaction a call; an article already there adds nothing. */
  add(records: readonly ReadArticle[], by: string): Promise<AddResult>;
  /** True when an article with this text hash, read by this engine version, is there already. */
  has(hash: string, engine: string): Promise<boolean>;

  article(id: string): Promise<StoredArticle | null>;
  articles(page: PageRequest): Promise<Page<ArticleSummary>>;
  entry(id: string): Promise<StoredEntry | null>;
  /** The entry as it was read, without what people decided on it since: what a blind reviewer decides on. */
  entryAsRead(id: string): Promise<StoredEntry | null>;
  entriesOf(articleId: string): Promise<readonly StoredEntry[]>;
  search(question: Question, page: PageRequest): Promise<Page<StoredEntry>>;
  facets(question: Question): Promise<Facets>;
  speakers(page: PageRequest & { readonly name?: string }): Promise<Page<SpeakerSummary>>;
  speaker(id: string): Promise<SpeakerRecord | null>;
  /** Whoever articles call by a title of this office ("prime minister of Kestria", any holder), the most quoted first. */
  speakersCalled(office: string): Promise<readonly CalledSpeaker[]>;
  /** A speaker's statements in order of time, repetitions left out. `name` is a speaker id or a name as people write it; without `page`, all. */
  timeline(name: string, about: string | null, minConfidence: number, page?: PageRequest): Promise<Timeline | null>;
  commitments(question: Question & { readonly waiting?: boolean }, page: PageRequest): Promise<Page<StoredCommitment>>;
  conditions(page: PageRequest): Promise<Page<ConditionSummary>>;
  condition(id: string): Promise<ConditionSummary | null>;
  counts(minConfidence: number): Promise<LedgerCounts>;

  /** Decides on an entry as it now stands. */
  review(entryId: string, review: Review, by: string): Promise<void>;
  /** All decisions on an entry, oldest first. */
  reviews(entryId: string): Promise<readonly ReviewRecord[]>;
  /**
   * Entries that wait for a decision by `reviewer`, the surest first. Blind: what another has decided does not take an entry off the
   * queue and is not shown, until two have decided. With `doubtful`, only those with doubtful commitments.
   */
  reviewQueue(
    page: PageRequest & { readonly reviewer: string; readonly blind?: boolean; readonly doubtful?: boolean },
  ): Promise<Page<StoredEntry>>;
  agreement(reviewers: readonly [string, string]): Promise<Agreement>;
  /** Enters a statement that the engine missed; its id. Every span must be verbatim. */
  enter(articleId: string, statement: EnteredStatement, by: string): Promise<string>;

  /** Takes in a reader's note; its id. */
  correct(note: CorrectionNote, by: string): Promise<string>;
  decideCorrection(id: string, accepted: boolean, reason: string, by: string): Promise<void>;
  /** Corrections, oldest first: those of a state, of an article, of an entry, or all. */
  corrections(
    page: PageRequest & {
      readonly state?: Correction["state"];
      readonly articleId?: string;
      readonly entryId?: string;
    },
  ): Promise<Page<Correction>>;
  /** Sets the reply of the one who is quoted beside an entry. */
  reply(entryId: string, reply: { readonly from: string; readonly text: string }, by: string): Promise<void>;
  replies(entryId: string): Promise<readonly Reply[]>;

  /** Marks a condition met, with evidence, or, with null, takes that back. */
  markCondition(id: string, met: ConditionMet | null, by: string): Promise<void>;
  /** The conditions that are one with this one, by what people said, and those close to it. */
  conditionsLike(id: string): Promise<ConditionsLike>;
  /** Says that two conditions are close, or one and the same under two wordings, or, with null, neither after all. */
  likenConditions(id: string, to: string, how: ConditionLikeness | null, reason: string, by: string): Promise<void>;
  /** Says how a commitment went. `index` is its position within the entry. */
  setStatus(
    entryId: string,
    index: number,
    status: { readonly status: CommitmentStatus; readonly evidence: string; readonly lookedAt: string },
    by: string,
  ): Promise<void>;
  /** All that was said on how a commitment went, oldest first. */
  statuses(entryId: string, index: number): Promise<readonly StatusRecord[]>;

  /** What was last said on how the commitments of these entries went; only those on which something was said. */
  lastStatuses(entryIds: readonly string[]): Promise<readonly LastStatus[]>;

  /** Says that `speaker` is the same as `into`, or, with null, that it is not after all. */
  mergeSpeaker(speaker: string, into: string | null, reason: string, by: string): Promise<void>;
  /** Gives entries of a speaker to another of the name `name`; the other's id. */
  splitSpeaker(speaker: string, entryIds: readonly string[], name: string, reason: string, by: string): Promise<string>;

  /** Proposes that two speakers are one, or that a name is two people's. Nothing changes before somebody accepts it. Its id. */
  propose(proposed: ProposedSpeakers, reason: string, by: string): Promise<string>;
  /** Decides on a proposal; accepted, it happens in the same moment. To refuse takes a reason. */
  answerProposal(id: string, accepted: boolean, reason: string | null, by: string): Promise<void>;
  /** Proposals, oldest first: those of a state, or all. */
  proposals(page: PageRequest & { readonly state?: Proposal["state"] }): Promise<Page<Proposal>>;
  proposal(id: string): Promise<Proposal | null>;

  /** Saves a question under a name; the dossier's id. With an id, what is saved there takes the new name and question. */
  saveDossier(
    dossier: { readonly id?: string; readonly name: string; readonly question: Question },
    by: string,
  ): Promise<string>;
  removeDossier(id: string, by: string): Promise<void>;
  dossiers(): Promise<readonly Dossier[]>;
  dossier(id: string): Promise<Dossier | null>;

  /** Takes away what an entry or an article says (law, privacy). The chain stays valid, and `redaction` says so where it stood. */
  redact(id: string, reason: string, by: string): Promise<void>;
  /** Why nothing stands under this id of an entry or an article; null when nothing was taken away there. */
  redaction(id: string): Promise<Redaction | null>;
  /** What was taken away, the first first: in an article, or everywhere. */
  redactions(articleId?: string): Promise<readonly Redaction[]>;

  /** Checks chain, tree, signatures, texts and spans; names the first fault. */
  verify(options?: VerifyOptions): Promise<Verification>;
  /** Signs the ledger as it is; the note is kept, and returned to be published elsewhere. */
  checkpoint(signer: Signer, by: string): Promise<string>;
  /** The signed notes of all checkpoints, oldest first. */
  checkpoints(): Promise<readonly string[]>;
  proveInclusion(seq: number, size?: number): Promise<InclusionProof>;
  proveConsistency(from: number, to?: number): Promise<ConsistencyProof>;
  /** Builds everything that questions ask anew from the events. */
  rebuild(): Promise<void>;

  /** The whole ledger as lines of JSON, the same bytes from every engine. */
  export(): AsyncIterable<string>;
  /** Reads exported lines into this ledger, which must be empty; checks every event, and keeps all or nothing. The number of events. */
  import(lines: AsyncIterable<string> | Iterable<string>): Promise<number>;
  /**
   * Writes a backup to `file` while the ledger is in use: a ledger in one file from SQLite, the lines of `export` from PostgreSQL. Both are as complete,
   * and `restore` reads both into either engine (see moving/backup.ts).
   */
  backup(file: string): Promise<void>;

  /** Every event, oldest first. */
  events(): AsyncIterable<LedgerEvent>;
  close(): Promise<void>;
}

/** Where something was taken away. */
export interface Redaction {
  /** Id of the entry or article. */
  readonly subject: string;
  /** Id of the article in which it stood; its own for an article. */
  readonly article: string;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

/** An article as `ingest` hands it over. */
export interface ReadArticle {
  readonly article: Article;
  readonly entries: readonly Entry[];
  /** Version of the engine that read it. */
  readonly engine: string;
  /** The name of the file or line it came from. */
  readonly origin: string;
}

export interface AddResult {
  readonly added: number;
  readonly known: number;
  readonly entries: number;
}

export interface StoredArticle extends Article {
  /** First 16 digits of the text's hash. */
  readonly id: string;
  /** ISO 8601, when it was put into the ledger, and by whom. */
  readonly addedAt: string;
  readonly addedBy: string;
  /** Version of the engine that read it last. */
  readonly engine: string;
  /** Ids of the version before and of the one after: same address, other text. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Where this text stood, the first place first. */
  readonly appearances: readonly Appearance[];
}

export interface Appearance {
  readonly url: string | null;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly published: string | null;
}

export interface ArticleSummary {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly addedAt: string;
  /** Entries at the default confidence, repetitions left out. */
  readonly entries: number;
  readonly speakers: readonly string[];
}

/** `commitments` are those that count; statuses and questions name them by their position there. */
export interface StoredEntry extends Entry {
  /**
   * Commitments that are doubtful (confidence below the default): no part of the record before a person, reviewing the entry, says that they are some. A list
   * has those of at least the confidence that was asked for, and so by default none.
   */
  readonly doubtful: readonly Commitment[];
  readonly articleId: string;
  readonly articleTitle: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
  /** The article's language, ISO 639-1. */
  readonly language: string | null;
  /** Null for a source that the article never names. */
  readonly speakerId: string | null;
  /** When it was said, as well as is known: the text's own date, else the article's publication date. EDTF or null. */
  readonly date: string | null;
  /** Version of the engine that read it; null when a person entered it. */
  readonly engine: string | null;
  readonly state: EntryState;
  /** Id of the entry of an older engine or version that this one takes the place of. */
  readonly follows: string | null;
  readonly review: ReviewState;
  /** Names of the fields that a reviewer has amended. */
  readonly amended: readonly string[];
  /** Who entered it, if no engine read it. */
  readonly enteredBy: string | null;
  /** A reader's correction to it is open. */
  readonly disputed: boolean;
}

/**
 * current    it counts
 * replaced   a newer engine no longer finds it
 * moved      a newer version of the article has it: that one counts
 * decided    a person has decided on these words as they were read before: that entry counts
 * changed    its words are gone from the newer version, or no longer unique there: "source changed"; it counts, and must say so
 * redacted   its words were taken away (law, privacy)
 */
export type EntryState = "current" | "replaced" | "moved" | "decided" | "changed" | "redacted";

export interface StoredCommitment {
  readonly entry: StoredEntry;
  /** Position within the entry's commitments; the doubtful ones stand behind them. */
  readonly index: number;
  readonly commitment: Commitment;
  /** It is no part of the record; see `StoredEntry`. */
  readonly doubtful: boolean;
  readonly conditionIds: readonly string[];
  /** It has conditions, and all of them are met. */
  readonly due: boolean;
  readonly status: StatusRecord | null;
}

export interface LastStatus {
  readonly entryId: string;
  /** Position within the entry's commitments. */
  readonly index: number;
  readonly status: StatusRecord;
}

/** A subject somebody follows: a question with a name. */
export interface Dossier {
  readonly id: string;
  readonly name: string;
  readonly question: Question;
  readonly by: string;
  readonly at: string;
}

export interface ConditionSummary {
  readonly id: string;
  /** The condition's words as first recorded. */
  readonly text: string;
  readonly waiting: number;
  readonly met: { readonly on: string; readonly evidence: string; readonly by: string } | null;
}

/** What stands near a condition. `by`: people said so, or the words name events of one family. */
export interface ConditionsLike {
  readonly same: readonly { readonly id: string; readonly text: string }[];
  readonly related: readonly { readonly id: string; readonly text: string; readonly by: "people" | "words" }[];
}

export interface SpeakerSummary {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly statements: number;
  readonly commitments: number;
  readonly roles: readonly string[];
}

export interface SpeakerRecord extends SpeakerSummary {
  /** Names as written in articles. */
  readonly names: readonly string[];
  readonly roleSpells: readonly RoleSpell[];
}

/** A speaker with those of the roles that mean one office. */
export interface CalledSpeaker {
  readonly id: string;
  readonly name: string;
  readonly roleSpells: readonly RoleSpell[];
}

/** A role as articles worded it, with the first and last date at which one did. */
export interface RoleSpell {
  readonly title: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly statements: number;
}

export interface Timeline {
  readonly speaker: SpeakerRecord;
  readonly entries: readonly StoredEntry[];
  readonly total: number;
  /** Cursor for the next page, null at the end. */
  readonly next: string | null;
}

export interface PageRequest {
  /** At most 200. */
  readonly size: number;
  readonly after?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Cursor for the next page, null at the end. */
  readonly next: string | null;
  /** Counted up to 2,000; where there are more, `atLeast` is true. */
  readonly total: number;
  readonly atLeast?: true;
}

export interface Facets {
  /** There are more answers than were counted: these are the newest 2,000. */
  readonly atLeast?: true;
  readonly speakers: readonly Facet[];
  readonly publishers: readonly Facet[];
  readonly years: readonly Facet[];
  readonly kinds: readonly Facet[];
  readonly strengths: readonly Facet[];
}

export interface Facet {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface LedgerCounts {
  readonly articles: number;
  readonly entries: number;
  readonly speakers: number;
  readonly commitments: number;
  readonly events: number;
}

export interface LedgerEvent {
  readonly seq: number;
  readonly kind: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
  readonly payload: unknown;
  /** SHA-256, hexadecimal, over the event before and this one in canonical JSON (RFC 8785). */
  readonly hash: string;
}
