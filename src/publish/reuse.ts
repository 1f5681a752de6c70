import type { ReuseRule } from "../core/article.ts";
import type { Commitment } from "../core/commitment.ts";
import type { Entry } from "../core/entry.ts";
import type { Span, Range } from "../core/span.ts";
import type { TextAndSpan } from "../core/statement.ts";

/** Characters of one story that may leave the house where its publisher says nothing. */
export const DEFAULT_EXTRACT = 500;

/** What may still be taken of one story. One a story and export; it counts down as entries are released. */
export interface Allowance {
  /** False where the publisher asks for a link and no address is known: then no words leave. */
  readonly linked: boolean;
  /** Characters of the story that may leave in all; none without the link that the publisher asks for. */
  readonly most: number;
  /**
   * The entry with as many of its words as may still leave, its content first. A span that does not fit is cut short at
   * a word, so that it is still a slice of the text, or left out; names, roles and dates are facts and stay.
   */
  release(entry: Entry): Released;
}

export interface Released {
  readonly entry: Entry;
  /** How many of its words could leave. */
  readonly words: "all" | "some" | "none";
}

/**
 * The reuse rule of one story: at most `maxCharacters` of it (500 unless the publisher says otherwise), each character
 * counted once however often it is shown, and no words at all where the publisher asks for a link and none is known.
 */
export function allowanceOf(story: { readonly reuse: ReuseRule | null; readonly url: string | null }): Allowance {
  const linked = !story.reuse?.linkRequired || linkOf(story.url) !== null;
  const most = !linked ? 0 : (story.reuse?.maxCharacters ?? DEFAULT_EXTRACT);
  let released: readonly Range[] = [];
  const cut = (span: Span): Span | null => {
    const fitting = fittingEnd(span, released, most);
    if (fitting <= span.start) return null;
    released = joined(released, { start: span.start, end: fitting });
    return fitting === span.end
      ? span
      : { start: span.start, end: fitting, text: span.text.slice(0, fitting - span.start) };
  };
  return { linked, most, release: (entry) => releaseEntry(entry, cut) };
}

/** The address as a link may carry it: http or https, and nothing that runs. */
export function linkOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? href : null;
}

type Cut = (span: Span) => Span | null;

function releaseEntry(entry: Entry, cut: Cut): Released {
  let lost = false;
  let content = 0;
  const one = (span: Span): Span | null => {
    const kept = cut(span);
    if (kept === null || kept.end < span.end) lost = true;
    return kept;
  };
  // A field that would be cut says something else than the text; it is whole or absent.
  const whole = (span: Span | null): Span | null => {
    const kept = span && one(span);
    return kept !== null && span !== null && kept.end === span.end ? kept : null;
  };
  const all = (spans: readonly Span[]): readonly Span[] => spans.map(one).filter((span) => span !== null);
  const worded = (field: TextAndSpan | null): TextAndSpan | null => {
    const span = field && whole(field.span);
    return field && span ? { text: field.text, span } : null;
  };
  const released: Entry = {
    ...entry,
    content: all(entry.content),
    commitments: entry.commitments.map((commitment) => releaseCommitment(commitment, whole, worded)),
    source: all(entry.source),
    cue: all(entry.cue),
    occasion: worded(entry.occasion),
    addressee: worded(entry.addressee),
  };
  for (const span of released.content) content += span.text.length;
  return { entry: released, words: content === 0 ? "none" : lost ? "some" : "all" };
}

function releaseCommitment(
  commitment: Commitment,
  whole: (span: Span | null) => Span | null,
  worded: (field: TextAndSpan | null) => TextAndSpan | null,
): Commitment {
  const list = (spans: readonly Span[]): readonly Span[] => spans.map(whole).filter((span) => span !== null);
  const orEmpty = (span: Span): Span => whole(span) ?? { start: span.start, end: span.start, text: "" };
  return {
    ...commitment,
    action: orEmpty(commitment.action),
    committer: commitment.committer && { ...commitment.committer, span: orEmpty(commitment.committer.span) },
    polaritySpan: whole(commitment.polaritySpan),
    strengthSpan: whole(commitment.strengthSpan),
    form: commitment.form && { ...commitment.form, span: orEmpty(commitment.form.span) },
    conditions: list(commitment.conditions),
    time: list(commitment.time),
    quantity: list(commitment.quantity),
    beneficiary: worded(commitment.beneficiary),
  };
}

/** How far into `span` one may go so that all that is released stays within `most` characters; back to a word's end. */
function fittingEnd(span: Span, released: readonly Range[], most: number): number {
  let left = most - released.reduce((sum, range) => sum + range.end - range.start, 0);
  let end = span.start;
  while (end < span.end) {
    const holder = released.find((range) => range.start <= end && end < range.end);
    if (holder) {
      end = Math.min(span.end, holder.end);
      continue;
    }
    const next = released.find((range) => range.start > end);
    const free = Math.min(span.end, next?.start ?? span.end) - end;
    if (free > left) {
      const cutAt = span.text.slice(0, end + left - span.start).search(/\s+\S*$/u);
      return cutAt <= 0 ? span.start : span.start + cutAt;
    }
    left -= free;
    end += free;
  }
  return end;
}

function joined(ranges: readonly Range[], added: Range): readonly Range[] {
  const sorted = [...ranges, added].sort((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last && range.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return merged;
}
