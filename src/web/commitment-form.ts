import { html } from "hono/html";
import type { Commitment } from "../core/commitment.ts";
import type { Span } from "../core/span.ts";
import { oneOf, textOf } from "./action.ts";
import { area, select } from "./form-fields.ts";
import type { GivenWords } from "./given-words.ts";
import { BadValue } from "./question.ts";
import { clipped } from "./statement-card.ts";
import type { Html, View } from "./view.ts";
import { testabilityAfter } from "../core/commitments/testability.ts";

/**
 * The part of a form that holds the commitments of a statement: one fold for each, every field by the words that prove it, and a
 * last one, empty, for a commitment that is missing. What it draws, `commitmentsIn` reads.
 */
export function commitmentFields(commitments: readonly Commitment[], view: View): Html {
  const { say } = view;
  return html`${commitments.map(
      (commitment, index) =>
        html`<details class="commitment-fields">
          <summary>
            ${say("fieldCommitments")}: <span translate="no">${clipped(commitment.action.text, 60)}</span>
          </summary>
          ${fieldsOf(commitment, index, view)}
          <p class="field tick">
            <label><input type="checkbox" name="${nameOf(index, "drop")}" value="1" /> ${say("commitmentDrop")}</label>
          </p>
        </details>`,
    )}
    <details class="commitment-fields">
      <summary>${say("commitmentAdd")}</summary>
      ${fieldsOf(null, commitments.length, view)}
    </details>
    <input type="hidden" name="commitments" value="${commitments.length}" />`;
}

/** The commitments as the form gives them; `before` are those that it was drawn with. */
export function commitmentsIn(form: FormData, words: GivenWords, before: readonly Commitment[]): readonly Commitment[] {
  // Somebody else may have amended them since the form was drawn: positions would then mean other commitments.
  if (textOf(form, "commitments") !== String(before.length))
    throw new BadValue("commitments", textOf(form, "commitments"));
  const given: Commitment[] = [];
  for (const [index, commitment] of [...before, null].entries()) {
    if (textOf(form, nameOf(index, "drop")) === "1") continue;
    const read = commitmentIn(form, words, index, commitment);
    if (read !== null) given.push(read);
  }
  return given;
}

/** The first commitment that is to be taken out; null for none. */
export function firstDropped(form: FormData, before: readonly Commitment[]): number | null {
  const first = before.findIndex((_, index) => textOf(form, nameOf(index, "drop")) === "1");
  return first < 0 ? null : first;
}

function nameOf(index: number, field: string): string {
  return `commitment-${index}-${field}`;
}

function fieldsOf(commitment: Commitment | null, index: number, view: View): Html {
  const { say } = view;
  const name = (field: string): string => nameOf(index, field);
  const words = (field: string, label: string, span: Span | null | undefined): Html =>
    area(name(field), label, { value: span?.text ?? "", rows: 1, picks: true, most: 4_000 });
  // One more than there are, for what is missing.
  const several = (field: string, label: string, spans: readonly Span[]): Html =>
    html`${[...spans, null].map((span, at) =>
      area(`${name(field)}-${at}`, at === 0 ? label : `${label} (${view.number(at + 1)})`, {
        value: span?.text ?? "",
        rows: 1,
        picks: true,
        most: 4_000,
      }),
    )}`;
  return html`${words("action", say("fieldAction"), commitment?.action)}
    ${words("committer", say("fieldCommitter"), commitment?.committer?.span)}
    <div class="fields-grid">
      ${select(
        name("strength"),
        say("fieldStrength"),
        [
          ["will", say("strengthWill")],
          ["plan", say("strengthPlan")],
          ["may", say("strengthMay")],
        ],
        commitment?.strength ?? "will",
      )}
      ${words("strength-words", say("wordsForIt"), commitment?.strengthSpan)}
      ${select(
        name("polarity"),
        say("fieldPolarity"),
        [
          ["do", say("polarityDo")],
          ["not", say("polarityNot")],
        ],
        commitment?.polarity ?? "do",
      )}
      ${words("polarity-words", say("wordsForIt"), commitment?.polaritySpan)}
    </div>
    ${several("condition", say("fieldConditions"), commitment?.conditions ?? [])}
    ${several("time", say("fieldTime"), commitment?.time ?? [])}
    ${several("quantity", say("fieldQuantity"), commitment?.quantity ?? [])}
    ${words("beneficiary", say("fieldBeneficiary"), commitment?.beneficiary?.span)}
    <div class="fields-grid">
      ${select(
        name("form"),
        say("fieldForm"),
        [
          ["", "—"],
          ["spoken", say("formSpoken")],
          ["written", say("formWritten")],
          ["signed", say("formSigned")],
        ],
        commitment?.form?.value ?? "",
      )}
      ${words("form-words", say("wordsForIt"), commitment?.form?.span)}
    </div>`;
}

function commitmentIn(form: FormData, words: GivenWords, index: number, before: Commitment | null): Commitment | null {
  const name = (field: string): string => nameOf(index, field);
  const action = words.span(name("action"), before?.action ?? null);
  if (action === null) {
    if (before === null) return null;
    // What is bound to be done cannot be left open; a commitment that is none is ticked off.
    throw new BadValue(name("action"), "");
  }
  const committer = words.span(name("committer"), before?.committer?.span ?? null);
  const beneficiary = words.span(name("beneficiary"), before?.beneficiary?.span ?? null);
  const now: Omit<Commitment, "testability"> = {
    committer: unlessSame(committer, before?.committer ?? null, (span) => ({ name: span.text, span })),
    action,
    polarity: oneOf(form, name("polarity"), ["do", "not"]),
    polaritySpan: words.span(name("polarity-words"), before?.polaritySpan ?? null),
    strength: oneOf(form, name("strength"), ["will", "plan", "may"]),
    strengthSpan: words.span(name("strength-words"), before?.strengthSpan ?? null),
    conditions: words.spans(name("condition"), before?.conditions),
    time: words.spans(name("time"), before?.time),
    quantity: words.spans(name("quantity"), before?.quantity),
    beneficiary: unlessSame(beneficiary, before?.beneficiary ?? null, (span) => ({ text: span.text, span })),
    form: formIn(form, words, name, before),
    confidence: before?.confidence ?? 1,
  };
  return { ...now, testability: testabilityAfter(now, before) };
}

function formIn(
  form: FormData,
  words: GivenWords,
  name: (field: string) => string,
  before: Commitment | null,
): Commitment["form"] {
  const value = oneOf(form, name("form"), ["", "spoken", "written", "signed"]);
  if (value === "") return null;
  const span = words.span(name("form-words"), before?.form?.span ?? null);
  // A form without words that show it would be a guess.
  if (span === null) throw new BadValue(name("form-words"), "");
  return { value, span };
}

/** A field whose words did not change keeps what the engine made of them: "we" stays the government that says it. */
function unlessSame<Field extends { readonly span: Span }>(
  span: Span | null,
  before: Field | null,
  make: (span: Span) => Field,
): Field | null {
  if (span === null) return null;
  return before !== null && before.span.start === span.start && before.span.end === span.end ? before : make(span);
}
