import type { Span } from "../core/span.ts";

/**
 * The words of a content in one line: an ellipsis where something was left out between two pieces, none where they follow
 * each other with only a space between.
 */
export function spokenWords(spans: readonly Span[]): string {
  let words = "";
  let end = -1;
  for (const span of spans) {
    const text = span.text.trim();
    if (text === "") continue;
    words += words === "" ? text : `${span.start - end <= 1 ? " " : " … "}${text}`;
    end = span.end;
  }
  return words;
}
