import type { Range } from "../span.ts";

/**
 * Who is shown as the origin of which words: `source`, `cue` and `content`, the terms of PARC 3 and PolNeAR.
 *
 *     Ana Ruiz said on Tuesday that the bridge would open.
 *     ^ source ^ cue                ^ content
 *
 * Each is a list of ranges in order; a content can be broken by the cue, a source can be absent.
 */
export interface Attribution {
  readonly kind: AttributionKind;
  readonly act: Act;
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  /** Free indirect speech: carried on from the statement before, with no cue of its own. */
  readonly free: boolean;
  /** Position, in the same list, of the attribution in whose quotation this one is nested. */
  readonly within: number | null;
  /** Calibrated: of the candidates given 0.8, four in five are right. */
  readonly confidence: number;
}

/** direct: all content words within double quotation marks; indirect: none; mixed: some. */
export type AttributionKind = "direct" | "mixed" | "indirect";

/** What the source did with the content; `did` is a vote, a signature, a decision. */
export type Act = "said" | "wrote" | "thought" | "did";
