import type { Range } from "../core/span.ts";

/** A stretch of text that plays a part in a statement: its source, cue, content, or a field of a commitment. */
export interface Highlight extends Range {
  /** Which statement, as the page numbers them. */
  readonly statement: number;
  readonly part: Part;
}

export type Part =
  | "source"
  | "cue"
  | "content"
  | "speaker"
  | "role"
  | "said"
  | "occasion"
  | "addressee"
  | "committer"
  | "action"
  | "polarity"
  | "strength"
  | "condition"
  | "time"
  | "quantity"
  | "beneficiary"
  | "form";

/** A stretch over which the same highlights lie; with none it is plain text. */
export interface Segment extends Range {
  readonly highlights: readonly Highlight[];
}

/** A line of the story, or a run of furniture between two lines of it. */
export interface Block extends Range {
  readonly kind: "story" | "furniture";
}

/**
 * Cuts `range` wherever a highlight begins or ends, so that nested and overlapping highlights can be drawn as a flat row of
 * elements. The segments cover the range without a gap.
 */
export function segmentsOf(range: Range, highlights: readonly Highlight[]): readonly Segment[] {
  const inside = highlights.filter((highlight) => highlight.start < range.end && range.start < highlight.end);
  const cuts = new Set([range.start, range.end]);
  for (const { start, end } of inside) {
    if (start > range.start) cuts.add(start);
    if (end < range.end) cuts.add(end);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let index = 0; index + 1 < ordered.length; index++) {
    const start = ordered[index] ?? 0;
    const end = ordered[index + 1] ?? start;
    segments.push({ start, end, highlights: inside.filter((each) => each.start <= start && end <= each.end) });
  }
  return segments;
}

/** Cuts a text into the lines of its story and the furniture between them, in order; blank lines are left out. */
export function blocksOf(text: string, furniture: readonly Range[]): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const piece of furniture) {
    addLines(text, at, piece.start, blocks);
    addFurniture(text, piece, blocks);
    at = Math.max(at, piece.end);
  }
  addLines(text, at, text.length, blocks);
  return blocks;
}

function addLines(text: string, from: number, to: number, blocks: Block[]): void {
  let start = from;
  while (start < to) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 || newline > to ? to : newline;
    if (text.slice(start, end).trim() !== "") blocks.push({ kind: "story", start, end });
    start = end + 1;
  }
}

/** Furniture that follows furniture joins it, so that a page's foot is one fold and not twelve. */
function addFurniture(text: string, piece: Range, blocks: Block[]): void {
  if (text.slice(piece.start, piece.end).trim() === "") return;
  const last = blocks.at(-1);
  if (last?.kind === "furniture") blocks[blocks.length - 1] = { kind: "furniture", start: last.start, end: piece.end };
  else blocks.push({ kind: "furniture", start: piece.start, end: piece.end });
}
