import type { ReuseRule } from "../core/article.ts";
import { linesOf } from "./lines.ts";

/**
 * The rule by which a page lets others take from its stories: "a maximum 500-character extract and an active hyperlink".
 * Null where the page states none; "All rights reserved" alone states none that could be followed.
 */
export function findReuse(text: string): ReuseRule | null {
  for (const line of linesOf(text)) {
    if (line.folded.length > 2500 || !REUSE.test(line.folded)) continue;
    const limit = LIMIT.exec(line.folded);
    const maxCharacters = limit === null ? null : Number((limit[1] ?? limit[2] ?? "").replace(/[ ,.]/gu, ""));
    const linkRequired = LINK.test(line.folded);
    if (maxCharacters === null && !linkRequired) continue;
    const range = sentenceAround(line.folded, [limit?.index, LINK.exec(line.folded)?.index]);
    return { maxCharacters, linkRequired, start: line.start + range.start, end: line.start + range.end };
  }
  return null;
}

const REUSE =
  /\b(?:referenc\w+|quot(?:e|es|ing|ation)|cit(?:e|ing)|reprint\w*|republi\w+|reproduc\w+|re-?use|reusing|using|use of|copying|extracts?|excerpts?)\b|передрук|цитуванн|використанн|перепечатк|цитировани|использовани/iu;
const LIMIT =
  /(?<![\d.,])(\d[\d ,.]{0,6}\d|\d{2})[ -](?:characters?|signs?|symbols?|знаків|символів|знаков|символов)(?![\p{L}])|(?:characters?|символів|знаків|символов|знаков)[^.]{0,20}?(\d{2,5})(?!\d)/iu;
const LINK =
  /\b(?:hyper-?link(?:ed)?|backlink|(?:active|direct|live|clickable|open|visible|working) link|links? (?:back )?to (?:the )?(?:original|source|our|us|this|web ?site)|with (?:a )?link)\b|гіперпосилання|гиперссылк|(?:активне|пряме) посилання|(?:активная|прямая) ссылка/iu;

/** From the start of the first sentence with a part of the rule to the end of the last. */
function sentenceAround(
  folded: string,
  at: readonly (number | undefined)[],
): { readonly start: number; readonly end: number } {
  const places = at.filter((place) => place !== undefined);
  let start = 0;
  let end = folded.length;
  for (const match of folded.matchAll(/[.!?]["')]{0,2}\s+(?=[\p{Lu}"(])/gu)) {
    const stop = match.index + match[0].length;
    if (stop <= Math.min(...places)) start = stop;
    else if (match.index >= Math.max(...places)) {
      end = match.index + match[0].trimEnd().length;
      break;
    }
  }
  return { start, end };
}
