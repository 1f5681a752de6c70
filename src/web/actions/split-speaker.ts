import type { Action } from "../action.ts";
import { textOf } from "../action.ts";
import { statementAddress } from "../view.ts";
import { NotInLedger } from "../web-page.ts";

/** Says that a statement is another person's of the same name. */
export const splitSpeaker: Action = {
  path: "/statements/:id/split",
  async perform({ ledger, form, id, by }) {
    const entry = await ledger.entry(id);
    if (entry === null || entry.speakerId === null) throw new NotInLedger("statement", id);
    const name = textOf(form, "name", { longest: 300, needed: true });
    await ledger.splitSpeaker(entry.speakerId, [id], name, textOf(form, "reason", { needed: true }), by);
    return { to: statementAddress(id) };
  },
};
