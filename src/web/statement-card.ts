import { html } from "hono/html";
import type { Commitment } from "../core/commitment.ts";
import type { Entry } from "../core/entry.ts";
import { spokenWords } from "../publish/spoken.ts";
import type { StoredEntry } from "../ledger/ledger.ts";
import { DIAMOND, kindLabel, strengthBadge } from "./badges.ts";
import { doubtfulBadge, withDoubtful } from "./doubtful.ts";
import { reviewBadge } from "./review-state.ts";
import type { Html, View } from "./view.ts";
import { articleAddress, changesAddress, langOf, speakerAddress, statementAddress } from "./view.ts";

/** A statement as every list shows it: who in which role, when, the words, what was promised on what condition, and where. */
export function statementCard(entry: StoredEntry, view: View, options: { readonly speaker?: boolean } = {}): Html {
  const { say } = view;
  const { speaker = true } = options;
  return html`<article class="statement" id="e-${entry.id}">
    <header>
      <p>${speaker ? html`<span class="who">${speakerName(entry, view)}</span> ` : ""}${roleOf(entry)}</p>
      <p class="when">${dateOf(entry, view)}</p>
    </header>
    <blockquote class="${entry.kind}" ${langOf(entry)} translate="no">${contentOf(entry, LONGEST_QUOTE)}</blockquote>
    ${
      entry.state === "current"
        ? ""
        : html`<p class="notice">
            ${stateInWords(entry, view)}
            ${entry.state === "changed" ? html`<a href="${changesAddress(entry.articleId, { statement: entry.id })}#here">${say("seeChanges")}</a>` : ""}
          </p>`
    }
    ${promiseList(entry, view)}
    <footer>
      <span class="kind ${entry.kind}">${kindLabel(entry.kind, view)}</span>${reviewBadge(entry, view)}<span
        class="from"
        >${entry.publisher === null ? "" : html`${entry.publisher}, `}<a
          href="${articleAddress(entry.articleId, entry.id)}"
          ${langOf(entry)}
          translate="no"
          >${entry.articleTitle ?? say("untitled")}</a
        ></span
      ><a class="open" href="${statementAddress(entry.id)}"
        >${say("openStatement")}<span class="unseen" ${langOf(entry)}>: ${contentOf(entry, 60)}</span></a
      >
    </footer>
  </article>`;
}

/** The speaker's name with the way to their record; a source without a name as the article describes it. */
export function speakerName(entry: StoredEntry, view: View): Html {
  const name = nameOf(entry) ?? view.say("unknownSpeaker");
  return entry.speakerId === null ? html`${name}` : html`<a href="${speakerAddress(entry.speakerId)}">${name}</a>`;
}

export function nameOf(entry: Entry): string | null {
  return entry.speaker?.name ?? entry.speaker?.description ?? entry.source[0]?.text ?? null;
}

/** The words of a statement, cut off after `longest` characters at a word's end. */
export function contentOf(entry: Entry, longest: number): string {
  const words = spokenWords(entry.content).replace(/\s+/g, " ");
  return clipped(words, longest);
}

/** A text of at most `longest` characters, with an ellipsis where it was cut. */
export function clipped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(" ", longest - 1);
  return `${text.slice(0, space > longest / 2 ? space : longest - 1).trimEnd()}…`;
}

/** What a statement commits to, one line a commitment: how strongly, who, what, on which condition. Doubtful ones that were asked for say so. */
export function promiseList(entry: StoredEntry, view: View): Html {
  const { commitments } = withDoubtful(entry);
  if (commitments.length === 0) return html``;
  return html`<ul class="promises">
    ${commitments.map((commitment) => html`<li>${promiseLine(commitment, entry, view)}</li>`)}
  </ul>`;
}

export function promiseLine(commitment: Commitment, article: { readonly language: string | null }, view: View): Html {
  const language = langOf(article);
  return html`${doubtfulBadge(commitment, view)}${strengthBadge(commitment, view)}
    <span${language} translate="no"
      ><b>${commitment.committer?.name ?? view.say("committerNotSaid")}</b>: ${clipped(commitment.action.text, 160)}</span
    >${commitment.conditions.map(
      (condition) =>
        html` <span class="condition"
          >${DIAMOND}<span class="unseen">${view.say("badgeConditional")}: </span
          ><span${language} translate="no">${clipped(condition.text, 160)}</span></span
        >`,
    )}`;
}

/** What became of an entry since it was read; null for one that simply counts. */
export function stateInWords(entry: StoredEntry, { say }: View): string | null {
  switch (entry.state) {
    case "current":
      return null;
    case "replaced":
      return say("stateReplaced");
    case "moved":
      return say("stateMoved");
    case "decided":
      return say("stateDecided");
    case "changed":
      return say("stateChanged");
    case "redacted":
      return say("stateRedacted");
  }
}

function roleOf(entry: Entry): Html {
  return entry.speaker?.role ? html`<span class="role" translate="no">${entry.speaker.role.title}</span>` : html``;
}

/** The day it was said; where only the article's date is known, that is said too. */
export function dateOf(entry: StoredEntry, view: View): Html {
  if (entry.date === null) return html`<span>${view.say("dateUnknown")}</span>`;
  const words = view.date(entry.date);
  const time = /^\d{4}(-\d{2}){0,2}$/.test(entry.date)
    ? html`<time datetime="${entry.date}">${words}</time>`
    : html`<span>${words}</span>`;
  return entry.said === null ? html`<span class="published">${view.say("reportedOn", {})} ${time}</span>` : time;
}

/** Long enough for nearly every sentence; the rest is on the statement's own page. */
const LONGEST_QUOTE = 420;
