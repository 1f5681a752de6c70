import type { Entry } from "../entry.ts";
import type { Span } from "../span.ts";

/** An entry with what only its place in a ledger or a pile of articles tells. */
export interface DatedEntry {
  readonly entry: Entry;
  /** The article it was read in, by any key that tells articles apart. */
  readonly article: string;
  /** When it was said, as well as is known. EDTF or null. */
  readonly date: string | null;
  /** When the article appeared. EDTF or null. */
  readonly published: string | null;
}

/**
 * The difference between two statements of one speaker on one subject, field by field. It says what changed in the words, never
 * that somebody lied or contradicted themselves; a person reads both sentences and judges.
 */
export interface Shift {
  readonly earlier: ShiftSide;
  readonly later: ShiftSide;
  /** In the order of `Change`'s kinds below; never empty. */
  readonly changes: readonly Change[];
  /** True when more than role and wording changed: what the speaker would do, or under which condition. */
  readonly position: boolean;
  /** What makes the two one subject: the words they share, weightiest first, and how much, from 0 to 1. */
  readonly subject: { readonly words: readonly string[]; readonly likeness: number };
  /** The statements of the speaker on this subject that were compared, both sides included, and the period they cover. */
  readonly compared: { readonly statements: number; readonly from: string | null; readonly to: string | null };
}

export interface ShiftSide {
  readonly id: string;
  readonly date: string | null;
  readonly role: string | null;
  /** The statement's content, as the article gives it. */
  readonly content: readonly Span[];
}

export type Change =
  | { readonly kind: "role"; readonly from: string; readonly to: string }
  | { readonly kind: "condition added"; readonly to: Span }
  | { readonly kind: "condition dropped"; readonly from: Span }
  | { readonly kind: "condition changed"; readonly from: Span; readonly to: Span }
  | { readonly kind: "strength up"; readonly from: Strength; readonly to: Strength; readonly proof: Proof }
  | { readonly kind: "strength down"; readonly from: Strength; readonly to: Strength; readonly proof: Proof }
  /** `of` tells whether an act is denied, or what a sentence says. */
  | {
      readonly kind: "polarity";
      readonly of: "act" | "words";
      readonly from: "do" | "not";
      readonly to: "do" | "not";
      readonly proof: Proof;
    }
  | {
      readonly kind: "scope";
      readonly field: ScopeField;
      readonly from: string;
      readonly to: string;
      readonly proof: Proof;
    }
  | { readonly kind: "wording only" }
  /** The later report tells of a statement made before one that was already known. */
  | { readonly kind: "older statement newly reported" };

export type Strength = "will" | "plan" | "may";

/** Who acts, how many, for whom, and where. */
export type ScopeField = "committer" | "quantity" | "beneficiary" | "place";

/** The words on either side that show a field's value; null where none do, as for what is not denied. */
export interface Proof {
  readonly earlier: Span | null;
  readonly later: Span | null;
}
