import { html } from "hono/html";
import type { ConditionsLike, ConditionSummary, Page, StoredCommitment } from "../../ledger/ledger.ts";
import { DIAMOND } from "../badges.ts";
import { commitmentItem } from "../commitment-item.ts";
import { conditionState } from "../condition-list.ts";
import { area, field, proof, select } from "../form-fields.ts";
import { helpNote } from "../help-note.ts";
import { linkedText } from "../linked-text.ts";
import { pager } from "../pager.ts";
import { pageRequestOf } from "../question.ts";
import type { Html, View } from "../view.ts";
import { conditionAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger, PAGING } from "../web-page.ts";

interface Answer {
  readonly condition: ConditionSummary;
  readonly commitments: Page<StoredCommitment>;
  /** What is one with it, by what people said, and what is close to it. */
  readonly like: ConditionsLike;
}

/** A condition, and every commitment that waits for it. */
export const condition: WebPage<Answer> = {
  path: "/conditions/:id",
  summary: "A condition and the commitments that wait for it.",
  parameters: PAGING,
  async answer({ ledger, id, query }) {
    const [found, commitments, like] = await Promise.all([
      ledger.condition(id),
      ledger.commitments({ condition: id }, pageRequestOf(query, 30)),
      ledger.conditionsLike(id),
    ]);
    if (found === null) throw new NotInLedger("condition", id);
    return { condition: found, commitments, like };
  },
  title: ({ condition }) => condition.text,
  body({ condition, commitments, like }, view) {
    const { say } = view;
    return html`<header class="portrait">
        <p class="kicker">${DIAMOND}${say("oneCondition")}${helpNote("helpCondition", view)}</p>
        <h1 class="quoted" translate="no">${condition.text}</h1>
        <p class="lead">${conditionState(condition, view)}</p>
        ${
          condition.met === null
            ? ""
            : html`<p>
                ${say("metEvidence")} <span translate="no">${linkedText(condition.met.evidence)}</span>
                <span class="lead">(${say("markedBy", { by: condition.met.by })})</span>
              </p>`
        }
        ${mark(condition, view)}
      </header>
      <section aria-labelledby="waits">
        <h2 id="waits">${say("waitsForThis")}${helpNote("helpCommitment", view)}</h2>
        <ul class="commitments">
          ${commitments.items.map((commitment) => commitmentItem(commitment, view))}
        </ul>
        ${pager(commitments, view)}
      </section>
      ${close(condition, like, view)}`;
  },
};

/** What is one with the condition and what is close to it, and the forms that say so or take it back; only people make two conditions one. */
function close(condition: ConditionSummary, { same, related }: ConditionsLike, view: View): Html {
  const { say } = view;
  const action = `${conditionAddress(condition.id)}/liken`;
  const apart = (from: string, to: string): Html =>
    html`<details>
      <summary>${say("likeApart")}</summary>
      <form method="post" action="${action}">
        ${proof(view)}<input type="hidden" name="how" value="apart" /><input
          type="hidden"
          name="from"
          value="${from}"
        /><input type="hidden" name="to" value="${to}" />
        ${area("reason", say("decisionReason"), { needed: true, rows: 2, id: `apart-${from}-${to}` })}
        <button class="button">${say("likeApart")}</button>
      </form>
    </details>`;
  return html`<section aria-labelledby="close" class="close">
    <h2 id="close">${say("closeConditions")}${helpNote("helpLikeness", view)}</h2>
    ${same.length + related.length === 0 ? html`<p class="none">${say("noneClose")}</p>` : ""}
    <ul class="close-list">
      ${same.map(
        ({ id, text }) =>
          html`<li>
            ${DIAMOND}<span translate="no">${text}</span> <span class="state">${say("likeSame")}</span>
            ${apart(id, condition.id)}
          </li>`,
      )}
      ${related.map(
        ({ id, text, by }) =>
          html`<li>
            ${DIAMOND}<a href="${conditionAddress(id)}" translate="no">${text}</a>
            <span class="state">${by === "people" ? say("likeRelated") : say("likeByWords")}</span>
            ${by === "people" ? apart(condition.id, id) : ""}
          </li>`,
      )}
    </ul>
    <details class="card">
      <summary class="button">${say("likeDo")}</summary>
      <form method="post" action="${action}">
        ${proof(view)}
        ${field("to", say("likeTo"), { needed: true, most: 1_000, value: related.find(({ by }) => by === "words")?.text ?? "", hint: say("likeToHint") })}
        ${select(
          "how",
          say("likeHow"),
          [
            ["related", say("likeRelated")],
            ["same", say("likeSameDo")],
          ],
          "related",
        )}
        ${area("reason", say("decisionReason"), { needed: true, rows: 2 })}
        <p><button class="button strong">${say("save")}</button></p>
      </form>
    </details>
  </section>`;
}

/** Marks the condition met, with what shows it, or takes that back; both are events, nothing is overwritten. */
function mark(condition: ConditionSummary, view: View): Html {
  const { say } = view;
  const action = `${conditionAddress(condition.id)}/met`;
  if (condition.met !== null)
    return html`<form method="post" action="${action}" class="quiet">
      ${proof(view)}<input type="hidden" name="met" value="no" /><button class="button">${say("takeBack")}</button>
    </form>`;
  return html`<details class="card">
    <summary class="button">${say("markMet")}</summary>
    <form method="post" action="${action}">
      ${proof(view)}<input type="hidden" name="met" value="yes" />
      ${field("on", say("metWhen"), { needed: true, hint: "2025-08-25", most: 10 })}
      ${area("evidence", say("metBy"), { needed: true, rows: 2, hint: say("metByHint") })}
      <p><button class="button strong">${say("markMet")}</button></p>
    </form>
  </details>`;
}
