import { html } from "hono/html";
import type { StoredArticle } from "../../ledger/ledger.ts";
import { kindLabel } from "../badges.ts";
import { area, proof } from "../form-fields.ts";
import { helpNote } from "../help-note.ts";
import { story } from "../story.ts";
import type { Html } from "../view.ts";
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
    const words = (name: string, label: string, needed: boolean = false): Html =>
      area(name, label, { rows: needed ? 3 : 1, picks: true, needed, most: 5_000 });
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
            ${words("content", say("partContent"), true)} ${words("source", say("partSource"))}
            ${words("cue", say("partCue"))} ${words("speaker", say("speaker"))} ${words("role", say("fieldRole"))}
            <p class="field">
              <label for="field-kind">${say("fieldKind")}</label
              ><select id="field-kind" name="kind">
                ${(["direct", "mixed", "indirect", "own"] as const).map((kind) => html`<option value="${kind}">${kindLabel(kind, view)}</option>`)}
              </select>
            </p>
            <details>
              <summary>${say("fieldCommitments")}</summary>
              ${words("action", say("fieldAction"))} ${words("committer", say("fieldCommitter"))}
              ${words("condition", say("fieldConditions"))} ${words("time", say("fieldTime"))}
              <p class="field">
                <label for="field-strength">${say("fieldStrength")}</label
                ><select id="field-strength" name="strength">
                  <option value="will">${say("strengthWill")}</option>
                  <option value="plan">${say("strengthPlan")}</option>
                  <option value="may">${say("strengthMay")}</option>
                </select>
              </p>
              <p class="field">
                <label for="field-polarity">${say("fieldPolarity")}</label
                ><select id="field-polarity" name="polarity">
                  <option value="do">${say("polarityDo")}</option>
                  <option value="not">${say("polarityNot")}</option>
                </select>
              </p>
            </details>
            <p><button class="button strong">${say("enterDo")}</button></p>
          </form>
        </aside>
      </div>`;
  },
};
