import { html } from "hono/html";
import type { Html, View } from "./view.ts";

/** What the drawing in a text means, drawn the same way. */
export function legend(view: View): Html {
  const { say } = view;
  return html`<ul class="legend" aria-label="${say("legend")}">
    <li><mark class="m-source">${say("partSource")}</mark></li>
    <li><mark class="m-cue">${say("partCue")}</mark></li>
    <li><mark class="m-content">${say("partContent")}</mark></li>
  </ul>`;
}
