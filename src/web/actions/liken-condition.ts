import { conditionId } from "../../ledger/projection/condition-id.ts";
import type { Action } from "../action.ts";
import { oneOf, textOf } from "../action.ts";
import { BadValue } from "../question.ts";
import { conditionAddress } from "../view.ts";

/** Says that two conditions are close, or one under two wordings, or neither after all. */
export const likenCondition: Action = {
  path: "/conditions/:id/liken",
  async perform({ ledger, form, id, by }) {
    const given = textOf(form, "to", { longest: 1_000, needed: true });
    const how = oneOf(form, "how", ["related", "same", "apart"]);
    // An id as it stands, also of one that was made another; or a condition's words.
    const other = (await ledger.condition(given)) === null ? await ledger.condition(conditionId(given)) : { id: given };
    if (other === null) throw new BadValue("to", given);
    const reason = textOf(form, "reason", { needed: true });
    const from = textOf(form, "from", { longest: 300 });
    await ledger.likenConditions(from === "" ? id : from, other.id, how === "apart" ? null : how, reason, by);
    return { to: `${conditionAddress(id)}#close` };
  },
};
