import { html } from "hono/html";
import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import type {
  ArticleSummary,
  ConditionSummary,
  LedgerCounts,
  Page,
  SpeakerSummary,
  StoredCommitment,
} from "../../ledger/ledger.ts";
import { articleList } from "../article-list.ts";
import { commitmentItem } from "../commitment-item.ts";
import { conditionList } from "../condition-list.ts";
import { helpNote } from "../help-note.ts";
import { reviewInWords } from "../totals.ts";
import { speakerList } from "../speaker-list.ts";
import type { WebPage } from "../web-page.ts";

interface Answer {
  readonly counts: LedgerCounts;
  readonly articles: Page<ArticleSummary>;
  readonly speakers: Page<SpeakerSummary>;
  readonly conditions: Page<ConditionSummary>;
  /** Commitments whose conditions are all met. */
  readonly due: readonly StoredCommitment[];
  /** Entries that wait for this visitor's decision. */
  readonly review: Pick<Page<unknown>, "total" | "atLeast">;
}

/** One search box, who speaks, what waits, what was read last. */
export const start: WebPage<Answer> = {
  path: "/",
  summary: "What the ledger holds, what was read last and what waits.",
  parameters: [],
  async answer({ ledger, by }) {
    const [counts, articles, speakers, conditions, queue, due] = await Promise.all([
      ledger.counts(DEFAULT_CONFIDENCE),
      ledger.articles({ size: 6 }),
      ledger.speakers({ size: 8 }),
      ledger.conditions({ size: 12 }),
      ledger.reviewQueue({ size: 1, reviewer: by }),
      // Due is what waited for conditions that are all met by now.
      ledger.commitments({ conditional: true, waiting: false }, { size: 5 }),
    ]);
    return {
      counts,
      articles,
      speakers,
      conditions,
      due: due.items,
      review: queue.atLeast === true ? { total: queue.total, atLeast: true } : { total: queue.total },
    };
  },
  title: (_, { say }) => say("name"),
  body({ counts, articles, speakers, conditions, due, review }, view) {
    const { say } = view;
    const waiting = conditions.items.filter((condition) => condition.met === null).slice(0, 5);
    return html`<section class="hero">
        <h1>${say("startHeading")}</h1>
        <p class="lead">${say("startLead")}</p>
        <form class="big-find" action="/search" role="search">
          <label class="unseen" for="words">${say("searchLabel")}</label
          ><input
            id="words"
            name="q"
            type="search"
            maxlength="300"
            placeholder="${say("searchHint")}"
            autocomplete="off"
          /><button>${say("searchDo")}</button>
        </form>
        <ul class="counts">
          <li>
            <a href="/search">${say("countStatements", { count: counts.entries })}</a>${helpNote("helpStatement", view)}
          </li>
          <li>
            <a href="/commitments">${say("countCommitments", { count: counts.commitments })}</a
            >${helpNote("helpCommitment", view)}
          </li>
          <li><a href="/speakers">${say("countSpeakers", { count: counts.speakers })}</a></li>
          <li><a href="/articles">${say("countArticles", { count: counts.articles })}</a></li>
        </ul>
      </section>
      ${
        counts.articles === 0
          ? html`<section class="empty">
              <h2>${say("emptyLedger")}</h2>
              <p>${say("emptyLedgerAdvice")}</p>
              <p><a class="button strong" href="/add">${say("addHeading")}</a></p>
              <p>${say("emptyLedgerCommand")}</p>
              <pre><code>onrecord add story.html</code></pre>
            </section>`
          : html`<div class="columns">
                <section aria-labelledby="speakers">
                  <h2 id="speakers">${say("startSpeakers")}</h2>
                  ${speakerList(speakers.items, view)}
                  <p class="more"><a href="/speakers">${say("allSpeakers")}</a></p>
                </section>
                <div>
                  ${
                    due.length === 0
                      ? ""
                      : html`<section aria-labelledby="due">
                          <h2 id="due">${say("startDue")}${helpNote("helpDue", view)}</h2>
                          <ul class="commitments">
                            ${due.map((commitment) => commitmentItem(commitment, view))}
                          </ul>
                        </section>`
                  }
                  <section aria-labelledby="waiting">
                    <h2 id="waiting">${say("startWaiting")}${helpNote("helpCondition", view)}</h2>
                    ${waiting.length === 0 ? html`<p class="none">${say("noConditions")}</p>` : conditionList(waiting, view)}
                    <p class="more"><a href="/commitments">${say("allCommitments")}</a></p>
                  </section>
                  ${
                    review.total === 0
                      ? ""
                      : html`<section aria-labelledby="review">
                          <h2 id="review">${say("navReview")}${helpNote("helpReview", view)}</h2>
                          <p><a href="/review">${reviewInWords(review, view)}</a></p>
                        </section>`
                  }
                </div>
              </div>
              <section aria-labelledby="read">
                <h2 id="read">${say("startRead")}</h2>
                ${articleList(articles.items, view)}
                <p class="more"><a href="/articles">${say("allArticles")}</a></p>
              </section>`
      }`;
  },
};
