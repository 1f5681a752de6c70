import { html } from "hono/html";
import type { Commitment } from "../core/commitment.ts";
import type { Entry } from "../core/entry.ts";
import type { MessageKey } from "./messages/message.ts";
import type { Html, View } from "./view.ts";

/** How strongly: a bar filled wholly, half or not at all, and the word. */
export function strengthBadge(commitment: Commitment, view: View): Html {
  const { strength, polarity } = commitment;
  const key: MessageKey = polarity === "not" ? NOT_STRENGTH[strength] : STRENGTH[strength];
  return html`<span class="badge strength-${strength}"
    ><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <rect class="frame" x="1" y="1" width="10" height="10" rx="2" />
      ${strength === "may" ? "" : html`<rect class="fill" x="1" y="${strength === "will" ? 1 : 6}" width="10" height="${strength === "will" ? 10 : 5}" />`}${polarity === "not" ? html`<path class="slash" d="M1.5 10.5 10.5 1.5" />` : ""}</svg
    >${view.say(key)}</span
  >`;
}

/** A diamond and the word: this waits for something. */
export function conditionBadge(view: View): Html {
  return html`<span class="badge conditional">${DIAMOND}${view.say("badgeConditional")}</span>`;
}

/** Whether the words are the speaker's own. */
export function kindLabel(kind: Entry["kind"], view: View): string {
  return view.say(KIND[kind]);
}

/** Confidence as a person says it; the figure stands beside it on the statement's own page. */
export function confidenceInWords(confidence: number, view: View): string {
  const key: MessageKey =
    confidence >= 0.9
      ? "confidenceHigh"
      : Math.round(confidence * 10) >= 7
        ? "confidenceGood"
        : confidence >= 0.5
          ? "confidenceFair"
          : "confidenceLow";
  return view.say(key, { tenths: Math.round(confidence * 10) });
}

export const DIAMOND: Html = html`<svg class="diamond" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
  <path d="M6 .8 11.2 6 6 11.2.8 6Z" />
</svg>`;

const STRENGTH = { will: "strengthWill", plan: "strengthPlan", may: "strengthMay" } as const;
const NOT_STRENGTH = { will: "strengthWillNot", plan: "strengthPlanNot", may: "strengthMayNot" } as const;
const KIND = { direct: "kindDirect", mixed: "kindMixed", indirect: "kindIndirect", own: "kindOwn" } as const;
