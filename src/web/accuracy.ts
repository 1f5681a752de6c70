import { html } from "hono/html";
import { kindLabel } from "./badges.ts";
import { helpNote } from "./help-note.ts";
import type { MessageKey } from "./messages/message.ts";
import type { Judged, Scores } from "./scores.ts";
import type { Html, View } from "./view.ts";

/** The measured accuracy: by kind of quotation, of the fields, and everything else that was measured, as it was named. */
export function accuracy({ measured, otherNews }: Scores, view: View): Html {
  const { say } = view;
  const values = new Map(measured.map(({ name, value }) => [name, value]));
  const all = otherNews.reduce((sum, { shown, right }) => ({ shown: sum.shown + shown, right: sum.right + right }), {
    shown: 0,
    right: 0,
  });
  const atDefault = measured.find(({ name }) => name.startsWith("attribution · precision at the default"))?.value;
  return html`${atDefault === undefined ? "" : html`<p>${say("aboutDefaultHere", { share: one(atDefault, view) })}</p>`}
  ${
    all.shown === 0
      ? ""
      : html`<p class="notice">
          ${say("aboutDefaultElsewhere", { right: all.right, shown: all.shown, share: one((100 * all.right) / all.shown, view) })}
        </p>`
  }
  ${byKind(values, otherNews, view)} ${byField(values, view)} ${everything(measured, view)}`;
}

function byKind(values: ReadonlyMap<string, number>, otherNews: readonly Judged[], view: View): Html {
  const { say } = view;
  const rows = KINDS.flatMap(([kind, name]) => {
    const value = values.get(name);
    const judged = otherNews.find((each) => each.kind === kind);
    return value === undefined && judged === undefined ? [] : [{ kind, value, judged }];
  });
  if (rows.length === 0) return html``;
  return html`<div class="wide" tabindex="0" role="region" aria-label="${say("accuracyByKind")}">
    <table>
      <caption>
        ${say("accuracyByKind")}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say("fieldKind")}</th>
          <th scope="col" class="figure">${say("accuracyF1")}${helpNote("helpF1", view)}</th>
          <th scope="col" class="figure">${say("accuracyElsewhere")}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ kind, value, judged }) =>
            html`<tr>
              <th scope="row">${kindLabel(kind, view)}</th>
              <td class="figure">${value === undefined ? "–" : one(value, view)}</td>
              <td class="figure">
                ${judged === undefined ? "–" : html`${one((100 * judged.right) / judged.shown, view)} <small>${say("ofShown", { right: judged.right, shown: judged.shown })}</small>`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function byField(values: ReadonlyMap<string, number>, view: View): Html {
  const { say } = view;
  const rows = FIELDS.flatMap(([key, name]) => {
    const value = values.get(name);
    return value === undefined ? [] : [{ key, value }];
  });
  if (rows.length === 0) return html``;
  return html`<div class="wide" tabindex="0" role="region" aria-label="${say("accuracyByField")}">
    <table>
      <caption>
        ${say("accuracyByField")}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say("measured")}</th>
          <th scope="col" class="figure">${say("outOf100")}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ key, value }) =>
            html`<tr>
              <th scope="row">${say(key)}</th>
              <td class="figure">${one(value, view)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Every figure by the name it was measured under, which is English. */
function everything(measured: Scores["measured"], view: View): Html {
  const { say } = view;
  return html`<details class="twin">
    <summary>${say("allFigures")}</summary>
    <div class="wide" tabindex="0" role="region" aria-label="${say("allFigures")}">
      <table>
        <thead>
          <tr>
            <th scope="col">${say("measured")}</th>
            <th scope="col" class="figure">${say("fieldValue")}</th>
          </tr>
        </thead>
        <tbody>
          ${measured.map(
            ({ name, value }) =>
              html`<tr>
                <td lang="en">${name}</td>
                <td class="figure">${view.number(value)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** A share with one digit behind the point, also where that is a nought. */
function one(value: number, { language }: View): string {
  return value.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

const KINDS = [
  ["direct", "attribution · direct F1"],
  ["mixed", "attribution · mixed F1"],
  ["indirect", "attribution · indirect F1"],
] as const;

/** What a reader of these pages relies on, by the names of `eval/scores.json`. */
const FIELDS: readonly (readonly [MessageKey, string])[] = [
  ["accuracySpeakers", "speakers · end to end: speakers right of found"],
  ["accuracyNames", "speakers · end to end: the fullest name"],
  ["accuracyUnnamed", "speakers · end to end: unnamed kept unnamed"],
  ["accuracyRoles", "speakers · end to end: roles"],
  ["accuracyCommitments", "commitments · commitments F1, dev, end to end"],
  ["accuracyStrength", "commitments · strength of those right"],
  ["accuracyPolarity", "commitments · polarity of those right"],
  ["accuracyCommitter", "commitments · committer of those right"],
  ["accuracyConditions", "commitments · conditions F1"],
  ["accuracyTimes", "commitments · time F1"],
];
