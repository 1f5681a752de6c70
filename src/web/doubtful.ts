import { html } from "hono/html";
import type { Commitment } from "../core/commitment.ts";
import { isDoubtful } from "../core/confidence.ts";
import type { StoredEntry } from "../ledger/ledger.ts";
import { strengthBadge } from "./badges.ts";
import { BadValue } from "./question.ts";
import { oneOf } from "./action.ts";
import type { MessageKey } from "./messages/message.ts";
import type { Html, View } from "./view.ts";
import { langOf } from "./view.ts";

/** A question mark, the word and a dashed frame: a commitment that is no part of the record. Nothing for one that is. */
export function doubtfulBadge(commitment: Commitment, view: View): Html {
  return isDoubtful(commitment) ? html`<span class="badge doubtful">${view.say("doubtful")}</span> ` : html``;
}

/** Confidence in a commitment as a person says it. */
export function commitmentConfidence({ confidence }: Commitment, view: View): string {
  const key: MessageKey =
    confidence === 1
      ? "commitmentDecided"
      : confidence >= 0.9
        ? "commitmentHigh"
        : Math.round(confidence * 10) >= 7
          ? "commitmentGood"
          : isDoubtful({ confidence })
            ? "commitmentLow"
            : "commitmentFair";
  return view.say(key, { tenths: Math.round(confidence * 10) });
}

/** An entry with the doubtful ones among its commitments, for pages that mark each. */
export function withDoubtful(entry: StoredEntry): StoredEntry {
  return entry.doubtful.length === 0 ? entry : { ...entry, commitments: [...entry.commitments, ...entry.doubtful] };
}

/** Of each doubtful commitment, whether it is one: whoever decides on the entry must say. `of` names the form on the page. */
export function doubtfulChoices(entry: StoredEntry, of: string, view: View): Html {
  const { say } = view;
  if (entry.doubtful.length === 0) return html``;
  return html`<p class="lead">${say("doubtfulAsk")}</p>
    ${entry.doubtful.map((commitment, index) => {
      const choice = (value: "yes" | "no", name: string): Html =>
        html`<label for="${of}-doubtful-${index}-${value}"
          ><input
            type="radio"
            id="${of}-doubtful-${index}-${value}"
            name="doubtful-${index}"
            value="${value}"
            required
          />
          ${name}</label
        >`;
      return html`<fieldset class="doubtful-choice">
        <legend>
          ${doubtfulBadge(commitment, view)}${strengthBadge(commitment, view)}
          <span ${langOf(entry)} translate="no"
            ><b>${commitment.committer?.name ?? say("committerNotSaid")}</b>: ${commitment.action.text}</span
          >
        </legend>
        <p class="lead">${commitmentConfidence(commitment, view)}</p>
        ${choice("yes", say("doubtfulYes"))} ${choice("no", say("doubtfulNo"))}
      </fieldset>`;
    })}`;
}

/** What a form says of each doubtful commitment of an entry. */
export function doubtfulIn(form: FormData, entry: StoredEntry): readonly boolean[] {
  return entry.doubtful.map((_, index) => {
    const name = `doubtful-${index}`;
    if (form.get(name) === null) throw new BadValue(name, "");
    return oneOf(form, name, ["yes", "no"]) === "yes";
  });
}
