import type { Commitment } from "../commitment.ts";
import { speakerKey } from "../speakers/identity.ts";
import { compareTitles } from "../speakers/register.ts";
import type { Span } from "../span.ts";
import type { Change, DatedEntry, ScopeField, Strength } from "./shift.ts";
import { themeOf } from "./alike-words.ts";
import { SMALL_WORDS, type SameSubject } from "./subject.ts";

/** What differs between two statements on one subject; nothing when they say the same in the same words. */
export function changesBetween(earlier: DatedEntry, later: DatedEntry, same: SameSubject): readonly Change[] {
  const changes: Change[] = [];
  const [from, to] = [earlier.entry.speaker?.role?.title, later.entry.speaker?.role?.title];
  if (from !== undefined && to !== undefined && compareTitles(from, to) === "differ")
    changes.push({ kind: "role", from, to });
  changes.push(...conditionChanges(same.earlier?.conditions ?? [], same.later?.conditions ?? []));
  if (same.earlier !== null && same.later !== null) changes.push(...commitmentChanges(same.earlier, same.later));
  if (isNewlyReported(earlier, later)) changes.push({ kind: "older statement newly reported" });
  const compared = changes.some(({ kind }) => kind !== "role" && kind !== "older statement newly reported");
  const both = same.earlier !== null && same.later !== null;
  if (!compared && both && wordingOf(earlier) !== wordingOf(later)) changes.push({ kind: "wording only" });
  return changes;
}

function wordingOf({ entry }: DatedEntry): string {
  const text = entry.content.map((span) => span.text).join(" ");
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** One condition each way that does not meet its like is a change; the rest are added or dropped. */
function conditionChanges(earlier: readonly Span[], later: readonly Span[]): readonly Change[] {
  const meets = (one: Span, others: readonly Span[]): boolean =>
    others.some((other) => overlap(contentWords(one.text), contentWords(other.text)) >= 0.5);
  const dropped = earlier.filter((one) => !meets(one, later));
  const added = later.filter((one) => !meets(one, earlier));
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

function commitmentChanges(earlier: Commitment, later: Commitment): readonly Change[] {
  const changes: Change[] = [];
  const step = STRENGTHS[later.strength] - STRENGTHS[earlier.strength];
  if (step !== 0)
    changes.push({ kind: step > 0 ? "strength up" : "strength down", from: earlier.strength, to: later.strength });
  if (earlier.polarity !== later.polarity)
    changes.push({ kind: "polarity", from: earlier.polarity, to: later.polarity });
  const scope = (field: ScopeField, from: string | undefined, to: string | undefined, same: boolean): void => {
    if (from !== undefined && to !== undefined && !same) changes.push({ kind: "scope", field, from, to });
  };
  const [by, nowBy] = [earlier.committer?.name, later.committer?.name];
  scope("committer", by, nowBy, by !== undefined && nowBy !== undefined && sameActor(by, nowBy));
  const [amount, newAmount] = [earlier.quantity[0]?.text, later.quantity[0]?.text];
  scope("quantity", amount, newAmount, digitsOf(amount) === digitsOf(newAmount));
  const [whom, newWhom] = [earlier.beneficiary?.text, later.beneficiary?.text];
  scope("beneficiary", whom, newWhom, overlap(contentWords(whom ?? ""), contentWords(newWhom ?? "")) > 0);
  return changes;
}

/** "Ruiz" and "Ana Ruiz" are not told apart here: a surname is no new actor. */
function sameActor(a: string, b: string): boolean {
  const [x, y] = [speakerKey(a), speakerKey(b)];
  return x === y || x.endsWith(` ${y}`) || y.endsWith(` ${x}`);
}

function digitsOf(text: string | undefined): string {
  return (text ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$€£]+/gu, " ")
    .trim();
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
