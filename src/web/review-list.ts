import { html } from "hono/html";
import type { AmendedFields, ReviewRecord } from "../ledger/people/people.ts";
import { fieldName } from "./field-names.ts";
import type { Html, View } from "./view.ts";

/** What people decided about an entry, in order; nothing is overwritten. */
export function reviewList(reviews: readonly ReviewRecord[], view: View): Html {
  const { say } = view;
  return html`<ul class="reviews">
    ${reviews.map(
      (review) =>
        html`<li>
          <b>${say(DECIDED[review.decision])}</b> ${review.by}
          <span class="when">${view.moment(review.at)}</span
          >${review.fields === undefined ? "" : html`<br />${fieldsInWords(review.fields, view)}`}${review.reason === undefined ? "" : html`<br />${review.reason}`}
        </li>`,
    )}
  </ul>`;
}

/** Which fields somebody put right, by their names. */
function fieldsInWords(fields: AmendedFields, view: View): string {
  return Object.keys(fields)
    .map((name) => fieldName(name, view))
    .join(", ");
}

const DECIDED = {
  confirm: "decidedConfirm",
  amend: "decidedAmend",
  reject: "decidedReject",
  skip: "decidedSkip",
} as const;
