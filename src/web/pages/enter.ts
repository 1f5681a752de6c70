import { html } from "hono/html";
import type { StoredArticle } from "../../ledger/ledger.ts";
import { proof } from "../form-fields.ts";
import { helpNote } from "../help-note.ts";
import { statementFields } from "../statement-form.ts";
import { story } from "../story.ts";
import { articleAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger } from "../web-page.ts";

/** The form in which somebody enters what the engine missed, beside the text whose words prove it. */
export const enter: WebPage<{ readonly article: StoredArticle }> = {
  path: "/articles/:id/enter",
  summary: "An article into which a missed statement can be entered.",
  parameters: [],
  script: "review.js",
  async answer({ ledger, id }) {
    const article = await ledger.article(id);
    if (article === null) throw new NotInLedger("article", id);
    return { article };
  },
  title: (_, { say }) => say("enterMissed"),
  body({ article }, view) {
    const { say } = view;
    return html`<h1>${say("enterMissed")}${helpNote("helpEntered", view)}</h1>
      <p class="lead">
        <a href="${articleAddress(article.id)}" translate="no">${article.title ?? say("untitled")}</a>
      </p>
      <div class="split">
        <div data-text>
          ${story(article, [], { entries: [], highlights: [], chosen: null, numbered: true, kept: true }, view)}
        </div>
        <aside class="decide" aria-label="${say("enterMissed")}">
          <form method="post" action="/articles/${article.id}/enter">
            ${proof(view)}
            <p class="lead">${say("enterHint")}</p>
            ${statementFields(null, view)}
            <p><button class="button strong">${say("enterDo")}</button></p>
          </form>
        </aside>
      </div>`;
  },
};
