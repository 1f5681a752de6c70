import { html } from "hono/html";
import type { Page } from "../ledger/ledger.ts";
import type { Html, View } from "./view.ts";
import { address, changed } from "./view.ts";

/** The way on through a list, and back to its beginning. */
export function pager(page: Page<unknown>, view: View): Html {
  const started = view.query.has("after");
  if (page.next === null && !started) return html``;
  return html`<nav class="pager" aria-label="${view.say("paging")}">
    ${started ? html`<a href="${changed(view, {})}" rel="first">${view.say("pageFirst")}</a>` : html`<span></span>`}
    ${page.next === null ? "" : html`<a class="button" href="${changed(view, { after: page.next })}" rel="next">${view.say("pageNext")}</a>`}
  </nav>`;
}

/** The address of a page's JSON twin. */
export function twinOf(view: View): string {
  const query = Object.fromEntries([...view.query].filter(([name]) => name !== "lang"));
  return address(`/api${view.path === "/" ? "" : view.path}`, query);
}
