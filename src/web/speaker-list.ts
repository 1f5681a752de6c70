import { html } from "hono/html";
import type { SpeakerSummary } from "../ledger/ledger.ts";
import type { Html, View } from "./view.ts";
import { speakerAddress } from "./view.ts";

/** Speakers as lists show them: name, the office last named, and how much they said and promised. */
export function speakerList(speakers: readonly SpeakerSummary[], view: View): Html {
  const { say } = view;
  return html`<ul class="speakers">
    ${speakers.map(
      (speaker) =>
        html`<li>
          <a class="who" href="${speakerAddress(speaker.id)}" translate="no">${speaker.name}</a>
          <span class="role" translate="no">${speaker.roles.at(-1) ?? ""}</span>
          <span class="amount"
            >${say("countStatements", { count: speaker.statements })}${speaker.commitments === 0 ? "" : html` <b>${say("countCommitments", { count: speaker.commitments })}</b>`}</span
          >
        </li>`,
    )}
  </ul>`;
}
