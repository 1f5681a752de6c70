import type { Span } from "../core/span.ts";
import { BadValue } from "./question.ts";

/**
 * The span of words that somebody gave, in a text: at the offsets a script sent, if the words stand there; else their only
 * occurrence, else the one nearest to `near`. Exact words only: what the text does not show is not recorded.
 */
export function spanOfWords(
  text: string,
  words: string,
  about: { readonly field: string; readonly start?: string; readonly near?: number },
): Span {
  const given = Number(about.start ?? Number.NaN);
  if (Number.isInteger(given) && given >= 0 && text.startsWith(words, given)) return spanAt(words, given);
  let best = -1;
  const near = about.near ?? 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at;
    else if (at > near) break;
  }
  if (words === "" || best < 0) throw new BadValue(about.field, words);
  return spanAt(words, best);
}

function spanAt(words: string, start: number): Span {
  return { start, end: start + words.length, text: words };
}
