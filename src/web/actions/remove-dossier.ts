import type { Action } from "../action.ts";

/** Stops following a subject; what was said stays. */
export const removeDossier: Action = {
  path: "/dossiers/:id/remove",
  async perform({ ledger, id, by }) {
    await ledger.removeDossier(id, by);
    return { to: "/dossiers" };
  },
};
