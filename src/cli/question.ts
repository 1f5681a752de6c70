import type { Entry } from "../core/entry.ts";
import type { Question } from "../ledger/ledger.ts";
import { COMMITMENT_STATUSES, type ReviewState } from "../ledger/people/people.ts";
import { edtfOf } from "../read/edtf.ts";
import { choice, isSet, type Invocation, type Options, words } from "./command.ts";
import { UsageError } from "./failure.ts";
import { CONFIDENCE_OPTION, confidenceOf } from "./listing.ts";

const KINDS: readonly Entry["kind"][] = ["direct", "mixed", "indirect", "own"];

const REVIEW_STATES: readonly ReviewState[] = ["none", "confirmed", "amended", "rejected", "disagreed", "entered"];

/** The options that narrow what a command asks the ledger for. */
export const QUESTION_OPTIONS: Options = {
  speaker: { type: "string", value: "NAME", help: "Only what this speaker said." },
  role: { type: "string", value: "TITLE", help: "Only what was said in this role." },
  publisher: { type: "string", value: "NAME", help: "Only what this publisher printed." },
  since: { type: "string", value: "DATE", help: "Said on this date or later: 2025-08-25, 2025-08, 2025." },
  until: { type: "string", value: "DATE", help: "Said on this date or before." },
  commitment: { type: "boolean", help: "Only statements that commit somebody." },
  conditional: { type: "boolean", help: "Only statements that commit somebody on a condition." },
  strength: { type: "string", value: "WORD", help: "Only commitments of this strength: will, plan, may." },
  condition: { type: "string", value: "ID", help: "Only commitments that wait or waited for this condition." },
  status: {
    type: "string",
    value: "STATUS",
    help: `Only commitments of which this was said: ${COMMITMENT_STATUSES.join(", ")}.`,
  },
  kind: { type: "string", value: "KIND", help: `Only statements of this kind: ${KINDS.join(", ")}.` },
  review: {
    type: "string",
    value: "STATE",
    help: `Only statements in this state of review: ${REVIEW_STATES.join(", ")}.`,
  },
  language: { type: "string", value: "CODE", help: "Only from articles in this language, as en or uk." },
  ...CONFIDENCE_OPTION,
};

/** The question that the words and options ask. */
export function questionOf(invocation: Invocation): Question {
  const question: { -readonly [Field in keyof Question]: Question[Field] } = {
    minConfidence: confidenceOf(invocation),
  };
  const sought = invocation.inputs.join(" ").trim();
  if (sought !== "") question.words = sought;
  for (const field of ["speaker", "role", "publisher", "condition", "language"] as const) {
    const value = words(invocation, field);
    if (value !== undefined) question[field] = value;
  }
  for (const [option, field] of [
    ["since", "from"],
    ["until", "to"],
  ] as const) {
    const value = words(invocation, option);
    if (value === undefined) continue;
    if (edtfOf(value) === null)
      throw new UsageError(
        `--${option} takes a date such as 2025-08-25, 2025-08 or 2025, not ${JSON.stringify(value)}.`,
      );
    question[field] = value;
  }
  const strength = choice(invocation, "strength", ["will", "plan", "may"]);
  if (strength !== undefined) question.strength = strength;
  const status = choice(invocation, "status", COMMITMENT_STATUSES);
  if (status !== undefined) question.status = status;
  const kind = choice(invocation, "kind", KINDS);
  if (kind !== undefined) question.kind = kind;
  const review = choice(invocation, "review", REVIEW_STATES);
  if (review !== undefined) question.review = review;
  if (isSet(invocation, "commitment")) question.commitment = true;
  if (isSet(invocation, "conditional")) question.conditional = true;
  return question;
}
