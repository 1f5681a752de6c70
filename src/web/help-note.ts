import { html } from "hono/html";
import type { MessageKey } from "./messages/message.ts";
import type { Html, View } from "./view.ts";

/** The notions that are explained in a sentence where they appear. */
export type Notion = Extract<MessageKey, `help${string}`>;

/** A small button that opens one sentence; the browser's own popover, so it needs no script. */
export function helpNote(notion: Notion, view: View): Html {
  // Two notes on the same notion in one page would share an id: pages put a notion's note where it is first met.
  const id = notion;
  return html`<button type="button" class="help" popovertarget="${id}" aria-label="${view.say("explain")}">?</button
    ><span class="help-text" id="${id}" popover>${view.say(notion)}</span>`;
}
