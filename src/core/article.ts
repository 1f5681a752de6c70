import type { Range } from "./span.ts";

/**
 * One text, with where it came from. The text is never changed after reading; every offset in the program is a
 * half-open UTF-16 range into it. Furniture stays in the text and is labelled.
 */
export interface Article {
  readonly text: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** EDTF: `2025-08-25`, `2025-08`, `2024`. What nobody knows stays null or open, never guessed. */
  readonly published: string | null;
  /** ISO 639-1, or null where the text is too short to tell. */
  readonly language: string | null;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly hash: string;
  /** What the source allows to be taken from a story, when the page says so. */
  readonly reuse: ReuseRule | null;
  /** The one person whose own words the document is, when whoever added it said so. */
  readonly speaker: string | null;
  /** Which of the fields above the adder gave; the rest is what the text or the page shows. */
  readonly given: readonly GivenField[];
  readonly furniture: readonly Furniture[];
}

export type GivenField = "title" | "byline" | "publisher" | "url" | "published" | "language" | "speaker";

/** "a maximum 500-character extract and an active hyperlink" */
export interface ReuseRule {
  readonly maxCharacters: number | null;
  readonly linkRequired: boolean;
  readonly start: number;
  readonly end: number;
}

/** A piece of page that is no part of the story: kept, labelled, never taken for anybody's words. Sorted, not overlapping. */
export interface Furniture extends Range {
  readonly kind: FurnitureKind;
}

export type FurnitureKind =
  | "language-switch"
  | "navigation"
  | "caption"
  | "byline"
  | "dateline"
  | "read-also"
  | "plea"
  | "newsletter"
  | "cookies"
  | "advertisement"
  | "copyright"
  | "correction-hint"
  | "comments"
  | "share"
  | "other";

/** Something that could not be understood, or that the user should know; the run goes on. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}
