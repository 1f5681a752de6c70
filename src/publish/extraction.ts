import type { Article, Problem } from "../core/article.ts";
import type { Entry } from "../core/entry.ts";

/** What came out of one input: the article, its entries, and what could not be understood. */
export interface Extraction {
  /** The file's name as given; for jsonl the line's id, or its number. */
  readonly id: string;
  /** Null when nothing could be read; then `problems` says why. */
  readonly article: Article | null;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** Writes extractions one after another. `onrecord extract --format NAME`. */
export interface ExtractionFormat {
  readonly name: "text" | "json" | "jsonl";
  /** What stands before the first, between two, and after the last. */
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  write(extraction: Extraction, look: Look): string;
}

/** How a listing for people may look. */
export interface Look {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
}

/**
 * The line that `extract --format jsonl` prints: the contract with programs. Names are the glossary's, absent is null,
 * and every span carries the words it covers.
 */
export function extractionLine({ id, article, entries, problems }: Extraction): string {
  return JSON.stringify({
    id,
    article: article && {
      text: article.text,
      title: article.title,
      byline: article.byline,
      publisher: article.publisher,
      url: article.url,
      published: article.published,
      language: article.language,
      hash: article.hash,
      reuse: article.reuse,
    },
    statements: entries,
    furniture: article?.furniture.map(({ kind, start, end }) => ({ kind, start, end })) ?? [],
    problems,
  });
}
