import { elementsIn, type Page, textOf } from "./tree.ts";

/** One object of a page's JSON-LD. */
export type LinkedData = Readonly<Record<string, unknown>>;

/** Most objects looked at on one page, and how deep; a page can be made of nothing else. */
const MOST_OBJECTS = 500;
const DEEPEST = 12;

/** All JSON-LD objects of a page, the outer before the inner. Broken blocks are left out. */
export function linkedDataOf(page: Page): readonly LinkedData[] {
  const objects: LinkedData[] = [];
  const collect = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || objects.length >= MOST_OBJECTS) return;
    if (Array.isArray(value)) for (const part of value) collect(part, depth + 1);
    else if (isObject(value)) {
      objects.push(value);
      for (const [name, part] of Object.entries(value))
        if (typeof part === "object" && name !== "comment") collect(part, depth + 1);
    }
  };
  for (const element of elementsIn(page.root))
    if (element.tag === "script" && /ld\+json/i.test(element.attributes["type"] ?? ""))
      collect(parseLoosely(textOf(element)), 0);
  return objects;
}

/** The object that describes the page's story: an article of some kind. */
export function articleData(objects: readonly LinkedData[]): LinkedData | null {
  const articles = objects.filter((object) => typesOf(object).some((type) => ARTICLE.test(type)));
  return (
    articles.find((object) => object["headline"] !== undefined && object["datePublished"] !== undefined) ??
    articles[0] ??
    null
  );
}

export function typesOf(object: LinkedData): readonly string[] {
  const type = object["@type"];
  if (typeof type === "string") return [type];
  return Array.isArray(type) ? type.filter((part) => typeof part === "string") : [];
}

/** The value's words: a string, or the `name` of an object, or of each in a list, joined by commas. */
export function nameIn(value: unknown, objects: readonly LinkedData[] = [], depth = 0): string | null {
  if (depth > 3) return null;
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  if (Array.isArray(value)) {
    const names = value
      .slice(0, 10)
      .map((part) => nameIn(part, objects, depth + 1))
      .filter((name) => name !== null);
    return names.length > 0 ? [...new Set(names)].join(", ") : null;
  }
  if (!isObject(value)) return null;
  const id = value["@id"];
  const named =
    value["name"] ?? objects.find((object) => object["@id"] === id && object["name"] !== undefined)?.["name"];
  return nameIn(named, objects, depth + 1);
}

const ARTICLE = /Article$|^(?:BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|AnalysisNewsArticle)$/;

/** Sites leave comment marks around it, raw line breaks and trailing commas in it. */
function parseLoosely(source: string): unknown {
  const first = source.search(/[[{]/);
  const last = Math.max(source.lastIndexOf("}"), source.lastIndexOf("]"));
  if (first === -1 || last < first) return null;
  const json = source.slice(first, last + 1);
  for (const attempt of [json, json.replace(/\p{Cc}/gu, " ").replace(/,\s{0,50}([}\]])/g, "$1")])
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      continue;
    }
  return null;
}

function isObject(value: unknown): value is LinkedData {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
