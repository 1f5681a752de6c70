import { html } from "hono/html";
import type { StoredArticle, StoredEntry } from "../../ledger/ledger.ts";
import type { Agreement, ReviewRecord } from "../../ledger/people/people.ts";
import { confidenceInWords, kindLabel } from "../badges.ts";
import { doubtfulChoices, withDoubtful } from "../doubtful.ts";
import { evidence } from "../evidence.ts";
import { area, proof } from "../form-fields.ts";
import { helpNote } from "../help-note.ts";
import { legend } from "../legend.ts";
import { reviewList } from "../review-list.ts";
import { statementFields } from "../statement-form.ts";
import { story } from "../story.ts";
import { contentOf, dateOf, promiseList, speakerName } from "../statement-card.ts";
import { sourceLine } from "../source-line.ts";
import type { Html, View } from "../view.ts";
import { address, changed, langOf, statementAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger } from "../web-page.ts";

interface Answer {
  readonly reviewer: string;
  readonly blind: boolean;
  /** Only entries with doubtful commitments are asked for. */
  readonly doubtful: boolean;
  /** Entries that still wait for this reviewer. */
  readonly waiting: number;
  /** How many of all entries people have decided on; null while reviewing blind, or where more wait than are counted. */
  readonly progress: { readonly decided: number; readonly all: number } | null;
  readonly entry: StoredEntry | null;
  readonly article: StoredArticle | null;
  /** What was decided before; left out while reviewing blind. */
  readonly reviews: readonly ReviewRecord[];
  readonly agreement: Agreement | null;
  /** Id of the entry decided a moment ago. */
  readonly last: string | null;
}

/** One entry at a time with its evidence: confirm, amend, reject or skip, each by one key. */
export const review: WebPage<Answer> = {
  path: "/review",
  summary: "The next entry that waits for a reviewer's decision, with its evidence.",
  parameters: [
    { name: "entry", description: "Id of an entry to decide on instead of the next one." },
    { name: "blind", description: "1: what others decided is not shown and does not count.", values: ["1"] },
    { name: "doubtful", description: "1: only entries with doubtful commitments.", values: ["1"] },
    { name: "with", description: "Another reviewer, to show the agreement with." },
  ],
  script: "review.js",
  async answer({ ledger, query, by }) {
    const blind = query.get("blind") === "1";
    const asked = query.get("entry");
    const other = query.get("with")?.trim().slice(0, 80) || null;
    const doubtful = query.get("doubtful") === "1";
    const queue = await ledger.reviewQueue({ size: 1, reviewer: by, blind, doubtful });
    const entry =
      asked === null ? (queue.items[0] ?? null) : await (blind ? ledger.entryAsRead(asked) : ledger.entry(asked));
    if (asked !== null && entry === null) throw new NotInLedger("statement", asked);
    const [article, reviews, agreement, counts] = await Promise.all([
      entry === null ? null : ledger.article(entry.articleId),
      entry === null || blind ? [] : ledger.reviews(entry.id),
      other === null ? null : ledger.agreement([by, other]),
      ledger.counts(0),
    ]);
    const all = counts.entries;
    const isCounted = !blind && !doubtful && queue.atLeast !== true && all >= queue.total;
    return {
      reviewer: by,
      blind,
      doubtful,
      waiting: queue.total,
      progress: isCounted ? { decided: all - queue.total, all } : null,
      entry,
      article,
      reviews,
      agreement,
      last: query.get("last"),
    };
  },
  title: (_, { say }) => say("navReview"),
  body(answer, view) {
    const { say } = view;
    const { entry, article } = answer;
    return html`<h1>${say("navReview")}${helpNote("helpReview", view)}</h1>
      ${queueLine(answer, view)}
      ${entry === null || article === null ? html`<p class="none">${say("reviewDone")}</p>` : desk(entry, article, answer, view)}
      ${people(answer, view)}`;
  },
};

function queueLine({ waiting, last, progress }: Answer, view: View): Html {
  const { say } = view;
  return html`${
      progress === null || progress.all === 0
        ? ""
        : html`<p class="progress">
            <progress id="progress" max="${progress.all}" value="${progress.decided}"></progress>
            <label for="progress">${say("reviewProgress", { decided: progress.decided, all: progress.all })}</label>
          </p>`
    }
    <p class="lead" role="status">
      ${say("reviewWaiting", { count: waiting })}${last === null ? "" : html` · <a href="${address("/review", { entry: last, blind: view.query.get("blind"), doubtful: view.query.get("doubtful") })}">${say("reviewUndo")}</a>`}
    </p>`;
}

function desk(entry: StoredEntry, article: StoredArticle, { reviews }: Answer, view: View): Html {
  const { say } = view;
  return html`<div class="split">
    <div>
      <p class="said">
        <span class="who" translate="no">${speakerName(entry, view)}</span
        >${entry.speaker?.role ? html` <span class="role" translate="no">${entry.speaker.role.title}</span>` : ""}
        <span class="when">${dateOf(entry, view)}</span>
      </p>
      <blockquote class="large" ${langOf(article)} translate="no">${contentOf(entry, 2_000)}</blockquote>
      ${promiseList(entry, view)}
      <p class="kind-line">
        <span class="kind ${entry.kind}">${kindLabel(entry.kind, view)}</span>
        <span>${confidenceInWords(entry.confidence, view)}</span>
      </p>
      <h2>${say("evidence")}</h2>
      ${legend(view)}
      <div class="context" ${langOf(article)} translate="no" data-text>
        ${evidence(withDoubtful(entry), article, view)}
      </div>
      <details class="whole">
        <summary>${say("wholeArticle")}</summary>
        <div data-text>
          ${story(article, [], { entries: [], highlights: [], chosen: null, numbered: true, kept: true }, view)}
        </div>
      </details>
      <p class="from-title" ${langOf(article)} translate="no">${article.title ?? say("untitled")}</p>
      ${sourceLine(article, view)}
      <p><a href="${statementAddress(entry.id)}">${say("openEntry")}</a></p>
      ${reviews.length === 0 ? "" : reviewList(reviews, view)}
    </div>
    <aside class="decide" aria-label="${say("decide")}">
      <h2>${say("decide")}</h2>
      ${decision(entry, "confirm", "c", say("decideConfirm"), view)}
      ${decision(entry, "skip", "s", say("decideSkip"), view)}
      <details>
        <summary class="button" data-key="r">${say("decideReject")} <kbd>R</kbd></summary>
        <form method="post" action="/statements/${entry.id}/review">
          ${hidden(entry, "reject", view)}
          ${area("reason", say("rejectReason"), { needed: true, rows: 2, hint: say("rejectHint") })}
          <button class="button strong">${say("decideReject")}</button>
        </form>
      </details>
      <details>
        <summary class="button" data-key="a">${say("decideAmend")} <kbd>A</kbd></summary>
        ${amend(entry, view)}
      </details>
      <p class="lead keys">${say("reviewKeys")}</p>
    </aside>
  </div>`;
}

function decision(entry: StoredEntry, value: "confirm" | "skip", key: string, name: string, view: View): Html {
  return html`<form method="post" action="/statements/${entry.id}/review">
    ${hidden(entry, value, view)}${value === "confirm" ? doubtfulChoices(entry, "confirm", view) : ""}<button
      class="button${value === "confirm" ? " strong" : ""}"
      data-key="${key}"
    >
      ${name} <kbd>${key.toUpperCase()}</kbd>
    </button>
  </form>`;
}

function hidden(entry: StoredEntry, value: string, view: View): Html {
  const back = address("/review", {
    last: entry.id,
    blind: view.query.get("blind"),
    doubtful: view.query.get("doubtful"),
  });
  return html`${proof(view)}${view.query.get("blind") === "1" ? html`<input type="hidden" name="blind" value="1" />` : ""}<input
      type="hidden"
      name="decision"
      value="${value}"
    /><input type="hidden" name="back" value="${back}" />`;
}

/** Each field is amended by the words that prove it: typed, or selected in the text beside. */
function amend(entry: StoredEntry, view: View): Html {
  const { say } = view;
  return html`<form method="post" action="/statements/${entry.id}/review">
    ${hidden(entry, "amend", view)} ${doubtfulChoices(entry, "amend", view)}
    <p class="lead">${say("amendHint")}</p>
    ${statementFields(entry, view)} ${area("reason", say("amendReason"), { rows: 2 })}
    <button class="button strong">${say("amendSave")}</button>
  </form>`;
}

function people({ reviewer, blind, doubtful, agreement }: Answer, view: View): Html {
  const { say } = view;
  return html`<section class="people" aria-label="${say("reviewers")}">
    <form method="post" action="/sign" class="filter-line">
      ${proof(view)}<input type="hidden" name="back" value="${changed(view, { last: null })}" />
      <label for="as">${say("reviewAs")}</label
      ><input id="as" name="as" value="${reviewer}" maxlength="80" required /><button>${say("change")}</button>
    </form>
    <ul class="choices">
      <li>
        <a ${blind ? "" : html`aria-current="true" `}href="${changed(view, { blind: null, last: null })}"
          >${say("reviewOpen")}</a
        >
      </li>
      <li>
        <a ${blind ? html`aria-current="true" ` : ""}href="${changed(view, { blind: "1", last: null })}"
          >${say("reviewBlind")}</a
        >${helpNote("helpBlind", view)}
      </li>
    </ul>
    <ul class="choices">
      <li>
        <a
          ${doubtful ? "" : html`aria-current="true" `}href="${changed(view, { doubtful: null, last: null, entry: null })}"
          >${say("reviewAll")}</a
        >
      </li>
      <li>
        <a
          ${doubtful ? html`aria-current="true" ` : ""}href="${changed(view, { doubtful: "1", last: null, entry: null })}"
          >${say("reviewDoubtful")}</a
        >
      </li>
    </ul>
    <form class="filter-line" action="/review">
      ${blind ? html`<input type="hidden" name="blind" value="1" />` : ""}
      <label for="with">${say("agreementWith")}</label
      ><input id="with" name="with" value="${view.query.get("with") ?? ""}" maxlength="80" /><button>
        ${say("show")}
      </button>
    </form>
    ${
      agreement === null
        ? ""
        : html`<p>
            ${say("agreementFound", { count: agreement.both, agreed: agreement.agreed, other: agreement.reviewers[1] })}
            ${agreement.kappa === null ? say("agreementNone") : html`κ = ${agreement.kappa.toFixed(2)}`}${helpNote("helpKappa", view)}
          </p>`
    }
  </section>`;
}
