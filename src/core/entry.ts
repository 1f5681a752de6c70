import type { Commitment } from "./commitment.ts";
import type { Statement } from "./statement.ts";

/** A statement with its commitments, as the ledger keeps it. It shares the statement's id. */
export interface Entry extends Statement {
  readonly commitments: readonly Commitment[];
}
