import type { Furniture, FurnitureKind } from "../core/article.ts";
import type { Range } from "../core/span.ts";
import {
  CREDITS,
  type FurnitureCue,
  LANGUAGE_NAMES,
  MEDIA_NOUNS,
  MENU_WORDS,
  OPENINGS,
  PHRASES,
  REPORTING,
  REPORTING_AFTER_NAMES,
  SHARE_WORDS,
  WHOLE_LINES,
} from "./furniture-cues.ts";
import { datelineLength } from "./dateline.ts";
import { findDate, isDateLine } from "./dates.ts";
import { continues, foldedOf, keyOf, type Line, linesOf } from "./lines.ts";

/**
 * Finds the furniture in a text as a crawler left it, line by line. What a line is follows from its own words and from
 * the lines next to it, hardly ever from its place on the page, so that the same story in another frame is labelled the
 * same. Sorted, not overlapping. When in doubt a line is the story's: a lost sentence is worse than a kept menu.
 */
export function findFurniture(text: string): readonly Furniture[] {
  const lines = linesOf(text);
  const labels = new Labels(lines);
  const headlines = repeatedLines(lines);
  let paragraphs = 0;
  for (const [index, line] of lines.entries()) {
    const kind = continues(lines[index - 1], line) ? null : kindOfLine(line);
    if (kind !== null) labels.label(line, kind);
    else labels.labelPieces(line, piecesOf(line, headlines, paragraphs < 2));
    if (kind === null && line.isProse) paragraphs++;
  }
  labelLanguageStacks(lines, labels);
  labelMenus(lines, labels);
  labelBoxes(lines, labels);
  labelReadAlso(lines, labels);
  labelHeadlines(lines, labels);
  labelAuthors(lines, labels);
  labelTags(lines, labels);
  labelBetween(lines, labels);
  labelAlternativeTexts(lines, labels);
  labelGalleries(lines, labels);
  labelFoot(lines, labels);
  return labels.furniture(text);
}

/** The kind of furniture that a line is by its own words, or null. */
export function kindOfLine(line: Line): FurnitureKind | null {
  if (line.words > MOST_WORDS_OF_A_CUE_LINE) return null;
  const { folded } = line;
  if (folded.length <= 200) {
    if (isLanguageSwitch(folded)) return "language-switch";
    if (isShareBar(folded)) return "share";
    if (isBreadcrumb(line)) return "navigation";
    if (isDateLine(folded)) return "dateline";
    for (const { kind, pattern } of WHOLE) if (pattern.test(folded)) return kind;
  }
  if (reportsWords(line)) return null;
  if (isBylineShape(line) || isNameWithOffice(line) || isNameWithDate(line)) return "byline";
  for (const { kind, pattern } of OPENING) {
    if (line.words > MOST_WORDS[kind] || !pattern.test(folded)) continue;
    if (kind === "plea" && !MEDIA.test(folded)) continue;
    return kind;
  }
  return kindByPhrases(line) ?? (isContact(line) ? "byline" : null);
}

/** What is said in a line is somebody's: a verb of saying beside a name or a quotation of some length. */
export function reportsWords(line: { readonly text: string; readonly folded: string }): boolean {
  return (
    [REPORTS, REPORTS_NAMED, REPORTS_PRONOUN].some((pattern) => pattern.test(line.text)) ||
    LONG_QUOTATION.test(line.folded)
  );
}

/** Longer lines are only looked at from both ends. */
const MOST_WORDS_OF_A_CUE_LINE = 220;

/** How long a line with such a beginning may be, by what sites print. */
const MOST_WORDS: Readonly<Record<FurnitureKind, number>> = {
  "language-switch": 12,
  navigation: 30,
  caption: 60,
  byline: 40,
  dateline: 18,
  "read-also": 35,
  plea: 200,
  newsletter: 60,
  cookies: 120,
  advertisement: 40,
  copyright: 120,
  "correction-hint": 50,
  comments: 60,
  share: 20,
  other: 20,
};

// A button has no full stop; a terse sentence ("Pause.") has.
const WHOLE = compile(
  WHOLE_LINES,
  (pattern, kind) => `^(?:${pattern})${kind === "navigation" ? "" : "\\.?"}[\\s:…"›>→]*$`,
);
const OPENING = compile(OPENINGS, (pattern) => `^[•\\-–—*▪■→>|\\s]{0,4}(?:${pattern})`);
const PHRASE = PHRASES.map(({ kind, weight, patterns }) => ({
  kind,
  weight,
  patterns: patterns.map((pattern) => new RegExp(pattern, "iu")),
}));
const MEDIA = new RegExp(`(?<![\\p{L}])(?:${MEDIA_NOUNS})(?![\\p{L}])`, "iu");
const REPORTS = new RegExp(`(?<![\\p{L}])(?:${REPORTING})(?![\\p{L}])`, "iu");
const REPORTS_NAMED = new RegExp(
  `(?:\\p{Lu}[\\p{L}.'’-]{1,30}|["”»'’],?)\\s(?:has |have |had |also |later )?(?:${REPORTING_AFTER_NAMES})(?![\\p{L}])`,
  "u",
);
const REPORTS_PRONOUN = new RegExp(
  `(?<![\\p{L}])(?:he|she|they|who|officials?|sources?) (?:has |have |had |also |later )?(?:${REPORTING_AFTER_NAMES})(?![\\p{L}])`,
  "iu",
);
const LONG_QUOTATION = /(?:^|[\s(:—–-])"(?=\S)[^"]{2,30} [^"]{2,30} [^"]{1,300}"/u;
const LANGUAGE_NAME = new RegExp(`^(?:${LANGUAGE_NAMES})$`, "iu");
const CREDIT = new RegExp(`(?:^|[\\s./|(—–-])(?:${CREDITS.join("|")})`, "giu");

const GLUED_CREDIT = /[\p{Ll}\d.)"'](?=(?:(?:Image |Photo |Picture )?[Cc]redit|Photo|Photograph|Image|Picture) ?:)/u;

/** `(Mila Orsini / Harbour Post)`, `(Mila Orsini/AP)`, `(Orsini via Getty Images)` at a line's end: names on both sides. */
const BRACKET_CREDIT =
  /\((?:\p{Lu}[\p{L}.'’-]+ ){1,4}?(?:\p{Lu}[\p{L}.'’-]+ ?\/ ?|\/ ?|via )(?:\p{Lu}[\p{L}.'’-]*[ /]?|via ){1,7}\)\.?$/u;

function compile(
  cues: readonly FurnitureCue[],
  around: (pattern: string, kind: FurnitureKind) => string,
): readonly { readonly kind: FurnitureKind; readonly pattern: RegExp }[] {
  return cues.map(({ kind, patterns }) => ({ kind, pattern: new RegExp(around(patterns.join("|"), kind), "iu") }));
}

/** What has been labelled so far; lines keep one label, a line's pieces may have their own. */
class Labels {
  readonly #kinds = new Map<Line, FurnitureKind>();
  readonly #pieces = new Map<Line, readonly Furniture[]>();
  readonly #lines: readonly Line[];

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  label(line: Line, kind: FurnitureKind): void {
    if (!this.#kinds.has(line)) this.#kinds.set(line, kind);
  }

  /** Gives a line its box's label, where it has none that says more. */
  relabel(line: Line, kind: FurnitureKind): void {
    const known = this.#kinds.get(line);
    if (known === undefined || BOXES.has(known)) this.#kinds.set(line, kind);
  }

  labelPieces(line: Line, pieces: readonly Furniture[]): void {
    if (pieces.length > 0) this.#pieces.set(line, pieces);
  }

  kindOf(line: Line | undefined): FurnitureKind | null {
    return line === undefined ? null : (this.#kinds.get(line) ?? null);
  }

  /** True for a line without label, whole or in part. */
  isFree(line: Line): boolean {
    return !this.#kinds.has(line) && !this.#pieces.has(line);
  }

  /** Everything in order; pieces of one kind with nothing but space between them become one. */
  furniture(text: string): readonly Furniture[] {
    const merged: Furniture[] = [];
    for (const line of this.#lines) {
      const kind = this.#kinds.get(line);
      const pieces = kind === undefined ? this.#pieces.get(line) : [{ kind, start: line.start, end: line.end }];
      for (const piece of pieces ?? []) {
        const last = merged.at(-1);
        if (last !== undefined && last.kind === piece.kind && text.slice(last.end, piece.start).trim() === "")
          merged[merged.length - 1] = { kind: last.kind, start: last.start, end: piece.end };
        else merged.push(piece);
      }
    }
    return merged;
  }
}

function isLanguageSwitch(folded: string): boolean {
  const names = folded.split(/[\s|/·•,;:()]+/u).filter((name) => name !== "" && name !== "-" && name !== "–");
  return names.length >= 2 && names.length <= 12 && names.every((name) => LANGUAGE_NAME.test(name));
}

function isShareBar(folded: string): boolean {
  const words = folded
    .toLowerCase()
    .split(/[\s|/·•,:()+]+/u)
    .filter((word) => word !== "");
  let names = 0;
  for (const word of words) {
    if (SHARE_WORDS.has(word)) names++;
    else if (!/^\d[\d.,k]{0,7}$/u.test(word)) return false;
  }
  return names >= 2 || (names === 1 && words.length <= 2 && !/^(?:x|it|on|via|save|mail|copy|link)\b/iu.test(folded));
}

/** `Home > World > Europe`: three or more short parts, none a sentence. */
function isBreadcrumb(line: Line): boolean {
  const parts = line.text.split(/ ?[>»›|→•·] ?| \/ /u).map((part) => part.trim());
  const filled = parts.filter((part) => part !== "");
  if (filled.length < 3 || line.words > 40 || /[.!?]"?$/u.test(line.folded)) return false;
  return filled.every((part) => part.length <= 40 && part.split(" ").length <= 5);
}

/** `By Ana Ruiz`, `By Ana Ruiz and Tom Bell, Harbour Post | 4 May 2026`: names, no verb, no full stop. */
function isBylineShape(line: Line): boolean {
  if (line.words > 20 || line.words < 2 || !/^(?:by|von|par|por|di)\b/iu.test(line.folded)) return false;
  const found = findDate(line.folded);
  const names = (found === null ? line.folded : line.folded.slice(0, found.start))
    .replace(/\s[-–—|•·]\s.*$/u, "")
    .replace(/(?:\s|,|\|)+(?:on|updated|published)?(?:\s(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?\s*$/iu, "")
    .replace(/\s[\w.]+@[\w.]+$/u, "");
  const words = names.split(/[\s,]+/u).slice(1);
  if (words.length < 1 || words.length > 12 || /[.!?]$/u.test(names.replace(/\b(?:jr|sr)\.$/iu, ""))) return false;
  if (words.length === 1) return found !== null || /^(?:AP|AFP|Reuters|Bloomberg|Staff)$/u.test(words[0] ?? "");
  return (
    words.every((word) =>
      /^(?:\p{Lu}[\p{L}\d.'’-]*|de|la|van|der|den|von|el|al|bin|and|&|for|the|of|in|at|@\w+)$/u.test(word),
    ) && /^\p{Lu}/u.test(words[0] ?? "")
  );
}

/** `Iryna Balan — Tuesday, 2 September 2025, 14:05` */
function isNameWithDate(line: Line): boolean {
  if (line.words > 16 || !/\d{4}/u.test(line.folded)) return false;
  const parts = line.text.split(/\s[—–|·•-]\s/u);
  if (parts.length < 2 || parts.length > 4) return false;
  const rest = parts.filter((part) => !isDateLine(foldedOf(part)));
  return (
    rest.length > 0 &&
    rest.length < parts.length &&
    rest.every((part) => /^(?:\p{Lu}[\p{L}.'’-]+(?:,? |$)){2,6}$/u.test(part))
  );
}

/** `Tom Bell, AP Political Writer`, `Marta Holub, Associated Press`: names and an office in a newsroom, nothing else. */
function isNameWithOffice(line: Line): boolean {
  if (line.words < 3 || line.words > 12 || /[.!?:;"]/u.test(line.folded.replace(/\b\p{Lu}\./gu, ""))) return false;
  const match =
    /^(.{5,60}?),? (?:(?:(?:the )?(?:AP|Ap|Associated Press|Reuters|AFP|Staff)(?: [\p{Lu}][\p{L}-]+){0,3})|(?:[\p{Lu}][\p{L}-]+ ){0,3}(?:Reporter|Correspondent|Staff Writer|Sports Writer|News Editor))$/u.exec(
      line.text,
    );
  return match !== null && (match[1] ?? "").split(/[\s,]+/u).every((word) => /^\p{Lu}/u.test(word) || word === "and");
}

/** "Email Ana Ruiz at ruiz@harbour.example or follow her on Twitter": an address or a handle, and a verb that offers it. */
function isContact(line: Line): boolean {
  return (
    line.words <= 45 &&
    /[\w.]@[\w-]{2,40}\.|(?:^|\s)@\w{2,30}|(?:twitter|facebook|x)\.com\/|\[email/iu.test(line.folded) &&
    /\b(?:follow|(?<!\[)e-?mail|reach|reached|contact|write to|tweet|tips?)\b/iu.test(line.folded) &&
    !/"/u.test(line.folded)
  );
}

/** Weighs the phrases of a line, sentence by sentence. A line is furniture when it pleads nearly throughout. */
function kindByPhrases(line: Line): FurnitureKind | null {
  if (line.folded.length > 2500) return null;
  const sentences = sentencesOf(line.folded);
  let total = 0;
  let strong = 0;
  let scored = 0;
  const byKind = new Map<FurnitureKind, number>();
  for (const sentence of sentences) {
    const { score, kind, isStrong } = weigh(sentence.text);
    total += score;
    if (isStrong) strong++;
    if (score > 0) scored++;
    if (kind !== null) byKind.set(kind, (byKind.get(kind) ?? 0) + score);
  }
  const enough = sentences.length === 1 && line.words <= 40 ? 2 : 3;
  // A paragraph of the story that ends in a plea begins with the story.
  const isThroughout = scored >= sentences.length * (weigh(sentences[0]?.text ?? "").score > 0 ? 0.5 : 0.6);
  const isPlea = strong > 0 && total >= enough && isThroughout;
  if (!isPlea) return null;
  return [...byKind].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function weigh(sentence: string): {
  readonly score: number;
  readonly kind: FurnitureKind | null;
  readonly isStrong: boolean;
} {
  let score = 0;
  let best: FurnitureKind | null = null;
  let bestWeight = 0;
  let isStrong = false;
  for (const { kind, weight, patterns } of PHRASE)
    for (const pattern of patterns) {
      if (!pattern.test(sentence)) continue;
      score += weight;
      if (weight === 2) isStrong = true;
      if (weight > bestWeight) {
        best = kind;
        bestWeight = weight;
      }
    }
  return { score, kind: best, isStrong };
}

/** Sentences, cut simply: furniture has no abbreviations that matter. */
function sentencesOf(folded: string): readonly (Range & { readonly text: string })[] {
  const out: (Range & { text: string })[] = [];
  let start = 0;
  for (const match of folded.matchAll(/[.!?…]["')\]]{0,3}\s+(?=["'([]?[\p{Lu}\d])/gu)) {
    const end = match.index + match[0].trimEnd().length;
    out.push({ start, end, text: folded.slice(start, end) });
    start = match.index + match[0].length;
  }
  out.push({ start, end: folded.length, text: folded.slice(start) });
  return out;
}

/** Furniture that shares a line with the story: a dateline before it, a credit or a plea after it. */
function piecesOf(line: Line, headlines: ReadonlySet<string>, isFirst: boolean): readonly Furniture[] {
  const pieces: Furniture[] = [];
  const piece = (kind: FurnitureKind, start: number, end: number): void => {
    pieces.push({ kind, start: line.start + start, end: line.start + end });
  };
  const caption = captionIn(line, headlines);
  if (caption !== null) {
    piece("caption", caption.start, caption.end);
    return pieces;
  }
  const dateline = datelineLength(line, { bare: isFirst });
  if (dateline > 0) piece("dateline", 0, dateline);
  for (const end of endingPieces(line)) if (end.start >= dateline) piece(end.kind, end.start, end.end);
  return pieces;
}

/**
 * The caption in a line with a picture's credit: the whole line when it is only that, the part from the credit on when a
 * headline or somebody's words stand before it.
 *
 *     PM opens bridge, says Ruiz Photo: Housing Minister Ana Ruiz (flickr.com)
 *                                ^ a repeated headline stays the story's
 */
function captionIn(line: Line, headlines: ReadonlySet<string>): Range | null {
  if (line.words > 70 || line.folded.length > 600 || datelineLength(line, { bare: false }) > 0) return null;
  // "From Bloomberg:" leads to Bloomberg's words.
  if (line.folded.endsWith(":")) return null;
  // "… the harbour in MayCredit: Tom Bell", as left behind where the credit was set apart by its looks alone
  const glued = GLUED_CREDIT.exec(line.text);
  if (glued !== null && line.text.length - glued.index < 80) {
    const start = glued.index + 1;
    return reportsWords({ text: line.text.slice(0, start), folded: line.folded.slice(0, start) })
      ? { start, end: line.text.length }
      : { start: 0, end: line.text.length };
  }
  const bracket = BRACKET_CREDIT.exec(line.text);
  if (bracket !== null) {
    const before = { text: line.text.slice(0, bracket.index), folded: line.folded.slice(0, bracket.index) };
    return { start: bracket.index < 300 && !reportsWords(before) ? 0 : bracket.index, end: line.text.length };
  }
  CREDIT.lastIndex = 0;
  for (let match = CREDIT.exec(line.folded); match !== null; match = CREDIT.exec(line.folded)) {
    const start = match.index + (/^[\s./|—–-]/u.test(match[0]) ? 1 : 0);
    const rest = line.folded.slice(start);
    const before = line.folded.slice(0, start).trim();
    if (/^source/iu.test(rest) && line.words > 14) continue;
    const isLabelled = /^\(?(?:[\p{L} ]{4,30}:|screen(?:shot|grab) (?:from|via|of))/iu.test(rest);
    if (before !== "" && headlines.has(keyOf(before))) return { start, end: line.folded.length };
    if (rest.length > (isLabelled ? 160 : 80) || isSentenceGoingOn(rest)) continue;
    if (before === "" || !reportsWords({ text: line.text.slice(0, start), folded: before })) {
      // "… at the port, in a file photo" is a caption; "… told Reuters" is not: a bare agency needs a bracket, a slash or a stop before it.
      if (
        !isLabelled &&
        !/[./|(—–-]\s?$|^$|\($/u.test(line.folded.slice(0, start).trimEnd()) &&
        !match[0].includes("(")
      )
        continue;
      if (line.isProse && !isLabelled && !rest.startsWith("(")) continue;
      return { start: start > 300 ? start : 0, end: line.folded.length };
    }
    return isLabelled || rest.startsWith("(") ? { start, end: line.folded.length } : null;
  }
  return null;
}

/** After a credit comes a name or two, not a clause. */
function isSentenceGoingOn(rest: string): boolean {
  return /[\p{Ll}\d)]\.\s+\p{Lu}\p{Ll}+ \p{Ll}+ \p{Ll}+/u.test(rest) || /["”]\s*$/u.test(rest);
}

/** Sentences at the end of a paragraph that are the site's: "(Reporting by …)", "Sign up for our newsletter". */
function endingPieces(line: Line): readonly Furniture[] {
  const from = Math.max(0, line.folded.length - 700);
  const sentences = sentencesOf(line.folded.slice(from));
  const pieces: Furniture[] = [];
  for (let i = sentences.length - 1; i > 0; i--) {
    const sentence = sentences[i];
    if (sentence === undefined) break;
    const kind = kindOfEnding(sentence.text, line.text.slice(from + sentence.start, from + sentence.end));
    if (kind === null) break;
    pieces.push({ kind, start: from + sentence.start, end: from + sentence.end });
  }
  return pieces.reverse();
}

function kindOfEnding(folded: string, text: string): FurnitureKind | null {
  if (reportsWords({ text, folded })) return null;
  if (/^\((?:additional |with )?(?:reporting|writing|editing|report|compiled|translated) /iu.test(folded))
    return "byline";
  if (/^(?:read (?:also|more)|see also|also read|related|читайте також|читайте также) ?:/iu.test(folded))
    return "read-also";
  if (/^(?:copyright ©|© ?\d{4}|\(c\) ?\d{4})/iu.test(folded)) return "copyright";
  const { score, kind, isStrong } = weigh(folded);
  return isStrong && score >= 2 && (kind !== "copyright" || score >= 3) && (kind !== "plea" || MEDIA.test(folded))
    ? kind
    : null;
}

/** Lines whose words stand on the page more than once, or begin another line, as headlines do. */
function repeatedLines(lines: readonly Line[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const line of lines) if (line.words >= 4 && line.folded.length <= 300) keys.add(keyOf(line.folded));
  return keys;
}

/** `UA`, `EN`, `RU` line under line. */
function labelLanguageStacks(lines: readonly Line[], labels: Labels): void {
  forEachRun(
    lines,
    (line) => LANGUAGE_NAME.test(line.folded),
    (run) => {
      if (run.length >= 2) for (const line of run) labels.label(line, "language-switch");
    },
  );
}

/** Three or more very short lines in a row, of which two or more are names that menus have, are a menu. */
function labelMenus(lines: readonly Line[], labels: Labels): void {
  forEachRun(
    lines,
    (line) => line.words <= 4 && line.folded.length <= 32 && !/[.!?"]$/u.test(line.folded) && !isBullet(line),
    (run) => {
      const names = run.filter((line) => labels.kindOf(line) !== null || MENU_WORDS.has(line.folded.toLowerCase()));
      const menu = run.filter((line) => MENU_WORDS.has(line.folded.toLowerCase()));
      const isMenu = names.length * 3 >= run.length || (run.length >= 8 && menu.length >= 3);
      if (run.length >= 3 && menu.length >= 2 && isMenu) for (const line of run) labels.label(line, "navigation");
    },
  );
}

/** A box of short lines, no blank line between them, is furniture as a whole when two of its lines are. */
function labelBoxes(lines: readonly Line[], labels: Labels): void {
  forEachRun(
    lines,
    (line) => !line.isProse && line.words <= 16 && !reportsWords(line),
    (run) => {
      if (run.length < 3) return;
      const scores = new Map<FurnitureKind, number>();
      for (const line of run) {
        const known = labels.kindOf(line);
        const { score, kind } = known === null ? weigh(withoutBullet(line.folded)) : { score: 2, kind: known };
        if (kind !== null && BOXES.has(kind)) scores.set(kind, (scores.get(kind) ?? 0) + score);
      }
      const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
      if (total < 4) return;
      const [best] = [...scores].reduce((best, next) => (next[1] > best[1] ? next : best));
      for (const line of run) labels.relabel(line, best);
    },
    true,
  );
}

function withoutBullet(folded: string): string {
  return folded.replace(/^[•\-–—*▪■→>]\s{0,4}/u, "");
}

const BOXES: ReadonlySet<FurnitureKind> = new Set([
  "plea",
  "newsletter",
  "advertisement",
  "cookies",
  "copyright",
  "share",
  "comments",
]);

/** The headlines under "Read also:". */
function labelReadAlso(lines: readonly Line[], labels: Labels): void {
  let hasProse = false;
  for (const [index, line] of lines.entries()) {
    if (line.isProse && labels.isFree(line)) hasProse = true;
    if (labels.kindOf(line) !== "read-also" || line.words > 6) continue;
    const next = lines[index + 1];
    if (next === undefined) continue;
    // "Read also:" on a line of its own, and the headlines right under it or after one blank line.
    const group: Line[] = [];
    for (let i = index + 1; i < lines.length && group.length < 12; i++) {
      const line = lines[i];
      if (line === undefined || !isHeadlineShape(line) || !labels.isFree(line)) break;
      if (i > index + 1 && line.afterBlank && !isBullet(line)) break;
      group.push(line);
    }
    const isSingle = group.length === 1 && next.afterBlank && !isBullet(next);
    if (isSingle && !(hasProse && /[:»›>]$/u.test(line.folded) && next.words >= 5)) continue;
    for (const line of group) labels.label(line, "read-also");
  }
}

/** Below the story, three or more headlines in a row that follow a line of a page's foot lead to other stories. */
function labelHeadlines(lines: readonly Line[], labels: Labels): void {
  let paragraphs = 0;
  let run: Line[] = [];
  let isFoot = false;
  for (const line of lines) {
    const isFree = labels.isFree(line);
    if (isFree && isHeadlineShape(line) && line.words >= 4 && !isBullet(line)) {
      run.push(line);
      continue;
    }
    if (isFoot && run.length >= 3) for (const headline of run) labels.label(headline, "read-also");
    if (isFree && line.isProse) paragraphs++;
    run = [];
    const kind = labels.kindOf(line);
    isFoot = paragraphs >= 3 && kind !== null && FOOT.has(kind);
  }
  if (isFoot && run.length >= 3) for (const headline of run) labels.label(headline, "read-also");
}

function isHeadlineShape(line: Line): boolean {
  return line.words >= 2 && line.words <= 28 && !/[.!…]["')]?$/u.test(line.folded) && !line.isProse;
}

function isBullet(line: Line): boolean {
  return /^[•\-–—*▪■→>]\s/u.test(line.folded);
}

/**
 * Authors without "By" on their line: under a "By" on its own, between headline and date, and further down where the page
 * says who they are.
 */
function labelAuthors(lines: readonly Line[], labels: Labels): void {
  const names = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const previous = lines[index - 1];
    if (/^by:?$/iu.test(line.folded) && next !== undefined && isNames(next)) {
      labels.label(line, "byline");
      labels.label(next, "byline");
    } else if (
      labels.isFree(line) &&
      isNames(line) &&
      labels.kindOf(next) === "dateline" &&
      previous !== undefined &&
      labels.isFree(previous) &&
      previous.words >= 5
    )
      labels.label(line, "byline");
    if (labels.kindOf(line) === "byline" && line.words <= 6)
      names.add(line.text.replace(/^(?:by|authors?:?)\s+/iu, ""));
  }
  if (names.size === 0) return;
  const isAbout = /^ (?:is (?:an?|the)|has (?:been|covered|worked|reported)|joined|covers|writes|works)\b/u;
  for (const line of lines) {
    if (!labels.isFree(line) || line.words > 90) continue;
    for (const name of [...names].slice(0, 10))
      if (
        line.text === name ||
        (line.text.startsWith(name) && isAbout.test(line.text.slice(name.length)) && !reportsWords(line))
      )
        labels.label(line, "byline");
  }
}

/** Two to six words that can be people and where they are: `Rosa Linden in Port Lenz`. */
function isNames(line: Line): boolean {
  if (line.words < 2 || line.words > 6 || /[.!?:;"\d]/u.test(line.folded)) return false;
  return line.text.split(/[\s,]+/u).every((word) => /^(?:\p{Lu}[\p{L}'’-]+|in|and|de|van|von|der|la)$/u.test(word));
}

/** The line or lines right under "Tags". */
function labelTags(lines: readonly Line[], labels: Labels): void {
  let isUnder = false;
  for (const line of lines) {
    if (/^(?:tags?|topics|keywords|теги|теми|темы) ?:?$/iu.test(line.folded)) isUnder = true;
    else if (isUnder && !line.afterBlank && line.words <= 8 && labels.isFree(line) && !/[.!?"]$/u.test(line.folded))
      labels.label(line, "navigation");
    else isUnder = false;
  }
}

/** A line between two of one box, and not a word of anybody's in it, is the box's too. */
function labelBetween(lines: readonly Line[], labels: Labels): void {
  for (const [index, line] of lines.entries()) {
    const kind = labels.kindOf(lines[index - 1]);
    if (kind === null || kind !== labels.kindOf(lines[index + 1]) || !BOXES.has(kind)) continue;
    if (labels.isFree(line) && line.words <= 30 && !line.isProse && !reportsWords(line)) labels.label(line, kind);
  }
}

/** The words a page keeps for a picture that cannot be seen, in small letters right before the picture's caption. */
function labelAlternativeTexts(lines: readonly Line[], labels: Labels): void {
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!labels.isFree(line) || line.words > 30 || line.isProse) continue;
    if (/[.!?]$/u.test(line.folded) || line.text !== line.text.toLowerCase()) continue;
    const own = keyOf(line.folded);
    const hasCredit =
      /\b(?:screenshot|photo|screengrab|image|illustration) (?:from|by|of|via)\b|\b(?:фото|скріншот|скриншот)\b/iu.test(
        own,
      );
    const captioned = labels.kindOf(next) === "caption" && sharedWords(own, keyOf(next?.folded ?? "")) >= 0.5;
    if (hasCredit || captioned) labels.label(line, "caption");
  }
}

/** A gallery gives the same caption under each picture: one line three times or more, with nothing but counters between. */
function labelGalleries(lines: readonly Line[], labels: Labels): void {
  let same: Line[] = [];
  const close = (): void => {
    if (same.length >= 3) for (const line of same) labels.label(line, "caption");
    same = [];
  };
  for (const line of lines) {
    if (line.words < 8) {
      if (line.words > 4) close();
      continue;
    }
    if (same.length > 0 && same[0]?.folded !== line.folded) close();
    same.push(line);
  }
  close();
}

function sharedWords(a: string, b: string): number {
  const words = a.split(" ");
  const others = new Set(b.split(" "));
  return words.filter((word) => others.has(word)).length / Math.max(1, words.length);
}

/**
 * The foot of a page: once the last paragraph is past and a surely foreign line has come, lines that are no sentences
 * are the site's too.
 */
function labelFoot(lines: readonly Line[], labels: Labels): void {
  let last = lines.length - 1;
  while (last >= 0 && !isStory(lines[last], labels)) last--;
  let isPast = false;
  for (const line of lines.slice(last + 1)) {
    const kind = labels.kindOf(line);
    if (kind !== null && FOOT.has(kind)) isPast = true;
    else if (isPast && labels.isFree(line) && !/[.!?"]$/u.test(line.folded) && !reportsWords(line))
      labels.label(line, "other");
  }
}

const FOOT: ReadonlySet<FurnitureKind> = new Set([
  "copyright",
  "comments",
  "share",
  "newsletter",
  "plea",
  "correction-hint",
  "navigation",
]);

function isStory(line: Line | undefined, labels: Labels): boolean {
  return line !== undefined && labels.kindOf(line) === null && (line.isProse || reportsWords(line));
}

/** Calls `use` for every longest run of neighbouring lines that pass; with `tight`, blank lines part runs too. */
function forEachRun(
  lines: readonly Line[],
  passes: (line: Line) => boolean,
  use: (run: readonly Line[]) => void,
  tight = false,
): void {
  let run: Line[] = [];
  for (const line of lines) {
    const isIn = passes(line);
    if (run.length > 0 && (!isIn || (tight && line.afterBlank))) {
      use(run);
      run = [];
    }
    if (isIn) run.push(line);
  }
  if (run.length > 0) use(run);
}
