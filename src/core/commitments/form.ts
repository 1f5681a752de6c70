import type { Commitment } from "../commitment.ts";
import type { Statement } from "../statement.ts";
import type { Act } from "./act.ts";
import type { CommitmentData } from "./commitment-data.ts";
import type { Words } from "./words.ts";
import { spanOfTokens } from "./words.ts";

/**
 * How the commitment was or is to be given: signed ("signed the agreement"), written ("formally documented guarantees"), else as the
 * statement's cue says. Null where no word shows it.
 */
export function formOf(words: Words, statement: Statement, act: Act, data: CommitmentData): Commitment["form"] {
  for (let i = act.start; i < act.end; i++) {
    const lower = words.lower[i] ?? "";
    if (data.signed.has(lower) && i > act.verb) return { value: "signed", span: spanOfTokens(words, i, i + 1) };
    if (data.written.has(lower)) return { value: "written", span: spanOfTokens(words, i, i + 1) };
  }
  const cue = statement.cue[0];
  if (cue === undefined) return null;
  const said = cue.text.toLowerCase().split(/[^\p{L}]+/u);
  if (said.some((word) => data.signed.has(word))) return { value: "signed", span: cue };
  if (statement.act === "wrote") return { value: "written", span: cue };
  return said.some((word) => data.spoken.has(word)) ? { value: "spoken", span: cue } : null;
}
