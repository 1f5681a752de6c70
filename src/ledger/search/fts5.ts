import { spellings, type SearchExpression, type SearchTerm, type Stems } from "./search-expression.ts";
import type { SqlPart } from "../sql.ts";
import { CONDITIONAL, publisherMark } from "./marks.ts";
import { numberOf, pairsOf } from "./pairs.ts";
import type { IndexedWords, SearchIndex, SearchTier, Within } from "./search-index.ts";

/**
 * The index as an FTS5 table without content: columns `content`, `context` and `marks`. Marks are `s17` for the speaker number 17, `p` and a number for
 * the publisher, `c` for a condition, `n` and a number for each pair of neighbours in what was said (see search/pairs.ts).
 */
export const fts5: SearchIndex = {
  columns: ["rowid", "content", "context", "marks"],
  moment: "rowid",
  // CROSS JOIN keeps SQLite from walking all entries first.
  joined: "search CROSS JOIN entry AS e",

  clear: "INSERT INTO search (search) VALUES ('delete-all')",

  row: (entry: IndexedWords, facts) => {
    const marks = [...pairsOf(entry.content, PAIRS)].map(pairMark);
    if (entry.spokenBy !== null) marks.push(`s${entry.spokenBy}`);
    if (typeof facts["publisher"] === "string") marks.push(markOf(publisherMark(facts["publisher"])));
    if (Number(facts["conditional"]) > 0) marks.push(markOf(CONDITIONAL));
    return [entry.moment, entry.content.join(" "), entry.context.join(" "), marks.join(" ")];
  },

  tiers(expression: SearchExpression, within: Within): readonly SearchTier[] {
    const all = allTerms(expression);
    const anywhere = `{content context} : (${all})`;
    const said = `content : (${all})`;
    // Marks are asked for on the left of NOT: from there FTS5 walks on to the next match, and would walk over everybody's.
    const tier = (score: number, match: string, without?: string): SearchTier => {
      const own = restricted(match, within);
      return {
        score,
        sql: "search MATCH ?",
        params: [without === undefined ? own : `(${own}) NOT (${without})`],
      };
    };
    if (expression.together === null) return [tier(2, said), tier(1, anywhere, said)];
    const together = togetherOf(expression.together);
    return [tier(3, together), tier(2, said, together), tier(1, anywhere, said)];
  },

  anywhere: (expression: SearchExpression, within: Within): SqlPart => ({
    sql: "search MATCH ?",
    params: [restricted(`{content context} : (${allTerms(expression)})`, within)],
  }),

  score: () => null,
};

/** So many that few statements share a pair's number with those that have the pair, and few enough that merging the index stays cheap. */
const PAIRS = 2 ** 14;

function pairMark(pair: number): string {
  return `n${pair.toString(36)}`;
}

/** A mark as one token; two publishers may share one, and the condition on the entry tells them apart. */
function markOf(mark: string): string {
  return mark === CONDITIONAL ? "c" : `p${numberOf(mark).toString(36)}`;
}

/** Marks that few entries have. What most have, a language or a kind, is asked of the entry sooner than of a list of nearly all. */
function isIndexed(mark: string): boolean {
  return mark === CONDITIONAL || mark.startsWith(publisherMark(""));
}

function restricted(match: string, { spokenBy, marks = [] }: Within): string {
  const parts = marks.filter(isIndexed).map(markOf);
  if (spokenBy !== null) parts.push(`(${spokenBy.map((no) => `s${no}`).join(" OR ")})`);
  return parts.length === 0 ? match : `(marks : (${parts.join(" AND ")})) AND (${match})`;
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

/** The words side by side in what was said. */
function togetherOf(words: readonly Stems[]): string {
  return anyOf(
    spellings(words).map((stems) => {
      const marks = [...pairsOf(stems, PAIRS)].map(pairMark);
      return `((marks : (${marks.join(" AND ")})) AND (content : ${quoted(stems.join(" "))}))`;
    }),
  );
}

function anyOf(alternatives: readonly string[]): string {
  return alternatives.length === 1 ? (alternatives[0] ?? "") : `(${alternatives.join(" OR ")})`;
}

function quoted(stem: string): string {
  return `"${stem.replaceAll('"', "")}"`;
}
