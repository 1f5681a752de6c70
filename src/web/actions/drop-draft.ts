import type { Action } from "../action.ts";

/** Lets a draft go. */
export const dropDraft: Action = {
  path: "/drafts/:id/drop",
  async perform({ drafts, id }) {
    drafts.remove(id);
    return { to: "/add" };
  },
};
