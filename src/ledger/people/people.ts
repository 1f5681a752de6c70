import type { Entry } from "../../core/entry.ts";
import type { Span } from "../../core/span.ts";

/** A person's decision on an entry as it was read. Nothing is overwritten: the last decision of each reviewer counts. */
export interface Review {
  readonly decision: "confirm" | "amend" | "reject" | "skip";
  /** Why; needed to reject. */
  readonly reason?: string;
  /** What is amended, each with the spans that prove it; needed to amend. */
  readonly fields?: AmendedFields;
  /**
   * To confirm or amend an entry with doubtful commitments: of each, in their order, whether it is one. Those that are count from then on, the others are gone
   * from it. Left out where `fields` has all its commitments.
   */
  readonly doubtful?: readonly boolean[];
  /** It was decided without seeing what others decided, on the entry as it was read (`Ledger.entryAsRead`). */
  readonly blind?: boolean;
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
 * confirmed, amended, rejected   all who decided, decided so; who confirms what another has amended agrees with the amendment
 * disagreed   reviewers decided differently, or amended a field to different values
 * entered     a person entered it
 */
export type ReviewState = "none" | "confirmed" | "amended" | "rejected" | "disagreed" | "entered";

/** How far two reviewers agree on the entries that both decided on; two amendments agree where they amend alike. */
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

/**
 * How a commitment went, as far as anybody has looked. The words are those of promise trackers.
 *
 * not-rated      somebody looked and could not say, or took back what was said; also where nobody has looked
 * in-the-works   something has begun
 * stalled        it had begun, and nothing moves
 * kept, kept-in-part, broken
 * lapsed         what it was about is gone: the office ended, the condition can no longer be met
 * superseded     a later commitment of the same committer took its place
 */
export type CommitmentStatus =
  "not-rated" | "in-the-works" | "stalled" | "kept" | "kept-in-part" | "broken" | "lapsed" | "superseded";

/** In the order in which people choose among them. */
export const COMMITMENT_STATUSES: readonly CommitmentStatus[] = [
  "not-rated",
  "in-the-works",
  "stalled",
  "kept",
  "kept-in-part",
  "broken",
  "lapsed",
  "superseded",
];

export interface StatusRecord {
  readonly status: CommitmentStatus;
  /** What shows it: an address, a document, an entry's id. */
  readonly evidence: string;
  /** EDTF day on which somebody last looked. */
  readonly lookedAt: string;
  readonly by: string;
}

/** That one name is another's too, or that entries of one name are another person's: somebody proposes it, and a person decides. */
export type ProposedSpeakers =
  | { readonly kind: "merge"; readonly speaker: string; readonly into: string }
  | { readonly kind: "split"; readonly speaker: string; readonly entries: readonly string[]; readonly name: string };

/** A proposal on who is whom. Nothing changes before somebody accepts it; what is decided stays to be read. */
export interface Proposal {
  readonly id: string;
  readonly proposed: ProposedSpeakers;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly state: "open" | "accepted" | "refused";
  readonly decision: { readonly reason: string | null; readonly by: string; readonly at: string } | null;
}

/** What people say of two conditions: close to each other, or one and the same under two wordings. */
export type ConditionLikeness = "related" | "same";

/** That a condition was met, as a person found. */
export interface ConditionMet {
  /** EDTF. */
  readonly on: string;
  readonly evidence: string;
}
