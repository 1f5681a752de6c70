import type { Statement } from "../statement.ts";
import type { Act } from "./act.ts";
import type { CommitmentData } from "./commitment-data.ts";
import type { ConditionSpan } from "./condition-spans.ts";
import type { Window } from "./window.ts";
import type { TokenRange, Words } from "./words.ts";

/** A candidate with what surrounds it. */
export interface Candidate {
  readonly words: Words;
  readonly statement: Statement;
  readonly window: Window;
  readonly act: Act;
  readonly subject: TokenRange | undefined;
  readonly conditions: readonly ConditionSpan[];
  /** How many acts of the statement come before it. */
  readonly place: number;
  readonly data: CommitmentData;
}
