import { html } from "hono/html";
import type { Commitment } from "../../core/commitment.ts";
import type { Span } from "../../core/span.ts";
import type { StoredArticle, StoredEntry } from "../../ledger/ledger.ts";
import { confidenceInWords, DIAMOND, kindLabel, strengthBadge } from "../badges.ts";
import { citationOf } from "../citation.ts";
import type { Notion } from "../help-note.ts";
import { helpNote } from "../help-note.ts";
import type { Highlight } from "../highlight.ts";
import { blocksOf } from "../highlight.ts";
import { legend } from "../legend.ts";
import type { MessageKey } from "../messages/message.ts";
import { fieldsOf, passage, wordsId } from "../passage.ts";
import { contentOf, dateOf, nameOf, speakerName, stateInWords } from "../statement-card.ts";
import { sourceAddress } from "../text-fragment.ts";
import type { Html, View } from "../view.ts";
import { address, articleAddress, statementAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger } from "../web-page.ts";
import { sourceLine } from "./article.ts";

interface Answer {
  readonly entry: StoredEntry;
  readonly article: StoredArticle;
}

/** One entry with its evidence: the words in their place, every field with the words that prove it, and how to cite it. */
export const statement: WebPage<Answer> = {
  path: "/statements/:id",
  summary: "An entry: a statement with its commitments, and the article that proves it.",
  parameters: [],
  async answer({ ledger, id }) {
    const entry = await ledger.entry(id);
    const found = entry === null ? null : await ledger.article(entry.articleId);
    if (entry === null || found === null) throw new NotInLedger("statement", id);
    return { entry, article: found };
  },
  title: ({ entry }, { say }) => `${nameOf(entry) ?? say("unknownSpeaker")}: ${contentOf(entry, 70)}`,
  body({ entry, article }, view) {
    const { say } = view;
    const source = sourceAddress(entry.url, entry.content);
    return html`<article class="one split">
      <div>
        <header>
          <h1>
            <span class="who" translate="no">${speakerName(entry, view)}</span
            >${entry.speaker?.role ? html` <span class="role" translate="no">${entry.speaker.role.title}</span>` : ""}
          </h1>
          <p class="when">
            ${dateOf(entry, view)}${entry.occasion === null ? "" : html` · <span translate="no">${entry.occasion.text}</span>`}
          </p>
          ${stateNotice(entry, view)}
          <blockquote class="${entry.kind}" lang="${article.language ?? ""}" translate="no">
            ${contentOf(entry, 4_000)}
          </blockquote>
          <p class="kind-line">
            <span class="kind ${entry.kind}">${kindLabel(entry.kind, view)}</span>${helpNote("helpKind", view)}
            <span class="confidence">${confidenceInWords(entry.confidence, view)}</span
            >${helpNote("helpConfidence", view)}
          </p>
        </header>
        <section aria-labelledby="evidence">
          <h2 id="evidence">${say("evidence")}${helpNote("helpEvidence", view)}</h2>
          ${legend(view)}
          <div class="context" lang="${article.language ?? ""}" translate="no">${context(entry, article, view)}</div>
        </section>
        ${
          entry.commitments.length === 0
            ? ""
            : html`<section aria-labelledby="promised">
                <h2 id="promised">${say("fieldCommitments")}${helpNote("helpCommitment", view)}</h2>
                ${entry.commitments.map((commitment) => commitmentTable(commitment, view))}
              </section>`
        }
        <section aria-labelledby="fields">
          <h2 id="fields">${say("fields")}</h2>
          ${statementTable(entry, view)}
        </section>
      </div>
      <aside>
        <h2>${say("whereFrom")}</h2>
        <p class="from-title" translate="no">${article.title ?? say("untitled")}</p>
        ${sourceLine(article, view)}
        <p class="ways">
          <a class="button" href="${articleAddress(article.id, entry.id)}">${say("openInArticle")}</a
          >${source === null ? "" : html`<a class="button" href="${source}" rel="noopener external">${say("openAtSource")}</a>`}
        </p>
        <p><a class="button" href="${address("/compare", { earlier: entry.id })}">${say("compareWith")}</a></p>
        <h2 id="cite">${say("cite")}</h2>
        ${citation(entry, article, view)}
      </aside>
    </article>`;
  },
};

/** An entry that no longer counts, or whose source changed, says so before anything else. */
function stateNotice(entry: StoredEntry, view: View): Html {
  const words = stateInWords(entry, view);
  if (words === null && entry.follows === null) return html``;
  return html`<p class="notice">
    ${words ?? ""}
    ${entry.follows === null ? "" : html`<a href="${statementAddress(entry.follows)}">${view.say("earlierReading")}</a>`}
  </p>`;
}

/** The lines of the story that hold any word of the entry; what lies between them is left out and shown to be. */
function context(entry: StoredEntry, article: StoredArticle, view: View): Html {
  const highlights = fieldsOf(entry);
  const blocks = blocksOf(article.text, article.furniture);
  const touched = blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => highlights.some((each) => each.start < block.end && block.start < each.end));
  return html`${touched.map(({ block, index }, position) => {
    const before = touched[position - 1];
    const gap = before !== undefined && before.index + 1 < index;
    return html`${gap ? html`<p class="gap" aria-hidden="true">⋯</p>` : ""}
      <p>
        ${passage(article.text, withinReach(article.text, block, highlights), { entries: [entry], highlights, chosen: null, numbered: false }, view)}
      </p>`;
  })}`;
}

/** A whole line, or where a page has no lines, at most some hundred characters around the words. */
function withinReach(
  text: string,
  block: { readonly start: number; readonly end: number },
  highlights: readonly Highlight[],
): { readonly start: number; readonly end: number } {
  if (block.end - block.start <= LONGEST_LINE) return block;
  const inside = highlights.filter((each) => each.start < block.end && block.start < each.end);
  const first = Math.min(...inside.map((each) => each.start));
  const last = Math.max(...inside.map((each) => each.end));
  const space = text.indexOf(" ", Math.max(block.start, first - REACH));
  return {
    start: first - REACH <= block.start || space > first ? Math.min(block.start, first) : space + 1,
    end: Math.min(block.end, last + REACH),
  };
}

const LONGEST_LINE = 2_500;
const REACH = 400;

type Row = readonly [
  key: MessageKey,
  value: Html | string | null,
  spans: readonly (Span | null | undefined)[],
  notion?: Notion,
];

function statementTable(entry: StoredEntry, view: View): Html {
  const { say } = view;
  return table(
    [
      ["speaker", nameOf(entry), [entry.speaker?.span]],
      ["fieldRole", entry.speaker?.role?.title ?? null, [entry.speaker?.role?.span], "helpRole"],
      ["fieldSaid", entry.said === null ? null : view.date(entry.said.date), [entry.said?.span]],
      ["fieldOccasion", entry.occasion?.text ?? null, [entry.occasion?.span]],
      ["fieldAddressee", entry.addressee?.text ?? null, [entry.addressee?.span]],
      ["partSource", "", entry.source],
      ["partCue", say(ACT[entry.act]), entry.cue],
      ["partContent", entry.free ? say("free") : "", entry.content],
      [
        "fieldWithin",
        entry.within === null ? null : html`<a href="${statementAddress(entry.within)}">${say("openStatement")}</a>`,
        [],
      ],
      [
        "fieldRepeats",
        entry.repeats === null ? null : html`<a href="${statementAddress(entry.repeats)}">${say("openStatement")}</a>`,
        [],
      ],
    ],
    view,
  );
}

function commitmentTable(commitment: Commitment, view: View): Html {
  const { say } = view;
  return html`<div class="commitment">
    <p class="badges">
      ${strengthBadge(commitment, view)}${commitment.conditions.length === 0 ? html` <span class="badge">${say("badgeUnconditional")}</span>` : html` <span class="badge conditional">${DIAMOND}${say("badgeConditional")}</span>`}
      <span class="badge">${say(commitment.testability.value === "testable" ? "testable" : "vague")}</span
      >${commitment.testability.reason === null ? "" : html` <small>${reasonInWords(commitment.testability.reason, view)}</small>`}
    </p>
    ${table(
      [
        ["fieldCommitter", commitment.committer?.name ?? null, [commitment.committer?.span]],
        ["fieldAction", "", [commitment.action]],
        ["fieldConditions", commitment.conditions.length === 0 ? null : "", commitment.conditions],
        [
          "fieldStrength",
          say(
            commitment.strength === "will"
              ? "strengthWill"
              : commitment.strength === "plan"
                ? "strengthPlan"
                : "strengthMay",
          ),
          [commitment.strengthSpan],
        ],
        ["fieldPolarity", commitment.polarity === "not" ? say("polarityNot") : null, [commitment.polaritySpan]],
        ["fieldTime", commitment.time.length === 0 ? null : "", commitment.time],
        ["fieldQuantity", commitment.quantity.length === 0 ? null : "", commitment.quantity],
        ["fieldBeneficiary", commitment.beneficiary?.text ?? null, [commitment.beneficiary?.span]],
        ["fieldForm", commitment.form === null ? null : say(FORM[commitment.form.value]), [commitment.form?.span]],
      ],
      view,
    )}
  </div>`;
}

/** Fields with the words that prove each; what the text does not show is named in one line and never filled in. */
function table(rows: readonly Row[], view: View): Html {
  const shown = rows.filter(([, value, spans]) => value !== null && (value !== "" || spans.some(Boolean)));
  const absent = rows.filter(
    (row) => !shown.includes(row) && !["fieldWithin", "fieldRepeats", "fieldPolarity"].includes(row[0]),
  );
  return html`<table class="fields">
      <thead class="unseen">
        <tr>
          <th scope="col">${view.say("field")}</th>
          <th scope="col">${view.say("fieldValue")}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(([key, value, spans, notion]) => {
          const proof = spans.filter((span) => span !== null && span !== undefined);
          const text = typeof value === "string" ? value : null;
          // The value often is the very words; then they are shown once, as proof.
          const isWords = text !== null && proof.some((span) => span.text === text);
          return html`<tr>
            <th scope="row">${view.say(key)}${notion === undefined ? "" : helpNote(notion, view)}</th>
            <td>
              ${isWords || value === "" ? "" : html`<span class="value">${value}</span> `}${proof.map((span) => html`<a class="proof" href="#${wordsId(span)}" data-w="${wordsId(span)}" translate="no">${span.text}</a> `)}
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${absent.length === 0 ? "" : html`<p class="absent">${view.say("notInText")} ${absent.map(([key]) => view.say(key).toLocaleLowerCase(view.language)).join(", ")}</p>`}`;
}

function citation(entry: StoredEntry, article: StoredArticle, view: View): Html {
  const { say } = view;
  const { text, taken, allowed, linked } = citationOf(entry, article);
  return html`<div class="cite">
    <label class="unseen" for="citation">${say("cite")}</label
    ><textarea id="citation" readonly rows="5" translate="no">${text}</textarea>
    <p class="cite-foot">
      <button type="button" class="button" data-copy="citation" data-done="${say("copied")}" hidden>
        ${say("copy")}</button
      ><span>${say("citeTaken", { taken, allowed })}</span>${linked ? "" : html` <strong>${say("citeNoLink")}</strong>`}
    </p>
  </div>`;
}

/** Why a commitment is too vague to be checked, as the engine names the reasons. */
function reasonInWords(reason: string, { say }: View): string {
  if (reason === "no date") return say("reasonNoDate");
  if (reason === "no measure") return say("reasonNoMeasure");
  return reason === "depends on others" ? say("reasonOthers") : reason;
}

const ACT = { said: "actSaid", wrote: "actWrote", thought: "actThought", did: "actDid" } as const;
const FORM = { spoken: "formSpoken", written: "formWritten", signed: "formSigned" } as const;
