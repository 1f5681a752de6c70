import type { Statement } from "../statement.ts";
import { type TokenRange, tokensWithin, type Words } from "./words.ts";

/** What a statement lets the stage read: tokens of its content, and of its cue. Both sorted, half-open. */
export interface Window {
  readonly content: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  readonly source: readonly TokenRange[];
}

export function windowOf(words: Words, statement: Statement): Window {
  const ranges = (spans: Statement["content"]): TokenRange[] =>
    spans.map((span) => tokensWithin(words, span)).filter((range) => range.start < range.end);
  return { content: ranges(statement.content), cue: ranges(statement.cue), source: ranges(statement.source) };
}

export function within(ranges: readonly TokenRange[], token: number): boolean {
  return ranges.some((range) => range.start <= token && token < range.end);
}

/** The stretch of content that holds a token. */
export function contentAt(window: Window, token: number): TokenRange | undefined {
  return window.content.find((range) => range.start <= token && token < range.end);
}
