import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { tagIndex } from "../text/tags.ts";
import { type Facts, MARK } from "./facts.ts";
import { hasFinite, isFinite, SAYING } from "./finite.ts";
import { isInsertion } from "./insertions.ts";

/** What plain reports need of a language: hashes as in `tokens.lower`. */
export interface PlainData {
  /** The words of "according to", in order. */
  readonly according: readonly [number, number];
}

/** What a plain report holds, in token ranges. */
export interface Plain {
  readonly source: Range;
  readonly content: readonly Range[];
  readonly confidence: number;
}

/** An attribution in token ranges. */
interface Parts {
  readonly source: Range | null;
  readonly cue: Range;
  readonly content: readonly Range[];
}

/** Confidence that a report in its plainest form has at least, by reading what the model doubts on PolNeAR dev. */
const PLAIN_REPORT = 0.62;
const PLAIN_ACCORDING = 0.8;

/**
 * Attributions in a form that leaves nothing to doubt, with a confidence to match; undefined for the rest.
 *
 *     Ruiz said that the bridge would open.
 *     According to Ruiz, the bridge will open.      The bridge will open, according to Ruiz.
 */
export function plainReport<T extends Parts>(
  analysis: Analysis,
  facts: Facts,
  parts: T,
  { according }: PlainData,
): Plain | undefined {
  const { source, cue } = parts;
  if (!source) return undefined;
  const { lower } = analysis.tokens;
  const isAccording =
    lower[cue.start] === according[0] && lower[cue.start + 1] === according[1] && cue.end === cue.start + 2;
  if (parts.content.length === 1 && isOwnQuotation(facts, parts, source))
    return { source, content: parts.content, confidence: PLAIN_REPORT };
  if (isAround(analysis, facts, parts, source)) return { source, content: parts.content, confidence: PLAIN_REPORT };
  if (isReversed(analysis, facts, parts, source)) return { source, content: parts.content, confidence: PLAIN_REPORT };
  return isAccording ? accordingTo(analysis, facts, source, cue) : subjectVerbClause(analysis, facts, parts, source);
}

function accordingTo(analysis: Analysis, facts: Facts, source: Range, cue: Range): Plain | undefined {
  const sentence = facts.sentence[cue.start] as number;
  const start = analysis.sentences.start[sentence] as number;
  let end = analysis.sentences.end[sentence] as number;
  while (end > start && facts.mark[end - 1] === MARK.stop) end--;
  if (source.start !== cue.end) return undefined;
  for (let i = start; i < end; i++)
    if (facts.quoted[i] === 1 || facts.mark[i] === MARK.semicolon || (facts.act[i] === SAYING && isFinite(facts, i)))
      return undefined;
  const stop = phraseEnd(facts, source);
  const isListing = facts.tag[cue.start - 2] === CC && facts.mark[cue.start - 1] === MARK.comma;
  const before = { start, end: facts.mark[cue.start - 1] === MARK.comma ? cue.start - 1 : cue.start };
  const isBroken = BROKEN.has(facts.tag[before.end - 1] as number);
  const whole: Range = { start: source.start, end: stop };
  let content: readonly Range[];
  if ((cue.start === start || isListing || facts.tag[cue.start - 1] === CC) && facts.mark[source.end] === MARK.comma)
    content = [{ start: nameEnd(facts, source.end + 1, end), end }];
  else if (stop < source.end) {
    // Boats, according to the ministry found nothing; The boat was lost and according to Ruiz she will stay
    if (source.end !== end || cue.start === start) return undefined;
    content = facts.tag[cue.start - 1] === CC ? [{ start: stop, end }] : [before, { start: stop, end }];
  } else if (source.end === end && cue.start > start) content = [before];
  else if (facts.mark[source.end] === MARK.comma && facts.mark[cue.start - 1] === MARK.comma && cue.start > start)
    content = isBroken ? [before, { start: source.end + 1, end }] : [before];
  else return undefined;
  const [first] = content;
  if (!first || !content.some((run) => hasFinite(facts, run))) return undefined;
  if (content.length === 1 && first.end - first.start < 4) return undefined;
  return { source: whole, content, confidence: PLAIN_ACCORDING };
}

/** Most tokens between a saying verb and its clause: whom it was said to, and when. */
const LONGEST_GAP = 8;

/** Fewest tokens, marks included, of a quotation that is neither a term nor a title. */
const LONG_QUOTATION = 9;

/** A long quotation with a saying verb or a colon right at it. */
function isOwnQuotation(facts: Facts, { cue, content }: Parts, source: Range): boolean {
  const [run] = content;
  if (!run || run.end - run.start < LONG_QUOTATION) return false;
  for (let i = run.start; i < run.end; i++) if (facts.quoted[i] !== 1) return false;
  const verb = cue.end - 1;
  const isSaying = facts.act[verb] === SAYING && isFinite(facts, verb);
  const isBefore = run.start >= cue.end && run.start - cue.end <= 1 && source.end <= cue.start;
  if (isBefore)
    return (
      facts.sentence[source.start] === facts.sentence[cue.start] &&
      (isSaying || facts.mark[run.start - 1] === MARK.colon)
    );
  return isSaying && run.end <= cue.start && facts.sentence[run.end - 1] === facts.sentence[verb];
}

/** Where the phrase after "according to" ends: before a new subject, which the text may set off by nothing. */
function phraseEnd(facts: Facts, { start, end }: Range): number {
  for (let i = start + 1; i < end; i++) {
    if (facts.tag[i] === PRONOUN || isFinite(facts, i)) return i;
    // according to the Harwick Post about nine boats were lost
    if (facts.nameKind[i - 1] && !facts.nameKind[i] && AFTER_NAME.has(facts.tag[i] as number)) return i;
  }
  return end;
}

/** Past a name in apposition: "According to his wife, Ana Ruiz, he had left." */
function nameEnd(facts: Facts, from: number, end: number): number {
  let i = from;
  while (i < end && facts.shape[i] === 1 && !facts.mark[i]) i++;
  return i > from && i - from < 4 && facts.mark[i] === MARK.comma && NAMES.has(facts.tag[i + 1] as number)
    ? i + 1
    : from;
}

function subjectVerbClause(
  analysis: Analysis,
  facts: Facts,
  { cue, content }: Parts,
  source: Range,
): Plain | undefined {
  const verb = cue.end - 1;
  if (facts.act[verb] !== SAYING || !isFinite(facts, verb) || facts.quoted[verb]) return undefined;
  if (source.end !== cue.start || cue.end - cue.start > 2 || hasFinite(facts, source)) return undefined;
  const sentence = facts.sentence[verb] as number;
  const before = source.start - 1;
  const isOpening =
    source.start === analysis.sentences.start[sentence] ||
    facts.mark[before] === MARK.comma ||
    facts.tag[before] === CC;
  if (!isOpening || !SOURCE_ENDS.has(facts.tag[source.end - 1] as number)) return undefined;
  const [found] = content;
  if (!found || content.length > 1) return undefined;
  const run = withSubject(facts, cue, found);
  if (run.start < cue.end || run.start - cue.end > LONGEST_GAP || !CLAUSE_STARTS.has(facts.tag[run.start] as number))
    return undefined;
  // told the Herald that ..., said on Monday that ...
  if (facts.sentence[run.start] !== sentence || hasFinite(facts, { start: cue.end, end: run.start })) return undefined;
  let end = analysis.sentences.end[sentence] as number;
  while (end > run.end && facts.mark[end - 1]) end--;
  if (run.end < end || run.end - run.start < 4) return undefined;
  return hasFinite(facts, { start: run.start + 1, end: run.end })
    ? { source, content: [run], confidence: PLAIN_REPORT }
    : undefined;
}

/** A clause from its subject on, where the content began after its verb: "stated | the cabinet is | in talks". */
function withSubject(facts: Facts, cue: Range, run: Range): Range {
  const gap = { start: cue.end, end: run.start };
  if (gap.end <= gap.start || gap.end - gap.start > LONGEST_GAP || !hasFinite(facts, gap)) return run;
  for (let i = gap.start; i < gap.end; i++) if (facts.mark[i] || facts.quoted[i]) return run;
  return { start: gap.start, end: run.end };
}

/** A whole sentence with its voice set in: "After the flood, Ruiz said, the bridge was closed." */
function isAround(analysis: Analysis, facts: Facts, { cue, content }: Parts, source: Range): boolean {
  const [before, after] = content;
  const verb = cue.end - 1;
  if (!before || !after || content.length > 2 || !isInsertion(facts, source, cue)) return false;
  if (facts.act[verb] !== SAYING || !isFinite(facts, verb)) return false;
  const sentence = facts.sentence[verb] as number;
  let end = analysis.sentences.end[sentence] as number;
  while (end > after.end && facts.mark[end - 1] === MARK.stop) end--;
  return before.start === analysis.sentences.start[sentence] && after.start >= cue.end && after.end === end;
}

/** A whole sentence with its voice at the end: "The bridge will open in May, Ruiz says." */
function isReversed(analysis: Analysis, facts: Facts, { cue, content }: Parts, source: Range): boolean {
  const [run] = content;
  const verb = cue.end - 1;
  if (!run || content.length > 1 || facts.act[verb] !== SAYING || !isFinite(facts, verb)) return false;
  const sentence = facts.sentence[verb] as number;
  const start = analysis.sentences.start[sentence] as number;
  let end = analysis.sentences.end[sentence] as number;
  while (end > start && facts.mark[end - 1] === MARK.stop) end--;
  const first = Math.min(source.start, cue.start);
  return (
    run.start === start &&
    run.end >= first - 1 &&
    run.end <= first &&
    facts.mark[first - 1] === MARK.comma &&
    Math.max(source.end, cue.end) === end &&
    run.end - run.start >= 4
  );
}

const CC = tagIndex("CC");
/** What cannot end a clause: "was, according to Ruiz, among the dead". */
const BROKEN: ReadonlySet<number> = new Set(["IN", "TO", "DT", "VBZ", "VBD", "VBP", "MD"].map(tagIndex));
const PRONOUN = tagIndex("PRP");
const AFTER_NAME: ReadonlySet<number> = new Set(["DT", "CD", "RB", "PRP$"].map(tagIndex));
const NAMES: ReadonlySet<number> = new Set(["NNP", "PRP", "DT"].map(tagIndex));
const SOURCE_ENDS: ReadonlySet<number> = new Set(["NN", "NNS", "NNP", "NNPS", "PRP"].map(tagIndex));
const CLAUSE_STARTS: ReadonlySet<number> = new Set(
  ["IN", "DT", "PRP", "NNP", "NNPS", "NNS", "PRP$", "EX", "CD"].map(tagIndex),
);
