import type { Statement } from "../statement.ts";
import type { Act, TokenRange, Window } from "./acts.ts";
import type { CommitmentData } from "./commitment-data.ts";
import type { ConditionSpan } from "./condition-spans.ts";
import type { Words } from "./words.ts";
import { sentenceEnd, sentenceStart } from "./words.ts";

/** A candidate with what surrounds it. */
export interface Candidate {
  readonly words: Words;
  readonly statement: Statement;
  readonly window: Window;
  readonly act: Act;
  readonly subject: TokenRange | undefined;
  readonly conditions: readonly ConditionSpan[];
  readonly data: CommitmentData;
}

/** Whether a candidate presents somebody as bound, planning, offering or refusing to act. */
export function isCommissive(candidate: Candidate): boolean {
  const { words, act, subject, data } = candidate;
  const verb = words.lower[act.verb] ?? "";
  if (act.frame !== "object" && data.notActs.has(verb)) return false;
  if (act.copular || verb === "be") return act.passive && act.strength !== "may";
  const kind = subject === undefined ? undefined : data.pronouns.get(words.lower[subject.end - 1] ?? "");
  if (!act.byStatement && (kind === "you" || kind === "none")) return false;
  for (let i = act.verb; i < sentenceEnd(words, act.verb); i++) if (words.lower[i] === "?") return false;
  if (sentenceStart(words, act.finite) === act.finite && act.frame === "modal") return false;
  if (act.frame === "modal" && act.strength === "may") return false;
  return true;
}
