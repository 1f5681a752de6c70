import { html } from "hono/html";
import type { StoredCommitment } from "../ledger/ledger.ts";
import { DIAMOND, strengthBadge } from "./badges.ts";
import { clipped, dateOf, nameOf, speakerName } from "./statement-card.ts";
import { doubtfulBadge } from "./doubtful.ts";
import { statusInWords } from "./status-words.ts";
import type { Html, View } from "./view.ts";
import { address, conditionAddress, langOf, statementAddress } from "./view.ts";

/** A commitment as lists show it: who is bound to what, how strongly, on which condition, and who said so when. */
export function commitmentItem(
  { entry, commitment, doubtful, conditionIds, due, status }: StoredCommitment,
  view: View,
  options: { readonly condition?: boolean; readonly status?: boolean } = {},
): Html {
  const { say } = view;
  const { condition: withCondition = true, status: withStatus = true } = options;
  const speaker = nameOf(entry);
  const committer = commitment.committer?.name ?? say("committerNotSaid");
  return html`<li class="commitment-item">
    <p class="what">
      ${doubtful ? doubtfulBadge(commitment, view) : ""}${strengthBadge(commitment, view)}${due ? html` <span class="badge due">${say("due")}</span>` : ""}${status === null || !withStatus ? "" : html` <span class="badge status">${statusInWords(status.status, view)}</span>`}
      <a href="${statementAddress(entry.id)}" ${langOf(entry)} translate="no"
        >${committer === speaker ? "" : html`<b>${committer}</b>: `}${clipped(commitment.action.text, 220)}</a
      >
    </p>
    ${
      withCondition
        ? commitment.conditions.map(
            (condition, index) =>
              html`<p class="condition">
                ${DIAMOND}<span class="unseen">${say("badgeConditional")}: </span
                ><span${langOf(entry)} translate="no"
                  >${conditionIds[index] === undefined ? condition.text : html`<a href="${conditionAddress(conditionIds[index])}">${clipped(condition.text, 200)}</a>`}</span
                >
              </p>`,
          )
        : ""
    }
    <p class="by">
      <span class="who" translate="no">${speakerName(entry, view)}</span
      >${entry.speaker?.role ? html`<span class="role" translate="no">${entry.speaker.role.title}</span>` : ""}<span
        class="when"
        >${dateOf(entry, view)}</span
      >${entry.publisher === null ? "" : html`<span class="from">${entry.publisher}</span>`}<span class="looked"
        >${doubtful ? html`<a href="${address("/review", { entry: entry.id })}">${say("reviewThis")}</a>` : status === null ? say("nobodyLooked") : say("lookedAt", { date: view.date(status.lookedAt), by: status.by })}</span
      >
    </p>
  </li>`;
}
