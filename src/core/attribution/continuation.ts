import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import type { Proposal } from "./proposal.ts";

/**
 * Content with the paragraphs added in which its quotation goes on: each opens with a mark, only the last one closes.
 *
 *     “Nobody asked us,” Ruiz said. “We will build.
 *     “And we will build in May.”
 *     ^ the same content
 */
export function continued(
  analysis: Analysis,
  content: readonly Range[],
  standing: readonly { readonly proposal: Proposal; readonly confidence: number }[],
): readonly Range[] {
  const last = content.at(-1);
  if (!last) return content;
  const { quotations, tokens } = analysis;
  let at = outermost(analysis, last.end - 1);
  const quotation = quotations[at];
  if (!quotation || last.end < quotation.end - 1) return content;
  const added: Range[] = [];
  for (let next = quotations[++at]; next; next = quotations[++at]) {
    if (next.depth > 0) continue;
    const paragraph = tokens.paragraph[next.start];
    if (!next.continues || paragraph === tokens.paragraph[(added.at(-1) ?? last).end - 1]) break;
    const { start, end } = next;
    const hasOwnCue = standing.some(
      ({ proposal, confidence }) => confidence > 0.3 && tokens.paragraph[proposal.cue.start] === paragraph,
    );
    if (hasOwnCue) break;
    added.push({ start, end });
  }
  return added.length ? [...content, ...added] : content;
}

/** Place of the outermost quotation that holds a token, -1 outside. */
export function outermost({ quotations, tokens }: Analysis, token: number): number {
  for (let at = tokens.quotation[token] ?? -1; at >= 0; at--) {
    const quotation = quotations[at];
    if (!quotation) return -1;
    if (quotation.depth === 0) return quotation.start <= token && token < quotation.end ? at : -1;
  }
  return -1;
}
