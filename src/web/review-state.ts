import { html } from "hono/html";
import type { StoredEntry } from "../ledger/ledger.ts";
import type { ReviewState } from "../ledger/people/people.ts";
import type { MessageKey } from "./messages/message.ts";
import type { Html, View } from "./view.ts";

/** What people have decided about an entry, as a badge; nothing where nobody has. */
export function reviewBadge(entry: StoredEntry, view: View): Html {
  const key = REVIEW[entry.review];
  return html`${key === null ? "" : html`<span class="badge review-${entry.review}">${view.say(key)}</span>`}${entry.disputed ? html` <span class="badge disputed">${view.say("disputed")}</span>` : ""}`;
}

/** A state of review in words, also that nobody has decided. */
export function reviewInWords(state: ReviewState, { say }: View): string {
  return say(REVIEW[state] ?? "reviewNone");
}

const REVIEW: Readonly<Record<ReviewState, MessageKey | null>> = {
  none: null,
  confirmed: "reviewConfirmed",
  amended: "reviewAmended",
  rejected: "reviewRejected",
  disagreed: "reviewDisagreed",
  entered: "reviewEntered",
};
