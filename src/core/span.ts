/**
 * A half-open range of UTF-16 code units in an article's text, with the words it covers:
 * `text === article.text.slice(start, end)`, always.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Cuts a span out of `text`. Throws a RangeError on offsets that are not a range within it. */
export function spanOf(text: string, start: number, end: number): Span {
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length))
    throw new RangeError(`Invalid span ${start}–${end} in a text of length ${text.length}`);
  return { start, end, text: text.slice(start, end) };
}

/** True when the two ranges share at least one code unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `outer` holds the whole of `inner`. */
export function covers(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Offsets alone, where the words are not needed. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
