import { isFunctionWord, possibleStems, wordsOf } from "./words.ts";

/** What somebody typed into a search box. Every term must be found. */
export interface SearchExpression {
  readonly terms: readonly SearchTerm[];
  /** All words as typed, to look for side by side; null where there is one word, or a phrase or a beginning among them. */
  readonly together: readonly Stems[] | null;
}

/** The stems that one word may have: one, or one a language of its script. */
export type Stems = readonly string[];

export type SearchTerm =
  | { readonly kind: "word"; readonly stems: Stems }
  /** "in quotation marks": side by side, in this order. */
  | { readonly kind: "phrase"; readonly words: readonly Stems[] }
  /** `secur*`: every stem that begins so, and the stem of the word itself. */
  | { readonly kind: "prefix"; readonly prefix: string; readonly stems: Stems };

/**
 * Reads what somebody typed: words, "exact phrases" and beginnings*. Nothing typed is an error; what has no letters is ignored.
 * Null when there is nothing to look for.
 */
export function parseSearch(typed: string): SearchExpression | null {
  const phrases: SearchTerm[] = [];
  const prefixes: SearchTerm[] = [];
  const words: string[] = [];
  const parts = typed.split(/["“”„«»]/u);
  parts.forEach((part, at) => {
    // Odd parts stand between quotation marks; a last one that nobody closed counts as words.
    if (at % 2 === 1 && at < parts.length - 1) {
      const stems = wordsOf(part).map(possibleStems).slice(0, MOST_TERMS);
      if (stems.length > 0) phrases.push({ kind: "phrase", words: stems });
      return;
    }
    for (const piece of part.split(/\s+/u)) {
      const inPiece = wordsOf(piece);
      const [only] = inPiece;
      if (piece.endsWith("*") && inPiece.length === 1 && only !== undefined)
        prefixes.push({ kind: "prefix", prefix: only, stems: possibleStems(only) });
      else words.push(...inPiece);
    }
  });
  const subjects = words.filter((word) => !isFunctionWord(word));
  const sought = subjects.length + phrases.length + prefixes.length > 0 ? subjects : words;
  const terms = [
    ...sought.map((word): SearchTerm => ({ kind: "word", stems: possibleStems(word) })),
    ...phrases,
    ...prefixes,
  ].slice(0, MOST_TERMS);
  if (terms.length === 0) return null;
  const plain = phrases.length === 0 && prefixes.length === 0 && words.length > 1 && words.length <= MOST_TERMS;
  return { terms, together: plain ? words.map(possibleStems) : null };
}

/** The stems of a subject as typed, function words left out: one list a word. */
export function subjectStems(typed: string): readonly Stems[] {
  const words = [...new Set(wordsOf(typed))];
  const subjects = words.filter((word) => !isFunctionWord(word));
  return (subjects.length > 0 ? subjects : words).slice(0, MOST_TERMS).map(possibleStems);
}

/** A phrase in the stems of each language: the first stems of all words, then the second ones. */
export function spellings(words: readonly Stems[]): readonly Stems[] {
  const count = Math.max(...words.map((stems) => stems.length));
  return Array.from({ length: count }, (_, at) => words.map((stems) => stems[at] ?? stems[0] ?? ""));
}

/** More words than anybody types; a pasted article must not become a query of a thousand terms. */
const MOST_TERMS = 24;
