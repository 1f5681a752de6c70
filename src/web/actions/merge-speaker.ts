import type { Action } from "../action.ts";
import { textOf } from "../action.ts";
import { BadValue } from "../question.ts";
import { speakerAddress } from "../view.ts";

/** Says that two speakers are one; an event that can be taken back, nothing is overwritten. */
export const mergeSpeaker: Action = {
  path: "/speakers/:id/merge",
  async perform({ ledger, form, id, by }) {
    const name = textOf(form, "into", { longest: 300, needed: true });
    const into = await ledger.speaker(name);
    if (into === null) throw new BadValue("into", name);
    await ledger.mergeSpeaker(id, into.id, textOf(form, "reason", { needed: true }), by);
    return { to: speakerAddress(into.id) };
  },
};
