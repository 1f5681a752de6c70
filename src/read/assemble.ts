import type { Article, Furniture, GivenField, Problem, ReuseRule } from "../core/article.ts";
import { hashOf } from "../core/hash.ts";
import { checkDate } from "./edtf.ts";
import { languageOf } from "./language.ts";
import type { Given } from "./reader.ts";

/** What a reader found in the text or page itself. */
export interface Found {
  readonly text: string;
  readonly furniture: readonly Furniture[];
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly publisher?: string | null;
  readonly url?: string | null;
  readonly published?: string | null;
  /** As the page declares it; the words decide where there are enough of them. */
  readonly language?: string | null;
  readonly reuse?: ReuseRule | null;
}

/** An article out of what was found and what was given; the given wins, and the article says which fields that were. */
export function assemble(
  found: Found,
  given: Given,
): { readonly article: Article; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const fields: Partial<Record<GivenField, string>> = {};
  for (const field of FIELDS) {
    const value = given[field]?.trim();
    if (value === undefined || value === "") continue;
    if (field !== "published") {
      fields[field] = value;
      continue;
    }
    const checked = checkDate(value);
    if ("date" in checked) fields.published = checked.date;
    else problems.push(checked.problem);
  }
  const article: Article = {
    text: found.text,
    title: fields.title ?? found.title ?? null,
    byline: fields.byline ?? found.byline ?? null,
    publisher: fields.publisher ?? found.publisher ?? null,
    url: fields.url ?? found.url ?? null,
    published: fields.published ?? found.published ?? null,
    language: fields.language ?? languageOf(storyOf(found)) ?? found.language ?? null,
    hash: hashOf(found.text),
    reuse: found.reuse ?? null,
    speaker: fields.speaker ?? null,
    given: FIELDS.filter((field) => fields[field] !== undefined),
    furniture: found.furniture,
  };
  return { article, problems };
}

const FIELDS: readonly GivenField[] = ["title", "byline", "publisher", "url", "published", "language", "speaker"];

/** The text without its furniture, as far as the language detector wants it. */
function storyOf({ text, furniture }: Found): string {
  let story = "";
  let from = 0;
  for (const piece of furniture) {
    story += `${text.slice(from, piece.start)}\n`;
    from = piece.end;
    if (story.length > 8000) return story;
  }
  return story + text.slice(from, from + 8000);
}
