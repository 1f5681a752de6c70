import { html } from "hono/html";
import { DEFAULT_CONFIDENCE, isDoubtful } from "../core/confidence.ts";
import type { Article, Furniture } from "../core/article.ts";
import type { Entry } from "../core/entry.ts";
import { DIAMOND, strengthBadge } from "./badges.ts";
import { doubtfulBadge } from "./doubtful.ts";
import type { Block } from "./highlight.ts";
import { blocksOf } from "./highlight.ts";
import type { MessageKey } from "./messages/message.ts";
import type { PassageOptions } from "./passage.ts";
import { passage } from "./passage.ts";
import { nameOf } from "./statement-card.ts";
import type { Html, View } from "./view.ts";
import { langOf, statementAddress } from "./view.ts";

/** An article's text line by line, statements drawn into it and named beside it, furniture folded where it stands. */
export function story(article: Article, entries: readonly Entry[], drawing: PassageOptions, view: View): Html {
  return html`<div class="story" ${langOf(article)} translate="no">
    ${blocksOf(article.text, article.furniture).map((block) =>
      block.kind === "furniture" ? fold(article, block, drawing, view) : line(article, block, entries, drawing, view),
    )}
  </div>`;
}

function line(article: Article, block: Block, entries: readonly Entry[], drawing: PassageOptions, view: View): Html {
  const beside = entries
    .map((entry, index) => ({ entry, number: index + 1 }))
    .filter(({ entry }) => {
      const start = entry.content[0]?.start ?? -1;
      return block.start <= start && start < block.end;
    });
  const isTitle = article.title !== null && article.text.slice(block.start, block.end).trim() === article.title.trim();
  return html`<div class="line${isTitle ? " headline" : ""}">
    <p data-start="${block.start}">${passage(article.text, block, drawing, view)}</p>
    ${
      beside.length === 0
        ? ""
        : html`<ul class="beside" lang="${view.language}">
            ${beside.map(({ entry, number }) => note(entry, number, drawing, view))}
          </ul>`
    }
  </div>`;
}

function note(entry: Entry, number: number, { chosen, kept }: PassageOptions, view: View): Html {
  const { say } = view;
  const sure = entry.commitments.filter((each) => !isDoubtful(each));
  const [commitment] = sure;
  const conditional = sure.some((each) => each.conditions.length > 0);
  const doubtful = entry.commitments.find(isDoubtful);
  return html`<li${entry.id === chosen ? html` class="is-chosen"` : ""} data-s="${number}"><a href="${kept ? statementAddress(entry.id) : `#e-${entry.id}`}"><span class="n">${number}</span> ${nameOf(entry) ?? say("unknownSpeaker")}</a>${entry.repeats === null ? "" : html` <small>${say("repeats")}</small>`}${entry.confidence < DEFAULT_CONFIDENCE ? html` <small>${say("unsure")}</small>` : ""}${commitment === undefined ? "" : html` ${strengthBadge(commitment, view)}${sure.length > 1 ? html` <small>+${sure.length - 1}</small>` : ""}`}${conditional ? html` <span class="badge conditional">${DIAMOND}${say("badgeConditional")}</span>` : ""}${doubtful === undefined ? "" : html` ${doubtfulBadge(doubtful, view)}${strengthBadge(doubtful, view)}${entry.commitments.length - sure.length > 1 ? html` <small>+${entry.commitments.length - sure.length - 1}</small>` : ""}`}</li>`;
}

/** Furniture is one click from sight, and says what it is before it is opened. */
function fold(article: Article, block: Block, drawing: PassageOptions, view: View): Html {
  const pieces = article.furniture.filter((piece) => block.start <= piece.start && piece.end <= block.end);
  const kinds = [...new Set(pieces.map((piece) => view.say(FURNITURE[piece.kind])))];
  return html`<details class="furniture">
    <summary lang="${view.language}"><span>${view.say("furniture")}</span> ${kinds.join(", ")}</summary>
    <p data-start="${block.start}">${passage(article.text, block, drawing, view)}</p>
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
