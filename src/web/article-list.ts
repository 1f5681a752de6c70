import { html } from "hono/html";
import type { ArticleSummary } from "../ledger/ledger.ts";
import type { Html, View } from "./view.ts";
import { articleAddress, langOf } from "./view.ts";

/** Articles as lists show them: title, who published it when, how much is on record, and who speaks. */
export function articleList(articles: readonly ArticleSummary[], view: View): Html {
  const { say } = view;
  return html`<ul class="articles">
    ${articles.map(
      (article) =>
        html`<li>
          <p class="title">
            <a href="${articleAddress(article.id)}" ${langOf(article)} translate="no"
              >${article.title ?? say("untitled")}</a
            >
          </p>
          <p>
            ${article.publisher === null ? "" : html`<span>${article.publisher}</span> · `}<span
              >${view.date(article.published)}</span
            >
            · <span>${say("countStatements", { count: article.entries })}</span>
          </p>
          ${article.speakers.length === 0 ? "" : html`<p class="names" translate="no">${article.speakers.slice(0, 6).join(", ")}${article.speakers.length > 6 ? " …" : ""}</p>`}
        </li>`,
    )}
  </ul>`;
}
