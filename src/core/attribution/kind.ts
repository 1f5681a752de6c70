import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import type { AttributionKind } from "./attribution.ts";

/** Kind by how many of the content's words stand within double quotation marks. `content` holds token ranges. */
export function kindOf(analysis: Analysis, content: readonly Range[]): AttributionKind {
  const { text, tokens } = analysis;
  let words = 0;
  let quoted = 0;
  for (const run of content)
    for (let i = run.start; i < run.end; i++) {
      if (!WORD.test(text.slice(tokens.start[i], tokens.end[i]))) continue;
      words++;
      if (isQuoted(analysis, i)) quoted++;
    }
  return quoted === 0 ? "indirect" : quoted === words ? "direct" : "mixed";
}

const WORD = /[\p{L}\p{N}]/u;

/** True within a quotation in double marks (curly, straight, guillemets, low), however deeply nested. */
export function isQuoted(analysis: Analysis, token: number): boolean {
  let at = analysis.tokens.quotation[token] ?? -1;
  for (let quotation = analysis.quotations[at]; quotation; quotation = analysis.quotations[--at]) {
    if (quotation.start <= token && token < quotation.end && quotation.isSpeech) return true;
    if (quotation.depth === 0) return false;
  }
  return false;
}
