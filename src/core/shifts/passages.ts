import type { Span } from "../span.ts";

/** The sentences of a content, and, where there are a few, each stretch of it whole: a point may be spread over them. */
export function passagesOf(content: readonly Span[]): readonly Span[] {
  const passages: Span[] = [];
  for (const span of content) {
    const sentences = sentencesOf(span);
    passages.push(...sentences);
    if (sentences.length > 1 && sentences.length <= 3) passages.push(span);
  }
  return passages.slice(0, MOST);
}

/** A longer speech is a statement about many things; its beginning is compared. */
const MOST = 40;

/** Cuts after `.`, `!`, `?`, `;` before a space; not after an initial or an abbreviation such as "U.S." */
function sentencesOf({ start, text }: Span): readonly Span[] {
  const sentences: Span[] = [];
  let from = 0;
  const cut = (to: number): void => {
    const words = text.slice(from, to);
    const trimmed = words.trim();
    const offset = from + words.indexOf(trimmed);
    if (trimmed !== "") sentences.push({ start: start + offset, end: start + offset + trimmed.length, text: trimmed });
    from = to;
  };
  for (const { index } of text.matchAll(/[.!?;](?=["”’')\]]?\s)/g))
    if (/[\p{L}\p{N}]{2}["”’')]?$/u.test(text.slice(Math.max(0, index - 3), index))) cut(index + 1);
  cut(text.length);
  return sentences;
}
