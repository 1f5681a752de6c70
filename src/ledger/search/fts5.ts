import { spellings, type SearchExpression, type SearchTerm, type Stems } from "./search-expression.ts";
import type { SqlPart } from "../sql.ts";
import type { IndexedWords, SearchIndex, SearchTier, Within } from "./search-index.ts";

/** The index as an FTS5 table without content: columns `content`, `context` and `marks` (`s17` for the speaker number 17). */
export const fts5: SearchIndex = {
  columns: ["rowid", "content", "context", "marks"],
  moment: "rowid",
  // CROSS JOIN keeps SQLite from walking all entries first.
  joined: "search CROSS JOIN entry AS e",

  clear: "INSERT INTO search (search) VALUES ('delete-all')",

  row: (entry: IndexedWords) => [
    entry.moment,
    entry.content.join(" "),
    entry.context.join(" "),
    entry.spokenBy === null ? "" : `s${entry.spokenBy}`,
  ],

  tiers(expression: SearchExpression, { spokenBy }: Within): readonly SearchTier[] {
    const all = allTerms(expression);
    const anywhere = `({content context} : (${all}))`;
    const said = `(content : (${all}))`;
    // The speaker is asked for on the left of NOT: from there FTS5 walks on to the next match, and would walk over everybody's.
    const tier = (score: number, match: string, without?: string): SearchTier => {
      const own = ofSpeakers(match, spokenBy);
      return { score, sql: "search MATCH ?", params: [without === undefined ? own : `(${own}) NOT ${without}`] };
    };
    if (expression.together === null) return [tier(2, said), tier(1, anywhere, said)];
    const together = `(content : (${phraseOf(expression.together)}))`;
    // A phrase may hold function words, which need not be found elsewhere: it is no part of \`said\` by itself.
    return [tier(3, `${said} AND ${together}`), tier(2, said, together), tier(1, anywhere, said)];
  },

  anywhere: (expression: SearchExpression, { spokenBy }: Within): SqlPart =>
    matching(`{content context} : (${allTerms(expression)})`, spokenBy),

  score: () => null,
};

function matching(match: string, spokenBy: readonly number[] | null): SqlPart {
  return { sql: "search MATCH ?", params: [ofSpeakers(match, spokenBy)] };
}

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
