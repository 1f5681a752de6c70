import type { Analysis } from "../text/analysis.ts";

/** Sentences and tokens above which a paragraph is read in segments: those of news, from which the model learned, are shorter. */
const LONG = { sentences: 8, tokens: 260 };

/** Sentences after which a segment may end, and after which it ends even before a quotation that may go on. */
const ENOUGH = 3;
const TOO_MANY = 9;

/**
 * The analysis with its long paragraphs cut into segments of a few sentences, as if each were a paragraph: never within a
 * quotation, and where possible not before one, since the voice before may go on in it.
 *
 *     The minister noted that the port works. “It never stopped,” she said. | The governor replied that ...
 */
export function inSegments(analysis: Analysis): Analysis {
  const { paragraphs, tokens, sentences } = analysis;
  const starts: number[] = [];
  let isCut = false;
  const isInside = insideQuotations(analysis);
  for (let p = 0; p < paragraphs.count; p++) {
    const start = paragraphs.start[p] as number;
    const end = paragraphs.end[p] as number;
    starts.push(start);
    if (end === start) continue;
    const first = tokens.sentence[start] as number;
    const last = tokens.sentence[end - 1] as number;
    if (last - first + 1 <= LONG.sentences && end - start <= LONG.tokens) continue;
    let from = first;
    for (let s = first + 1; s <= last; s++) {
      const at = sentences.start[s] as number;
      if (isInside[at] === 1) continue;
      const length = s - from;
      if (length < ENOUGH || (isInside[at] === 2 && length < TOO_MANY)) continue;
      starts.push(at);
      from = s;
      isCut = true;
    }
  }
  if (!isCut) return analysis;
  const start = Int32Array.from(starts);
  const end = Int32Array.from(starts, (_, i) => starts[i + 1] ?? tokens.count);
  const paragraph = new Int32Array(tokens.count);
  for (let i = 0; i < start.length; i++) paragraph.fill(i, start[i], end[i]);
  return {
    ...analysis,
    paragraphs: { count: start.length, start, end },
    tokens: { ...tokens, paragraph },
  };
}

/** For each token: 2 where an outer quotation begins, 1 inside one, 0 elsewhere. */
function insideQuotations({ quotations, tokens }: Analysis): Uint8Array {
  const inside = new Uint8Array(tokens.count);
  for (const { start, end, depth } of quotations) {
    if (depth > 0) continue;
    inside.fill(1, start + 1, end);
    if (inside[start] === 0) inside[start] = 2;
  }
  return inside;
}
