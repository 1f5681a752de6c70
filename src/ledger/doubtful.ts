import type { Commitment } from "../core/commitment.ts";
import { DEFAULT_CONFIDENCE, isDoubtful } from "../core/confidence.ts";
import type { Entry } from "../core/entry.ts";

/**
 * An entry with the commitments that are shown apart from those that are doubtful. The events hold both in one list; here they are parted, so that whoever
 * asks for an entry's commitments is never told a doubtful one by mistake. The doubtful stand behind the others where positions are counted.
 */
export interface PartedEntry extends Entry {
  readonly doubtful: readonly Commitment[];
}

/** Parts the commitments of an entry as an event holds it. */
export function parted(entry: Entry): PartedEntry {
  const commitments: Commitment[] = [];
  const doubtful: Commitment[] = [];
  for (const commitment of entry.commitments) {
    // An engine of before confidences were told kept only what was sure enough: that much is known of it.
    const told =
      "confidence" in commitment ? commitment : { ...(commitment as Commitment), confidence: DEFAULT_CONFIDENCE };
    (isDoubtful(told) ? doubtful : commitments).push(told);
  }
  return { ...entry, commitments, doubtful };
}

/** Commitments that a person has decided on: nobody doubts them any more. */
export function withoutDoubt(commitments: readonly Commitment[]): readonly Commitment[] {
  return commitments.map((commitment) => ({ ...commitment, confidence: 1 }));
}
