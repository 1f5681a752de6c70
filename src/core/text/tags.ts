/** Part-of-speech tags of the Penn Treebank; `tokens.tag` indexes this list. The first stands where nothing is known yet. */
export const TAGS: readonly string[] = [
  "NN",
  "IN",
  "NNP",
  "DT",
  "JJ",
  "NNS",
  ",",
  ".",
  "VBD",
  "RB",
  "PRP",
  "VB",
  "CC",
  "VBZ",
  "TO",
  "VBG",
  "VBN",
  "VBP",
  "''",
  "CD",
  "PRP$",
  "``",
  "MD",
  "POS",
  ":",
  "WP",
  "WDT",
  "NNPS",
  "WRB",
  "RP",
  "JJR",
  "JJS",
  "RBR",
  "-RRB-",
  "-LRB-",
  "EX",
  "$",
  "RBS",
  "PDT",
  "UH",
  "WP$",
  "FW",
  "LS",
  "SYM",
  "#",
];

/** Index of a tag in `TAGS`, for code that compares: `tokens.tag[i] === TAG.VBD`. A RangeError names an unknown tag. */
export function tagIndex(name: string): number {
  const index = TAGS.indexOf(name);
  if (index < 0) throw new RangeError(`Unknown tag ${name}`);
  return index;
}

/** True for the tags of punctuation and symbols. */
export function isPunctuationTag(tag: number): boolean {
  return PUNCTUATION_TAGS[tag] === 1;
}

/** True for every verb tag, modals excluded. */
export function isVerbTag(tag: number): boolean {
  return VERB_TAGS[tag] === 1;
}

/** True for common and proper nouns. */
export function isNounTag(tag: number): boolean {
  return NOUN_TAGS[tag] === 1;
}

const PUNCTUATION_TAGS = flags([",", ".", "''", "``", ":", "-RRB-", "-LRB-", "$", "SYM", "#"]);
const VERB_TAGS = flags(["VBD", "VB", "VBZ", "VBG", "VBN", "VBP"]);
const NOUN_TAGS = flags(["NN", "NNP", "NNS", "NNPS"]);

function flags(names: readonly string[]): Uint8Array {
  return Uint8Array.from(TAGS, (tag) => (names.includes(tag) ? 1 : 0));
}
