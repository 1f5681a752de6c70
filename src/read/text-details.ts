import type { Furniture, FurnitureKind } from "../core/article.ts";
import { findDate, isDateLine } from "./dates.ts";
import { datelineLength } from "./dateline.ts";
import { continues, type Line, linesOf } from "./lines.ts";

/** What a plain text says of itself; null is what it does not say. */
export interface TextDetails {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
}

/** Title, byline, publisher and date, as far as a text shows them. A copyright's year is no publication date. */
export function findDetails(text: string, furniture: readonly Furniture[]): TextDetails {
  const lines = linesOf(text);
  const { covered, touched } = furnished(lines, furniture);
  return {
    title: titleOf(lines, touched),
    byline: bylineOf(text, furniture),
    publisher: publisherOf(text, furniture),
    published: publishedOf(lines, covered),
  };
}

/**
 * The headline: the line in the shape of one before the first paragraph. Where a page has several, the one that comes
 * back further down, else the first of some length.
 */
function titleOf(lines: readonly Line[], touched: ReadonlySet<Line>): string | null {
  const wrapped = new Set<Line>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next !== undefined && continues(line, next)) wrapped.add(line).add(next);
  }
  const free = lines.filter((line) => !touched.has(line));
  const firstProse = free.findIndex(
    (line) => (line.isProse && !looksLikeHeadline(line)) || (line.words >= 6 && line.folded.endsWith(":")),
  );
  if (firstProse === -1 && free.length < 2) return null;
  const heads = free
    .slice(0, firstProse === -1 ? 1 : firstProse)
    .filter((line) => looksLikeHeadline(line) && !wrapped.has(line) && !NO_HEADLINE.test(line.folded));
  const repeated = heads.find((head) => lines.some((line) => line !== head && line.folded.startsWith(head.folded)));
  return (repeated ?? heads.find((head) => head.words >= 4) ?? heads[0])?.text ?? null;
}

/** What releases and pages print above the headline. */
const NO_HEADLINE = /^(?:office of|breaking(?: news)?$|live(?: updates)?$|exclusive$|opinion$|analysis$)/iu;

function looksLikeHeadline(line: Line): boolean {
  if (line.words < 2 || line.words > 30 || line.folded.length > 220 || /^[•\-–—*▪■→>]\s/u.test(line.folded))
    return false;
  if (datelineLength(line, { bare: true }) > 0 || /!["*]*$/u.test(line.folded)) return false;
  if (!/[.…]["*]*$/u.test(line.folded)) return !/[,;:]$/u.test(line.folded);
  // A headline with a full stop has capitals throughout, as American headlines do.
  const words = line.text.split(/\s+/u).filter((word) => /^[\p{L}“"'‘]/u.test(word) && word.length > 3);
  const capitals = words.filter((word) => /^[“"'‘]?\p{Lu}/u.test(word));
  return line.words <= 22 && words.length >= 3 && capitals.length >= words.length * 0.8;
}

/** `Author: Ana Ruiz` and `Ana Ruiz — Tuesday, 2 September 2025` give Ana Ruiz. */
function bylineOf(text: string, furniture: readonly Furniture[]): string | null {
  for (const piece of furniture) {
    if (piece.kind !== "byline") continue;
    const line = (text.slice(piece.start, piece.end).split(/[\r\n]/u, 1)[0] ?? "").slice(0, 200).trim();
    const isBare = NAMES.test(line) || (/^\p{Lu}/u.test(line) && findDate(line) !== null);
    const named = BYLINE.exec(line)?.[1] ?? (isBare ? line : null);
    if (named === null) continue;
    const found = findDate(named);
    const name = (found === null ? named : named.slice(0, found.start))
      .replace(/[;)].*$|\s[—–|·•-]\s.*$| in \p{Lu}.*$/gu, "")
      .trim()
      .replace(/[\s.,|)]+$/u, "");
    if (/\p{Lu}/u.test(name) && name.length <= 120) return name;
  }
  return null;
}

/** `Rosa Linden in Port Lenz` */
const NAMES = /^\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}[\p{L}'’-]+|in|and|de|van|von|der|la)){1,5}$/u;

const BYLINE =
  /^\(?(?:authors?|by-?line|written by|text by|story by|posted by|published by|words by|reporters?|reported by|reporting by|by|автори?|авторка|авторы|автор|текст|von|autor|autorin|auteur)\s?:?\s+(.+)$/iu;

/** `Copyright © 2024 Harbour Post. All rights reserved` gives Harbour Post. */
function publisherOf(text: string, furniture: readonly Furniture[]): string | null {
  for (const piece of furniture) {
    if (piece.kind !== "copyright") continue;
    for (const line of text.slice(piece.start, Math.min(piece.end, piece.start + 2000)).split(/[\r\n]+/u)) {
      const name = NOTICE.exec(line.trim())?.[1]
        ?.replace(RIGHTS, "")
        .replace(/(?<!\d)(?:19|20)\d{2}(?!\d)(?:\s?[-–—]\s?(?:(?:19|20)\d{2}|present))?/gu, "")
        .replace(/^[\s.,:;|–—-]+(?:by )?|[\s.,:;|–—-]+$/gu, "")
        .trim();
      if (name !== undefined && PUBLISHER.test(name) && name.split(/\s+/u).length <= 6) return name;
    }
  }
  return null;
}

const NOTICE = /(?:^copyright ?(?:©|\(c\))?|^©|^\(c\)|copyright ©|©(?= ?(?:19|20)\d{2}))(.{2,120})$/iu;
const RIGHTS =
  /[.,|;–—-]?\s*(?:all rights reserved|all rights|усі права|всі права|все права|inc\b|ltd\b|llc\b|privacy|terms|this material).*$/iu;
/** A name, not a clause and not a photographer with an agency. */
const PUBLISHER = /^(?:[\p{Lu}\d]|[\p{L}\d-]+\.\p{L})[^/]{1,}$/u;

/** The date on a line of its own before the first paragraph, else the one after "Published" anywhere. */
function publishedOf(lines: readonly Line[], covered: ReadonlyMap<Line, FurnitureKind>): string | null {
  let isHead = true;
  let updated: string | null = null;
  for (const line of lines) {
    if (!covered.has(line)) {
      if (line.isProse) isHead = false;
      continue;
    }
    if (line.words > 20 || !/\d/u.test(line.folded)) continue;
    const isNamed = PUBLISHED.test(line.folded);
    const isShown = isHead && (isDateLine(line.folded) || covered.get(line) === "byline");
    if (!isNamed && !isShown && !UPDATED.test(line.folded)) continue;
    const found = findDate(line.folded);
    if (found === null) continue;
    if (!UPDATED.test(line.folded)) return found.date;
    updated ??= found.date;
  }
  return updated;
}

const PUBLISHED =
  /^(?:first |originally )?(?:published|posted|released|issued|date|опубліковано|опубликовано|дата|veröffentlicht|publié)(?![\p{L}])/iu;
const UPDATED = /^(?:last )?(?:updated|modified|оновлено|обновлено|aktualisiert)(?![\p{L}])/iu;

/** The lines that furniture covers, and those it touches. Both lists are in the text's order, so one walk does. */
function furnished(lines: readonly Line[], furniture: readonly Furniture[]): Furnished {
  const covered = new Map<Line, FurnitureKind>();
  const touched = new Set<Line>();
  let at = 0;
  for (const line of lines) {
    while ((furniture[at]?.end ?? Infinity) <= line.start) at++;
    const piece = furniture[at];
    if (piece === undefined || piece.start >= line.end) continue;
    touched.add(line);
    if (piece.start <= line.start && line.end <= piece.end) covered.set(line, piece.kind);
  }
  return { covered, touched };
}

interface Furnished {
  readonly covered: ReadonlyMap<Line, FurnitureKind>;
  readonly touched: ReadonlySet<Line>;
}
