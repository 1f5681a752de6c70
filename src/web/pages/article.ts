import { html } from "hono/html";
import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import type { Furniture } from "../../core/article.ts";
import type { StoredArticle, StoredEntry } from "../../ledger/ledger.ts";
import { DIAMOND, strengthBadge } from "../badges.ts";
import { linkOf } from "../../publish/reuse.ts";
import { helpNote } from "../help-note.ts";
import type { Block } from "../highlight.ts";
import { blocksOf } from "../highlight.ts";
import { legend } from "../legend.ts";
import type { MessageKey } from "../messages/message.ts";
import type { PassageOptions } from "../passage.ts";
import { partsOf, passage } from "../passage.ts";
import { confidenceOf } from "../question.ts";
import { nameOf } from "../statement-card.ts";
import type { Html, View } from "../view.ts";
import { articleAddress, changed, statementAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger } from "../web-page.ts";

interface Answer {
  readonly article: StoredArticle;
  readonly entries: readonly StoredEntry[];
  /** Entries that the engine holds possible and that are below the confidence asked for. */
  readonly hidden: number;
}

/** The story as it was read, with every statement drawn into it and its entry beside the line it stands in. */
export const article: WebPage<Answer> = {
  path: "/articles/:id",
  summary: "An article's text, its furniture and its entries.",
  parameters: [
    { name: "confidence", description: "Least confidence, 0 to 1." },
    { name: "statement", description: "Id of a statement to draw more strongly." },
  ],
  async answer({ ledger, id, query }) {
    const least = confidenceOf(query.get("confidence") ?? undefined);
    const [found, all] = await Promise.all([ledger.article(id), ledger.entriesOf(id)]);
    if (found === null) throw new NotInLedger("article", id);
    const statement = query.get("statement");
    const entries = all
      .filter((entry) => entry.confidence >= least || entry.id === statement)
      .toSorted((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
    return { article: found, entries, hidden: all.length - entries.length };
  },
  title: ({ article }, { say }) => article.title ?? say("untitled"),
  body({ article, entries, hidden }, view) {
    const { say } = view;
    const drawing: PassageOptions = {
      entries,
      highlights: partsOf(entries),
      chosen: view.query.get("statement"),
      numbered: true,
    };
    const everything = view.query.get("confidence") === "0";
    return html`<article class="reader">
      <header>
        <h1 lang="${article.language ?? ""}" translate="no">${article.title ?? say("untitled")}</h1>
        ${sourceLine(article, view)} ${versions(article, view)}
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
      <div class="story" lang="${article.language ?? ""}" translate="no">
        ${blocksOf(article.text, article.furniture).map((block) =>
          block.kind === "furniture"
            ? fold(article, block, drawing, view)
            : line(article, block, entries, drawing, view),
        )}
      </div>
      ${article.reuse === null ? "" : html`<p class="reuse">${say("reuseRule", { count: article.reuse.maxCharacters ?? 0 })}</p>`}
    </article>`;
  },
};

/** Where the article came from; what somebody gave is told apart from what the page shows. */
export function sourceLine(article: StoredArticle, view: View): Html {
  const { say } = view;
  const given = (field: StoredArticle["given"][number]): Html =>
    article.given.includes(field) ? html` <span class="given">${say("given")}</span>` : html``;
  const source = linkOf(article.url);
  return html`<p class="source-line">
    ${article.publisher === null ? "" : html`<span class="publisher">${article.publisher}${given("publisher")}</span>`}<span>${view.date(article.published)}${given("published")}</span>${article.byline === null ? "" : html`<span>${article.byline}${given("byline")}</span>`}${source === null ? "" : html`<a href="${source}" rel="noopener external">${say("readAtSource")}</a>`}
  </p>`;
}

/** The texts before and after at the same address, and the other places where this very text stood. */
function versions(article: StoredArticle, view: View): Html {
  const { say } = view;
  const elsewhere = article.appearances.slice(1);
  return html`${article.next === null ? "" : html`<p class="notice">${say("newerVersion")} <a href="${articleAddress(article.next)}">${say("openNewer")}</a></p>`}${
    article.previous === null
      ? ""
      : html`<p class="notice">
          ${say("olderVersion")} <a href="${articleAddress(article.previous)}">${say("openOlder")}</a>
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

function line(
  article: StoredArticle,
  block: Block,
  entries: readonly StoredEntry[],
  drawing: PassageOptions,
  view: View,
): Html {
  const beside = entries
    .map((entry, index) => ({ entry, number: index + 1 }))
    .filter(({ entry }) => {
      const start = entry.content[0]?.start ?? -1;
      return block.start <= start && start < block.end;
    });
  const isTitle = article.title !== null && article.text.slice(block.start, block.end).trim() === article.title.trim();
  return html`<div class="line${isTitle ? " headline" : ""}">
    <p>${passage(article.text, block, drawing, view)}</p>
    ${
      beside.length === 0
        ? ""
        : html`<ul class="beside" lang="${view.language}">
            ${beside.map(({ entry, number }) => note(entry, number, drawing.chosen, view))}
          </ul>`
    }
  </div>`;
}

function note(entry: StoredEntry, number: number, chosen: string | null, view: View): Html {
  const { say } = view;
  const commitment = entry.commitments[0];
  const conditional = entry.commitments.some((each) => each.conditions.length > 0);
  return html`<li${entry.id === chosen ? html` class="is-chosen"` : ""} data-s="${number}"><a href="${statementAddress(entry.id)}"><span class="n">${number}</span> ${nameOf(entry) ?? say("unknownSpeaker")}</a>${entry.repeats === null ? "" : html` <small>${say("repeats")}</small>`}${entry.confidence < DEFAULT_CONFIDENCE ? html` <small>${say("unsure")}</small>` : ""}${commitment === undefined ? "" : html` ${strengthBadge(commitment, view)}${entry.commitments.length > 1 ? html` <small>+${entry.commitments.length - 1}</small>` : ""}`}${conditional ? html` <span class="badge conditional">${DIAMOND}${say("badgeConditional")}</span>` : ""}</li>`;
}

/** Furniture is one click from sight, and says what it is before it is opened. */
function fold(article: StoredArticle, block: Block, drawing: PassageOptions, view: View): Html {
  const pieces = article.furniture.filter((piece) => block.start <= piece.start && piece.end <= block.end);
  const kinds = [...new Set(pieces.map((piece) => view.say(FURNITURE[piece.kind])))];
  return html`<details class="furniture">
    <summary lang="${view.language}"><span>${view.say("furniture")}</span> ${kinds.join(", ")}</summary>
    <p>${passage(article.text, block, drawing, view)}</p>
  </details>`;
}

const FURNITURE: Readonly<Record<Furniture["kind"], MessageKey>> = {
  "language-switch": "furnitureLanguages",
  navigation: "furnitureNavigation",
  caption: "furnitureCaption",
  byline: "furnitureByline",
  dateline: "furnitureDateline",
  "read-also": "furnitureReadAlso",
  plea: "furniturePlea",
  newsletter: "furnitureNewsletter",
  cookies: "furnitureCookies",
  advertisement: "furnitureAdvertisement",
  copyright: "furnitureCopyright",
  "correction-hint": "furnitureCorrection",
  comments: "furnitureComments",
  share: "furnitureShare",
  other: "furnitureOther",
};
