/**
 * Grammatical relations between a token and its head: Stanford basic dependencies as CoreNLP 3.x writes them
 * (de Marneffe and others 2014). `tokens.relation` indexes this list; the root of a sentence has "root" and head -1.
 */
export const RELATIONS: readonly string[] = [
  "root",
  "dep",
  "punct",
  "case",
  "nmod",
  "nsubj",
  "det",
  "compound",
  "amod",
  "dobj",
  "advmod",
  "mark",
  "aux",
  "cc",
  "conj",
  "nmod:poss",
  "ccomp",
  "xcomp",
  "advcl",
  "cop",
  "acl:relcl",
  "nummod",
  "acl",
  "neg",
  "appos",
  "auxpass",
  "nsubjpass",
  "nmod:tmod",
  "compound:prt",
  "parataxis",
  "mwe",
  "expl",
  "nmod:npmod",
  "csubj",
  "iobj",
  "det:predet",
  "cc:preconj",
  "discourse",
  "csubjpass",
];

/** Index of a relation in `RELATIONS`. A RangeError names an unknown one. */
export function relationIndex(name: string): number {
  const index = RELATIONS.indexOf(name);
  if (index < 0) throw new RangeError(`Unknown relation ${name}`);
  return index;
}
