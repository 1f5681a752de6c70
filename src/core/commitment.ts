import type { Span } from "./span.ts";

/**
 * Within a statement: somebody is presented as bound, offering, planning or refusing to do a future act that is in their hands
 * (Searle's commissives; the Comparative Party Pledges Project). The committer need not be the speaker.
 */
export interface Commitment {
  readonly committer: { readonly name: string; readonly span: Span } | null;
  readonly action: Span;
  readonly polarity: "do" | "not";
  readonly polaritySpan: Span | null;
  readonly strength: "will" | "plan" | "may";
  readonly strengthSpan: Span | null;
  /** Each one contiguous span with its marker ("only take place after the war ends"), wherever in the article it stands. */
  readonly conditions: readonly Span[];
  readonly time: readonly Span[];
  readonly quantity: readonly Span[];
  readonly beneficiary: { readonly text: string; readonly span: Span } | null;
  readonly form: { readonly value: "spoken" | "written" | "signed"; readonly span: Span } | null;
  /**
   * 0 to 1, calibrated on labels: of those given 0.8, four in five are commitments. One that a person entered or put right has 1. Below
   * `DEFAULT_CONFIDENCE` it is doubtful: kept for people to decide on, and no part of the record that is shown.
   */
  readonly confidence: number;
  readonly testability: { readonly value: "testable" | "vague"; readonly reason: string | null };
}
