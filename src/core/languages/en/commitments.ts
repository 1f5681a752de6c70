import type { CommitmentData } from "../../commitments/commit.ts";

/** English for the commitment stage. */
export const englishCommitments: CommitmentData = { cues: new Map([["will", "will"]]) };
