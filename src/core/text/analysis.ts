/**
 * What the text stage knows about a text: tokens with tags, lemmas, heads and names, sentences, paragraphs, quotations.
 * Furniture is left out: no token lies in it and no sentence or paragraph runs across it, so that every later stage
 * sees the same article whatever a site puts around it. Parallel typed arrays, one element a token.
 */
export interface Analysis {
  readonly text: string;
  readonly tokens: Tokens;
  /** Token ranges, in order, that cover all tokens. A sentence lies within one paragraph. */
  readonly sentences: TokenRanges;
  readonly paragraphs: TokenRanges;
  readonly quotations: readonly Quotation[];
  readonly names: readonly Name[];
}

export interface Tokens {
  readonly count: number;
  /** UTF-16 offsets into the text. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Hash of the word as written, and of the word in lower case: equal words have equal hashes. */
  readonly form: Int32Array;
  readonly lower: Int32Array;
  /** Index into `TAGS` (Penn Treebank). */
  readonly tag: Uint8Array;
  /** Token index of the head, -1 for the root of a sentence. */
  readonly head: Int32Array;
  /** Index into `RELATIONS` (Stanford basic dependencies as CoreNLP 3.x writes them). */
  readonly relation: Uint8Array;
  /** Index into `NAME_LABELS`: 0 outside, then B and I of each kind. */
  readonly name: Uint8Array;
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;
  /** Index into `quotations` of the innermost quotation that holds the token, -1 outside. The marks count as inside. */
  readonly quotation: Int32Array;
  /** 1 for a mark that opens a quotation, -1 for one that closes it, else 0. */
  readonly mark: Int8Array;
}

export interface TokenRanges {
  readonly count: number;
  /** Half-open token ranges. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Words between quotation marks. Token range with its marks; a quotation that is closed paragraphs later has one Quotation a paragraph. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  /** How many quotations hold this one. */
  readonly depth: number;
  readonly style: "double" | "single" | "guillemets" | "low";
  /**
   * Its marks are those in which the text gives what people say: double marks of any form, or single ones where the text has hardly any
   * other. What stands in the other marks is a quotation within, a title or a term.
   */
  readonly isSpeech: boolean;
  /** No closing mark: it runs to where the structure says, never past its paragraph. */
  readonly unclosed: boolean;
  /** Goes on from the quotation before it (each paragraph opens, only the last closes). */
  readonly continues: boolean;
}

/** A proper name: half-open token range. */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
}

export type NameKind = "person" | "organisation" | "place" | "other";

export const NAME_LABELS: readonly string[] = [
  "O",
  "B-person",
  "I-person",
  "B-organisation",
  "I-organisation",
  "B-place",
  "I-place",
  "B-other",
  "I-other",
];
