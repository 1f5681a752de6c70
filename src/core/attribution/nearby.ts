import type { Range } from "../span.ts";

/** Tokens a block holds. */
const BLOCK = 128;

/** Things that lie on tokens, found again by tokens: asking costs what lies nearby, however long the text is. */
export class Nearby<T> {
  readonly #blocks: Map<number, Set<T>> = new Map();
  readonly #runsOf: (item: T) => readonly Range[];

  constructor(items: Iterable<T>, runsOf: (item: T) => readonly Range[]) {
    this.#runsOf = runsOf;
    for (const item of items) this.add(item);
  }

  add(item: T): void {
    for (const block of blocksOf(this.#runsOf(item))) {
      const there = this.#blocks.get(block);
      if (there) there.add(item);
      else this.#blocks.set(block, new Set([item]));
    }
  }

  delete(item: T): void {
    for (const block of blocksOf(this.#runsOf(item))) this.#blocks.get(block)?.delete(item);
  }

  /** All that may touch the runs, and some that only lie near. */
  at(runs: readonly Range[]): T[] {
    const found = new Set<T>();
    for (const block of blocksOf(runs)) for (const item of this.#blocks.get(block) ?? []) found.add(item);
    return [...found];
  }
}

function blocksOf(runs: readonly Range[]): Set<number> {
  const blocks = new Set<number>();
  for (const { start, end } of runs)
    for (let block = Math.floor(start / BLOCK); block <= Math.floor(Math.max(start, end - 1) / BLOCK); block++)
      blocks.add(block);
  return blocks;
}
