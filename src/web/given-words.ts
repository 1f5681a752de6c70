import type { Span } from "../core/span.ts";
import { textOf } from "./action.ts";
import { spanOfWords } from "./find-words.ts";

/** The words that a form gives for its fields, found in the article's text: what does not stand there is refused. */
export interface GivenWords {
  /** The words of a field as a span; null where the field was left empty. Unchanged words keep the span `before`. */
  span(field: string, before?: Span | null): Span | null;
  /** The words of `field-0`, `field-1` …; an empty one is left out. */
  spans(field: string, before?: readonly Span[]): readonly Span[];
}

/** `near`: words that stand in the text more than once, and were typed, not selected, are taken where they are nearest to this. */
export function givenWords(form: FormData, text: string, near: number): GivenWords {
  const span = (field: string, before: Span | null = null): Span | null => {
    const words = textOf(form, field, { longest: 5_000 });
    if (words === "") return null;
    const start = textOf(form, `${field}-start`, { longest: 20 });
    if (before !== null && words === before.text.trim() && (start === "" || Number(start) === before.start))
      return before;
    return spanOfWords(text, words, { field, start, near });
  };
  return {
    span,
    spans(field, before = []) {
      const found: Span[] = [];
      for (let index = 0; form.has(`${field}-${index}`) && index < MOST_SPANS; index++) {
        const each = span(`${field}-${index}`, before[index] ?? null);
        if (each !== null) found.push(each);
      }
      return found;
    },
  };
}

/** More conditions or times of one commitment are a mistake or an attack. */
const MOST_SPANS = 40;
