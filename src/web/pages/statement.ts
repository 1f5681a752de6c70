import { html } from "hono/html";
import type { Commitment } from "../../core/commitment.ts";
import type { Span } from "../../core/span.ts";
import { holderAt, witnessesAt } from "../../core/speakers/witnesses.ts";
import type { StoredArticle, StoredEntry } from "../../ledger/ledger.ts";
import type { Correction, Reply, ReviewRecord, StatusRecord } from "../../ledger/people/people.ts";
import { confidenceInWords, DIAMOND, kindLabel, strengthBadge } from "../badges.ts";
import { citationOf } from "../citation.ts";
import type { Notion } from "../help-note.ts";
import { helpNote } from "../help-note.ts";
import { correctionList } from "../correction-list.ts";
import { commitmentConfidence, doubtfulBadge, withDoubtful } from "../doubtful.ts";
import { area, field, proof } from "../form-fields.ts";
import { confidenceOf, STATUSES } from "../question.ts";
import { reviewList } from "../review-list.ts";
import { reviewBadge } from "../review-state.ts";
import { agreementBadge, officeInWords } from "../register-words.ts";
import { statusInWords } from "../status-words.ts";
import { evidence } from "../evidence.ts";
import { legend } from "../legend.ts";
import { linkedText } from "../linked-text.ts";
import type { MessageKey } from "../messages/message.ts";
import { wordsId } from "../passage.ts";
import { sourceLine } from "../source-line.ts";
import { contentOf, dateOf, nameOf, speakerName, stateInWords } from "../statement-card.ts";
import { sourceAddress } from "../text-fragment.ts";
import type { Html, View } from "../view.ts";
import { address, articleAddress, changed, changesAddress, langOf, statementAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger } from "../web-page.ts";

interface Answer {
  readonly entry: StoredEntry;
  /** Doubtful commitments below the confidence asked for. */
  readonly hidden: number;
  readonly article: StoredArticle;
  readonly reviews: readonly ReviewRecord[];
  readonly corrections: readonly Correction[];
  readonly replies: readonly Reply[];
  /** What was said on how each commitment went, in the order of the commitments. */
  readonly statuses: readonly (readonly StatusRecord[])[];
  /** What the register has of the speaker at that date; null where the article names no role, or nobody. */
  readonly register: ReturnType<typeof witnessesAt> | null;
  /** Whom the register has in the office at that date, where the article names nobody but the office. */
  readonly holder: ReturnType<typeof holderAt>;
}

/** One entry with its evidence: the words in their place, every field with the words that prove it, and how to cite it. */
export const statement: WebPage<Answer> = {
  path: "/statements/:id",
  summary: "An entry: a statement with its commitments, and the article that proves it.",
  parameters: [{ name: "confidence", description: "Least confidence of its commitments, 0 to 1." }],
  async answer({ ledger, id, query, register }) {
    const least = confidenceOf(query.get("confidence") ?? undefined);
    const entry = await ledger.entry(id);
    const found = entry === null ? null : await ledger.article(entry.articleId);
    if (entry === null || found === null) throw new NotInLedger("statement", id);
    const [reviews, corrections, replies, statuses] = await Promise.all([
      ledger.reviews(id),
      ledger.corrections({ size: 100, entryId: id }),
      ledger.replies(id),
      Promise.all(entry.commitments.map((_, index) => ledger.statuses(id, index))),
    ]);
    const name = entry.speaker?.name ?? null;
    const title = entry.speaker?.role?.title ?? null;
    const description = entry.speaker?.description ?? null;
    const doubtful = entry.doubtful.filter(({ confidence }) => confidence >= least);
    return {
      entry: { ...entry, doubtful },
      hidden: entry.doubtful.length - doubtful.length,
      article: found,
      reviews,
      corrections: corrections.items,
      replies,
      statuses,
      register: name === null || title === null ? null : witnessesAt(name, title, entry.date, register),
      holder:
        entry.kind !== "own" || name !== null || description === null
          ? null
          : holderAt(description, entry.date, register),
    };
  },
  title: ({ entry }, { say }) => `${nameOf(entry) ?? say("unknownSpeaker")}: ${contentOf(entry, 70)}`,
  body({ entry, hidden, article, reviews, corrections, replies, statuses, register, holder }, view) {
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
          <blockquote class="${entry.kind}" ${langOf(article)} translate="no">${contentOf(entry, 4_000)}</blockquote>
          <p class="kind-line">
            <span
              ><span class="kind ${entry.kind}">${kindLabel(entry.kind, view)}</span>${helpNote("helpKind", view)}</span
            >
            <span
              >${entry.enteredBy === null ? html`${confidenceInWords(entry.confidence, view)}${helpNote("helpConfidence", view)}` : html`${say("enteredBy", { by: entry.enteredBy })}${helpNote("helpEntered", view)}`}</span
            >
            <span>${reviewBadge(entry, view)}</span>
          </p>
        </header>
        <section aria-labelledby="evidence">
          <h2 id="evidence">${say("evidence")}${helpNote("helpEvidence", view)}</h2>
          ${legend(view)}
          <div class="context" ${langOf(article)} translate="no">${evidence(withDoubtful(entry), article, view)}</div>
        </section>
        ${
          entry.commitments.length + entry.doubtful.length + hidden === 0
            ? ""
            : html`<section aria-labelledby="promised">
                <h2 id="promised">
                  ${say("fieldCommitments")}${helpNote("helpCommitment", view)}
                  ${amendedMark(entry, "commitments", view)}
                </h2>
                ${entry.commitments.map((commitment, index) => commitmentTable(commitment, entry, index, statuses[index] ?? [], view))}
                ${entry.doubtful.map((commitment) => commitmentTable(commitment, entry, null, [], view))}
                ${hidden === 0 ? "" : html`<p><a href="${changed(view, { confidence: "0" })}#promised">${say("showDoubtful", { count: hidden })}</a></p>`}
              </section>`
        }
        <section aria-labelledby="fields">
          <h2 id="fields">${say("fields")}</h2>
          ${statementTable(entry, register, holder, view)}
        </section>
        ${said(reviews, corrections, replies, view)}
      </div>
      <aside>
        <h2>${say("whereFrom")}</h2>
        <p class="from-title" ${langOf(article)} translate="no">${article.title ?? say("untitled")}</p>
        ${sourceLine(article, view, { link: source === null })}
        <p class="ways">
          <a class="button strong" href="${articleAddress(article.id, entry.id)}">${say("openInArticle")}</a
          >${source === null ? "" : html`<a class="button" href="${source}" rel="noopener external">${say("openAtSource")}</a>`}
        </p>
        <ul class="links">
          <li><a href="${address("/compare", { earlier: entry.id })}">${say("compareWith")}</a></li>
          <li><a href="${address("/review", { entry: entry.id })}">${say("reviewThis")}</a></li>
          <li>
            <a href="${address(`/articles/${article.id}/correct`, { entry: entry.id })}">${say("reportMistake")}</a>
          </li>
        </ul>
        <h2 id="cite">${say("cite")}</h2>
        ${citation(entry, article, view)} ${people(entry, view)}
      </aside>
    </article>`;
  },
};

/** A reply, and that the statement is another person's of the same name. */
function people(entry: StoredEntry, view: View): Html {
  const { say } = view;
  return html`<details class="follow">
      <summary>${say("replyDo")}</summary>
      <form method="post" action="${statementAddress(entry.id)}/reply">
        ${proof(view)} ${field("from", say("replyFrom"), { needed: true, most: 200 })}
        ${area("text", say("replyText"), { needed: true })}
        <p><button class="button strong">${say("correctSend")}</button></p>
      </form>
    </details>
    ${
      entry.speakerId === null
        ? ""
        : html`<details class="follow">
            <summary>${say("splitDo")}</summary>
            <form method="post" action="${statementAddress(entry.id)}/split">
              ${proof(view)}
              ${field("name", say("splitName"), { needed: true, most: 300, value: entry.speaker?.name ?? "" })}
              ${area("reason", say("decisionReason"), { needed: true, rows: 2 })}
              <p><button class="button strong">${say("proposeDo")}</button></p>
              <p class="lead">${say("proposalsLead")}</p>
            </form>
          </details>`
    }`;
}

/** What people said about the entry: replies, corrections, decisions. */
function said(
  reviews: readonly ReviewRecord[],
  corrections: readonly Correction[],
  replies: readonly Reply[],
  view: View,
): Html {
  const { say } = view;
  return html`${
    replies.length === 0
      ? ""
      : html`<section aria-labelledby="replies">
          <h2 id="replies">${say("replies")}</h2>
          ${replies.map((reply) => html`<p class="reply"><b>${reply.from}</b> <span class="when">${view.moment(reply.at)}</span><br />${reply.text}</p>`)}
        </section>`
  }${
    corrections.length === 0
      ? ""
      : html`<section aria-labelledby="corrections">
          <h2 id="corrections">${say("corrections")}${helpNote("helpCorrection", view)}</h2>
          ${correctionList(corrections, view)}
        </section>`
  }${
    reviews.length === 0
      ? ""
      : html`<section aria-labelledby="reviews">
          <h2 id="reviews">${say("decisions")}${helpNote("helpReview", view)}</h2>
          ${reviewList(reviews, view)}
        </section>`
  }`;
}

/** An entry that no longer counts, or whose source changed, says so before anything else. */
function stateNotice(entry: StoredEntry, view: View): Html {
  const words = stateInWords(entry, view);
  if (words === null && entry.follows === null) return html``;
  return html`<p class="notice">
    ${words ?? ""}
    ${entry.state === "changed" ? html`<a href="${changesAddress(entry.articleId, { statement: entry.id })}#here">${view.say("seeChanges")}</a>` : ""}
    ${entry.follows === null ? "" : html`<a href="${statementAddress(entry.follows)}">${view.say("earlierReading")}</a>`}
  </p>`;
}

/** That a person put a field right, not the engine. */
function amendedMark(entry: StoredEntry, field: string, view: View): Html {
  // Who confirms an entry says of its doubtful commitments which are some: that puts nothing right.
  if (!entry.amended.includes(field) || entry.review === "confirmed") return html``;
  return html`<span class="badge review-amended">${view.say("reviewAmended")}</span>`;
}

type Row = readonly [
  key: MessageKey,
  value: Html | string | null,
  spans: readonly (Span | null | undefined)[],
  notion?: Notion,
];

function statementTable(entry: StoredEntry, register: Answer["register"], holder: Answer["holder"], view: View): Html {
  const { say } = view;
  return table(
    [
      ["speaker", nameOf(entry), [entry.speaker?.span]],
      ["fieldRole", entry.speaker?.role?.title ?? null, [entry.speaker?.role?.span], "helpRole"],
      ["bandRegistered", register === null ? holderCell(holder, view) : registerCell(register, view), []],
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
    (key) => amendedMark(entry, AMENDED[key] ?? "", view),
  );
}

/** The field of an entry that a row shows, where people can amend it. */
const AMENDED: { readonly [Key in MessageKey]?: string } = {
  speaker: "speaker",
  fieldRole: "speaker",
  fieldSaid: "said",
  fieldOccasion: "occasion",
  fieldAddressee: "addressee",
  partSource: "source",
  partCue: "cue",
  partContent: "content",
};

/** What the second witness has for that date, and whether the two agree. */
function registerCell({ offices, agreement }: NonNullable<Answer["register"]>, view: View): Html {
  return html`${
    offices.length === 0
      ? view.say("registerKnowsNone")
      : offices.map((office, index) => html`${index === 0 ? "" : "; "}${officeInWords(office, view)}`)
  }
  ${offices.length === 0 ? "" : agreementBadge(agreement, view)}`;
}

/** The second witness to an office that the article gives without a name. */
function holderCell(holder: Answer["holder"], view: View): Html | null {
  return holder === null ? null : html`<span translate="no">${holder.name}</span>: ${officeInWords(holder, view)}`;
}

/** `index` is null for one that is doubtful: nobody says how it went before somebody says that it is one. */
function commitmentTable(
  commitment: Commitment,
  entry: StoredEntry,
  index: number | null,
  statuses: readonly StatusRecord[],
  view: View,
): Html {
  const { say } = view;
  return html`<div class="commitment">
    <p class="badges">
      ${doubtfulBadge(commitment, view)}${strengthBadge(commitment, view)}${commitment.conditions.length === 0 ? html` <span class="badge">${say("badgeUnconditional")}</span>` : html` <span class="badge conditional">${DIAMOND}${say("badgeConditional")}</span>`}
      <span class="badge">${say(commitment.testability.value === "testable" ? "testable" : "vague")}</span
      >${commitment.testability.reason === null ? "" : html` <small>${reasonInWords(commitment.testability.reason, view)}</small>`}
    </p>
    <p class="lead">
      ${commitmentConfidence(commitment, view)}${index === null ? html` <a href="${address("/review", { entry: entry.id })}">${say("reviewThis")}</a>` : ""}
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
    ${index === null ? "" : statusOf(entry, index, statuses, view)}
  </div>`;
}

/** How the commitment went, as far as anybody has looked, and the form that says so. */
function statusOf(entry: StoredEntry, index: number, statuses: readonly StatusRecord[], view: View): Html {
  const { say } = view;
  return html`${
      statuses.length === 0
        ? html`<p class="lead">${say("nobodyLooked")}</p>`
        : html`<ul class="reviews">
            ${statuses.map(
              (status) =>
                html`<li>
                  <b>${statusInWords(status.status, view)}</b>
                  <span translate="no">${linkedText(status.evidence)}</span>
                  <span class="when">${say("lookedAt", { date: view.date(status.lookedAt), by: status.by })}</span>
                </li>`,
            )}
          </ul>`
    }
    <details class="status-form">
      <summary>${say("setStatus")}</summary>
      <form method="post" action="${statementAddress(entry.id)}/status">
        ${proof(view)}<input type="hidden" name="index" value="${index}" />
        <p class="field">
          <label for="status-${index}">${say("howItWent")}</label
          ><select id="status-${index}" name="status">
            ${STATUSES.map((status) => html`<option value="${status}">${statusInWords(status, view)}</option>`)}
          </select>
        </p>
        <p class="field">
          <label for="looked-${index}">${say("lookedOn")}</label
          ><input id="looked-${index}" name="looked" maxlength="10" placeholder="2025-08-25" required />
        </p>
        <p class="field">
          <label for="evidence-${index}">${say("metBy")}</label
          ><textarea
            id="evidence-${index}"
            name="evidence"
            rows="2"
            maxlength="2000"
            placeholder="${say("metByHint")}"
          ></textarea>
        </p>
        <button class="button strong">${say("setStatus")}</button>
      </form>
    </details>`;
}

/** Fields with the words that prove each; what the text does not show is named in one line and never filled in. */
function table(rows: readonly Row[], view: View, beside: (key: MessageKey) => Html = () => html``): Html {
  const shown = rows.filter(([, value, spans]) => value !== null && (value !== "" || spans.some(Boolean)));
  const absent = rows.filter(
    (row) =>
      !shown.includes(row) && !["fieldWithin", "fieldRepeats", "fieldPolarity", "bandRegistered"].includes(row[0]),
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
              ${isWords || value === "" ? "" : html`<span class="value">${value}</span> `}${proof.map((span) => html`<a class="proof" href="#${wordsId(span)}" data-w="${wordsId(span)}" translate="no">${span.text}</a> `)}${beside(key)}
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
      >${linked ? html`<span>${say("citeTaken", { taken, allowed })}</span>` : html`<strong>${say("citeNoLink")}</strong>`}
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
