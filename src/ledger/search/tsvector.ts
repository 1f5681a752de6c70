import { spellings, type SearchExpression, type SearchTerm, type Stems } from "./search-expression.ts";
import type { SqlPart } from "../sql.ts";
import type { IndexedWords, SearchIndex, SearchTier } from "./search-index.ts";

/** The index as a table of tsvectors: weight A for what was said, D for its context, and a lexeme `s:17` for the speaker number 17. */
export const tsvector: SearchIndex = {
  columns: ["moment", "words"],

  clear: "DELETE FROM search",

  row: (entry: IndexedWords) => [entry.moment, vectorOf(entry)],

  tiers(expression: SearchExpression, spokenBy: readonly number[] | null): readonly SearchTier[] {
    const anywhere = ofSpeakers(allTerms(expression, ""), spokenBy);
    const said = `(${allTerms(expression, "A")})`;
    const tier = (score: number, query: string): SearchTier => ({ score, ...matching(query) });
    if (expression.together === null) return [tier(2, `${anywhere} & ${said}`), tier(1, `${anywhere} & !${said}`)];
    const together = `(${phraseOf(expression.together, "A")})`;
    return [
      tier(3, `${anywhere} & ${said} & ${together}`),
      tier(2, `${anywhere} & ${said} & !${together}`),
      tier(1, `${anywhere} & !${said}`),
    ];
  },

  anywhere: (expression: SearchExpression, spokenBy: readonly number[] | null): SqlPart =>
    matching(ofSpeakers(allTerms(expression, ""), spokenBy)),
};

function matching(query: string): SqlPart {
  return { sql: "search.words @@ ?::tsquery", params: [query] };
}

/** Positions of the context begin well behind the content, so that no phrase runs from one into the other. */
function vectorOf(entry: IndexedWords): string {
  const positions = new Map<string, string[]>();
  const place = (stems: readonly string[], from: number, weight: string): void => {
    stems.forEach((stem, at) => {
      const places = positions.get(stem) ?? [];
      places.push(`${Math.min(from + at, LAST_POSITION)}${weight}`);
      positions.set(stem, places);
    });
  };
  place(entry.content, 1, "A");
  place(entry.context, entry.content.length + 10, "D");
  const lexemes = [...positions].map(([stem, places]) => `${quoted(stem)}:${places.join(",")}`);
  if (entry.spokenBy !== null) lexemes.push(quoted(`s:${entry.spokenBy}`));
  return lexemes.join(" ");
}

/** PostgreSQL's own limit. */
const LAST_POSITION = 16383;

function ofSpeakers(match: string, spokenBy: readonly number[] | null): string {
  return spokenBy === null ? match : `${anyOf(spokenBy.map((no) => quoted(`s:${no}`)))} & (${match})`;
}

function allTerms(expression: SearchExpression, weight: string): string {
  return expression.terms.map((term) => termOf(term, weight)).join(" & ");
}

function termOf(term: SearchTerm, weight: string): string {
  const exact = (stem: string): string => quoted(stem) + (weight === "" ? "" : `:${weight}`);
  switch (term.kind) {
    case "word":
      return anyOf(term.stems.map(exact));
    case "prefix":
      return anyOf([`${quoted(term.prefix)}:*${weight}`, ...term.stems.map(exact)]);
    case "phrase":
      return phraseOf(term.words, weight);
  }
}

function phraseOf(words: readonly Stems[], weight: string): string {
  const exact = (stem: string): string => quoted(stem) + (weight === "" ? "" : `:${weight}`);
  return anyOf(spellings(words).map((stems) => `(${stems.map(exact).join(" <-> ")})`));
}

function anyOf(alternatives: readonly string[]): string {
  return alternatives.length === 1 ? (alternatives[0] ?? "") : `(${alternatives.join(" | ")})`;
}

function quoted(stem: string): string {
  return `'${stem.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
