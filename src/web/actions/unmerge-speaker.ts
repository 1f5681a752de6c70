import type { Action } from "../action.ts";
import { textOf } from "../action.ts";
import { speakerAddress } from "../view.ts";

/** Takes back that a speaker is another's name. */
export const unmergeSpeaker: Action = {
  path: "/speakers/:id/unmerge",
  async perform({ ledger, form, id, by }) {
    await ledger.mergeSpeaker(id, null, textOf(form, "reason", { needed: true }), by);
    return { to: speakerAddress(id) };
  },
};
