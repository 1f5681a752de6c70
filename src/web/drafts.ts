import type { Article, Problem } from "../core/article.ts";
import type { Entry } from "../core/entry.ts";

/** What was read but not kept yet: shown to whoever gave it, who then keeps it or lets it go. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly article: Article;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly engine: string;
}

/** Drafts are kept in memory only: closing the pages lets them go. */
export interface Drafts {
  /** Gives the draft an id; the oldest drafts make room when there are too many. */
  put(draft: Omit<Draft, "id">): Draft;
  get(id: string): Draft | null;
  remove(id: string): void;
  list(): readonly Draft[];
}

export function draftStore(limits: { readonly most?: number; readonly characters?: number } = {}): Drafts {
  const { most = 200, characters = 50_000_000 } = limits;
  const drafts = new Map<string, Draft>();
  let held = 0;
  const remove = (id: string): void => {
    const draft = drafts.get(id);
    if (draft === undefined) return;
    drafts.delete(id);
    held -= draft.article.text.length;
  };
  return {
    put(given) {
      // The same text again is the same draft.
      const draft: Draft = { ...given, id: given.article.hash.slice(0, 16) };
      remove(draft.id);
      drafts.set(draft.id, draft);
      held += draft.article.text.length;
      for (const oldest of drafts.keys()) {
        if ((drafts.size <= most && held <= characters) || drafts.size === 1) break;
        remove(oldest);
      }
      return draft;
    },
    get: (id) => drafts.get(id) ?? null,
    remove,
    list: () => [...drafts.values()].reverse(),
  };
}
