import type { StoredArticle, StoredEntry } from "../ledger/ledger.ts";
import { citation } from "../publish/citation.ts";
import { allowanceOf } from "../publish/reuse.ts";

export interface Citation {
  readonly text: string;
  /** Characters of the story that the citation takes, and may take. */
  readonly taken: number;
  readonly allowed: number;
  /** False where the publisher asks for a link and none is known. */
  readonly linked: boolean;
}

/** A line ready to be pasted, as the exports write it, with what it takes of what the reuse rule allows. */
export function citationOf(entry: StoredEntry, article: StoredArticle): Citation {
  const allowance = allowanceOf(article);
  const released = allowance.release(entry);
  return {
    text: citation.write({ ...entry, ratings: [] }, released).trimEnd(),
    taken: released.entry.content.reduce((sum, span) => sum + span.text.length, 0),
    allowed: allowance.most,
    linked: allowance.linked,
  };
}
