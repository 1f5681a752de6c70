import { feature } from "../learning/feature-hash.ts";
import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { RELATIONS, relationIndex } from "../text/relations.ts";
import { isNounTag, isVerbTag, tagIndex } from "../text/tags.ts";
import { evenedMark } from "../text/speech-marks.ts";
import { wordOf } from "../text/words.ts";
import type { Act } from "./attribution.ts";

/** What the facts must know of a language. */
export interface WordData {
  /** Base form of a lower-case word. */
  readonly lemmaOf: (lower: string) => string;
  /** Base forms of verbs that nearly always present words as somebody's. */
  readonly sayingVerbs: ReadonlySet<string>;
  /** Base forms of possible cues. */
  readonly acts: ReadonlyMap<string, Act>;
  /** Words that stay themselves where they are capitalised: offices, titles, bodies of any country. Lower case. */
  readonly roleWords: ReadonlySet<string>;
}

/**
 * What the features ask of each token again and again, worked out once an article: parallel arrays, one element a token.
 * Proper names are reduced to their kind, so that a model trained on one country's news does not learn its politicians.
 */
export interface Facts {
  readonly count: number;
  /** Hash of the lower-case word; of the kind for names, of a placeholder for numbers. */
  readonly word: Int32Array;
  /** Hash of the base form, reduced likewise. */
  readonly lemma: Int32Array;
  /** 0 for no possible cue, 1 said, 2 wrote, 3 thought, 4 did, 5 a saying verb; only for verbs, nouns and adjectives. */
  readonly act: Uint8Array;
  /** What kind of punctuation stands here: one of `MARK`. */
  readonly mark: Uint8Array;
  /** 0 outside quotation marks, 1 within double ones, 2 within single ones only. */
  readonly quoted: Uint8Array;
  /** Where in the quotation: tokens from its first and to its last, in `bucket` steps. 0 outside. */
  readonly quotePlace: Uint8Array;
  /** Kind of name, 0 for none. */
  readonly nameKind: Uint8Array;
  /** 0 lower case, 1 capitalised, 2 capitals, 3 no letters. */
  readonly shape: Uint8Array;
  readonly tag: Uint8Array;
  readonly relation: Uint8Array;
  readonly head: Int32Array;
  /** Token that heads the clause this token is in, and the token that clause hangs on, -1 for the main clause. */
  readonly clause: Int32Array;
  readonly governor: Int32Array;
  /** Bits of `CHILD`: which dependents the token has. */
  readonly children: Int32Array;
  /** Its subject, -1 for none. */
  readonly subject: Int32Array;
  /** First and last token of its subtree. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Nearest token before and after, in the sentence and outside quotations, that could be a cue; -1 for none. */
  readonly cueBefore: Int32Array;
  readonly cueAfter: Int32Array;
  /** Commas since the sentence began. */
  readonly commas: Uint16Array;
  readonly sentence: Int32Array;
  /** For each sentence, bits of `SENTENCE`. */
  readonly sentenceBits: Uint8Array;
}

export const MARK = {
  none: 0,
  comma: 1,
  stop: 2,
  open: 3,
  close: 4,
  colon: 5,
  dash: 6,
  single: 7,
  bracketOpen: 8,
  bracketClose: 9,
  semicolon: 10,
  question: 11,
  other: 12,
} as const;

export const CHILD = {
  subject: 1,
  object: 2,
  clause: 4,
  that: 8,
  infinitive: 16,
  negation: 32,
  passive: 64,
  modal: 128,
  to: 256,
  copula: 512,
  adverbial: 1024,
  possessive: 2048,
  relative: 4096,
  about: 8192,
  parataxis: 16384,
  article: 32768,
} as const;

export const SENTENCE = { quotation: 1, cue: 2, opensQuoted: 4, endsQuoted: 8, question: 16 } as const;

const CLAUSE_RELATIONS = flags([
  "root",
  "ccomp",
  "xcomp",
  "advcl",
  "acl",
  "acl:relcl",
  "parataxis",
  "csubj",
  "csubjpass",
]);
const CHILD_BIT: Readonly<Record<string, number>> = {
  nsubj: CHILD.subject,
  nsubjpass: CHILD.subject | CHILD.passive,
  csubj: CHILD.subject,
  dobj: CHILD.object,
  iobj: CHILD.object,
  ccomp: CHILD.clause,
  xcomp: CHILD.infinitive,
  neg: CHILD.negation,
  auxpass: CHILD.passive,
  cop: CHILD.copula,
  advcl: CHILD.adverbial,
  "nmod:poss": CHILD.possessive,
  "acl:relcl": CHILD.relative,
  acl: CHILD.clause,
  parataxis: CHILD.parataxis,
  det: CHILD.article,
};
const CHILD_BITS = Int32Array.from(RELATIONS, (name) => CHILD_BIT[name] ?? 0);
const NSUBJ = relationIndex("nsubj");
const NSUBJPASS = relationIndex("nsubjpass");
const CONJ = relationIndex("conj");
const MD = tagIndex("MD");
const CD = tagIndex("CD");
const NNP = tagIndex("NNP");
const NNPS = tagIndex("NNPS");
const JJ = tagIndex("JJ");
const IN = tagIndex("IN");

/** What a word is, whatever stands around it. */
interface WordFacts {
  readonly lemma: number;
  readonly act: number;
  readonly mark: number;
  readonly isThat: boolean;
  readonly isTo: boolean;
  readonly isAbout: boolean;
  readonly isRole: boolean;
}

const ACT_CODE: Readonly<Record<Act, number>> = { said: 1, wrote: 2, thought: 3, did: 4 };

/** Makes the function that reads an article's facts; it remembers words from one article to the next. */
export function factReader(data: WordData): (analysis: Analysis) => Facts {
  let known = new Map<number, WordFacts>();
  const wordFacts = (analysis: Analysis, token: number): WordFacts => {
    const hash = analysis.tokens.lower[token] as number;
    const found = known.get(hash);
    if (found) return found;
    if (known.size > 60_000) known = new Map(); // an endless stream of new words must not fill the memory
    const lower = evenedMark(hash) ?? wordOf(analysis, token).replaceAll("’", "'").toLowerCase();
    const lemma = data.lemmaOf(lower);
    const act = data.acts.get(lemma);
    const facts: WordFacts = {
      lemma: textHash(lemma),
      act: act === undefined ? 0 : data.sayingVerbs.has(lemma) ? 5 : ACT_CODE[act],
      mark: markOf(lower),
      isThat: lower === "that",
      isTo: lower === "to",
      isAbout: lower === "about" || lower === "of" || lower === "on" || lower === "for",
      isRole: data.roleWords.has(lower),
    };
    known.set(hash, facts);
    return facts;
  };
  return (analysis) => readFacts(analysis, wordFacts);
}

function readFacts(analysis: Analysis, wordFacts: (analysis: Analysis, token: number) => WordFacts): Facts {
  const { tokens, text, sentences } = analysis;
  const { count } = tokens;
  const facts: Facts = {
    count,
    word: new Int32Array(count),
    lemma: new Int32Array(count),
    act: new Uint8Array(count),
    mark: new Uint8Array(count),
    quoted: new Uint8Array(count),
    quotePlace: new Uint8Array(count),
    nameKind: new Uint8Array(count),
    shape: new Uint8Array(count),
    tag: tokens.tag,
    relation: tokens.relation,
    head: tokens.head,
    clause: new Int32Array(count),
    governor: new Int32Array(count),
    children: new Int32Array(count),
    subject: new Int32Array(count).fill(-1),
    low: new Int32Array(count),
    high: new Int32Array(count),
    cueBefore: new Int32Array(count),
    cueAfter: new Int32Array(count),
    commas: new Uint16Array(count),
    sentence: tokens.sentence,
    sentenceBits: new Uint8Array(sentences.count),
  };
  const { word, lemma, act, mark, nameKind, shape, children, subject } = facts;
  markQuotations(analysis, facts);
  for (let i = 0; i < count; i++) {
    const own = wordFacts(analysis, i);
    const tag = tokens.tag[i] as number;
    const name = ((tokens.name[i] as number) + 1) >> 1;
    nameKind[i] = name;
    shape[i] = shapeAt(text, tokens.start[i] as number, tokens.end[i] as number);
    mark[i] = own.mark;
    const reduced = own.isRole || own.mark ? 0 : name ? name : tag === NNP || tag === NNPS ? 5 : tag === CD ? 6 : 0;
    word[i] = reduced || (tokens.lower[i] as number);
    lemma[i] = reduced || own.lemma;
    act[i] = !reduced && (isVerbTag(tag) || isNounTag(tag) || tag === JJ || tag === IN) ? own.act : 0;
    const head = tokens.head[i] as number;
    if (head >= 0) {
      const relation = tokens.relation[i] as number;
      let bit = CHILD_BITS[relation] as number;
      if (tag === MD) bit |= CHILD.modal;
      if (own.isThat && head > i) bit |= CHILD.that;
      if (own.isTo) bit |= CHILD.to;
      if (own.isAbout) bit |= CHILD.about;
      children[head] = (children[head] as number) | bit;
      if (relation === NSUBJ || relation === NSUBJPASS) subject[head] = i;
    }
  }
  for (const { start, end } of analysis.quotations) {
    // a straight mark is opening or closing by where it stands
    if (mark[start] === MARK.close) mark[start] = MARK.open;
    if (end - start > 1 && mark[end - 1] === MARK.open) mark[end - 1] = MARK.close;
  }
  for (let s = 0; s < sentences.count; s++)
    readSentence(facts, s, { start: sentences.start[s] as number, end: sentences.end[s] as number });
  return facts;
}

function markQuotations(analysis: Analysis, facts: Facts): void {
  const { quoted, quotePlace } = facts;
  for (const quotation of analysis.quotations) {
    const isDouble = quotation.isSpeech;
    for (let i = quotation.start; i < quotation.end; i++) {
      if (isDouble) quoted[i] = 1;
      else if (!quoted[i]) quoted[i] = 2;
      if (quotation.depth === 0)
        quotePlace[i] =
          1 + Math.min(3, i - quotation.start) * 4 + Math.min(3, quotation.end - 1 - i) + 16 * lengthStep(quotation);
    }
  }
}

// one to three words are more often a scare quote or a title than a statement
function lengthStep(quotation: Range): number {
  const length = quotation.end - quotation.start;
  return length <= 4 ? 0 : length <= 6 ? 1 : length <= 10 ? 2 : length <= 25 ? 3 : 4;
}

function readSentence(facts: Facts, index: number, sentence: Range): void {
  const { act, quoted, mark, cueBefore, cueAfter, commas } = facts;
  const { start, end } = sentence;
  readTree(facts, sentence);
  let before = -1;
  let comma = 0;
  let bits = 0;
  for (let i = start; i < end; i++) {
    cueBefore[i] = before;
    commas[i] = comma;
    if (mark[i] === MARK.comma) comma++;
    if (mark[i] === MARK.question) bits |= SENTENCE.question;
    if (quoted[i] === 1) bits |= SENTENCE.quotation;
    else if (act[i]) {
      before = i;
      if (act[i] === 5) bits |= SENTENCE.cue;
    }
  }
  let after = -1;
  for (let i = end - 1; i >= start; i--) {
    cueAfter[i] = after;
    if (act[i] && quoted[i] !== 1) after = i;
  }
  if (quoted[start] === 1) bits |= SENTENCE.opensQuoted;
  if (end > start && quoted[end - 1] === 1) bits |= SENTENCE.endsQuoted;
  facts.sentenceBits[index] = bits;
}

// Heads come from a parser: a head outside the sentence or a cycle must not loop, so every walk is bounded by a colour.
function readTree(facts: Facts, sentence: Range): void {
  const { head, relation, clause, governor, low, high } = facts;
  const { start, end } = sentence;
  for (let i = start; i < end; i++) {
    clause[i] = -1;
    governor[i] = -1;
    low[i] = i;
    high[i] = i;
  }
  const path: number[] = [];
  const state = new Uint8Array(end - start);
  for (let i = start; i < end; i++) {
    path.length = 0;
    let at = i;
    while (at >= start && at < end && state[at - start] === 0) {
      state[at - start] = 1;
      path.push(at);
      const isClause =
        CLAUSE_RELATIONS[relation[at] as number] === 1 ||
        (relation[at] === CONJ && isVerbTag(facts.tag[at] as number)) ||
        (head[at] as number) < 0;
      if (isClause) {
        clause[at] = at;
        governor[at] = head[at] as number;
      }
      at = head[at] as number;
    }
    for (let p = path.length - 1; p >= 0; p--) {
      const token = path[p] as number;
      const up = head[token] as number;
      if (clause[token] === -1 && up >= start && up < end) {
        clause[token] = clause[up] as number;
        governor[token] = governor[up] as number;
      }
    }
  }
  // A subtree's reach: a token stretches each of its ancestors, a step at a time; trees of sentences are shallow.
  for (let i = start; i < end; i++) {
    let at = head[i] as number;
    for (let steps = 0; at >= start && at < end && steps < 60; steps++) {
      if (i < (low[at] as number)) low[at] = i;
      if (i > (high[at] as number)) high[at] = i;
      at = head[at] as number;
    }
  }
}

function shapeAt(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  const isUpper = (unit: number): boolean =>
    (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde) || (unit >= 0x410 && unit <= 0x42f);
  const isLower = (unit: number): boolean =>
    (unit >= 97 && unit <= 122) || (unit >= 0xdf && unit <= 0xff) || (unit >= 0x430 && unit <= 0x44f);
  if (isLower(first)) return 0;
  if (!isUpper(first)) return 3;
  if (end - start > 1 && isUpper(text.charCodeAt(start + 1)) && isUpper(text.charCodeAt(end - 1))) return 2;
  return 1;
}

function markOf(lower: string): number {
  switch (lower) {
    case ",":
      return MARK.comma;
    case ".":
    case "!":
    case "…":
    case "...":
      return MARK.stop;
    case "?":
      return MARK.question;
    case "“":
    case "``":
    case "«":
    case "„":
      return MARK.open;
    case "”":
    case '"':
    case "''":
    case "»":
      return MARK.close;
    case ":":
      return MARK.colon;
    case ";":
      return MARK.semicolon;
    case "-":
    case "–":
    case "—":
    case "―":
    case "--":
      return MARK.dash;
    case "'":
    case "‘":
    case "’":
      return MARK.single;
    case "(":
    case "[":
      return MARK.bracketOpen;
    case ")":
    case "]":
      return MARK.bracketClose;
    default:
      return /[\p{L}\p{N}]/u.test(lower) ? MARK.none : MARK.other;
  }
}

function textHash(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return feature(99, hash);
}

function flags(names: readonly string[]): Uint8Array {
  return Uint8Array.from(RELATIONS, (name) => (names.includes(name) ? 1 : 0));
}
