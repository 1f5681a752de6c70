import type { CueFrame } from "./commitment-data.ts";

/**
 * A candidate: a cue and the act that it presents.
 *
 *     Vesna plans to send instructors after a ceasefire.
 *           ^ cue    ^ verb, the act runs to `end`
 */
export interface Act {
  /** Tokens of the cue, half-open: "plans to", "will", "is considering". */
  readonly cueStart: number;
  readonly cueEnd: number;
  readonly cue: string;
  readonly frame: CueFrame | "title" | "gerund" | "bare";
  readonly strength: "will" | "plan" | "may";
  readonly polarity: "do" | "not";
  /** Token of the negation, -1 without. */
  readonly negation: number;
  /** First token of the act: its verb, or the noun phrase where the cue takes an object. */
  readonly verb: number;
  /** Token at which the reading of the act's subject begins: the finite verb or cue. */
  readonly finite: number;
  readonly start: number;
  readonly end: number;
  readonly passive: boolean;
  readonly copular: boolean;
  /** The cue belongs to the statement ("vowed", "plans"), so that its speaker is the committer. */
  readonly byStatement: boolean;
}
