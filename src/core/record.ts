import type { Article } from "./article.ts";
import { attribute } from "./attribution/attribute.ts";
import { commit } from "./commitments/commit.ts";
import type { Entry } from "./entry.ts";
import type { Language } from "./languages/language.ts";
import { identify } from "./speakers/identify.ts";
import { analyse } from "./text/analyse.ts";

/**
 * Reads the statements and commitments out of an article: the whole program on one screen.
 * Every candidate that is still possible comes out, in the order of the text; callers choose by `confidence`, of statements and of their commitments.
 * Pure and deterministic: same article and language, same entries, to the byte. Never throws on any text.
 */
export function record(article: Article, language: Language): readonly Entry[] {
  const analysis = analyse(article.text, article.furniture, language.text);
  const attributions = attribute(analysis, language.attribution);
  const statements = identify(article, analysis, attributions, language.speakers);
  return commit(article, analysis, statements, language.commitments);
}
