import { html } from "hono/html";
import type { Page } from "../../ledger/ledger.ts";
import type { Correction } from "../../ledger/people/people.ts";
import { correctionList } from "../correction-list.ts";
import { area, proof } from "../form-fields.ts";
import { helpNote } from "../help-note.ts";
import { pager } from "../pager.ts";
import { BadValue, pageRequestOf } from "../question.ts";
import type { Html, View } from "../view.ts";
import { stateChoices } from "../state-choices.ts";
import type { WebPage } from "../web-page.ts";
import { PAGING } from "../web-page.ts";

/** What readers say is wrong, and what was decided; both are public. */
export const corrections: WebPage<Page<Correction>> = {
  path: "/corrections",
  summary: "Readers' corrections: open, accepted or rejected.",
  parameters: [
    { name: "state", description: "Only those of a state.", values: ["open", "accepted", "rejected"] },
    ...PAGING,
  ],
  answer({ ledger, query }) {
    const state = query.get("state") ?? "open";
    if (state !== "open" && state !== "accepted" && state !== "rejected") throw new BadValue("state", state);
    return ledger.corrections({ ...pageRequestOf(query, 20), state });
  },
  title: (_, { say }) => say("corrections"),
  body(page, view) {
    const { say } = view;
    const state = view.query.get("state") ?? "open";
    return html`<h1>${say("corrections")}${helpNote("helpCorrection", view)}</h1>
      ${stateChoices(
        state,
        [
          ["open", say("correctionOpen")],
          ["accepted", say("correctionAccepted")],
          ["rejected", say("correctionRejected")],
        ],
        view,
      )}
      ${page.items.length === 0 ? html`<p class="none">${say("noCorrections")}</p>` : correctionList(page.items, view, (correction) => decide(correction, view))}
      ${pager(page, view)}`;
  },
};

function decide(correction: Correction, view: View): Html {
  const { say } = view;
  return html`<details>
    <summary class="button">${say("decide")}</summary>
    <form method="post" action="/corrections/${encodeURIComponent(correction.id)}/decide">
      ${proof(view)} ${area("reason", say("decisionReason"), { needed: true, rows: 2, id: `reason-${correction.id}` })}
      <p class="ways">
        <button class="button strong" name="decision" value="accept">${say("accept")}</button
        ><button class="button" name="decision" value="reject">${say("decideReject")}</button>
      </p>
    </form>
  </details>`;
}
