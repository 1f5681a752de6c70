import type { Span } from "../core/span.ts";

/** All spans of an entry, wherever they hang. */
export function spansOf(value: unknown): readonly Span[] {
  const spans: Span[] = [];
  collectSpans(value, spans);
  return spans;
}

function collectSpans(value: unknown, spans: Span[]): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const member of value) collectSpans(member, spans);
    return;
  }
  if (isSpan(value)) spans.push(value);
  else for (const member of Object.values(value)) collectSpans(member, spans);
}

function isSpan(value: object): value is Span {
  return "start" in value && "end" in value && "text" in value;
}

/** Throws a RangeError if some span within `value` is not verbatim in `text`. What the text does not show is not recorded. */
export function refuseUnshown(value: unknown, text: string, what: string): void {
  for (const span of spansOf(value))
    if (text.slice(span.start, span.end) !== span.text)
      throw new RangeError(`${what}: the span ${span.start}–${span.end} is not verbatim`);
}
