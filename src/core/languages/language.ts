import type { AttributionData } from "../attribution/attribute.ts";
import type { CommitmentData } from "../commitments/commitment-data.ts";
import type { SpeakerData } from "../speakers/identify.ts";
import type { TextData } from "../text/analyse.ts";

/** Everything the stages must know of one language: word lists and models. A value you pass; there is no registry. */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  readonly text: TextData;
  readonly attribution: AttributionData;
  readonly speakers: SpeakerData;
  readonly commitments: CommitmentData;
}
