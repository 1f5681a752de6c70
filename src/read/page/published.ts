import { findDate, isDateLine } from "../dates.ts";
import { keyOf, linesOf } from "../lines.ts";
import type { PageDetails } from "./details.ts";
import { type LinkedData, typesOf } from "./linked-data.ts";
import type { Metas } from "./metas.ts";
import { ancestorsOf, elementsIn, type Page, type PageElement, textOf } from "./tree.ts";
import type { Block, VisibleText } from "./visible-text.ts";

/** What a date can be read from. */
export interface Witnesses {
  readonly page: Page;
  readonly details: PageDetails;
  readonly visible: VisibleText;
  readonly body: ReadonlySet<Block>;
}

/**
 * The day a page was first published, by the most trusted witness that names one; null where none does. Machines are often
 * told the hour in Greenwich: where the page shows its readers, or its address, the day before or after, that is the day.
 */
export function publishedOn({ page, details, visible, body }: Witnesses): string | null {
  const { objects, data, metas, url, title } = details;
  const told = fromLinkedData(data, objects) ?? fromMetas(metas) ?? fromMarked(page);
  const addressed = fromUrl(url);
  if (told === null) return addressed ?? fromHead(visible, body, title) ?? fromTimes(page);
  const shown = addressed ?? fromHead(visible, body, title);
  return shown !== null && daysBetween(shown, told) === 1 ? shown : told;
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

function fromLinkedData(data: LinkedData | null, objects: readonly LinkedData[]): string | null {
  const own = dateIn(data?.["datePublished"]) ?? dateIn(data?.["dateCreated"]);
  if (own !== null) return own;
  for (const object of objects)
    if (typesOf(object).some((type) => /WebPage|Article|Posting|VideoObject/.test(type))) {
      const date = dateIn(object["datePublished"]) ?? dateIn(object["uploadDate"]);
      if (date !== null) return date;
    }
  return null;
}

const META_NAMES = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "og:published_time",
  "article:published",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publish_date",
  "published-date",
  "publication_date",
  "article.published",
  "cxenseparse:recs:publishtime",
  "dc.date.issued",
  "dcterms.created",
  "dc.date.created",
  "dcterms.date",
  "dc.date",
  "date",
  "ptime",
  "displaydate",
  "originalpublicationdate",
  "rnews:datepublished",
  "datecreated",
  "article:post_date",
  "creation_date",
  "og:pubdate",
  "timestamp",
];

function fromMetas(metas: Metas): string | null {
  for (const name of META_NAMES) {
    const date = dateIn(metas.get(name));
    if (date !== null) return date;
  }
  return null;
}

/** Elements that say that their date is the publication's. */
function fromMarked(page: Page): string | null {
  for (const element of elementsIn(page.root)) {
    const { attributes } = element;
    const isMarked =
      /\bdatePublished\b/.test(`${attributes["itemprop"] ?? ""} ${attributes["property"] ?? ""}`) ||
      attributes["pubdate"] !== undefined;
    if (isMarked && element.tag !== "meta") {
      const date = dateOf(element);
      if (date !== null) return date;
    }
  }
  return null;
}

function fromTimes(page: Page): string | null {
  for (const element of elementsIn(page.root)) if (element.tag === "time") return dateOf(element);
  return null;
}

function dateOf(element: PageElement): string | null {
  const { attributes } = element;
  return dateIn(attributes["datetime"]) ?? dateIn(attributes["content"]) ?? dateIn(textOf(element).slice(0, 200));
}

/** Lines looked at on either side of the first paragraph and the headline. */
const NEAR = 14;

/** The date shown between headline and story, or close by: on a short line of its own, or beside the byline. */
function fromHead({ text, blocks }: VisibleText, body: ReadonlySet<Block>, title: string | null): string | null {
  const first = blocks.findIndex((block) => body.has(block));
  if (first === -1) return null;
  const last = blocks.findLastIndex((block) => body.has(block));
  const headline = title === null ? -1 : blocks.findIndex((block) => keyOf(wordsOf(text, block)) === keyOf(title));
  const from = Math.max(0, Math.min(headline === -1 ? first : headline, first) - NEAR);
  let best: { readonly date: string; readonly weight: number } | null = null;
  for (const [index, block] of blocks.entries()) {
    if (index < from || index > last + 4) continue;
    const words = wordsOf(text, block);
    if (words.length > 200 || (body.has(block) && index > first + 1)) continue;
    const [line] = linesOf(words);
    const found = findDate(words);
    if (line === undefined || found === null || line.isProse || NO_NEWS.test(words)) continue;
    const isAfterTitle = headline !== -1 && index > headline && index <= first + 1;
    const weight =
      (isAfterTitle ? 4 : 0) +
      (isDateLine(line.folded) ? 2 : 0) +
      (namesOf(block.element).some((name) => DATE_NAMES.test(name)) ? 2 : 0) +
      (PUBLISHED.test(words) ? 2 : 0) -
      (UPDATED.test(words) ? 1 : 0) -
      (index > last ? 1 : 0) -
      (namesOf(block.element).some((name) => OTHERS.test(name)) ? 4 : 0) -
      Math.min(Math.abs(index - first), NEAR) / (NEAR + 1);
    if (weight > 1 && (best === null || weight > best.weight)) best = { date: found.date, weight };
  }
  return best?.date ?? null;
}

function wordsOf(text: string, { start, end }: Block): string {
  return text.slice(start, Math.min(end, start + 400)).replace(/\s+/g, " ");
}

function namesOf(element: PageElement): readonly string[] {
  const names: string[] = [];
  for (const { attributes, tag } of ancestorsOf(element)) {
    names.push(`${tag} ${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`.slice(0, 300));
    if (names.length === 3) break;
  }
  return names;
}

const DATE_NAMES = /date|time|publish|posted|meta|byline|author|info/i;
const OTHERS = /related|recommend|popular|sidebar|widget|comment|footer|latest|most-?read|teaser/i;
/** A year that belongs to something else than the story. */
const NO_NEWS = /©|copyright|\(c\)|\bjoined\b|\bborn\b|member since/i;
const PUBLISHED = /\b(?:published|posted|publicado|publié|veröffentlicht|опубліковано|опубликовано)/i;
const UPDATED = /\b(?:updated|modified|actualizado|aktualisiert)|оновлено|обновлено/i;

/** `/2025/08/30/` or `/2025-08-30-`; a month alone is a month. */
function fromUrl(url: string | null): string | null {
  const match = /[/_-]((?:19|20)\d{2})[/_-]?([01]\d)[/_-]?([0-3]\d)(?=[/_-]|$)/.exec(url ?? "");
  return match === null ? null : dateIn(`${match[1]}-${match[2]}-${match[3]}`);
}

function dateIn(value: unknown): string | null {
  if (typeof value !== "string") return null;
  return findDate(value.trim())?.date ?? null;
}
