import { html } from "hono/html";
import type { ConditionSummary } from "../ledger/ledger.ts";
import { DIAMOND } from "./badges.ts";
import type { Html, View } from "./view.ts";
import { conditionAddress } from "./view.ts";

/** Conditions as lists show them: the words, and how many commitments wait for them. */
export function conditionList(conditions: readonly ConditionSummary[], view: View): Html {
  return html`<ul class="conditions">
    ${conditions.map(
      (condition) =>
        html`<li>
          ${DIAMOND}<a href="${conditionAddress(condition.id)}" translate="no">${condition.text}</a>
          ${conditionState(condition, view)}
        </li>`,
    )}
  </ul>`;
}

/** Whether a condition is still open, in words. */
export function conditionState(condition: ConditionSummary, view: View): Html {
  return condition.met === null
    ? html`<span class="state waiting">${view.say("waitingCount", { count: condition.waiting })}</span>`
    : html`<span class="state met">${view.say("metOn", { date: view.date(condition.met.on) })}</span>`;
}
