import { html } from "hono/html";
import { DEFAULT_CONFIDENCE, isDoubtful } from "../../core/confidence.ts";
import type { Article } from "../../core/article.ts";
import type { Entry } from "../../core/entry.ts";
import { kindLabel } from "../badges.ts";
import type { Draft } from "../drafts.ts";
import { proof } from "../form-fields.ts";
import { helpNote } from "../help-note.ts";
import { legend } from "../legend.ts";
import { partsOf } from "../passage.ts";
import { sourceLine } from "../source-line.ts";
import { contentOf, nameOf, promiseLine } from "../statement-card.ts";
import { story } from "../story.ts";
import type { Html, View } from "../view.ts";
import { changed, langOf } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger } from "../web-page.ts";

interface Answer {
  readonly draft: Draft;
  /** Whether the ledger has this very text already. */
  readonly known: boolean;
}

/** What was found in a text that is not kept yet, as it will be shown. */
export const draft: WebPage<Answer> = {
  path: "/drafts/:id",
  summary: "A text that was read and waits to be kept, with what was found in it.",
  parameters: [{ name: "confidence", description: "0: also show what is unsure.", values: ["0"] }],
  async answer({ drafts, ledger, id }) {
    const found = drafts.get(id);
    if (found === null) throw new NotInLedger("draft", id);
    return { draft: found, known: await ledger.has(found.article.hash, found.engine) };
  },
  title: ({ draft }, { say }) => draft.article.title ?? say("untitled"),
  body({ draft, known }, view) {
    const { say } = view;
    const { article } = draft;
    const everything = view.query.get("confidence") === "0";
    const entries = draft.entries
      .filter((entry) => everything || entry.confidence >= DEFAULT_CONFIDENCE)
      .map((entry) =>
        everything ? entry : { ...entry, commitments: entry.commitments.filter((one) => !isDoubtful(one)) },
      )
      .toSorted((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
    const doubtful = entries.flatMap((entry) => draft.entries.find(({ id }) => id === entry.id)?.commitments ?? []);
    const hidden = everything ? 0 : draft.entries.length - entries.length + doubtful.filter(isDoubtful).length;
    return html`<article class="reader">
      <header>
        <p class="kicker">${say("notKept")}${helpNote("helpDraft", view)}</p>
        <h1${langOf(article)} translate="no">${article.title ?? say("untitled")}</h1>
        ${sourceLine(article, view)}
        ${draft.problems.map((problem) => html`<p class="notice" lang="en">${problem.message}</p>`)}
        ${known ? html`<p class="notice">${say("alreadyKept")}</p>` : ""}
        <div class="ways">
          <form method="post" action="/drafts/${draft.id}/keep">
            ${proof(view)}<button class="button strong">${say("keep")}</button>
          </form>
          <form method="post" action="/drafts/${draft.id}/drop">
            ${proof(view)}<button class="button">${say("drop")}</button>
          </form>
        </div>
        <div class="reader-tools">
          ${legend(view)}
          <p>
            ${say("countStatements", { count: entries.length })}${hidden > 0 ? html` · <a href="${changed(view, { confidence: "0" })}">${say("showUnsure", { count: hidden })}</a>` : ""}
          </p>
        </div>
      </header>
      ${story(article, entries, { entries, highlights: partsOf(entries), chosen: null, numbered: true, kept: false }, view)}
      <section aria-labelledby="found">
        <h2 id="found">${say("found")}</h2>
        ${entries.length === 0 ? html`<p class="none">${say("foundNothing")}</p>` : entries.map((entry, index) => foundEntry(entry, index + 1, article, view))}
      </section>
    </article>`;
  },
};

function foundEntry(entry: Entry, number: number, article: Article, view: View): Html {
  return html`<article class="statement" id="e-${entry.id}">
    <header>
      <p>
        <span class="n">${number}</span>
        <span class="who" translate="no">${nameOf(entry) ?? view.say("unknownSpeaker")}</span
        >${entry.speaker?.role ? html` <span class="role" translate="no">${entry.speaker.role.title}</span>` : ""}
      </p>
      <p class="when">${entry.said === null ? "" : view.date(entry.said.date)}</p>
    </header>
    <blockquote${langOf(article)} translate="no">${contentOf(entry, 600)}</blockquote>
    ${
      entry.commitments.length === 0
        ? ""
        : html`<ul class="promises">
            ${entry.commitments.map((commitment) => html`<li>${promiseLine(commitment, article, view)}</li>`)}
          </ul>`
    }
    <footer><span class="kind ${entry.kind}">${kindLabel(entry.kind, view)}</span></footer>
  </article>`;
}
