import { html } from "hono/html";
import type { Ledger, StoredArticle, StoredEntry } from "../../ledger/ledger.ts";
import { difference, type Run } from "../difference.ts";
import { helpNote } from "../help-note.ts";
import { contentOf, nameOf } from "../statement-card.ts";
import { textChanges, type Paragraph, type TextChange } from "../text-changes.ts";
import type { Html, View } from "../view.ts";
import { articleAddress, langOf, statementAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger } from "../web-page.ts";

interface Answer {
  readonly earlier: Version;
  readonly later: Version;
  readonly changes: readonly TextChange[];
  /** How many paragraphs that are the same stand behind the last change. */
  readonly sameAfter: number;
  /** The statement whose words are looked for, and the change in which they stood: null where none touches them. */
  readonly statement: { readonly entry: StoredEntry; readonly change: number | null } | null;
}

type Version = Pick<StoredArticle, "id" | "title" | "language" | "addedAt" | "published">;

/** Two versions of an article: what the publisher changed, and what became of the words of a statement. */
export const changes: WebPage<Answer> = {
  path: "/articles/:id/changes",
  summary: "What differs between an article and a newer version of it, paragraph by paragraph.",
  parameters: [
    { name: "to", description: "Id of the other version; the newest unless given." },
    { name: "statement", description: "Id of a statement of the article, to find where its words stood." },
  ],
  async answer({ ledger, id, query }) {
    const earlier = await ledger.article(id);
    if (earlier === null) throw new NotInLedger("article", id);
    const later = await otherVersion(ledger, earlier, query.get("to"));
    const { changes: found, sameAfter } = textChanges(earlier.text, later.text);
    const statementId = query.get("statement");
    const entry = statementId === null ? null : await ledger.entry(statementId);
    const at = entry === null || entry.articleId !== id ? -1 : found.findIndex((change) => touches(change, entry));
    return {
      earlier: versionOf(earlier),
      later: versionOf(later),
      changes: found,
      sameAfter,
      statement: entry === null || entry.articleId !== id ? null : { entry, change: at < 0 ? null : at },
    };
  },
  title: ({ earlier }, { say }) => `${say("whatChanged")}: ${earlier.title ?? say("untitled")}`,
  body(answer, view) {
    const { say } = view;
    const { earlier, later, statement, sameAfter } = answer;
    return html`<h1>${say("whatChanged")}${helpNote("helpVersions", view)}</h1>
      <p class="lead">
        <a href="${articleAddress(earlier.id)}" ${langOf(earlier)} translate="no"
          >${earlier.title ?? say("untitled")}</a
        >
      </p>
      <p class="lead">${say("changesLead")}</p>
      ${statement === null ? "" : sought(statement, view)}
      ${answer.changes.length === 0 ? html`<p class="none">${say("changesSpaces")}</p>` : ""}
      ${answer.changes.map((change, index) => changeOf(change, index, answer, view))} ${same(sameAfter, view)}
      <p class="ways">
        <a class="button" href="${articleAddress(earlier.id)}">${say("openOlder")}</a
        ><a class="button" href="${articleAddress(later.id)}">${say("openNewer")}</a>
      </p>`;
  },
};

/** The version that was asked for, or the newest. An article that was never changed is no other version of itself. */
async function otherVersion(ledger: Ledger, earlier: StoredArticle, asked: string | null): Promise<StoredArticle> {
  let later: StoredArticle = earlier;
  for (let count = 0; later.next !== null && later.id !== asked && count < MOST_VERSIONS; count++) {
    const next = await ledger.article(later.next);
    if (next === null) break;
    later = next;
  }
  if (later.id === earlier.id || (asked !== null && later.id !== asked))
    throw new NotInLedger("article", asked ?? earlier.id);
  return later;
}

const MOST_VERSIONS = 1_000;

function versionOf({ id, title, language, addedAt, published }: StoredArticle): Version {
  return { id, title, language, addedAt, published };
}

function touches({ before }: TextChange, { content }: StoredEntry): boolean {
  return before.some(({ start, end }) => content.some((span) => span.start < end && start < span.end));
}

function sought({ entry, change }: NonNullable<Answer["statement"]>, view: View): Html {
  const { say } = view;
  return html`<div class="notice">
    <p>
      <a href="${statementAddress(entry.id)}" translate="no"
        >${nameOf(entry) ?? say("unknownSpeaker")}: ${contentOf(entry, 300)}</a
      >
    </p>
    <p>${change === null ? say("changesNotHere") : html`<a href="#here">${say("changesHere")}</a>`}</p>
  </div>`;
}

function changeOf(change: TextChange, index: number, { earlier, later, statement }: Answer, view: View): Html {
  const { say } = view;
  const isHere = statement !== null && statement.change === index;
  const words = difference(textOf(change.before), textOf(change.now), { exact: true });
  return html`${same(change.sameBefore, view)}
    <section
      class="change${isHere ? " is-here" : ""}"
      ${isHere ? html`id="here"` : ""}
      aria-label="${say("changeNumber", { number: index + 1 })}"
    >
      <div class="compared">
        ${side(say("versionEarlier"), words.earlier, earlier, view)}
        ${side(say("versionLater"), words.later, later, view)}
      </div>
      ${[...words.earlier, ...words.later].every((run) => run.shared) ? html`<p class="lead">${say("changesSpaces")}</p>` : ""}
    </section>`;
}

function side(heading: string, runs: readonly Run[], version: Version, view: View): Html {
  return html`<section class="side">
    <h2>${heading} <span class="when">${view.moment(version.addedAt)}</span></h2>
    ${
      runs.length === 0
        ? html`<p class="none">${view.say("changesNothing")}</p>`
        : html`<blockquote${langOf(version)} translate="no">
            ${runs.map((run) => (run.shared ? html`${run.text} ` : html`<mark class="only">${run.text}</mark> `))}
          </blockquote>`
    }
  </section>`;
}

function same(count: number, view: View): Html {
  return count === 0 ? html`` : html`<p class="lead unchanged">${view.say("paragraphsSame", { count })}</p>`;
}

function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join("\n");
}
