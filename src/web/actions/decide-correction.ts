import type { Action } from "../action.ts";
import { oneOf, textOf } from "../action.ts";

/** Decides on a reader's correction, with a reason that everybody sees. */
export const decideCorrection: Action = {
  path: "/corrections/:id/decide",
  async perform({ ledger, form, id, by }) {
    const decision = oneOf(form, "decision", ["accept", "reject"]);
    await ledger.decideCorrection(id, decision === "accept", textOf(form, "reason", { needed: true }), by);
    return { to: "/corrections" };
  },
};
