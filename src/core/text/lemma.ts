import type { Analysis } from "./analysis.ts";
import type { TextData } from "./text-data.ts";
import { wordOf } from "./words.ts";

/** Dictionary form of a token: "says" and "said" are both "say". Makes a string; compare hashes where it must be quick. */
export function lemmaOf(analysis: Analysis, token: number, data: TextData): string {
  return data.lemma(wordOf(analysis, token), analysis.tokens.tag[token] ?? 0);
}
