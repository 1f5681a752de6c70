import { html } from "hono/html";
import type { Article } from "../core/article.ts";
import { linkOf } from "../publish/reuse.ts";
import type { Html, View } from "./view.ts";

/** Where the article came from; what somebody gave is told apart from what the page shows. */
export function sourceLine(article: Article, view: View, options: { readonly link?: boolean } = {}): Html {
  const { link = true } = options;
  const { say } = view;
  const given = (field: Article["given"][number]): Html =>
    article.given.includes(field) ? html` <span class="given">${say("given")}</span>` : html``;
  const source = link ? linkOf(article.url) : null;
  return html`<p class="source-line">
    ${article.publisher === null ? "" : html`<span class="publisher">${article.publisher}${given("publisher")}</span>`}<span>${view.date(article.published)}${given("published")}</span>${article.byline === null ? "" : html`<span>${article.byline}${given("byline")}</span>`}${source === null ? "" : html`<a href="${source}" rel="noopener external">${say("readAtSource")}</a>`}
  </p>`;
}
