import type { Reading } from "./meaning.ts";
import { is, sameSentence, wordAt, type Pieces } from "./pieces.ts";

/** right now, these days, the past, the future, the near term */
export function pointerAt(pieces: Pieces, at: number): Reading {
  const { units } = pieces.data;
  if (
    is(pieces, at, "the") &&
    is(pieces, at + 1, "past", "future", "present") &&
    !units.has(wordAt(pieces, at + 2)) &&
    !units.has(wordAt(pieces, at + 3)) &&
    !is(pieces, at + 2, "of", "president", "prime")
  ) {
    const value = is(pieces, at + 1, "past") ? "PAST_REF" : is(pieces, at + 1, "future") ? "FUTURE_REF" : "PRESENT_REF";
    return { end: at + 2, meaning: { kind: "reference", value } };
  }
  if (is(pieces, at, "the") && is(pieces, at + 1, "near") && is(pieces, at + 2, "future", "term"))
    return { end: at + 3, meaning: { kind: "reference", value: "FUTURE_REF" } };
  if ((is(pieces, at, "right") && is(pieces, at + 1, "now")) || (is(pieces, at, "these") && is(pieces, at + 1, "days")))
    return { end: at + 2, meaning: { kind: "reference", value: "PRESENT_REF" } };
  return null;
}

/** now, currently, recently, soon; but not "as soon as" */
export function pointingWordAt(pieces: Pieces, at: number): Reading {
  const value = pieces.data.references.get(wordAt(pieces, at));
  if (value === undefined) return null;
  if (is(pieces, at, "soon")) {
    if (is(pieces, at + 1, "after", "as", "thereafter", "enough") || is(pieces, at - 1, "as", "too")) return null;
  }
  const { capital } = pieces;
  if (capital[at] && at > 0 && sameSentence(pieces, at, at - 1) && capital[at - 1]) return null;
  return { end: at + 1, meaning: { kind: "reference", value } };
}
