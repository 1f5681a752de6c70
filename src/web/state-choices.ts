import { html } from "hono/html";
import { changed, type Html, type View } from "./view.ts";

/** Links to the lists of each state, as a queue offers them; the one that is shown is marked. */
export function stateChoices(
  state: string,
  choices: readonly (readonly [value: string, name: string])[],
  view: View,
): Html {
  return html`<ul class="choices">
    ${choices.map(
      ([value, name]) =>
        html`<li>
          <a ${state === value ? html`aria-current="true" ` : ""}href="${changed(view, { state: value })}">${name}</a>
        </li>`,
    )}
  </ul>`;
}
