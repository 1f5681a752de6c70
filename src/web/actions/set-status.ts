import type { Action } from "../action.ts";
import { oneOf, textOf } from "../action.ts";
import { BadValue, STATUSES } from "../question.ts";
import { statementAddress } from "../view.ts";

/** Says how a commitment went, by what evidence, and when somebody last looked. */
export const setStatus: Action = {
  path: "/statements/:id/status",
  async perform({ ledger, form, id, by }) {
    const index = Number(textOf(form, "index", { longest: 4, needed: true }));
    if (!Number.isInteger(index) || index < 0) throw new BadValue("index", String(index));
    const status = oneOf(form, "status", STATUSES);
    const evidence = textOf(form, "evidence", { needed: status !== "not-rated" });
    await ledger.setStatus(
      id,
      index,
      { status, evidence, lookedAt: textOf(form, "looked", { longest: 10, needed: true }) },
      by,
    );
    return { to: `${statementAddress(id)}#promised` };
  },
};
