import type { Entry } from "../../core/entry.ts";
import type { Span } from "../../core/span.ts";

/** A person's decision on an entry as it was read. Nothing is overwritten: the last decision of each reviewer counts. */
export interface Review {
  readonly decision: "confirm" | "amend" | "reject" | "skip";
  /** Why; needed to reject. */
  readonly reason?: string;
  /** What is amended, each with the spans that prove it; needed to amend. */
  readonly fields?: AmendedFields;
}

/** The fields of an entry that a person may put right. Its id and its article stay. */
export type AmendedFields = Partial<
  Pick<
    Entry,
    | "kind"
    | "act"
    | "source"
    | "cue"
    | "content"
    | "free"
    | "within"
    | "repeats"
    | "speaker"
    | "said"
    | "occasion"
    | "addressee"
    | "commitments"
  >
>;

export interface ReviewRecord extends Review {
  readonly entryId: string;
  readonly by: string;
  readonly at: string;
}

/**
 * none        nobody has decided; it is never shown as confirmed
 * confirmed, amended, rejected   all who decided, decided so
 * disagreed   reviewers decided differently
 * entered     a person entered it
 */
export type ReviewState = "none" | "confirmed" | "amended" | "rejected" | "disagreed" | "entered";

/** How far two reviewers agree on the entries that both decided on. */
export interface Agreement {
  readonly reviewers: readonly [string, string];
  readonly both: number;
  readonly agreed: number;
  /** Cohen's kappa: 1 full agreement, 0 as by chance; null where chance alone would always agree, or nothing was decided by both. */
  readonly kappa: number | null;
}

/** A statement that the engine missed, as somebody enters it: every field with the words that prove it. */
export type EnteredStatement = Omit<Entry, "id" | "confidence">;

/** A reader's note on words of an article. It ends in a decision that everybody can see. */
export interface CorrectionNote {
  readonly articleId: string;
  /** The entry that it is about, if it is about one. */
  readonly entryId: string | null;
  readonly span: Span;
  /** Plain text, at most 2,000 characters. */
  readonly note: string;
  /** As the reader signs; null for no name. */
  readonly from: string | null;
}

export interface Correction extends CorrectionNote {
  readonly id: string;
  readonly at: string;
  readonly state: "open" | "accepted" | "rejected";
  readonly decision: { readonly reason: string; readonly by: string; readonly at: string } | null;
}

/** What the one who is quoted says to it; it stands beside the entry. */
export interface Reply {
  readonly entryId: string;
  readonly from: string;
  readonly text: string;
  readonly at: string;
}

/** How a commitment went, as far as anybody has looked. The words are those of research on pledges. */
export type CommitmentStatus = "open" | "under-way" | "fulfilled" | "partly-fulfilled" | "not-fulfilled" | "unclear";

export interface StatusRecord {
  readonly status: CommitmentStatus;
  /** What shows it: an address, a document, an entry's id. */
  readonly evidence: string;
  /** EDTF day on which somebody last looked. */
  readonly lookedAt: string;
  readonly by: string;
}

/** That a condition was met, as a person found. */
export interface ConditionMet {
  /** EDTF. */
  readonly on: string;
  readonly evidence: string;
}
