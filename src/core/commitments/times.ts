import type { Article } from "../article.ts";
import type { TokenRange } from "./acts.ts";
import type { CommitmentData } from "./commitment-data.ts";
import type { Words } from "./words.ts";
import { isNoun } from "./words.ts";

/**
 * When acts are to happen: time expressions with their preposition ("by 2027", "on day one"), and events with a known date ("before the
 * election", "during the first debate"). What is past is left out.
 */
export function timesIn(article: Article, words: Words, data: CommitmentData): readonly TokenRange[] {
  const found: TokenRange[] = [];
  for (let i = 0; i < words.count; i++) {
    const end = Math.max(timeEnd(words, i), eventEnd(words, data, i));
    if (end <= i) continue;
    found.push({ start: i, end });
    i = end - 1;
  }
  return article.text.length === 0 ? [] : found;
}

const PLAIN =
  /^(tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|immediately|soon|today|later|january|february|march|april|june|july|august|september|october|november|december|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.|quickly|shortly)$/;

function timeEnd(words: Words, i: number): number {
  let j = i;
  if (/^(on|in|by|before|after|until|at|within|during|from|starting|beginning|over)$/.test(words.lower[j] ?? ""))
    j += 1;
  if (
    /^(the|a|early|late|end|of|next|this|coming|first|election|few|couple)$/.test(words.lower[j] ?? "") ||
    words.tag[j] === "CD"
  ) {
    let k = j;
    while (
      k < j + 6 &&
      (/^(the|a|early|late|end|of|next|this|coming|first|election|few|couple)$/.test(words.lower[k] ?? "") ||
        words.tag[k] === "CD")
    )
      k += 1;
    if (
      /^(day|days|week|weeks|month|months|year|years|hours|decade|century|quarter|summer|fall|winter|spring|term|morning|afternoon|night)$/.test(
        words.lower[k] ?? "",
      ) &&
      (k > i + 1 || j === i)
    )
      return words.lower[k + 1] === "one" ? k + 2 : k + 1;
    if (/^20\d\d$/.test(words.lower[k - 1] ?? "") && k > i + 1) return k;
    if (PLAIN.test(words.lower[k] ?? "")) return k + 1;
  }
  if (words.lower[j] === "day" && words.lower[j + 1] === "one") return j + 2;
  if (PLAIN.test(words.lower[j] ?? "")) {
    let k = j + 1;
    while (
      k < j + 4 &&
      (PLAIN.test(words.lower[k] ?? "") || /^(night|morning|afternoon|evening|\d+)$/.test(words.lower[k] ?? ""))
    )
      k += 1;
    return k;
  }
  return i;
}

function eventEnd(words: Words, data: CommitmentData, i: number): number {
  if (!/^(before|after|during|at|until|by|following)$/.test(words.lower[i] ?? "")) return i;
  for (let j = i + 1; j < i + 6; j++) {
    const lower = words.lower[j] ?? "";
    if (data.scheduled.has(lower) && !isNoun(words, j + 1)) return j + 1;
    if (!isNoun(words, j) && !/^(DT|JJ|PRP\$|CD|NNP|POS)$/.test(words.tag[j] ?? "")) return i;
  }
  return i;
}
