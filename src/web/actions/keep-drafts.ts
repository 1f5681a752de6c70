import type { Action } from "../action.ts";

/** Puts all drafts into the ledger in one transaction. */
export const keepDrafts: Action = {
  path: "/drafts/keep",
  async perform({ ledger, drafts, by }) {
    const all = drafts.list().toReversed();
    await ledger.add(
      all.map(({ article, entries, engine, name }) => ({ article, entries, engine, origin: name })),
      by,
    );
    for (const draft of all) drafts.remove(draft.id);
    return { to: "/articles" };
  },
};
