import { readableTexts } from "./readable.ts";
import type { Page } from "./tree.ts";
import type { Block, VisibleText } from "./visible-text.ts";

/** The blocks of a page that are its story. */
export function findBody(page: Page, { blocks }: VisibleText): ReadonlySet<Block> {
  const readable = readableTexts(page);
  if (readable !== null) {
    const kept = blocks.filter((block) => sharedLength(block, readable) * 2 > block.end - block.start);
    if (kept.length > 0) return new Set(kept);
  }
  return new Set(blocks.filter((block) => block.linked * 2 < block.end - block.start));
}

function sharedLength(block: Block, texts: ReadonlySet<number>): number {
  let length = 0;
  for (const run of block.runs) if (texts.has(run.node.index)) length += run.end - run.start;
  return length;
}
