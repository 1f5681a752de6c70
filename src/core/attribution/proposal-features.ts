import { feature } from "../learning/feature-hash.ts";
import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { isNounTag, isVerbTag, tagIndex } from "../text/tags.ts";
import { CHILD, type Facts, MARK, SENTENCE } from "./facts.ts";
import { CONTENT, CUE, LABELS, roleProbability, SOURCE } from "./labels.ts";
import { afterKey, beginKey, type Edges, edgesOf, firstKey, putEnding } from "./endings.ts";
import { BY_STRUCTURE, type CuePriors, type Proposal, type Reading } from "./proposal.ts";
import { putRivals } from "./rivals.ts";
import type { Voices } from "./voices.ts";

/** Features of a proposal that the ranker's trees ask about, in this order. Yes and no are 1 and 0, absent is -1. */
export const PROPOSAL_FEATURES: readonly string[] = [
  "cue: probability",
  "cue: highest probability",
  "cue: length",
  "cue: act",
  "cue: prior of its lemma",
  "cue: times its lemma was seen",
  "cue: verb",
  "cue: noun",
  "cue: tag",
  "cue: relation",
  "cue: quoted",
  "cue: subject",
  "cue: object",
  "cue: clause",
  "cue: that",
  "cue: infinitive",
  "cue: negated",
  "cue: passive",
  "cue: modal",
  "cue: to",
  "cue: adverbial clause",
  "cue: possessive",
  "cue: preposition",
  "cue: parataxis",
  "cue: article",
  "cue: act of its head",
  "cue: starts where likely",
  "cue: word before is content",
  "cue: word after is content",
  "sentence: quotation",
  "sentence: saying verb",
  "sentence: length",
  "sentence: question",
  "paragraph: number",
  "paragraph: sentences before",
  "paragraph: sentences after",
  "chain: log probability",
  "chain: rank",
  "chain: behind the best",
  "chain: share of the sum",
  "source: tokens",
  "source: probability",
  "source: least probability",
  "source: outside left",
  "source: outside right",
  "source: distance",
  "source: after",
  "source: sentences away",
  "source: tag of its end",
  "source: name kind",
  "source: is the subject",
  "source: begins a phrase",
  "source: verbs in it",
  "source: in the content's span",
  "source: probability of the best other",
  "content: runs",
  "content: tokens",
  "content: probability",
  "content: least probability",
  "content: first",
  "content: last",
  "content: outside left",
  "content: outside right",
  "content: begins",
  "content: quoted share",
  "content: opens with a mark",
  "content: closes with a mark",
  "content: leaves a quotation open",
  "content: starts a sentence",
  "content: ends a sentence",
  "content: distance",
  "content: after",
  "content: before",
  "content: sentences away",
  "content: sentences",
  "content: hangs on the cue",
  "content: share under the cue",
  "content: other cues",
  "content: first tag",
  "content: mark before",
  "content: mark after",
  "content: tag after",
  "content: commas",
  "content: verbs",
  "content: is a whole subtree",
  "content: stays in its clause",
  "content: follows that",
  "content: likeness to the first chain",
  "content: missed content nearby",
  "content: joins cue",
  "content: joins source",
  "others: highest within content",
  "others: highest over cue",
  "others: overlap",
  "others: strength of overlap",
  "others: cues in the sentence",
  "others: readings",
  "others: agreement on content",
  "others: agreement on source",
  "second chain: F1 to expect",
  "second chain: outside left",
  "second chain: first",
  "second chain: last",
  "second chain: outside right",
  "second chain: source",
  "content: F1 to expect of the first chain",
  "cue: prior of its frame",
  "cue: times its frame was seen",
  "edge: what follows hangs on",
  "edge: relation of what follows",
  "edge: share of ends before such words",
  "edge: share of ends at such a place",
  "edge: share of ends after such a cue",
  "edge: highest share within",
  "edge: doubt within",
  "edge: tops",
  "edge: relation of the last top",
  "edge: words of the last top",
  "edge: the last top hangs on the cue",
  "edge: first top hangs on the cue",
  "edge: relation of the first top",
  "source: relation of its end",
  "source: hangs on the cue",
  "source: prior of its word",
  "source: its words elsewhere",
  "source: its words speak elsewhere",
  "begin: share of contents of such a cue",
  "begin: share after such a word",
  "begin: prior of its first word",
  "rival: likeliest cue in the content's other sentences",
  "rival: likeliest source in the content's other sentences",
  "rival: likeliest cue beside the content's runs",
  "left: quotation in the next sentence",
  "left: likeliest cue in the next sentence",
  "left: quotation in the sentence before",
  "left: likeliest cue in the sentence before",
  "left: quoted tokens of the cue's sentence",
  "left: runs of quotation in the paragraph",
];

export const PROPOSAL_WIDTH: number = PROPOSAL_FEATURES.length;

const VBZ_SUBORDINATE = new Set(["IN", "WDT", "WRB", "CC"].map(tagIndex));

/**
 * Writes the features of every proposal of a paragraph's candidates; `readings` holds the proposals candidate by
 * candidate, best first. Returns rows of `PROPOSAL_WIDTH`, in the order of the proposals.
 */
export function proposalFeatures(
  analysis: Analysis,
  facts: Facts,
  probabilities: Float32Array,
  priors: CuePriors,
  readings: readonly Reading[],
  voices: Voices,
): Float32Array {
  const total = readings.reduce((sum, { proposals }) => sum + proposals.length, 0);
  const rows = new Float32Array(total * PROPOSAL_WIDTH);
  let at = 0;
  for (const reading of readings) {
    const sums = sumsOf(probabilities, reading);
    const edges = edgesOf(facts, priors, reading.candidate);
    for (const proposal of reading.proposals) {
      writeRow(rows, at, analysis, facts, probabilities, priors, proposal, reading, readings, sums, edges, voices);
      at += PROPOSAL_WIDTH;
    }
  }
  return rows;
}

/** What all proposals of a reading are measured against. */
interface ReadingSums {
  /** Content to expect in the stretch, in tokens, by the second chain and by the first. */
  readonly content: number;
  readonly firstContent: number;
  /** Tokens that the first chain holds for content. */
  readonly likely: number;
}

function sumsOf(probabilities: Float32Array, { candidate, content }: Reading): ReadingSums {
  let all = 0;
  for (let i = 0; i < content.length; i++) all += content[i] as number;
  let firstContent = 0;
  let likely = 0;
  for (let i = candidate.start; i < candidate.end; i++) {
    const chance = roleProbability(probabilities, i, CONTENT);
    firstContent += Math.fround(chance);
    if (chance > 0.5) likely++;
  }
  return { content: all, firstContent, likely };
}

function writeRow(
  rows: Float32Array,
  row: number,
  analysis: Analysis,
  facts: Facts,
  probabilities: Float32Array,
  priors: CuePriors,
  proposal: Proposal,
  reading: Reading,
  readings: readonly Reading[],
  sums: ReadingSums,
  edges: Edges,
  voices: Voices,
): void {
  const list = reading.proposals;
  let at = row;
  const put = (value: number | boolean): void => {
    rows[at++] = Number(value);
  };
  const { tag, relation, head, act, mark, quoted, nameKind, children, subject, clause, governor, low, high, sentence } =
    facts;
  const { sentences, paragraphs, tokens } = analysis;
  const { candidate, cue, source, content } = proposal;
  const { centre } = candidate;
  const own = sentence[centre] as number;
  const paragraph = tokens.paragraph[centre] as number;
  const paragraphStart = paragraphs.start[paragraph] as number;
  const paragraphEnd = paragraphs.end[paragraph] as number;
  const inParagraph = (token: number): boolean => token >= paragraphStart && token < paragraphEnd;
  const chance = (token: number, role: number): number =>
    inParagraph(token) ? roleProbability(probabilities, token, role) : -1;
  const ownTag = tag[centre] as number;
  const kids = children[centre] as number;
  const up = head[centre] as number;

  put(chance(centre, CUE));
  put(highest(probabilities, cue, CUE));
  put(cue.end - cue.start);
  put(act[centre] as number);
  put(priors.shareOf(facts.lemma[centre] as number) ?? -1);
  put(Math.log1p(priors.countOf(facts.lemma[centre] as number)));
  put(isVerbTag(ownTag));
  put(isNounTag(ownTag));
  put(ownTag);
  put(relation[centre] as number);
  put(quoted[centre] as number);
  put((kids & CHILD.subject) > 0);
  put((kids & CHILD.object) > 0);
  put((kids & CHILD.clause) > 0);
  put((kids & CHILD.that) > 0);
  put((kids & CHILD.infinitive) > 0);
  put((kids & CHILD.negation) > 0);
  put((kids & CHILD.passive) > 0);
  put((kids & CHILD.modal) > 0);
  put((kids & CHILD.to) > 0);
  put((kids & CHILD.adverbial) > 0);
  put((kids & CHILD.possessive) > 0);
  put((kids & CHILD.about) > 0);
  put((kids & CHILD.parataxis) > 0);
  put((kids & CHILD.article) > 0);
  put(up >= 0 ? (act[up] as number) : -1);
  put(probabilities[cue.start * LABELS + CUE] as number);
  put(chance(cue.start - 1, CONTENT));
  put(chance(cue.end, CONTENT));

  const bits = facts.sentenceBits[own] as number;
  put((bits & SENTENCE.quotation) > 0);
  put((bits & SENTENCE.cue) > 0);
  put((sentences.end[own] as number) - (sentences.start[own] as number));
  put((bits & SENTENCE.question) > 0);
  put(Math.min(paragraph, 10));
  put(own - (sentence[paragraphStart] as number));
  put((sentence[paragraphEnd - 1] as number) - own);

  const best = list[0] as Proposal; // a candidate without a proposal is not in the lists
  put(proposal.logProbability);
  put(proposal.rank);
  put(best.logProbability - proposal.logProbability);
  let sum = 0;
  for (const other of list) if (other.rank < BY_STRUCTURE) sum += Math.exp(other.logProbability);
  put(Math.exp(proposal.logProbability) / sum);

  // the source
  if (source) {
    const end = headOf(facts, source);
    put(source.end - source.start);
    put(mean(probabilities, source, SOURCE));
    put(least(probabilities, source, SOURCE));
    put(chance(source.start - 1, SOURCE));
    put(chance(source.end, SOURCE));
    put(source.start > centre ? source.start - cue.end : cue.start - source.end);
    put(source.start > centre);
    put(Math.abs((sentence[source.start] as number) - own));
    put(tag[end] as number);
    put(nameKind[end] as number);
    const sub = subject[centre] as number;
    put(sub >= source.start && sub < source.end ? 1 : sub < 0 ? -1 : 0);
    put(low[end] === source.start && source.start > 0);
    put(countIn(source, (i) => isVerbTag(tag[i] as number)));
    put(content.some((run) => run.start < source.end && source.start < run.end));
  } else for (let i = 0; i < 14; i++) put(-1);
  put(bestSourceOutside(probabilities, candidate, source));

  // the content
  const first = content[0] as Range;
  const last = content.at(-1) as Range;
  const inside = { start: first.start, end: last.end };
  const length = content.reduce((n, run) => n + run.end - run.start, 0);
  put(content.length);
  put(length);
  put(content.reduce((n, run) => n + mean(probabilities, run, CONTENT) * (run.end - run.start), 0) / length);
  put(Math.min(...content.map((run) => least(probabilities, run, CONTENT))));
  put(chance(first.start, CONTENT));
  put(chance(last.end - 1, CONTENT));
  put(chance(first.start - 1, CONTENT));
  put(chance(last.end, CONTENT));
  put(probabilities[first.start * LABELS + CONTENT] as number);
  put(content.reduce((n, run) => n + countIn(run, (i) => quoted[i] === 1), 0) / length);
  put(mark[first.start] === MARK.open);
  put(mark[last.end - 1] === MARK.close);
  put(
    quoted[last.end - 1] === 1 && mark[last.end - 1] !== MARK.close && last.end < facts.count && quoted[last.end] === 1,
  );
  const firstSentence = sentence[first.start] as number;
  const lastSentence = sentence[last.end - 1] as number;
  put(first.start - (sentences.start[firstSentence] as number));
  put(Math.min(5, wordsBetween(facts, last.end, sentences.end[lastSentence] as number)));
  put(first.start > centre ? first.start - cue.end : cue.start - last.end);
  put(first.start > centre);
  put(last.end <= centre);
  put(Math.abs(firstSentence - own));
  put(lastSentence - firstSentence + 1);
  const contentHead = headOf(facts, last);
  put(head[contentHead] === centre ? 1 : head[contentHead] === up && up >= 0 ? 2 : 0);
  put(content.reduce((n, run) => n + countIn(run, (i) => governor[i] === centre), 0) / length);
  put(Math.max(...content.map((run) => highest(probabilities, run, CUE))));
  put(tag[first.start] as number);
  put(first.start > paragraphStart ? (mark[first.start - 1] as number) : -1);
  put(last.end < paragraphEnd ? (mark[last.end] as number) : -1);
  put(last.end < paragraphEnd ? (tag[last.end] as number) : -1);
  put(content.reduce((n, run) => n + countIn(run, (i) => mark[i] === MARK.comma), 0));
  put(content.reduce((n, run) => n + countIn(run, (i) => isVerbTag(tag[i] as number)), 0));
  put((high[contentHead] as number) - (last.end - 1));
  put(last.end < paragraphEnd && clause[last.end] === clause[last.end - 1] && !mark[last.end]);
  put(
    first.start > paragraphStart && VBZ_SUBORDINATE.has(tag[first.start - 1] as number)
      ? (tag[first.start - 1] as number)
      : -1,
  );
  put(likeness(probabilities, content, sums.likely));
  put(missed(probabilities, inside, paragraphStart, paragraphEnd));
  put(first.start - cue.end);
  put(source ? Math.min(Math.abs(first.start - source.end), Math.abs(source.start - last.end)) : -1);

  // other candidates
  let within = 0;
  let over = 0;
  let overlap = 0;
  let strength = 0;
  let near = 0;
  for (const other of readings) {
    const rival = other.proposals[0];
    if (!rival || rival.candidate === candidate) continue;
    const rivalChance = roleProbability(probabilities, rival.candidate.centre, CUE);
    if (sentence[rival.candidate.centre] === own) near++;
    if (content.some((run) => run.start <= rival.candidate.centre && rival.candidate.centre < run.end))
      within = Math.max(within, rivalChance);
    if (rival.content.some((run) => run.start <= centre && centre < run.end)) over = Math.max(over, rivalChance);
    const shared = sharedTokens(content, rival.content);
    if (shared / length > overlap) overlap = shared / length;
    if (shared > 0) strength = Math.max(strength, rivalChance);
  }
  put(within);
  put(over);
  put(overlap);
  put(strength);
  put(Math.min(near, 6));
  put(list.length);
  let onContent = 0;
  let onSource = 0;
  for (const other of list) {
    if (other.rank >= BY_STRUCTURE) continue;
    const weight = Math.exp(other.logProbability);
    const size = other.content.reduce((n, run) => n + run.end - run.start, 0);
    if ((2 * sharedTokens(content, other.content)) / (length + size) >= 0.8) onContent += weight;
    if (source ? other.source && other.source.start < source.end && source.start < other.source.end : !other.source)
      onSource += weight;
  }
  put(onContent);
  put(onSource);

  // what the second chain gives the tokens
  put(expectedF1(reading.content, candidate.start, content, sums.content));
  put(inStretch(reading.content, candidate, first.start - 1));
  put(inStretch(reading.content, candidate, first.start));
  put(inStretch(reading.content, candidate, last.end - 1));
  put(inStretch(reading.content, candidate, last.end));
  put(source ? inStretch(reading.source, candidate, headOf(facts, source)) : -1);
  put(expectedOver(probabilities, content, candidate, sums.firstContent));
  put(priors.shareOf(frameOf(facts, centre)) ?? -1);
  put(Math.log1p(priors.countOf(frameOf(facts, centre))));

  putEnding(put, facts, proposal, edges);
  if (source) {
    const end = headOf(facts, source);
    put(relation[end] as number);
    put(head[end] === centre ? 1 : up >= 0 && head[end] === up ? 2 : 0);
    put(priors.shareOf(sourceKey(facts, end)) ?? -1);
    const voice = voices.get(analysis.tokens.lower[end] as number);
    const own = roleProbability(probabilities, end, SOURCE);
    put(voice ? voice.count - 1 : -1);
    put(voice && voice.count > 1 ? (voice.sum - own) / (voice.count - 1) : -1);
  } else for (let i = 0; i < 5; i++) put(-1);
  put(priors.shareOf(beginKey(facts, centre, first.start)) ?? -1);
  put(priors.shareOf(afterKey(facts, centre, first.start)) ?? -1);
  put(priors.shareOf(firstKey(facts, first.start)) ?? -1);

  putRivals(put, analysis, facts, probabilities, proposal);
}

export function sourceKey(facts: Facts, token: number): number {
  return feature(223, facts.lemma[token] as number, facts.tag[token] as number);
}

/** A cue's lemma with the kinds of dependents that tell how it is used: what priors count besides the lemma alone. */
export function frameOf(facts: Facts, token: number): number {
  const kids = (facts.children[token] as number) & FRAME;
  const tag = facts.tag[token] as number;
  return feature(210, facts.lemma[token] as number, kids, isVerbTag(tag) ? 1 : isNounTag(tag) ? 2 : 3);
}

const FRAME = CHILD.object | CHILD.clause | CHILD.that | CHILD.infinitive | CHILD.subject | CHILD.about;

/** F1 to expect of runs, when each token is content with its own probability; `all` is the sum of the probabilities. */
function expectedF1(chances: Float32Array, start: number, runs: readonly Range[], all: number): number {
  let inside = 0;
  let length = 0;
  for (const run of runs) {
    length += run.end - run.start;
    for (let i = Math.max(0, run.start - start); i < Math.min(chances.length, run.end - start); i++)
      inside += chances[i] as number;
  }
  return (2 * inside) / (length + all);
}

/** The same, by the first chain. */
function expectedOver(probabilities: Float32Array, runs: readonly Range[], { start, end }: Range, all: number): number {
  let inside = 0;
  let length = 0;
  for (const run of runs) {
    length += run.end - run.start;
    for (let i = Math.max(start, run.start); i < Math.min(end, run.end); i++)
      inside += Math.fround(roleProbability(probabilities, i, CONTENT));
  }
  return (2 * inside) / (length + all);
}

function inStretch(chances: Float32Array, { start, end }: Range, token: number): number {
  return token >= start && token < end ? (chances[token - start] as number) : -1;
}

function countIn(run: Range, test: (token: number) => boolean): number {
  let n = 0;
  for (let i = run.start; i < run.end; i++) if (test(i)) n++;
  return n;
}

function mean(probabilities: Float32Array, run: Range, role: number): number {
  let sum = 0;
  for (let i = run.start; i < run.end; i++) sum += roleProbability(probabilities, i, role);
  return sum / (run.end - run.start);
}

function least(probabilities: Float32Array, run: Range, role: number): number {
  let low = 1;
  for (let i = run.start; i < run.end; i++) low = Math.min(low, roleProbability(probabilities, i, role));
  return low;
}

function highest(probabilities: Float32Array, run: Range, role: number): number {
  let high = 0;
  for (let i = run.start; i < run.end; i++) high = Math.max(high, roleProbability(probabilities, i, role));
  return high;
}

/** The token of a run whose head lies outside it; the last such one. */
export function headOf(facts: Facts, run: Range): number {
  for (let i = run.end - 1; i >= run.start; i--) {
    const up = facts.head[i] as number;
    if ((up < run.start || up >= run.end) && !facts.mark[i]) return i;
  }
  return run.end - 1;
}

function bestSourceOutside(probabilities: Float32Array, { start, end }: Range, source: Range | null): number {
  let high = 0;
  for (let i = start; i < end; i++)
    if (!source || i < source.start || i >= source.end)
      high = Math.max(high, roleProbability(probabilities, i, SOURCE));
  return high;
}

function wordsBetween(facts: Facts, start: number, end: number): number {
  let n = 0;
  for (let i = start; i < end; i++) if (!facts.mark[i]) n++;
  return n;
}

/** F1 of the content against the tokens nearby that the first chain holds for content. */
function likeness(probabilities: Float32Array, content: readonly Range[], likely: number): number {
  let shared = 0;
  let own = 0;
  for (const run of content)
    for (let i = run.start; i < run.end; i++) {
      own++;
      if (roleProbability(probabilities, i, CONTENT) > 0.5) shared++;
    }
  return (2 * shared) / (likely + own);
}

/** How many tokens on from the content's ends the first chain goes on seeing content. */
function missed(probabilities: Float32Array, content: Range, start: number, end: number): number {
  let n = 0;
  for (let i = content.end; i < end && roleProbability(probabilities, i, CONTENT) > 0.5; i++) n++;
  for (let i = content.start - 1; i >= start && roleProbability(probabilities, i, CONTENT) > 0.5; i--) n++;
  return n;
}

export function sharedTokens(a: readonly Range[], b: readonly Range[]): number {
  let n = 0;
  for (const x of a) for (const y of b) n += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return n;
}
