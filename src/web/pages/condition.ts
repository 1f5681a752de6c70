import { html } from "hono/html";
import type { ConditionSummary, Page, StoredCommitment } from "../../ledger/ledger.ts";
import { DIAMOND } from "../badges.ts";
import { commitmentItem } from "../commitment-item.ts";
import { conditionState } from "../condition-list.ts";
import { helpNote } from "../help-note.ts";
import { pager } from "../pager.ts";
import { pageRequestOf } from "../question.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger, PAGING } from "../web-page.ts";

interface Answer {
  readonly condition: ConditionSummary;
  readonly commitments: Page<StoredCommitment>;
}

/** A condition, and every commitment that waits for it. */
export const condition: WebPage<Answer> = {
  path: "/conditions/:id",
  summary: "A condition and the commitments that wait for it.",
  parameters: PAGING,
  async answer({ ledger, id, query }) {
    const [found, commitments] = await Promise.all([
      ledger.condition(id),
      ledger.commitments({ condition: id }, pageRequestOf(query, 30)),
    ]);
    if (found === null) throw new NotInLedger("condition", id);
    return { condition: found, commitments };
  },
  title: ({ condition }) => condition.text,
  body({ condition, commitments }, view) {
    const { say } = view;
    return html`<header class="portrait">
        <p class="kicker">${DIAMOND}${say("oneCondition")}${helpNote("helpCondition", view)}</p>
        <h1 class="quoted" translate="no">${condition.text}</h1>
        <p class="lead">${conditionState(condition, view)}</p>
        ${condition.met === null ? "" : html`<p>${say("metEvidence")} <span translate="no">${condition.met.evidence}</span></p>`}
      </header>
      <section aria-labelledby="waits">
        <h2 id="waits">${say("waitsForThis")}${helpNote("helpCommitment", view)}</h2>
        <ul class="commitments">
          ${commitments.items.map((commitment) => commitmentItem(commitment, view))}
        </ul>
        ${pager(commitments, view)}
      </section>`;
  },
};
