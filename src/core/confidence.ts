/**
 * What pages and commands show unless asked for more: chosen on the dev split of PolNeAR so that at least five in six
 * of the statements shown are right.
 */
export const DEFAULT_CONFIDENCE: number = 0.55;

/**
 * Which commitments are told of those that somebody may have made: every possible one, or those that are sure enough to be kept, (`eval/README.md`
 * says how many of them are commitments).
 */
export type CommitmentCertainty = "possible" | "sure";

/** What the ledger keeps: entries below this are too unlikely to be worth a person's time. */
export const LOWEST_KEPT_CONFIDENCE: number = 0.1;
