import { findDate } from "../dates.ts";
import { type LinkedData, typesOf } from "./linked-data.ts";
import type { Metas } from "./metas.ts";
import { elementsIn, type Page, type PageElement, textOf } from "./tree.ts";
import type { VisibleText } from "./visible-text.ts";

export interface Witnesses {
  readonly page: Page;
  readonly visible: VisibleText;
  readonly objects: readonly LinkedData[];
  readonly data: LinkedData | null;
  readonly metas: Metas;
  readonly url: string | null;
}

/** The day a page was first published, by the most trusted witness that names one; null where none does. */
export function publishedOn(witnesses: Witnesses): string | null {
  return fromLinkedData(witnesses) ?? fromMetas(witnesses.metas) ?? fromTimes(witnesses.page) ?? fromUrl(witnesses.url);
}

function fromLinkedData({ data, objects }: Witnesses): string | null {
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

function fromTimes(page: Page): string | null {
  for (const element of elementsIn(page.root)) {
    const isMarked =
      element.attributes["itemprop"] === "datePublished" || element.attributes["property"] === "datePublished";
    if (element.tag !== "time" && !isMarked) continue;
    const date =
      dateIn(element.attributes["datetime"]) ?? dateIn(element.attributes["content"]) ?? dateIn(wordsOf(element));
    if (date !== null) return date;
  }
  return null;
}

function wordsOf(element: PageElement): string {
  return textOf(element).slice(0, 200);
}

/** `/2025/08/30/` or `/2025-08-30-`; a month alone is a month. */
function fromUrl(url: string | null): string | null {
  const match = /[/_-]((?:19|20)\d{2})[/_-]?([01]\d)[/_-]?([0-3]\d)(?=[/_-]|$)/.exec(url ?? "");
  return match === null ? null : dateIn(`${match[1]}-${match[2]}-${match[3]}`);
}

function dateIn(value: unknown): string | null {
  if (typeof value !== "string") return null;
  return findDate(value.trim())?.date ?? null;
}
