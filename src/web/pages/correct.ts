import { html } from "hono/html";
import type { StoredArticle, StoredEntry } from "../../ledger/ledger.ts";
import { spokenWords } from "../../publish/spoken.ts";
import { area, field, proof } from "../form-fields.ts";
import { helpNote } from "../help-note.ts";
import { articleAddress } from "../view.ts";
import type { WebPage } from "../web-page.ts";
import { NotInLedger } from "../web-page.ts";

interface Answer {
  readonly article: Pick<StoredArticle, "id" | "title" | "text">;
  readonly entry: StoredEntry | null;
}

/** The form in which a reader says what is wrong with which words. */
export const correct: WebPage<Answer> = {
  path: "/articles/:id/correct",
  summary: "What a correction to an article is about.",
  parameters: [
    { name: "entry", description: "Id of the entry that it is about." },
    { name: "start", description: "First offset of the words." },
    { name: "end", description: "Offset behind the words." },
  ],
  async answer({ ledger, id, query }) {
    const entryId = query.get("entry");
    const [article, entry] = await Promise.all([
      ledger.article(id),
      entryId === null || entryId === "" ? null : ledger.entry(entryId),
    ]);
    if (article === null) throw new NotInLedger("article", id);
    return { article: { id: article.id, title: article.title, text: article.text }, entry };
  },
  title: (_, { say }) => say("reportMistake"),
  body({ article, entry }, view) {
    const { say } = view;
    const [start, end] = [Number(view.query.get("start") ?? Number.NaN), Number(view.query.get("end") ?? Number.NaN)];
    const selected = start >= 0 && end > start && end <= article.text.length ? article.text.slice(start, end) : null;
    const words = selected ?? (entry === null ? "" : spokenWords(entry.content.slice(0, 1)));
    return html`<h1>${say("reportMistake")}${helpNote("helpCorrection", view)}</h1>
      <p class="lead">
        <a href="${articleAddress(article.id)}" translate="no">${article.title ?? say("untitled")}</a>
      </p>
      <form class="card" method="post" action="/articles/${article.id}/correct">
        ${proof(view)}
        <input type="hidden" name="start" value="${selected === null ? "" : start}" />
        <input type="hidden" name="entry" value="${entry?.id ?? ""}" />
        ${area("words", say("correctWords"), { value: words, needed: true, most: 5_000, rows: 3, hint: say("correctWordsHint") })}
        ${area("note", say("correctNote"), { needed: true, rows: 5 })}
        ${field("from", say("correctFrom"), { most: 200 })}
        <p><button class="button strong">${say("correctSend")}</button></p>
      </form>`;
  },
};
