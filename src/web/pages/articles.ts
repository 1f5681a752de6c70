import { html } from "hono/html";
import type { ArticleSummary, Page } from "../../ledger/ledger.ts";
import { articleList } from "../article-list.ts";
import { pager } from "../pager.ts";
import { pageRequestOf } from "../question.ts";
import { totalInWords } from "../totals.ts";
import type { WebPage } from "../web-page.ts";
import { PAGING } from "../web-page.ts";

/** Every article, what was read last first. */
export const articles: WebPage<Page<ArticleSummary>> = {
  path: "/articles",
  summary: "The articles that were read, the last one first.",
  parameters: PAGING,
  answer: ({ ledger, query }) => ledger.articles(pageRequestOf(query, 30)),
  title: (_, { say }) => say("navArticles"),
  body: (page, view) =>
    html`<h1>${view.say("navArticles")}</h1>
      <p class="lead">${totalInWords(page, "countArticles", view)}</p>
      ${articleList(page.items, view)} ${pager(page, view)}`,
};
