import type { Question } from "../ledger/ledger.ts";
import { edtfOf } from "../read/edtf.ts";
import { choice, isSet, type Invocation, type Options, words } from "./command.ts";
import { UsageError } from "./failure.ts";
import { CONFIDENCE_OPTION, confidenceOf } from "./listing.ts";

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
  ...CONFIDENCE_OPTION,
};

/** The question that the words and options ask. */
export function questionOf(invocation: Invocation): Question {
  const question: { -readonly [Field in keyof Question]: Question[Field] } = {
    minConfidence: confidenceOf(invocation),
  };
  const sought = invocation.inputs.join(" ").trim();
  if (sought !== "") question.words = sought;
  for (const field of ["speaker", "role", "publisher"] as const) {
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
  if (isSet(invocation, "commitment")) question.commitment = true;
  if (isSet(invocation, "conditional")) question.conditional = true;
  return question;
}
