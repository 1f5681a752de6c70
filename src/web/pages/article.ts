import { html } from "hono/html";
import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import type { Correction } from "../../ledger/people/people.ts";
import type { Redaction, StoredArticle, StoredEntry } from "../../ledger/ledger.ts";
import { correctionList } from "../correction-list.ts";
import { withDoubtful } from "../doubtful.ts";
import { linkOf } from "../../publish/reuse.ts";
import { helpNote } from "../help-note.ts";
import { legend } from "../legend.ts";
import type { PassageOptions } from "../passage.ts";
import { partsOf } from "../passage.ts";
import { confidenceOf } from "../question.ts";
import { sourceLine } from "../source-line.ts";
import { story } from "../story.ts";
import type { Html, View } from "../view.ts";
import { articleAddress, changed, changesAddress, langOf } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger } from "../web-page.ts";

interface Answer {
  readonly article: StoredArticle;
  readonly entries: readonly StoredEntry[];
  /** Entries and commitments that the engine holds possible and that are below the confidence asked for. */
  readonly hidden: number;
  readonly corrections: readonly Correction[];
  /** Entries that were taken away (law, privacy). */
  readonly redactions: readonly Redaction[];
}

/** The story as it was read, with every statement drawn into it and its entry beside the line it stands in. */
export const article: WebPage<Answer> = {
  path: "/articles/:id",
  summary: "An article's text, its furniture and its entries.",
  parameters: [
    { name: "confidence", description: "Least confidence, 0 to 1." },
    { name: "statement", description: "Id of a statement to draw more strongly." },
  ],
  script: "reading.js",
  async answer({ ledger, id, query }) {
    const least = confidenceOf(query.get("confidence") ?? undefined);
    const [found, all, corrections, redactions] = await Promise.all([
      ledger.article(id),
      ledger.entriesOf(id),
      ledger.corrections({ size: 100, articleId: id }),
      ledger.redactions(id),
    ]);
    if (found === null) throw new NotInLedger("article", id);
    const statement = query.get("statement");
    const chosen = all.filter((entry) => entry.confidence >= least || entry.id === statement);
    const entries = chosen
      .map((entry) => ({ ...entry, doubtful: entry.doubtful.filter(({ confidence }) => confidence >= least) }))
      .toSorted((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
    const hidden =
      all.length -
      entries.length +
      chosen.reduce((sum, { doubtful }) => sum + doubtful.filter(({ confidence }) => confidence < least).length, 0);
    return { article: found, entries, hidden, corrections: corrections.items, redactions };
  },
  title: ({ article }, { say }) => article.title ?? say("untitled"),
  body({ article, entries: found, hidden, corrections, redactions }, view) {
    const { say } = view;
    const entries = found.map(withDoubtful);
    const drawing: PassageOptions = {
      entries,
      highlights: partsOf(entries),
      chosen: view.query.get("statement"),
      numbered: true,
      kept: true,
    };
    const everything = view.query.get("confidence") === "0";
    return html`<article class="reader">
      <header>
        <h1${langOf(article)} translate="no">${article.title ?? say("untitled")}</h1>
        ${sourceLine(article, view)} ${versions(article, view)}
        ${takenAway(redactions, view)}
        <div class="reader-tools">
          ${legend(view)}
          <p>
            ${say("countStatements", { count: entries.length })}${helpNote("helpStatement", view)}${
              hidden > 0
                ? html` · <a href="${changed(view, { confidence: "0" })}">${say("showUnsure", { count: hidden })}</a>`
                : everything
                  ? html` ·
                      <a href="${changed(view, { confidence: null })}"
                        >${say("hideUnsure", { confidence: DEFAULT_CONFIDENCE })}</a
                      >`
                  : ""
            }
          </p>
        </div>
      </header>
      ${story(article, entries, drawing, view)}
      ${article.reuse === null ? "" : html`<p class="reuse">${say("reuseRule", { count: article.reuse.maxCharacters ?? 0 })}</p>`}
      <section id="corrections" class="corrections" aria-labelledby="corrections-heading">
        <h2 id="corrections-heading">${say("corrections")}${helpNote("helpCorrection", view)}</h2>
        ${corrections.length === 0 ? "" : correctionList(corrections, view)}
        <p class="ways">
          <a class="button" data-correct href="/articles/${article.id}/correct">${say("reportMistake")}</a>
          <a class="button" href="/articles/${article.id}/enter">${say("enterMissed")}</a>
        </p>
        <p class="lead">${say("reportHint")}</p>
      </section>
    </article>`;
  },
};

/** That entries stood here which were taken away, and why. */
function takenAway(redactions: readonly Redaction[], view: View): Html {
  if (redactions.length === 0) return html``;
  const reasons = [
    ...new Set(redactions.map(({ reason, by, at }) => view.say("redactedBy", { date: view.moment(at), by, reason }))),
  ];
  return html`<p class="notice">${view.say("redactedHere", { count: redactions.length })} ${reasons.join(" ")}</p>`;
}

/** The texts before and after at the same address, and the other places where this very text stood. */
function versions(article: StoredArticle, view: View): Html {
  const { say } = view;
  const elsewhere = article.appearances.slice(1);
  return html`${article.next === null ? "" : html`<p class="notice">${say("newerVersion")} <a href="${articleAddress(article.next)}">${say("openNewer")}</a> · <a href="${changesAddress(article.id)}">${say("seeChanges")}</a></p>`}${
    article.previous === null
      ? ""
      : html`<p class="notice">
          ${say("olderVersion")} <a href="${articleAddress(article.previous)}">${say("openOlder")}</a> ·
          <a href="${changesAddress(article.previous, { to: article.id })}">${say("seeChanges")}</a>
        </p>`
  }${
    elsewhere.length === 0
      ? ""
      : html`<p class="source-line">
          ${say("alsoIn")}
          ${elsewhere.map((place) => {
            const address = linkOf(place.url);
            const name = place.publisher ?? place.title ?? place.url ?? say("untitled");
            return address === null
              ? html`<span>${name}</span>`
              : html`<a href="${address}" rel="noopener external">${name}</a>`;
          })}
        </p>`
  }`;
}
