import type { Gender } from "./speaker-data.ts";

/** A name in the text, with the office beside it. All ranges are half-open token ranges. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Where the phrase begins that the name ends: its title, office or honorific. */
  readonly phraseStart: number;
  readonly kind: "person" | "body" | "unknown";
  /** Offices beside it: the one before it first, then the one in apposition. */
  readonly roles: readonly TokenSpan[];
  readonly gender: Gender | null;
  /** "Mr. Ruiz", "President Ruiz": the name is surely a person's. */
  readonly titled: boolean;
  readonly possessive: boolean;
  readonly sentence: number;
  /** Found in a headline by a name that the story gives. */
  readonly headline: boolean;
}

export interface TokenSpan {
  readonly start: number;
  readonly end: number;
}
