import { spellings, type SearchExpression, type SearchTerm, type Stems } from "./search-expression.ts";

/** The score of an entry that an expression has found (see search/search-index.ts), told from the stems of what was said instead of by the index. */
export function scoreOf({ terms, together }: SearchExpression, said: readonly string[]): number {
  if (together !== null && hasPhrase(said, together)) return 3;
  return terms.every((term) => hasTerm(said, term)) ? 2 : 1;
}

function hasTerm(said: readonly string[], term: SearchTerm): boolean {
  switch (term.kind) {
    case "word":
      return term.stems.some((stem) => said.includes(stem));
    case "prefix":
      return said.some((stem) => stem.startsWith(term.prefix) || term.stems.includes(stem));
    case "phrase":
      return hasPhrase(said, term.words);
  }
}

function hasPhrase(said: readonly string[], words: readonly Stems[]): boolean {
  return spellings(words).some((stems) =>
    said.some((_, from) => stems.every((stem, step) => said[from + step] === stem)),
  );
}
