import { html } from "hono/html";
import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import type { LedgerCounts } from "../../ledger/ledger.ts";
import { accuracy } from "../accuracy.ts";
import { legend } from "../legend.ts";
import type { MessageKey } from "../messages/message.ts";
import type { Scores } from "../scores.ts";
import type { WebPage } from "../web-page.ts";

interface Answer {
  readonly counts: LedgerCounts;
  readonly scores: Scores | null;
}

/** What this is, how well it was measured to work, and what it cannot do. */
export const about: WebPage<Answer> = {
  path: "/about",
  summary: "The engine's measured accuracy and what the ledger holds.",
  parameters: [],
  async answer({ ledger, scores }) {
    return { counts: await ledger.counts(DEFAULT_CONFIDENCE), scores };
  },
  title: (_, { say }) => say("navAbout"),
  body({ scores }, view) {
    const { say } = view;
    return html`<div class="prose">
      <h1>${say("aboutHeading")}</h1>
      <p class="lead">${say("startLead")}</p>
      <h2>${say("aboutAccuracy")}</h2>
      <p>${say("aboutAccuracyText")}</p>
      ${scores === null ? html`<p class="none">${say("aboutNoScores")}</p>` : accuracy(scores, view)}
      <h2>${say("aboutCannot")}</h2>
      <ul>
        ${CANNOT.map((key) => html`<li>${say(key)}</li>`)}
      </ul>
      <h2>${say("aboutReading")}</h2>
      <p>${say("aboutReadingText")}</p>
      ${legend(view)}
      <dl class="notions">
        ${NOTIONS.map(
          ([name, help]) =>
            html`<dt>${say(name)}</dt>
              <dd>${say(help)}</dd>`,
        )}
      </dl>
    </div>`;
  },
};

const NOTIONS: readonly (readonly [MessageKey, MessageKey])[] = [
  ["notionStatement", "helpStatement"],
  ["fieldKind", "helpKind"],
  ["fieldRole", "helpRole"],
  ["notionCommitment", "helpCommitment"],
  ["oneCondition", "helpCondition"],
  ["fieldStrength", "helpStrength"],
  ["notionConfidence", "helpConfidence"],
  ["notionFurniture", "helpFurniture"],
  ["whatMoved", "helpShift"],
  ["navReview", "helpReview"],
  ["corrections", "helpCorrection"],
  ["navDossiers", "helpDossier"],
];

const CANNOT: readonly MessageKey[] = [
  "cannotTruth",
  "cannotSilence",
  "cannotIrony",
  "cannotLanguages",
  "cannotNames",
  "cannotConditions",
];
