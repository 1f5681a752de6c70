import type { Range } from "../core/span.ts";

/** A line of a text without the space around it; never empty. */
export interface Line extends Range {
  readonly text: string;
  /** The same length as `text`, with straight quotation marks and plain spaces, for patterns. */
  readonly folded: string;
  readonly words: number;
  /** True when a blank line stands before it, or nothing. */
  readonly afterBlank: boolean;
  /** Reads as running text: a sentence of some length with its stop, or longer than a headline can be. */
  readonly isProse: boolean;
}

/** The lines of a text that have something on them. Linear; takes every line break that Unicode knows. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isLineBreak(text.charCodeAt(i))) continue;
    const line = lineIn(text, start, i, afterBlank);
    if (line !== null) {
      lines.push(line);
      afterBlank = false;
    } else if (!(text.charCodeAt(i - 1) === 13 && text.charCodeAt(i) === 10)) afterBlank = true;
    start = i + 1;
  }
  return lines;
}

/** Straight quotation marks and plain spaces in place of the others, character for character. */
export function foldedOf(text: string): string {
  return text
    .replace(/[’‘‚‛`´]/gu, "'")
    .replace(/[“”„«»‟]/gu, '"')
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u3000]/gu, " ");
}

/** In a text broken into lines of one width, a line goes on with the sentence of the one before: it is no line of its own. */
export function continues(previous: Line | undefined, line: Line): boolean {
  return (
    previous !== undefined &&
    !line.afterBlank &&
    line.words >= 3 &&
    previous.words >= 7 &&
    /^\p{Ll}/u.test(line.text) &&
    !/[.!?:…]["')\]]*$/u.test(previous.folded)
  );
}

/** A line's words alone, to compare lines that differ in marks and capitals. */
export function keyOf(folded: string): string {
  return folded
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function lineIn(text: string, from: number, to: number, afterBlank: boolean): Line | null {
  const raw = text.slice(from, to);
  const trimmed = raw.trim();
  if (trimmed === "") return null;
  const start = from + (raw.length - raw.trimStart().length);
  const folded = foldedOf(trimmed);
  const words = countWords(trimmed);
  const isProse = words >= 25 || (words >= 9 && /[.!?…。！？]["')\]」』]{0,3}$/u.test(folded));
  return { start, end: start + trimmed.length, text: trimmed, folded, words, afterBlank, isProse };
}

/** Words between spaces; Chinese and Japanese, which have none, count a word for two characters. */
function countWords(text: string): number {
  let words = 0;
  let unspaced = 0;
  let isInside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isSpace = code === 32 || code === 160 || code === 0x3000 || (code >= 9 && code <= 13);
    if (code >= 0x3040 && code <= 0x9fff) unspaced++;
    if (!isSpace && !isInside) words++;
    isInside = !isSpace;
  }
  return words + (unspaced >> 1);
}

function isLineBreak(code: number): boolean {
  return (
    code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 0x0b || code === 0x0c || code === 0x85
  );
}
