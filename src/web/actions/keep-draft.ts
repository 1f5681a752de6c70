import type { Action } from "../action.ts";
import { NotInLedger } from "../web-page.ts";

/** Puts a draft into the ledger, as it was shown. */
export const keepDraft: Action = {
  path: "/drafts/:id/keep",
  async perform({ ledger, drafts, id, by }) {
    const draft = drafts.get(id);
    if (draft === null) throw new NotInLedger("draft", id);
    const { article, entries, engine, name } = draft;
    await ledger.add([{ article, entries, engine, origin: name }], by);
    drafts.remove(id);
    return { to: `/articles/${article.hash.slice(0, 16)}` };
  },
};
