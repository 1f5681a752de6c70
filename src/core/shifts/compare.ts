import type { Commitment } from "../commitment.ts";
import { compareTitles } from "../speakers/register.ts";
import type { Span } from "../span.ts";
import type { Change, DatedEntry, ScopeField, Strength } from "./shift.ts";
import { themeOf } from "./alike-words.ts";
import { SMALL_WORDS } from "./small-words.ts";
import { conditionsIn, shownChanges } from "./shown.ts";
import { sameActor, type SameSubject } from "./subject.ts";

/**
 * What differs between two statements on one subject; nothing when they say the same in the same words. Two commitments are compared field by field;
 * where a side has none, only what the sentences themselves prove (`shownChanges`).
 */
export function changesBetween(earlier: DatedEntry, later: DatedEntry, same: SameSubject): readonly Change[] {
  const changes: Change[] = [];
  const [from, to] = [earlier.entry.speaker?.role?.title, later.entry.speaker?.role?.title];
  if (from !== undefined && to !== undefined && compareTitles(from, to) === "differ")
    changes.push({ kind: "role", from, to });
  const unlike = wordingOf(earlier) !== wordingOf(later);
  if (unlike) {
    const { passages, words } = same;
    const [before, after] = [sideOf(same.earlier, passages.earlier, words), sideOf(same.later, passages.later, words)];
    changes.push(...conditionChanges(before, after));
    if (same.earlier !== null && same.later !== null)
      changes.push(
        ...commitmentChanges(same.earlier, same.later, [earlier.entry.speaker?.name, later.entry.speaker?.name]),
      );
    else if (same.likeness >= SHOWN_FROM) {
      const shown = shownChanges(passages.earlier, passages.later, words);
      changes.push(...shown.filter(({ kind }) => kind !== "polarity" || same.likeness >= DENIED_FROM));
    }
  }
  if (isNewlyReported(earlier, later)) changes.push({ kind: "older statement newly reported" });
  const compared = changes.some(({ kind }) => kind !== "role" && kind !== "older statement newly reported");
  if (!compared && unlike) changes.push({ kind: "wording only" });
  return changes;
}

/** Where sentences are less alike, a "not" or an amount in one of them may be about something else. */
const SHOWN_FROM = 0.7;
/** Whose act is denied is not read: only sentences that are all but the same are taken to speak of one actor. */
const DENIED_FROM = 0.85;

function wordingOf({ entry }: DatedEntry): string {
  const text = entry.content.map((span) => span.text).join(" ");
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The conditions that a side is known to name, and its words: a condition that is read on one side only may stand on the other too. */
interface Conditioned {
  readonly conditions: readonly Span[];
  readonly words: ReadonlySet<string>;
  readonly isMarked: boolean;
}

function sideOf(commitment: Commitment | null, passage: Span, shared: readonly string[]): Conditioned {
  const marked = conditionsIn(passage);
  const conditions = commitment === null ? marked.filter((one) => waits(one, passage, shared)) : commitment.conditions;
  return {
    conditions: conditions.filter(({ text }) => !NO_EVENT.test(text)),
    words: contentWords(passage.text),
    isMarked: marked.length > 0,
  };
}

/** Words that only soften: "if need be", "as long as necessary", "if possible". */
const NO_EVENT = /\b(?:need be|necessary|needed|required|possible|desired|you (?:like|will|want))\b/i;

/** "If the war goes on, it means ..." explains; what waits will, can or should happen. */
const MODAL =
  /\b(?:will|won['’]t|would|can|could|may|might|must|should|shall|ready|willing|prepared|want|wants)\b|['’]ll\b/i;

/** True when what the sentences share stands outside the condition: else the sentence is about the condition itself. */
function waits(condition: Span, passage: Span, shared: readonly string[]): boolean {
  const [from, to] = [condition.start - passage.start, condition.end - passage.start];
  const before = passage.text.slice(0, from);
  const sentence = before.slice(Math.max(...[".", "!", "?"].map((mark) => before.lastIndexOf(mark))) + 1);
  const after = passage.text.slice(to);
  const rest = contentWords(`${before} ${after}`);
  return shared.every((word) => rest.has(word)) && MODAL.test(`${sentence} ${after.split(/[.!?]/, 1)[0] ?? ""}`);
}

/** One condition each way that does not meet its like is a change; the rest are added or dropped. */
function conditionChanges(earlier: Conditioned, later: Conditioned): readonly Change[] {
  const meets = (one: Span, other: Conditioned): boolean => {
    const words = contentWords(one.text);
    if (other.conditions.some(({ text }) => overlap(words, contentWords(text)) >= 0.5)) return true;
    // said, but not read as a condition
    return (
      (other.isMarked && other.conditions.length === 0) ||
      (words.size > 0 && [...words].every((word) => other.words.has(word)))
    );
  };
  const dropped = earlier.conditions.filter((one) => !meets(one, later));
  const added = later.conditions.filter((one) => !meets(one, earlier));
  const changes: Change[] = [];
  const count = Math.max(dropped.length, added.length);
  for (let at = 0; at < count; at++) {
    const from = dropped[at];
    const to = added[at];
    if (from !== undefined && to !== undefined) changes.push({ kind: "condition changed", from, to });
    else if (to !== undefined) changes.push({ kind: "condition added", to });
    else if (from !== undefined) changes.push({ kind: "condition dropped", from });
  }
  return changes;
}

const STRENGTHS: Readonly<Record<Strength, number>> = { may: 0, plan: 1, will: 2 };

function commitmentChanges(
  earlier: Commitment,
  later: Commitment,
  speakers: readonly (string | null | undefined)[],
): readonly Change[] {
  const changes: Change[] = [];
  const step = STRENGTHS[later.strength] - STRENGTHS[earlier.strength];
  if (step !== 0 && showsStrength(earlier) && showsStrength(later))
    changes.push({
      kind: step > 0 ? "strength up" : "strength down",
      from: earlier.strength,
      to: later.strength,
      proof: { earlier: earlier.strengthSpan, later: later.strengthSpan },
    });
  if (earlier.polarity !== later.polarity)
    changes.push({
      kind: "polarity",
      of: "act",
      from: earlier.polarity,
      to: later.polarity,
      proof: { earlier: earlier.polaritySpan, later: later.polaritySpan },
    });
  const scope = (field: ScopeField, from: string, to: string, one: Span, other: Span): void => {
    changes.push({ kind: "scope", field, from, to, proof: { earlier: one, later: other } });
  };
  const [by, nowBy] = [earlier.committer, later.committer];
  const isSpeaker = ({ name }: { readonly name: string }): boolean =>
    speakers.some((speaker) => speaker != null && sameActor(speaker, name));
  // whether "I" and "our government" are two actors is not to be told from the words
  if (by !== null && nowBy !== null && !isSpeaker(by) && !isSpeaker(nowBy) && !sameActor(by.name, nowBy.name))
    scope("committer", by.name, nowBy.name, by.span, nowBy.span);
  const [amount, newAmount] = [earlier.quantity[0], later.quantity[0]];
  if (amount !== undefined && newAmount !== undefined && amountsDiffer(amount.text, newAmount.text))
    scope("quantity", amount.text, newAmount.text, amount, newAmount);
  const [whom, newWhom] = [earlier.beneficiary, later.beneficiary];
  if (whom !== null && newWhom !== null && groupsDiffer(whom.text, newWhom.text))
    scope("beneficiary", whom.text, newWhom.text, whom.span, newWhom.span);
  return changes;
}

/** "We are going to" is no weaker than "we will"; and a "proposal" or what has no word for its strength is not compared. */
function showsStrength({ strength, strengthSpan }: Commitment): boolean {
  return strengthSpan !== null && (strength !== "plan" || PLANNING.test(strengthSpan.text));
}

const PLANNING =
  /\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|prepar(?:e|es|ed|ing)|hop(?:e|es|ing) to)\b/i;

/** Two numbers of one thing; "400 homes" and "400 new homes" are one amount, "400 homes" and "3 schools" are not compared. */
function amountsDiffer(a: string, b: string): boolean {
  const [one, other] = [numberIn(a), numberIn(b)];
  if (one === "" || other === "" || one === other) return false;
  const [units, others] = [unitsIn(a), unitsIn(b)];
  return units.size === 0 && others.size === 0 ? currencyIn(a) === currencyIn(b) : overlap(units, others) > 0;
}

function numberIn(text: string): string {
  const scale = /\b(?:hundred|thousand|million|billion|trillion)s?\b/i.exec(text)?.[0].toLowerCase() ?? "";
  const digits = /\d[\d.,]*/.exec(text)?.[0].replaceAll(",", "").replace(/\.$/, "") ?? "";
  return digits === "" ? "" : `${digits} ${scale}`;
}

function currencyIn(text: string): string {
  return /[$€£%]|percent|per cent/i.exec(text)?.[0].toLowerCase() ?? "";
}

function unitsIn(text: string): ReadonlySet<string> {
  return new Set(
    [...contentWords(text)].filter((word) => !/^\d|^(?:hundred|thousand|million|billion|trillion)s?$/.test(word)),
  );
}

/** Two groups without a common word; one that "our" or "them" stands for cannot be told from another. */
function groupsDiffer(a: string, b: string): boolean {
  if (
    [a, b].some((text) => /\b(?:our|my|your|their|his|her|its|us|them|you|me|him|it|everyone|all|people)\b/i.test(text))
  )
    return false;
  return overlap(contentWords(a), contentWords(b)) === 0;
}

/** Said earlier, yet first reported after the other had appeared. */
function isNewlyReported(earlier: DatedEntry, later: DatedEntry): boolean {
  const { published: first } = earlier;
  const { published: second } = later;
  return first !== null && second !== null && first.length === 10 && second.length === 10 && first > second;
}

function contentWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [written] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
    if (!SMALL_WORDS.has(written)) words.add(themeOf(written));
  return words;
}

/** Share of the smaller set that the larger one has too. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 1 : 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.min(a.size, b.size);
}
