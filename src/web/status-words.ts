import type { CommitmentStatus } from "../ledger/people/people.ts";
import type { MessageKey } from "./messages/message.ts";
import type { View } from "./view.ts";

/** How a commitment went, in words. */
export function statusInWords(status: CommitmentStatus, { say }: View): string {
  return say(STATUS[status]);
}

const STATUS: Readonly<Record<CommitmentStatus, MessageKey>> = {
  "not-rated": "statusNotRated",
  "in-the-works": "statusInTheWorks",
  stalled: "statusStalled",
  kept: "statusKept",
  "kept-in-part": "statusKeptInPart",
  broken: "statusBroken",
  lapsed: "statusLapsed",
  superseded: "statusSuperseded",
};
