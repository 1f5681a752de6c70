import type { CommitmentStatus, ReviewState } from "./people/people.ts";

/** What somebody asks of the entries: all that is given must hold. */
export interface Question {
  readonly words?: string;
  readonly speaker?: string;
  readonly role?: string;
  readonly publisher?: string;
  /** EDTF bounds, inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly kind?: string;
  readonly strength?: string;
  /** Only entries with a commitment, or only with a conditional one. */
  readonly commitment?: boolean;
  readonly conditional?: boolean;
  readonly condition?: string;
  readonly minConfidence?: number;
  readonly language?: string;
  readonly review?: ReviewState;
  /** How one of its commitments went. */
  readonly status?: CommitmentStatus;
}
