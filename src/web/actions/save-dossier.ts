import type { Action } from "../action.ts";
import { textOf } from "../action.ts";
import { questionOf } from "../question.ts";

/** Saves what a search asks under a name. */
export const saveDossier: Action = {
  path: "/dossiers",
  async perform({ ledger, form, by }) {
    const name = textOf(form, "name", { longest: 200, needed: true });
    const question = questionOf(new URLSearchParams(textOf(form, "query", { longest: 3_000 })));
    const id = await ledger.saveDossier({ name, question }, by);
    return { to: `/dossiers/${encodeURIComponent(id)}` };
  },
};
