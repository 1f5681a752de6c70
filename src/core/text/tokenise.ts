import type { Furniture } from "../article.ts";
import type { TextData } from "./text-data.ts";
import {
  CLASSES,
  DIGIT,
  isWordClass,
  LOWER,
  LOWERED,
  NEWLINE,
  PLAIN,
  PUNCTUATION,
  SPACE,
  UPPER,
} from "./characters.ts";
import { lowerHash } from "./words.ts";

/** Offsets of the tokens, and which of them begin a paragraph. */
export interface TokenOffsets {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** First token of each paragraph, in order. */
  readonly paragraphStarts: readonly number[];
}

/**
 * Cuts a text into words and marks the way the Penn Treebank does: clitics (`'s`, `n't`) and punctuation apart, hyphened
 * words, numbers, abbreviations with their full stop, addresses and handles whole. A newline or a piece of furniture ends a
 * paragraph. One pass, no step back further than the word at hand.
 */
export function tokenise(text: string, furniture: readonly Furniture[], data: TextData): TokenOffsets {
  const growing = new GrowingOffsets(Math.min(text.length, (text.length >> 2) + 64));
  let from = 0;
  for (const piece of furniture) {
    if (piece.end <= from) continue;
    tokeniseStretch(text, from, Math.min(text.length, Math.max(from, piece.start)), data, growing);
    from = Math.min(text.length, piece.end);
  }
  tokeniseStretch(text, from, text.length, data, growing);
  return growing.finish();
}

/** Offsets that double their room when it runs out. */
class GrowingOffsets {
  count = 0;
  start: Int32Array;
  end: Int32Array;
  paragraphStarts: number[] = [];
  paragraphOpen = false;

  constructor(room: number) {
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
  }

  add(from: number, to: number): void {
    if (this.count === this.start.length) {
      this.start = grown(this.start);
      this.end = grown(this.end);
    }
    if (!this.paragraphOpen) {
      this.paragraphStarts.push(this.count);
      this.paragraphOpen = true;
    }
    this.start[this.count] = from;
    this.end[this.count] = to;
    this.count += 1;
  }

  finish(): TokenOffsets {
    return {
      count: this.count,
      start: this.start.slice(0, this.count),
      end: this.end.slice(0, this.count),
      paragraphStarts: this.paragraphStarts,
    };
  }
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2 + 16);
  larger.set(array);
  return larger;
}

const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;
const SLASH = 0x2f;

function tokeniseStretch(text: string, from: number, to: number, data: TextData, out: GrowingOffsets): void {
  out.paragraphOpen = false;
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    const kind = CLASSES[unit] as number;
    if (kind === SPACE) at += 1;
    else if (kind === NEWLINE) {
      out.paragraphOpen = false;
      at += 1;
    } else if (isWordClass(kind)) at = word(text, at, to, from, data, out);
    else at = mark(text, at, to, from, data, out);
  }
  out.paragraphOpen = false;
}

function classAt(text: string, at: number, to: number): number {
  return at < to ? (CLASSES[text.charCodeAt(at)] as number) : SPACE;
}

function plainAt(text: string, at: number, to: number): number {
  return at < to ? (PLAIN[text.charCodeAt(at)] as number) : 0;
}

/** Adds the word that begins at `at` (or its parts) and returns where the next token may begin. */
function word(text: string, at: number, to: number, from: number, data: TextData, out: GrowingOffsets): number {
  const address = addressEnd(text, at, to);
  if (address > 0) {
    out.add(at, address);
    return address;
  }

  let end = at;
  let clitic = -1;
  let segmentStart = at; // after the last full stop or hyphen inside the word
  let dots = 0;
  let longSegment = false; // a part between full stops has two letters or more: foo.example, not U.S.
  let numeric = true;
  for (;;) {
    while (end < to && isWordClass(CLASSES[text.charCodeAt(end)] as number)) {
      if (numeric && CLASSES[text.charCodeAt(end)] !== DIGIT) numeric = false;
      end += 1;
    }
    const unit = plainAt(text, end, to);
    const next = classAt(text, end + 1, to);
    if (!isWordClass(next)) break;
    if (unit === APOSTROPHE) {
      const length = cliticLength(text, end, to);
      if (length > 0) {
        clitic = end;
        // don't: the n goes with the clitic
        if (length === 2 && plainLower(text, end + 1) === 0x74 && end - 1 > at && plainLower(text, end - 1) === 0x6e)
          clitic = end - 1;
        else if (length === 2 && plainLower(text, end + 1) === 0x74) clitic = -1;
        end += length;
        break;
      }
    } else if (unit === FULL_STOP) {
      const before = CLASSES[text.charCodeAt(end - 1)] as number;
      if (before === DIGIT || next === DIGIT) {
        if (before !== DIGIT || next !== DIGIT) break;
      } else {
        const short = end - segmentStart === 1;
        if (!short && next === UPPER) break; // a missing space: "the end.The next"
        if (!short) longSegment = true;
        dots += 1;
      }
      segmentStart = end + 1;
    } else if (unit === HYPHEN || unit === 0x2011) segmentStart = end + 1;
    else if (unit === 0x2c || unit === 0x3a) {
      if (next !== DIGIT || CLASSES[text.charCodeAt(end - 1)] !== DIGIT) break;
    } else if (unit !== SLASH && unit !== 0x26 && unit !== 0x5f && unit !== 0x40) break;
    end += 1;
  }

  if (clitic >= 0) {
    addWord(text, at, clitic, data, out);
    out.add(clitic, end);
    return end;
  }
  if (plainAt(text, end, to) === FULL_STOP && plainAt(text, end + 1, to) !== FULL_STOP) {
    const acronym = dots > 0 && !longSegment && end - segmentStart === 1;
    if (
      acronym ||
      (end - segmentStart === 1 && isInitial(text, segmentStart, to, from)) ||
      isAbbreviation(text, at, segmentStart, end, to, data)
    ) {
      out.add(at, end + 1);
      return end + 1;
    }
  }
  addWord(text, at, end, data, out);
  return end;
}

/** Adds a word, in two where it is written as one: `can|not`, `gon|na`. */
function addWord(text: string, at: number, end: number, data: TextData, out: GrowingOffsets): void {
  const length = end - at;
  const cut = length >= 5 && length <= 6 ? data.contractions.get(lowerHash(text.slice(at, end))) : undefined;
  if (cut === undefined) out.add(at, end);
  else {
    out.add(at, at + cut);
    out.add(at + cut, end);
  }
}

function plainLower(text: string, at: number): number {
  return LOWERED[text.charCodeAt(at)] as number;
}

/** Length of the clitic at an apostrophe (`'s` is 2, `'re` 3) when the word ends with it, or 0. */
function cliticLength(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to && end - at <= 3 && isWordClass(CLASSES[text.charCodeAt(end)] as number)) end += 1;
  const length = end - at;
  if (length === 2) {
    const letter = plainLower(text, at + 1);
    return letter === 0x73 || letter === 0x74 || letter === 0x64 || letter === 0x6d ? 2 : 0; // s t d m
  }
  if (length !== 3) return 0;
  const pair = plainLower(text, at + 1) * 256 + plainLower(text, at + 2);
  return pair === 0x7265 || pair === 0x7665 || pair === 0x6c6c ? 3 : 0; // re ve ll
}

/** `J.` in a name; not the pronoun that ends a sentence ("taller than I."). */
function isInitial(text: string, at: number, to: number, from: number): boolean {
  if (CLASSES[text.charCodeAt(at)] !== UPPER) return false;
  if (text.charCodeAt(at) !== 0x49) return true;
  // I. is an initial between two capitalised words
  let next = at + 2;
  while (next < to && CLASSES[text.charCodeAt(next)] === SPACE) next += 1;
  if (classAt(text, next, to) !== UPPER) return false;
  let before = at - 1;
  while (before > from && CLASSES[text.charCodeAt(before)] === SPACE) before -= 1;
  while (before > from && at - before < 40 && isWordClass(CLASSES[text.charCodeAt(before - 1)] as number)) before -= 1;
  return before >= from && before < at - 1 && CLASSES[text.charCodeAt(before)] === UPPER;
}

function isAbbreviation(
  text: string,
  at: number,
  segmentStart: number,
  end: number,
  to: number,
  data: TextData,
): boolean {
  if (end - segmentStart > MAX_ABBREVIATION) return false;
  const whole = end - at <= MAX_ABBREVIATION ? text.slice(at, end).toLowerCase() : "";
  if (data.lowerAbbreviations.has(whole)) return true;
  // R-Ariz., Ariz.: capitals needed, so that "he sat." and "a miss." end their sentences
  if (CLASSES[text.charCodeAt(segmentStart)] !== UPPER) return false;
  const last = text.slice(segmentStart, end).toLowerCase();
  if (data.numberAbbreviations.has(last)) {
    let next = end + 1;
    while (next < to && CLASSES[text.charCodeAt(next)] === SPACE) next += 1;
    return classAt(text, next, to) === DIGIT;
  }
  return data.abbreviations.has(last);
}

const MAX_ABBREVIATION = 8;

/** End of the web address that begins at `at`, or 0. */
function addressEnd(text: string, at: number, to: number): number {
  const first = plainLower(text, at);
  if (first === 0x68) {
    if (!text.startsWith("http://", at) && !text.startsWith("https://", at)) return 0;
  } else if (first !== 0x77 || !text.startsWith("www.", at)) return 0;
  let end = at;
  while (end < to) {
    const unit = text.charCodeAt(end);
    const kind = CLASSES[unit] as number;
    if (kind === SPACE || kind === NEWLINE || unit === 0x22 || unit === 0x3c || unit === 0x3e) break;
    if (unit === 0x201c || unit === 0x201d || unit === 0xab || unit === 0xbb) break;
    end += 1;
  }
  while (
    end > at + 4 &&
    !isWordClass(CLASSES[text.charCodeAt(end - 1)] as number) &&
    text.charCodeAt(end - 1) !== SLASH
  )
    end -= 1;
  return end;
}

/** Adds the mark, or run of marks, that begins at `at` and returns where the next token may begin. */
function mark(text: string, at: number, to: number, from: number, data: TextData, out: GrowingOffsets): number {
  const unit = text.charCodeAt(at);
  const plain = PLAIN[unit] as number;
  let end = at + 1;
  if (plain === APOSTROPHE || unit === 0x2018) end = apostropheEnd(text, at, to, from, data);
  else if (unit === 0x23 || unit === 0x40) end = handleEnd(text, at, to);
  else if (unit === 0x3c) end = elementEnd(text, at, to);
  else if (unit === 0x21 || unit === 0x3f) while (end < to && isAsking(text.charCodeAt(end))) end += 1;
  else if (unit === FULL_STOP) end = stopsEnd(text, at, to);
  else if (RUNS.has(unit)) while (end < to && text.charCodeAt(end) === unit) end += 1;
  else if (unit === 0x60 && plainAt(text, end, to) === 0x60) end += 1;
  else if (unit >= 0xd800 && unit < 0xdc00 && end < to && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end += 1;
  out.add(at, end);
  return end;
}

/** - _ * = ~ and the dashes: a run of one of them is one mark. */
const RUNS: ReadonlySet<number> = new Set([HYPHEN, 0x5f, 0x2a, 0x3d, 0x7e, 0x2013, 0x2014, 0x2015, 0x2026]);

function isAsking(unit: number): boolean {
  return unit === 0x21 || unit === 0x3f;
}

/** A full stop, or an ellipsis: `...` or `. . .` */
function stopsEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  if (plainAt(text, end, to) === FULL_STOP) {
    while (end < to && text.charCodeAt(end) === FULL_STOP) end += 1;
    return end;
  }
  while (classAt(text, end, to) === SPACE && plainAt(text, end + 1, to) === FULL_STOP) end += 2;
  return end >= at + 5 ? end : at + 1;
}

/** A mark, the clitic of a word that ended in a mark (`the “Globe”’s`, `U.S.'s`), or a word that lost its beginning (`'em`, `'80s`). */
function apostropheEnd(text: string, at: number, to: number, from: number, data: TextData): number {
  const next = classAt(text, at + 1, to);
  if (
    plainAt(text, at + 1, to) === APOSTROPHE &&
    text.charCodeAt(at) === text.charCodeAt(at + 1) &&
    text.charCodeAt(at) === APOSTROPHE
  )
    return at + 2;
  if (!isWordClass(next)) return at + 1;
  const before = at > from ? (CLASSES[text.charCodeAt(at - 1)] as number) : SPACE;
  if (before === PUNCTUATION && text.charCodeAt(at) !== 0x2018) {
    const length = cliticLength(text, at, to);
    const follows = text.charCodeAt(at - 1);
    if (length === 2 && (follows === FULL_STOP || follows === 0x201d || follows === 0x22 || follows === 0x29))
      return at + 2;
  }
  let end = at + 1;
  while (end < to && end - at <= 6 && isWordClass(CLASSES[text.charCodeAt(end)] as number)) end += 1;
  if (next === DIGIT && before !== DIGIT) {
    // '80s, ’13
    const digits = end - at - 1;
    if (digits === 2 || (digits === 3 && plainLower(text, end - 1) === 0x73)) return end;
  }
  if (next >= LOWER && end - at <= 6 && data.clippedWords.has(lowerHash(text.slice(at + 1, end)))) return end;
  return at + 1;
}

/** `#PalmDebate`, `@harbourdesk`; a lone # or @ stays a mark. */
function handleEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  if (text.charCodeAt(at) === 0x23 && classAt(text, end, to) === DIGIT) return end;
  while (end < to && (isWordClass(CLASSES[text.charCodeAt(end)] as number) || text.charCodeAt(end) === 0x5f)) end += 1;
  return end;
}

/** A tag that was left in the text, `<b>` to `</b>`, is one mark; bounded so that a stray `<` costs nothing. */
function elementEnd(text: string, at: number, to: number): number {
  const next = plainAt(text, at + 1, to);
  if (next !== SLASH && !isWordClass(classAt(text, at + 1, to))) return at + 1;
  const last = Math.min(to, at + 300);
  for (let end = at + 2; end < last; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit === 0x3e) return end + 1;
    if (unit === 0x3c) break;
    if (CLASSES[unit] === NEWLINE) break;
  }
  return at + 1;
}
