import type { Range } from "../span.ts";

/** An attribution in token ranges, before it has a place in the list. */
export interface Draft {
  readonly source: Range | null;
  readonly cue: Range;
  readonly centre: number;
  readonly content: readonly Range[];
  readonly confidence: number;
  /** No likelier attribution claims its words. */
  readonly stands: boolean;
  readonly free: boolean;
  /** The attribution in whose quotation this one is nested. */
  readonly outer: Draft | null;
}

/** What most drafts that no model made have in common. */
export const PLAIN = { stands: true, free: false, outer: null } as const;

/** The words a draft speaks for: its cue and its content. */
export function wordsOf({
  cue,
  content,
}: {
  readonly cue: Range;
  readonly content: readonly Range[];
}): readonly Range[] {
  return [cue, ...content];
}

/** True where a range shares a token with one of the runs. */
export function meet(runs: readonly Range[], run: Range): boolean {
  return runs.some(({ start, end }) => start < run.end && run.start < end);
}
