import type { Action } from "../action.ts";
import { textOf } from "../action.ts";
import { statementAddress } from "../view.ts";

/** Sets the reply of the one who is quoted beside an entry. */
export const reply: Action = {
  path: "/statements/:id/reply",
  perMinute: 20,
  async perform({ ledger, form, id, by }) {
    const from = textOf(form, "from", { longest: 200, needed: true });
    await ledger.reply(id, { from, text: textOf(form, "text", { needed: true }) }, by);
    return { to: `${statementAddress(id)}#replies` };
  },
};
