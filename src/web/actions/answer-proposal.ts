import type { Action } from "../action.ts";
import { oneOf, textOf } from "../action.ts";
import { proposalAddress } from "../view.ts";

/** Accepts a proposal on who is whom, and it happens; or refuses it, with a reason. */
export const answerProposal: Action = {
  path: "/proposals/:id/answer",
  async perform({ ledger, form, id, by }) {
    const accepted = oneOf(form, "answer", ["accept", "refuse"]) === "accept";
    const reason = textOf(form, "reason", { needed: !accepted });
    await ledger.answerProposal(id, accepted, reason === "" ? null : reason, by);
    return { to: proposalAddress(id, accepted ? "accepted" : "refused") };
  },
};
