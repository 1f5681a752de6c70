import type { CommitmentStatus } from "../ledger/people/people.ts";
import type { MessageKey } from "./messages/message.ts";
import type { View } from "./view.ts";

/** How a commitment went, in words. */
export function statusInWords(status: CommitmentStatus, { say }: View): string {
  return say(STATUS[status]);
}

const STATUS: Readonly<Record<CommitmentStatus, MessageKey>> = {
  open: "statusOpen",
  "under-way": "statusUnderWay",
  fulfilled: "statusFulfilled",
  "partly-fulfilled": "statusPartly",
  "not-fulfilled": "statusNot",
  unclear: "statusUnclear",
};
