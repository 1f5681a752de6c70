import type { Action } from "../action.ts";
import { textOf } from "../action.ts";
import { proposalAddress } from "../view.ts";
import { NotInLedger } from "../web-page.ts";

/** Proposes that a statement is another person's of the same name. Nothing changes before somebody accepts it. */
export const splitSpeaker: Action = {
  path: "/statements/:id/split",
  async perform({ ledger, form, id, by }) {
    const entry = await ledger.entry(id);
    if (entry === null || entry.speakerId === null) throw new NotInLedger("statement", id);
    const name = textOf(form, "name", { longest: 300, needed: true });
    const reason = textOf(form, "reason", { needed: true });
    const proposed = { kind: "split", speaker: entry.speakerId, entries: [id], name } as const;
    return { to: proposalAddress(await ledger.propose(proposed, reason, by)) };
  },
};
