import { html } from "hono/html";
import type { Correction } from "../ledger/people/people.ts";
import type { Html, View } from "./view.ts";
import { articleAddress, statementAddress } from "./view.ts";

/** Readers' corrections with their decisions: both are public. `decide` draws what decides on an open one. */
export function correctionList(
  corrections: readonly Correction[],
  view: View,
  decide: ((correction: Correction) => Html) | null = null,
): Html {
  const { say } = view;
  return html`<ul class="correction-list">
    ${corrections.map(
      (correction) =>
        html`<li>
          <p>
            <b>${say(STATE[correction.state])}</b>
            <span class="when">${view.moment(correction.at)}</span
            >${correction.from === null ? "" : html` · <span>${correction.from}</span>`}
          </p>
          <blockquote translate="no">${correction.span.text}</blockquote>
          <p class="note">${correction.note}</p>
          ${correction.decision === null ? "" : html`<p class="decision">${say("decidedBecause", { by: correction.decision.by })} ${correction.decision.reason}</p>`}
          ${
            decide === null
              ? ""
              : html`<p class="from">
                  ${
                    correction.entryId === null
                      ? html`<a href="${articleAddress(correction.articleId)}">${say("openInArticle")}</a>`
                      : html`<a href="${statementAddress(correction.entryId)}">${say("openEntry")}</a>`
                  }
                </p>`
          }
          ${decide !== null && correction.state === "open" ? decide(correction) : ""}
        </li>`,
    )}
  </ul>`;
}

const STATE = { open: "correctionIsOpen", accepted: "correctionIsAccepted", rejected: "correctionIsRejected" } as const;
