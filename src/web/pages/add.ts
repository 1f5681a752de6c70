import { html } from "hono/html";
import type { Draft } from "../drafts.ts";
import { area, field, proof } from "../form-fields.ts";
import { helpNote } from "../help-note.ts";
import type { View } from "../view.ts";
import type { WebPage } from "../web-page.ts";

interface Answer {
  readonly drafts: readonly Waiting[];
  /** Names of inputs that could not be read. */
  readonly failed: string | null;
}

interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly statements: number;
}

/** Where text comes in: pasted, or as files. What was found is shown before it is kept. */
export const add: WebPage<Answer> = {
  path: "/add",
  summary: "What was read and waits to be kept.",
  parameters: [{ name: "failed", description: "Names of inputs that could not be read." }],
  script: "upload.js",
  async answer({ drafts, query }) {
    return { drafts: drafts.list().map(waitingOf), failed: query.get("failed")?.slice(0, 300) ?? null };
  },
  title: (_, { say }) => say("addHeading"),
  body({ drafts, failed }, view) {
    const { say } = view;
    return html`<h1>${say("addHeading")}${helpNote("helpDraft", view)}</h1>
      <p class="lead">${say("addLead")}</p>
      ${failed === null ? "" : html`<p class="notice">${say("addFailed")} ${failed}</p>`} ${waiting(drafts, view)}
      <form class="card" method="post" action="/add" enctype="multipart/form-data" data-upload>
        ${proof(view)} ${area("text", say("addText"), { rows: 9, most: 16_000_000, hint: say("addTextHint") })}
        <p class="field">
          <label for="files">${say("addFiles")}</label
          ><input id="files" name="files" type="file" multiple accept=".html,.htm,.txt,.md,.jsonl,.ndjson,.gz" />
        </p>
        <details>
          <summary>${say("addKnown")}</summary>
          <div class="fields-grid">
            ${field("title", say("addTitle"))} ${field("publisher", say("publisher"))}
            ${field("published", say("addPublished"), { hint: "2025-08-25", most: 12 })}
            ${field("url", say("addUrl"), { type: "url", hint: "https://" })} ${field("byline", say("addByline"))}
            ${field("speaker", say("addSpeaker"))}
          </div>
          <p class="lead">${say("addSpeakerHint")}</p>
        </details>
        <p><button class="button strong">${say("addRead")}</button></p>
        <div
          class="upload-progress"
          role="status"
          data-reading="${say("addReading")}"
          data-found="${say("addFound")}"
          data-failed="${say("addFailed")}"
        ></div>
      </form>`;
  },
};

export function waitingOf(draft: Draft): Waiting {
  const { id, name, article, entries } = draft;
  const { title, publisher, published } = article;
  return { id, name, title, publisher, published, statements: entries.length };
}

function waiting(drafts: readonly Waiting[], view: View): ReturnType<typeof html> {
  const { say } = view;
  if (drafts.length === 0) return html``;
  return html`<section aria-labelledby="waiting">
    <h2 id="waiting">${say("draftsWaiting", { count: drafts.length })}</h2>
    <ul class="plain">
      ${drafts.map(
        (draft) =>
          html`<li>
            <span>${say("countStatements", { count: draft.statements })}</span>
            <a href="/drafts/${draft.id}" translate="no">${draft.title ?? draft.name}</a>
          </li>`,
      )}
    </ul>
    <form method="post" action="/drafts/keep">
      ${proof(view)}<button class="button">${say("keepAll", { count: drafts.length })}</button>
    </form>
  </section>`;
}
