import { html } from "hono/html";
import { themeOf } from "../core/shifts/alike-words.ts";
import type { Change, Shift, ShiftSide } from "../core/shifts/shift.ts";
import { spokenWords } from "../publish/spoken.ts";
import { clipped } from "./statement-card.ts";
import type { Html, View } from "./view.ts";
import { address, statementAddress } from "./view.ts";

/** Two moments of one speaker on one subject, and what differs between them; never a word about why. */
export function shiftCard(shift: Shift, view: View): Html {
  const { say } = view;
  return html`<article class="shift">
    <p class="subject">${say("onSubject")} <b translate="no">${subjectWords(shift).join(", ")}</b></p>
    <div class="moments">${moment(shift.earlier, view)}${moment(shift.later, view)}</div>
    ${changeList(shift.changes, view)}
    <p class="compared-in">${comparedInWords(shift, view)}</p>
    <p class="more">
      <a href="${address("/compare", { earlier: shift.earlier.id, later: shift.later.id })}">${say("compareThese")}</a>
    </p>
  </article>`;
}

/**
 * The words that make two statements one subject, as the later statement writes them: the comparison knows only one form for a word and its like
 * ("instructors", "training"), and numbers say little about a subject.
 */
export function subjectWords(shift: Shift): readonly string[] {
  const written = shift.later.content.flatMap((span) => span.text.match(/[\p{L}][\p{L}'’-]*/gu) ?? []);
  const found = shift.subject.words.flatMap((theme) => {
    const at = written.findIndex((word) => themeOf(word.toLowerCase().replace(/['’]s$/u, "")) === theme);
    const word = written[at]?.replace(/['’]s$/u, "");
    return word === undefined ? [] : [at === 0 ? word.toLowerCase() : word];
  });
  return [...new Set(found)].slice(0, 5);
}

/** Of how many statements, over which time, these two are. */
export function comparedInWords({ compared }: Shift, view: View): string {
  const { statements: count, from, to } = compared;
  if (from === null || to === null) return view.say("comparedIn", { count });
  return `${view.say("comparedIn", { count })}, ${from === to ? view.date(from) : `${view.date(from)} – ${view.date(to)}`}`;
}

/** What changed, one line a change. */
export function changeList(changes: readonly Change[], view: View): Html {
  return html`<ul class="changes">
    ${changes.map((change) => html`<li>${changeInWords(change, view)}</li>`)}
  </ul>`;
}

function moment(side: ShiftSide, view: View): Html {
  return html`<div>
    <p class="when">
      <a href="${statementAddress(side.id)}">${view.date(side.date)}</a
      >${side.role === null ? "" : html` <span class="role" translate="no">${side.role}</span>`}
    </p>
    <blockquote translate="no">${clipped(spokenWords(side.content), 240)}</blockquote>
  </div>`;
}

function changeInWords(change: Change, { say }: View): Html {
  switch (change.kind) {
    case "role":
      return step(say("changeRole"), change.from, change.to);
    case "condition added":
      return html`<b>${say("changeConditionAdded")}</b>
        <span class="condition" translate="no">${change.to.text}</span>`;
    case "condition dropped":
      return html`<b>${say("changeConditionDropped")}</b> <s class="condition" translate="no">${change.from.text}</s>`;
    case "condition changed":
      return step(say("changeCondition"), change.from.text, change.to.text);
    case "strength up":
      return step(say("changeStronger"), strength(change.from, say), strength(change.to, say));
    case "strength down":
      return step(say("changeWeaker"), strength(change.from, say), strength(change.to, say));
    case "polarity":
      return html`<b>${say(POLARITY[change.of][change.to])}</b>`;
    case "scope":
      return step(say(SCOPE[change.field]), change.from, change.to);
    case "wording only":
      return html`<b>${say("changeWording")}</b>`;
    case "older statement newly reported":
      return html`<b>${say("changeNewlyReported")}</b>`;
  }
}

function step(name: string, from: string, to: string): Html {
  return html`<b>${name}:</b> <span translate="no">${from}</span> <span aria-hidden="true">→</span>
    <span translate="no">${to}</span>`;
}

function strength(value: "will" | "plan" | "may", say: View["say"]): string {
  return say(value === "will" ? "strengthWill" : value === "plan" ? "strengthPlan" : "strengthMay");
}

const POLARITY = {
  act: { not: "changeToNot", do: "changeToDo" },
  words: { not: "changeToDenied", do: "changeToAffirmed" },
} as const;

const SCOPE = {
  committer: "fieldCommitter",
  quantity: "fieldQuantity",
  beneficiary: "fieldBeneficiary",
  place: "fieldPlace",
} as const;
