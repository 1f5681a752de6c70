import { spellings, type SearchExpression, type SearchTerm, type Stems } from "./search-expression.ts";
import type { SqlPart } from "../sql.ts";
import type { IndexedWords, SearchIndex } from "./search-index.ts";

/** The index as an FTS5 table without content: columns `content`, `context` and `marks` (`s17` for the speaker number 17). */
export const fts5: SearchIndex = {
  columns: ["rowid", "content", "context", "marks"],

  clear: "INSERT INTO search (search) VALUES ('delete-all')",

  row: (entry: IndexedWords) => [
    entry.no,
    entry.content.join(" "),
    entry.context.join(" "),
    entry.spokenBy === null ? "" : `s${entry.spokenBy}`,
  ],

  matches(expression: SearchExpression, spokenBy: readonly number[] | null): SqlPart {
    const all = allTerms(expression);
    const tiers: [score: number, match: string][] = [
      [1, `{content context} : (${all})`],
      [2, `content : (${all})`],
    ];
    if (expression.together !== null) tiers.push([3, `content : (${phraseOf(expression.together)})`]);
    const selects = tiers.map(([score]) => `SELECT rowid AS no, ${score} AS score FROM search WHERE search MATCH ?`);
    return {
      sql: `SELECT no, max(score) AS score FROM (${selects.join(" UNION ALL ")}) AS tiers GROUP BY no`,
      params: tiers.map(([, match]) => ofSpeakers(match, spokenBy)),
    };
  },

  matchingNumbers(expression: SearchExpression, spokenBy: readonly number[] | null): SqlPart {
    return {
      sql: "SELECT rowid AS no FROM search WHERE search MATCH ?",
      params: [ofSpeakers(`{content context} : (${allTerms(expression)})`, spokenBy)],
    };
  },
};

function ofSpeakers(match: string, spokenBy: readonly number[] | null): string {
  return spokenBy === null ? match : `marks : (${spokenBy.map((no) => `s${no}`).join(" OR ")}) AND (${match})`;
}

function allTerms(expression: SearchExpression): string {
  return expression.terms.map(termOf).join(" AND ");
}

function termOf(term: SearchTerm): string {
  switch (term.kind) {
    case "word":
      return anyOf(term.stems.map(quoted));
    case "prefix":
      return anyOf([`${quoted(term.prefix)} *`, ...term.stems.map(quoted)]);
    case "phrase":
      return phraseOf(term.words);
  }
}

function phraseOf(words: readonly Stems[]): string {
  return anyOf(spellings(words).map((stems) => quoted(stems.join(" "))));
}

function anyOf(alternatives: readonly string[]): string {
  return alternatives.length === 1 ? (alternatives[0] ?? "") : `(${alternatives.join(" OR ")})`;
}

function quoted(stem: string): string {
  return `"${stem.replaceAll('"', "")}"`;
}
