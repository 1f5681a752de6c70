import type { Action } from "../action.ts";
import { oneOf, textOf } from "../action.ts";
import { conditionAddress } from "../view.ts";

/** Marks a condition met, with the evidence for it, or takes that back. */
export const markCondition: Action = {
  path: "/conditions/:id/met",
  async perform({ ledger, form, id, by }) {
    const met = oneOf(form, "met", ["yes", "no"]) === "yes";
    await ledger.markCondition(
      id,
      met
        ? {
            on: textOf(form, "on", { longest: 10, needed: true }),
            evidence: textOf(form, "evidence", { needed: true }),
          }
        : null,
      by,
    );
    return { to: conditionAddress(id) };
  },
};
