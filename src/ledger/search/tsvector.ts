import { spellings, type SearchExpression, type SearchTerm, type Stems } from "./search-expression.ts";
import type { SqlPart } from "../sql.ts";
import type { IndexedWords, SearchIndex } from "./search-index.ts";

/** The index as a table of tsvectors: weight A for what was said, D for its context, and a lexeme `s:17` for the speaker number 17. */
export const tsvector: SearchIndex = {
  columns: ["no", "words"],

  clear: "DELETE FROM search",

  row: (entry: IndexedWords) => [entry.no, vectorOf(entry)],

  matches(expression: SearchExpression, spokenBy: readonly number[] | null): SqlPart {
    const anywhere = ofSpeakers(allTerms(expression, ""), spokenBy);
    const said = allTerms(expression, "A");
    const together = expression.together === null ? null : phraseOf(expression.together, "A");
    const phraseCase = together === null ? "" : "WHEN words @@ ?::tsquery THEN 3 ";
    return {
      sql:
        `SELECT no, CASE ${phraseCase}WHEN words @@ ?::tsquery THEN 2 ELSE 1 END AS score ` +
        "FROM search WHERE words @@ ?::tsquery",
      params: together === null ? [said, anywhere] : [together, said, anywhere],
    };
  },

  matchingNumbers(expression: SearchExpression, spokenBy: readonly number[] | null): SqlPart {
    return {
      sql: "SELECT no FROM search WHERE words @@ ?::tsquery",
      params: [ofSpeakers(allTerms(expression, ""), spokenBy)],
    };
  },
};

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
