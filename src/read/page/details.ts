import { articleData, type LinkedData, linkedDataOf, nameIn } from "./linked-data.ts";
import { firstMeta as first, metasOf, type Metas } from "./metas.ts";
import { elementsIn, type Page, type PageElement, textOf } from "./tree.ts";

/** What a page says of its story, outside and beside the text. */
export interface PageDetails {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** The story's text as the page gives it to machines, where it does. */
  readonly articleBody: string | null;
  /** All of the page's JSON-LD, that object of it which describes the story, and its meta tags: for whoever looks further. */
  readonly objects: readonly LinkedData[];
  readonly data: LinkedData | null;
  readonly metas: Metas;
}

/** Reads JSON-LD, meta tags and the page's own marks, in this order of trust. */
export function findPageDetails(page: Page): PageDetails {
  const objects = linkedDataOf(page);
  const data = articleData(objects);
  const metas = metasOf(page);
  const url = urlOf(page, data, metas);
  return {
    title: titleOf(page, data, metas),
    byline: bylineOf(page, data, objects, metas),
    publisher: publisherOf(data, objects, metas, url),
    url,
    language: languageOf(page, data, metas),
    articleBody: typeof data?.["articleBody"] === "string" ? data["articleBody"] : null,
    objects,
    data,
    metas,
  };
}

function titleOf(page: Page, data: LinkedData | null, metas: Metas): string | null {
  const heads = [...elementsIn(page.root)]
    .filter((element) => element.tag === "h1")
    .map(lineOf)
    .filter((head) => head !== "");
  const shown =
    first(metas, "og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title") ?? documentTitle(page);
  const given = clean(nameIn(data?.["headline"])) ?? clean(shown);
  // What readers see goes before what machines are told, when the two are the same headline.
  const head = heads.find((head) => given !== null && similar(head, given));
  if (head !== undefined) return head;
  if (given !== null) return withoutSite(given, first(metas, "og:site_name"));
  return heads.find((head) => head.split(" ").length >= 3) ?? heads[0] ?? null;
}

function documentTitle(page: Page): string | null {
  for (const element of elementsIn(page.root)) if (element.tag === "title") return lineOf(element) || null;
  return null;
}

function lineOf(element: PageElement): string {
  return textOf(element).replace(/\s+/g, " ").trim().slice(0, 500);
}

function clean(value: string | null): string | null {
  const line = value
    ?.replace(/<[^>]{0,200}>/g, "")
    .replace(/&amp;/g, "&")
    .replace(/&(?:#0?39|apos|#x27);/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ")
    .trim();
  return line === undefined || line === "" ? null : line.slice(0, 500);
}

/** True when most words of the shorter stand in the longer. */
function similar(a: string, b: string): boolean {
  const words = (text: string): readonly string[] =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "");
  const [short = [], long = []] = [words(a), words(b)].sort((x, y) => x.length - y.length);
  if (short.length < 2) return false;
  const among = new Set(long);
  return short.filter((word) => among.has(word)).length >= short.length * 0.7;
}

/** `Headline - Harbour Post` without the site's name. */
function withoutSite(title: string, site: string | null): string {
  const parts = title.split(/\s+[|–—-]\s+|\s*[»|]\s*/u);
  const last = parts.at(-1) ?? "";
  const isSite =
    parts.length > 1 &&
    ((site !== null && similar(`${last} x`, `${site} x`)) ||
      (last.split(" ").length <= 4 && title.length - last.length > 25));
  return isSite ? title.slice(0, title.lastIndexOf(last)).replace(/[\s|»–—-]+$/u, "") : title;
}

function bylineOf(page: Page, data: LinkedData | null, objects: readonly LinkedData[], metas: Metas): string | null {
  const candidates = [
    nameIn(data?.["author"], objects),
    first(
      metas,
      "author",
      "parsely-author",
      "sailthru.author",
      "dc.creator",
      "dcterms.creator",
      "byl",
      "article:author_name",
      "twitter:data1",
    ),
    markedByline(page),
    first(metas, "article:author", "og:article:author"),
  ];
  for (const candidate of candidates) {
    const name = clean(candidate)
      ?.replace(/^(?:by|von|par|por|written by|author:?)\s+/i, "")
      .trim();
    if (name !== undefined && isName(name)) return name;
  }
  return null;
}

function isName(name: string): boolean {
  return (
    /\p{L}{2}/u.test(name) && name.length <= 160 && !/^https?:|^@|facebook\.com|\bmin(?:ute)?s?\b|\d{3}/i.test(name)
  );
}

function markedByline(page: Page): string | null {
  for (const element of elementsIn(page.root)) {
    const { attributes } = element;
    const isAuthor =
      attributes["rel"] === "author" ||
      /\bauthor\b/.test(attributes["itemprop"] ?? "") ||
      /(?:^|[\s_-])(?:byline|author-?name|article-?author|post-?author)(?:$|[\s_-])/i.test(
        (attributes["class"] ?? "").slice(0, 300),
      );
    if (!isAuthor) continue;
    const line = lineOf(element);
    if (line.length >= 4 && line.length <= 100 && isName(line)) return line;
  }
  return null;
}

function publisherOf(
  data: LinkedData | null,
  objects: readonly LinkedData[],
  metas: Metas,
  url: string | null,
): string | null {
  const named =
    clean(nameIn(data?.["publisher"], objects)) ??
    clean(
      first(
        metas,
        "og:site_name",
        "application-name",
        "publisher",
        "dc.publisher",
        "article:publisher_name",
        "copyright",
      ),
    );
  if (named !== null && named.length <= 100 && !/^https?:/i.test(named)) return named;
  return url === null ? null : (hostOf(url)?.replace(/^www\d?\./, "") ?? null);
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname : null;
}

function urlOf(page: Page, data: LinkedData | null, metas: Metas): string | null {
  const candidates: (string | undefined | null)[] = [];
  for (const element of elementsIn(page.root))
    if (element.tag === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(element.attributes["rel"] ?? ""))
      candidates.push(element.attributes["href"]);
  candidates.push(first(metas, "og:url", "twitter:url", "parsely-link"));
  const main = data?.["mainEntityOfPage"];
  candidates.push(typeof main === "string" ? main : null, typeof data?.["url"] === "string" ? data["url"] : null);
  for (const candidate of candidates) {
    const url = candidate?.trim();
    if (url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)) return url;
    if (url !== undefined && url.startsWith("//") && URL.canParse(`https:${url}`)) return `https:${url}`;
  }
  return null;
}

function languageOf(page: Page, data: LinkedData | null, metas: Metas): string | null {
  let declared: string | null = null;
  for (const element of elementsIn(page.root)) {
    if (element.tag === "html") declared = element.attributes["lang"] ?? element.attributes["xml:lang"] ?? null;
    if (element.tag === "body") break;
  }
  const candidates = [
    declared,
    nameIn(data?.["inLanguage"]),
    first(metas, "og:locale", "content-language", "language", "dc.language"),
  ];
  for (const candidate of candidates) {
    const match = /^\s*([a-z]{2})(?:[-_][a-z0-9]{2,8}){0,3}\s*$/i.exec(candidate ?? "");
    if (match?.[1] !== undefined) return match[1].toLowerCase();
  }
  return null;
}
