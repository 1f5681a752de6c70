import type { Quotation, TokenRanges } from "./analysis.ts";
import { CLASSES, DIGIT, isWordClass, LOWER, NEWLINE, SPACE } from "./characters.ts";
import { asSpoken } from "./speech-marks.ts";

/** What each token is to quotation: 0 nothing, `OPENS`, or `CLOSES`. */
export type MarkRoles = Int8Array;
export const OPENS = 1;
export const CLOSES = -1;

/** A quotation as its marks tell it; where an unclosed one ends waits for the sentences. */
export interface QuotationDraft {
  readonly start: number;
  /** After the closing mark, or -1. */
  readonly end: number;
  readonly style: Quotation["style"];
  readonly continues: boolean;
  /** The next paragraph takes it up, so it runs to the end of its own. */
  continued: boolean;
  /** For an unclosed one: the token at which it ends at the latest (the next opening mark, or the paragraph's end). */
  readonly limit: number;
}

/**
 * Pairs quotation marks, paragraph by paragraph. Curly marks, guillemets and low marks tell their direction; straight ones
 * are read from the spaces around them. A single mark is an apostrophe unless another one answers it.
 *
 * A quotation that is not closed may be taken up by the next paragraph, which opens again or goes straight on to the
 * closing mark. Otherwise it is a slip, and must not turn the rest of the paragraph into somebody's words.
 */
export function pairMarks(
  text: string,
  start: Int32Array,
  end: Int32Array,
  paragraphs: TokenRanges,
): { readonly roles: MarkRoles; readonly drafts: readonly QuotationDraft[] } {
  const roles: MarkRoles = new Int8Array(start.length);
  const drafts: QuotationDraft[] = [];
  let pending: QuotationDraft | undefined; // unclosed at the end of the paragraph before
  for (let paragraph = 0; paragraph < paragraphs.count; paragraph += 1) {
    const from = paragraphs.start[paragraph] as number;
    const to = paragraphs.end[paragraph] as number;
    const isTakenUp =
      paragraph + 1 < paragraphs.count && opensSingle(text, start[paragraphs.start[paragraph + 1] as number] as number);
    const marks = marksOf(text, start, end, from, to, isTakenUp);
    const first = marks[0];
    const continues =
      pending !== undefined &&
      first !== undefined &&
      first.family === familyOf(pending.style) &&
      (first.direction === CLOSES || (first.token === from && first.direction === OPENS));
    if (pending && continues) pending.continued = true;
    const opened =
      continues && first.direction === CLOSES
        ? { token: from, family: first.family, style: styleOf(first) }
        : undefined;
    pending = pairParagraph(marks, from, to, opened, continues, isTakenUp, roles, drafts);
  }
  drafts.sort((a, b) => a.start - b.start || b.end - a.end);
  return { roles, drafts };
}

/** Gives every quotation its end and its depth, and every token the innermost quotation that holds it. */
export function layQuotations(
  drafts: readonly QuotationDraft[],
  paragraphs: TokenRanges,
  sentences: TokenRanges,
  paragraphOf: Int32Array,
  sentenceOf: Int32Array,
  quotationOf: Int32Array,
): Quotation[] {
  const quotations: Quotation[] = [];
  const open: number[] = []; // ends of the quotations around
  quotationOf.fill(-1);
  for (const draft of drafts) {
    const { start, style, continues } = draft;
    const paragraphEnd = paragraphs.end[paragraphOf[start] as number] as number;
    let end = draft.end;
    if (end < 0) {
      const opensParagraph = paragraphs.start[paragraphOf[start] as number] === start;
      const sentenceEnd = sentences.end[sentenceOf[start] as number] as number;
      end = Math.min(
        draft.limit,
        draft.continued || (opensParagraph && draft.limit === paragraphEnd) ? paragraphEnd : sentenceEnd,
      );
    }
    while (open.length > 0 && (open.at(-1) as number) <= start) open.pop();
    if (open.length > 0) end = Math.min(end, open.at(-1) as number);
    if (open.length < MAX_DEPTH) quotationOf.fill(quotations.length, start, end);
    const isSpeech = style !== "single";
    quotations.push({ start, end, depth: open.length, style, isSpeech, unclosed: draft.end < 0, continues });
    open.push(end);
  }
  return asSpoken(quotations);
}

/** Nesting beyond this is noise (pages of opening marks); tokens then stay with the quotation around. */
const MAX_DEPTH = 8;

type Family = "double" | "single" | "angled";

interface Mark {
  readonly token: number;
  readonly family: Family;
  readonly direction: number;
  readonly unit: number;
}

function familyOf(style: Quotation["style"]): Family {
  return style === "single" ? "single" : style === "guillemets" ? "angled" : "double";
}

function styleOf(mark: Mark): Quotation["style"] {
  if (mark.unit === 0x201e) return "low";
  return mark.family === "angled" ? "guillemets" : mark.family;
}

/**
 * Pairs one paragraph's marks; returns the quotation that stays open at its end. A single mark stays open only where the
 * next paragraph opens with one, too.
 */
function pairParagraph(
  marks: readonly Mark[],
  from: number,
  to: number,
  opened: { readonly token: number; readonly family: Family; readonly style: Quotation["style"] } | undefined,
  continues: boolean,
  isTakenUp: boolean,
  roles: MarkRoles,
  drafts: QuotationDraft[],
): QuotationDraft | undefined {
  const nests = marksNest(marks, opened !== undefined);
  const stack: { token: number; family: Family; style: Quotation["style"] }[] = [];
  if (opened) stack.push(opened);
  const close = (start: number, end: number, style: Quotation["style"], limit: number): void => {
    drafts.push({ start, end, style, continues: continues && start === from, continued: false, limit });
  };
  for (const mark of marks) {
    let level = stack.length - 1;
    while (level >= 0 && stack[level]?.family !== mark.family) level -= 1;
    const around = stack[level];
    if (mark.direction === OPENS) {
      if (around && !nests && mark.family !== "single") {
        // a second opening mark of the kind: the first was never closed
        close(around.token, -1, around.style, mark.token);
        stack.length = level;
      }
      if (stack.length < MAX_STACK) {
        roles[mark.token] = OPENS;
        stack.push({ token: mark.token, family: mark.family, style: styleOf(mark) });
      }
    } else if (around) {
      roles[mark.token] = CLOSES;
      close(around.token, mark.token + 1, around.style, to);
      stack.length = level; // single marks that opened inside and never closed were apostrophes
    }
  }
  let pending: QuotationDraft | undefined;
  for (const left of stack) {
    if (left.family === "single" && !isTakenUp) continue;
    close(left.token, -1, left.style, to);
    pending ??= drafts.at(-1);
  }
  return pending;
}

const MAX_STACK = 64;

/** True when the paragraph's double marks balance as brackets do, so that a second opening mark is a quotation within. */
function marksNest(marks: readonly Mark[], opened: boolean): boolean {
  let depth = opened ? 1 : 0;
  let deepest = 0;
  for (const mark of marks) {
    if (mark.family !== "double") continue;
    depth += mark.direction;
    if (depth < 0) return false;
    deepest = Math.max(deepest, depth);
  }
  return depth === 0 && deepest > 1;
}

/** A single mark that opens a paragraph: ‘ or ' with a word right behind it. */
function opensSingle(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit === 0x2018 || unit === 0x27) && isWordClass(CLASSES[text.charCodeAt(at + 1)] as number);
}

function marksOf(
  text: string,
  start: Int32Array,
  end: Int32Array,
  from: number,
  to: number,
  isTakenUp: boolean,
): Mark[] {
  const marks: Mark[] = [];
  let straightOpen = false;
  for (let token = from; token < to; token += 1) {
    const at = start[token] as number;
    const unit = text.charCodeAt(at);
    if (!isQuotationMark(unit)) continue;
    const length = (end[token] as number) - at;
    if (length > 2) continue;
    const doubled = length === 2 && (unit === 0x27 || unit === 0x60) && text.charCodeAt(at + 1) === unit;
    if (length === 2 && !doubled) continue; // a clitic or a clipped word
    const before = token === from ? SPACE : classBefore(text, at);
    const after = token === to - 1 ? SPACE : (CLASSES[text.charCodeAt(at + length)] as number);
    const spaceBefore = before === SPACE || before === NEWLINE;
    const spaceAfter = after === SPACE || after === NEWLINE;
    if (doubled || unit === 0x22 || unit === 0xff02) {
      // 6' 2": a mark of measure
      if (unit === 0x22 && !straightOpen && before === DIGIT && !spaceBefore && token > from && spaceAfter) continue;
      let direction: number = unit === 0x60 ? OPENS : straightOpen ? CLOSES : OPENS;
      if (unit !== 0x60) {
        const opensHere = (spaceBefore || isOpener(text.charCodeAt(at - 1))) && !spaceAfter;
        const closesHere = !spaceBefore && (spaceAfter || !isWordClass(after));
        if (opensHere && !closesHere) direction = OPENS;
        else if (closesHere && !opensHere) direction = CLOSES;
      }
      straightOpen = direction === OPENS;
      marks.push({ token, family: "double", direction, unit });
    } else if (unit === 0x201c || unit === 0x201d || unit === 0x201f) {
      let direction: number = unit === 0x201d ? CLOSES : OPENS;
      if (
        direction === OPENS &&
        !spaceBefore &&
        spaceAfter &&
        (lowOpen(marks) || isWordClass(before) || token === to - 1)
      )
        direction = CLOSES;
      else if (direction === OPENS && lowOpen(marks)) direction = CLOSES;
      else if (direction === CLOSES && spaceBefore && !spaceAfter && isWordClass(after) && !doubleOpen(marks))
        direction = OPENS;
      marks.push({ token, family: "double", direction, unit });
    } else if (unit === 0x201e) marks.push({ token, family: "double", direction: OPENS, unit });
    else if (unit === 0xab || unit === 0xbb || unit === 0x2039 || unit === 0x203a) {
      // « so » and »so«; with spaces inside, the shape decides
      const pointsLeft = unit === 0xab || unit === 0x2039;
      let direction: number = pointsLeft ? OPENS : CLOSES;
      if (pointsLeft && !spaceBefore && (spaceAfter || !isWordClass(after))) direction = CLOSES;
      else if (!pointsLeft && spaceBefore && !spaceAfter) direction = OPENS;
      marks.push({ token, family: "angled", direction, unit });
    } else if (unit === 0x2018 || unit === 0x201a) marks.push({ token, family: "single", direction: OPENS, unit });
    else if (unit === 0x2019) marks.push({ token, family: "single", direction: CLOSES, unit });
    else if (unit === 0x27) {
      if (spaceBefore || isOpener(text.charCodeAt(at - 1))) {
        if (!spaceAfter) marks.push({ token, family: "single", direction: OPENS, unit });
      } else if (!isWordClass(after)) marks.push({ token, family: "single", direction: CLOSES, unit });
    }
  }
  return withoutApostrophes(marks, text, start, end, to, isTakenUp);
}

/**
 * Drops single marks that stand for letters: a closing one after s ("the voters’ will") while another closing mark
 * answers the open one further on, and every single mark that nothing answers, but the last one where the
 * next paragraph takes it up.
 */
function withoutApostrophes(
  marks: Mark[],
  text: string,
  start: Int32Array,
  end: Int32Array,
  to: number,
  isTakenUp: boolean,
): Mark[] {
  let singles = 0;
  for (const mark of marks) if (mark.family === "single") singles += 1;
  if (singles === 0) return marks;
  const drop = new Uint8Array(marks.length);
  let open = -1; // place in `marks` of the open single
  let lastClose = -1; // a closing mark that may have been a possessive
  for (let place = 0; place < marks.length; place += 1) {
    const mark = marks[place] as Mark;
    if (mark.family !== "single") continue;
    if (mark.direction === OPENS) {
      if (open >= 0 && lastClose < 0) drop[open] = 1;
      open = place;
      lastClose = -1;
    } else if (open < 0) drop[place] = 1;
    else {
      // two closing marks for one opening: the first was the apostrophe of a plural, if it looks like one
      if (lastClose >= 0) drop[isPossessive(marks[lastClose] as Mark, text, start, end, to) ? lastClose : place] = 1;
      if (lastClose < 0 || drop[lastClose] === 1) lastClose = place;
      if (!isPossessive(mark, text, start, end, to)) {
        open = -1;
        lastClose = -1;
      }
    }
  }
  if (open >= 0 && lastClose < 0 && !isTakenUp) drop[open] = 1;
  return marks.filter((_, place) => drop[place] === 0);
}

/** `the voters’ will`: after an s, before a word in lower case. */
function isPossessive(mark: Mark, text: string, start: Int32Array, end: Int32Array, to: number): boolean {
  if (mark.token + 1 >= to) return false;
  const before = text.charCodeAt((start[mark.token] as number) - 1) | 0x20;
  const next = start[mark.token + 1] as number;
  return before === 0x73 && next > (end[mark.token] as number) && CLASSES[text.charCodeAt(next)] === LOWER;
}

function lowOpen(marks: readonly Mark[]): boolean {
  for (let place = marks.length - 1; place >= 0 && place > marks.length - 4; place -= 1) {
    const mark = marks[place] as Mark;
    if (mark.family === "double") return mark.unit === 0x201e;
  }
  return false;
}

function doubleOpen(marks: readonly Mark[]): boolean {
  for (let place = marks.length - 1; place >= 0 && place > marks.length - 8; place -= 1) {
    const mark = marks[place] as Mark;
    if (mark.family === "double") return mark.direction === OPENS;
  }
  return false;
}

function classBefore(text: string, at: number): number {
  return at > 0 ? (CLASSES[text.charCodeAt(at - 1)] as number) : SPACE;
}

/** Marks after which a quotation may open without a space: ( [ { dashes, slash and other opening marks. */
function isOpener(unit: number): boolean {
  return (
    unit === 0x28 ||
    unit === 0x5b ||
    unit === 0x7b ||
    unit === 0x2f ||
    unit === 0x2d ||
    (unit >= 0x2012 && unit <= 0x2015) ||
    unit === 0x2018 ||
    unit === 0x201c ||
    unit === 0x22 ||
    unit === 0x27 ||
    unit === 0xab ||
    unit === 0x201e
  );
}

function isQuotationMark(unit: number): boolean {
  return (
    unit === 0x22 ||
    unit === 0x27 ||
    unit === 0x60 ||
    unit === 0xab ||
    unit === 0xbb ||
    unit === 0xff02 ||
    (unit >= 0x2018 && unit <= 0x201f) ||
    unit === 0x2039 ||
    unit === 0x203a
  );
}
