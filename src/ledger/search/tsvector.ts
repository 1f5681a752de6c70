import type { SqlPart } from "../sql.ts";
import { spellings, type SearchExpression, type SearchTerm, type Stems } from "./search-expression.ts";
import { marksOf } from "./marks.ts";
import { pairsOf } from "./pairs.ts";
import type { IndexedWords, SearchIndex, SearchTier, Within } from "./search-index.ts";

/** The columns of an entry that the index repeats; a trigger keeps those that change (see migrations/0009-facts-in-the-index.ts). */
const FACTS: readonly string[] = (
  "no speaker confidence strengths commitments conditional visible kind state review language publisher date_from date_to " +
  "role_stems"
).split(" ");

/**
 * The index as a table of tsvectors, with whatever filters and facets ask of an entry beside them, so that no other table need be looked at.
 * A stem is the lexeme `=stem` in what was said and `~stem` around it, `+a7` is a pair of neighbours in what was said (see search/pairs.ts), `s:17` stands
 * for the speaker number 17, and marks for other facts. Weights would do instead, but the index holds neither them nor places: PostgreSQL would
 * fetch every row to look.
 */
export const tsvector: SearchIndex = {
  columns: ["moment", "words", ...FACTS],
  moment: "moment",
  joined: null,

  clear: "DELETE FROM search",

  row: (entry, facts) => [entry.moment, vectorOf(entry, marksOf(facts)), ...FACTS.map((fact) => facts[fact] ?? null)],

  tiers(expression: SearchExpression, within: Within): readonly SearchTier[] {
    const anywhere = `(${allTerms(expression, ANYWHERE)})`;
    const said = `(${allTerms(expression, SAID)})`;
    const tier = (score: number, query: string): SearchTier => ({
      score,
      ...matching(restricted(query, within)),
    });
    if (expression.together === null) return [tier(2, said), tier(1, `${anywhere} & !${said}`)];
    const together = `(${phraseOf(expression.together, SAID)})`;
    return [tier(3, together), tier(2, `${said} & !${together}`), tier(1, `${anywhere} & !${said}`)];
  },

  anywhere: (expression: SearchExpression, within: Within): SqlPart =>
    matching(restricted(allTerms(expression, ANYWHERE), within)),

  score(expression: SearchExpression): SqlPart {
    const said = `(${allTerms(expression, SAID)})`;
    const scores: (readonly [score: number, query: string])[] = [[2, said]];
    if (expression.together !== null) scores.unshift([3, phraseOf(expression.together, SAID)]);
    return {
      sql: `CASE ${scores.map(([score]) => `WHEN e.words @@ ?::tsquery THEN ${score}`).join(" ")} ELSE 1 END`,
      params: scores.map(([, query]) => query),
    };
  },
};

const SAID: readonly string[] = ["="];
const ANYWHERE: readonly string[] = ["=", "~"];

function matching(query: string): SqlPart {
  return { sql: "e.words @@ ?::tsquery", params: [query] };
}

function vectorOf(entry: IndexedWords, marks: readonly string[]): string {
  const positions = new Map<string, number[]>();
  const place = (stems: readonly string[], where: string): void => {
    stems.forEach((stem, at) => {
      const lexeme = where + stem;
      const places = positions.get(lexeme);
      if (places === undefined) positions.set(lexeme, [at + 1]);
      else places.push(at + 1);
    });
  };
  place(entry.content, "=");
  place(entry.context, "~");
  let vector = marks.map(quoted).join(" ");
  for (const pair of pairsOf(entry.content, PAIRS)) vector += ` ${quoted(pairMark(pair))}`;
  if (entry.spokenBy !== null) vector += ` ${quoted(`s:${entry.spokenBy}`)}`;
  for (const [lexeme, places] of positions) vector += ` ${quoted(lexeme)}:${places.join(",")}`;
  return vector;
}

function restricted(match: string, { spokenBy, marks = [], times }: Within): string {
  const parts = [`(${match})`, ...marks.map(quoted)];
  if (spokenBy !== null) parts.push(anyOf(spokenBy.map((no) => quoted(`s:${no}`))));
  if (times !== undefined) parts.push(anyOf(times.map(quoted)));
  return parts.join(" & ");
}

function allTerms(expression: SearchExpression, places: readonly string[]): string {
  return expression.terms.map((term) => termOf(term, places)).join(" & ");
}

function termOf(term: SearchTerm, places: readonly string[]): string {
  switch (term.kind) {
    case "word":
      return anyOf(lexemes(term.stems, places));
    case "prefix":
      return anyOf([...places.map((place) => `${quoted(place + term.prefix)}:*`), ...lexemes(term.stems, places)]);
    case "phrase":
      return phraseOf(term.words, places);
  }
}

function lexemes(stems: Stems, places: readonly string[]): readonly string[] {
  return places.flatMap((place) => stems.map((stem) => quoted(place + stem)));
}

/** A phrase stands in what was said, or around it; none runs from one into the other. */
function phraseOf(words: readonly Stems[], places: readonly string[]): string {
  return anyOf(
    places.flatMap((place) =>
      spellings(words).map((stems) => {
        const phrase = `(${stems.map((stem) => quoted(place + stem)).join(" <-> ")})`;
        // The pairs of what stands around a statement are not in the index.
        const pairs = place === "=" ? [...pairsOf(stems, PAIRS)].map((pair) => quoted(pairMark(pair))) : [];
        return pairs.length === 0 ? phrase : `(${pairs.join(" & ")} & ${phrase})`;
      }),
    ),
  );
}

/**
 * Few: a list that has outgrown its place in GIN's tree of words is added to at its end, while each of the shorter ones would be written anew, and one in
 * seventy of the rows that need not be fetched is soon fetched.
 */
const PAIRS = 1024;

function pairMark(pair: number): string {
  return `+${pair.toString(36)}`;
}

function anyOf(alternatives: readonly string[]): string {
  return alternatives.length === 1 ? (alternatives[0] ?? "") : `(${alternatives.join(" | ")})`;
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
