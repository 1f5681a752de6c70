import type { Article, Problem } from "../core/article.ts";

/**
 * Turns bytes of one kind into articles. One Reader a file, one list (`readers.ts`). No network, no clock.
 * Bad input is a Reading with problems, never an exception.
 */
export interface Reader {
  readonly name: "text" | "html" | "jsonl";
  /** True when `bytes` (already unpacked) or the file's name look like this kind; the list is asked in order. */
  recognises(name: string, bytes: Uint8Array): boolean;
  read(name: string, bytes: Uint8Array, given: Given): Iterable<Reading>;
}

/** What the adder knows: stored as given, and never shown as if the text said it. */
export interface Given {
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** EDTF. */
  readonly published?: string;
  readonly language?: string;
  readonly speaker?: string;
}

export interface Reading {
  /** The file's name as given; for jsonl the line's id, or its number. */
  readonly id: string;
  /** Null when nothing could be read; then `problems` says why. */
  readonly article: Article | null;
  readonly problems: readonly Problem[];
}
