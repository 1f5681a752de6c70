import type { Action } from "../action.ts";
import { textOf } from "../action.ts";
import { BadValue } from "../question.ts";
import { proposalAddress } from "../view.ts";

/** Proposes that two speakers are one. Nothing changes before somebody accepts it. */
export const mergeSpeaker: Action = {
  path: "/speakers/:id/merge",
  async perform({ ledger, form, id, by }) {
    const name = textOf(form, "into", { longest: 300, needed: true });
    const into = await ledger.speaker(name);
    if (into === null) throw new BadValue("into", name);
    const reason = textOf(form, "reason", { needed: true });
    const proposal = await ledger.propose({ kind: "merge", speaker: id, into: into.id }, reason, by);
    return { to: proposalAddress(proposal) };
  },
};
