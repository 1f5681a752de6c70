import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import type { Facts } from "./facts.ts";

/** The inside of a quotation, and the attribution that quotes it. */
export interface QuotedStretch<T> {
  readonly range: Range;
  readonly outer: T;
}

/** Fewest words that can hold an attribution of their own. */
const SHORTEST = 6;

/** The insides of the quotations that contents hold, where a saying verb or an inner quotation stands in them. */
export function quotedStretches<T extends { readonly content: readonly Range[]; readonly confidence: number }>(
  analysis: Analysis,
  facts: Facts,
  attributions: readonly T[],
): QuotedStretch<T>[] {
  const stretches: QuotedStretch<T>[] = [];
  const taken = new Set<number>();
  for (const outer of [...attributions].sort((a, b) => b.confidence - a.confidence))
    for (const run of outer.content)
      for (const quotation of quotationsIn(analysis, run)) {
        const start = Math.max(run.start, quotation.start + 1);
        const end = Math.min(run.end, quotation.end - 1);
        if (end - start < SHORTEST || taken.has(start) || !mayNest(facts, start, end)) continue;
        taken.add(start);
        stretches.push({ range: { start, end }, outer });
      }
  return stretches.sort((a, b) => a.range.start - b.range.start);
}

/** The analysis as it would be without the outermost quotation marks. */
export function withoutOuterMarks(analysis: Analysis): Analysis {
  const quotations = analysis.quotations
    .filter(({ depth }) => depth > 0)
    .map((quotation) => ({ ...quotation, depth: quotation.depth - 1, isSpeech: true }));
  return { ...analysis, quotations };
}

function* quotationsIn(analysis: Analysis, run: Range): Iterable<Range> {
  const { quotations } = analysis;
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.start ?? 0) >= run.start) high = middle;
    else low = middle + 1;
  }
  for (let at = low; at < quotations.length; at++) {
    const quotation = quotations[at];
    if (!quotation || quotation.start >= run.end) return;
    if (quotation.depth === 0 && quotation.isSpeech) yield quotation;
  }
}

function mayNest(facts: Facts, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (facts.act[i] === 5 || facts.quoted[i] === 2) return true;
  return false;
}
