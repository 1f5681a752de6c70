import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { RELATIONS, relationIndex } from "../text/relations.ts";
import { type Facts, MARK } from "./facts.ts";
import { CONTENT, CUE, roleProbability } from "./labels.ts";
import { BY_STRUCTURE, INTRODUCED, isSame, type Proposal } from "./proposal.ts";

/**
 * Readings that the second chain did not give among its best: contents cut or stretched to where clauses, sentences and
 * quotations end, sources taken from the subject. The ranker chooses among them; each kind of change has its own rank.
 */
export function structuralProposals(
  analysis: Analysis,
  facts: Facts,
  probabilities: Float32Array,
  readings: readonly Proposal[],
): Proposal[] {
  const best = readings[0];
  if (!best || best.rank === INTRODUCED) return [];
  const made: Proposal[] = [];
  const add = (change: number, content: readonly Range[], source: Range | null = best.source): void => {
    const clean = cleaned(facts, content, best.cue, source);
    if (!clean.length) return;
    const proposal = { ...best, content: clean, source, rank: BY_STRUCTURE + change };
    if (
      !readings.some((other) => isSame(facts, other, proposal)) &&
      !made.some((other) => isSame(facts, other, proposal))
    )
      made.push(proposal);
  };
  const { content, candidate } = best;
  const first = content[0] as Range;
  const last = content.at(-1) as Range;
  const rest = content.slice(0, -1);
  const sentence = facts.sentence[last.end - 1] as number;
  const sentenceEnd = analysis.sentences.end[sentence] as number;

  // to the end of its sentence
  if (last.end < sentenceEnd) add(0, [...rest, { start: last.start, end: sentenceEnd }]);
  // cut before the last, and before the first, clause that may belong to the reporter
  const cuts = clauseStarts(facts, last);
  const lastCut = cuts.at(-1);
  const firstCut = cuts[0];
  if (lastCut !== undefined) add(1, [...rest, { start: last.start, end: lastCut }]);
  if (firstCut !== undefined && firstCut !== lastCut) add(2, [...rest, { start: last.start, end: firstCut }]);
  // what the first chain holds for content around it
  const seen = seenAround(facts, probabilities, candidate, last);
  if (seen.end > seen.start) add(3, [...rest, seen]);
  // the subtree that hangs on the cue
  const { centre } = candidate;
  for (let i = candidate.start; i < candidate.end; i++) {
    if (facts.head[i] !== centre || !COMPLEMENTS[facts.relation[i] as number]) continue;
    add(4, [
      {
        start: Math.max(candidate.start, facts.low[i] as number),
        end: Math.min(candidate.end, (facts.high[i] as number) + 1),
      },
    ]);
  }
  // the whole quotation it is in
  const quotation = outerQuotation(analysis, facts, last.end - 1) ?? outerQuotation(analysis, facts, first.start);
  if (quotation) add(5, [quotation]);
  // another source: the cue's own subject with all that belongs to it
  const subject = facts.subject[centre] as number;
  if (subject >= 0) {
    const whole = { start: facts.low[subject] as number, end: (facts.high[subject] as number) + 1 };
    if (!best.source || whole.end <= best.source.start || best.source.end <= whole.start) add(6, content, whole);
  }
  // only the run nearest to the cue
  if (content.length > 1) {
    add(7, [first]);
    add(8, [last]);
  }
  return made;
}

/**
 * The paragraph that a candidate introduces, when the candidate stands in the last sentence of one that ends in a colon.
 *
 *     The minister was blunter on Tuesday, when she said:
 *                                                       ^
 *     “Nobody asked us.”
 */
export function introducedParagraph(
  analysis: Analysis,
  facts: Facts,
  { centre }: { centre: number },
): Range | undefined {
  const { paragraphs, tokens } = analysis;
  const paragraph = tokens.paragraph[centre] as number;
  const last = (paragraphs.end[paragraph] as number) - 1;
  if (facts.mark[last] !== MARK.colon || facts.sentence[last] !== facts.sentence[centre]) return undefined;
  const start = paragraphs.start[paragraph + 1];
  const end = paragraphs.end[paragraph + 1];
  if (start === undefined || end === undefined || end - start < 2) return undefined;
  const quotation = outerQuotation(analysis, facts, start);
  if (quotation) return { start, end: Math.min(quotation.end, end) };
  return { start, end };
}

const COMPLEMENTS = Uint8Array.from(RELATIONS, (name) =>
  ["ccomp", "xcomp", "parataxis", "acl", "dobj", "nmod", "advcl"].includes(name) ? 1 : 0,
);
const ADVCL = relationIndex("advcl");
const CONJ = relationIndex("conj");

/** Where, within a run, a clause begins that may not be part of what was said: after a comma, or an adverbial clause. */
function clauseStarts(facts: Facts, run: Range): number[] {
  const starts: number[] = [];
  for (let i = run.start + 3; i < run.end - 1; i++) {
    if (facts.quoted[i] === 1) continue;
    const isComma = facts.mark[i] === MARK.comma || facts.mark[i] === MARK.dash;
    const clause = facts.clause[i] as number;
    const isClause =
      clause >= 0 &&
      facts.low[clause] === i &&
      (facts.relation[clause] === ADVCL || facts.relation[clause] === CONJ) &&
      clause < run.end;
    if (isComma || isClause) starts.push(i);
  }
  return starts;
}

function seenAround(facts: Facts, probabilities: Float32Array, stretch: Range, run: Range): Range {
  const isSeen = (token: number): boolean =>
    roleProbability(probabilities, token, CONTENT) > 0.4 ||
    (facts.mark[token] !== MARK.none && roleProbability(probabilities, token, CUE) < 0.1);
  let top = run.start;
  for (let i = run.start; i < run.end; i++)
    if (roleProbability(probabilities, i, CONTENT) > roleProbability(probabilities, top, CONTENT)) top = i;
  let { start, end } = { start: top, end: top + 1 };
  while (start > stretch.start && isSeen(start - 1)) start--;
  while (end < stretch.end && isSeen(end)) end++;
  return { start, end };
}

function outerQuotation(analysis: Analysis, facts: Facts, token: number): Range | undefined {
  if (facts.quoted[token] !== 1) return undefined;
  for (let at = analysis.tokens.quotation[token] ?? -1; at >= 0; at--) {
    const quotation = analysis.quotations[at];
    if (!quotation) return undefined;
    if (quotation.start <= token && token < quotation.end && quotation.isSpeech && quotation.depth === 0)
      return { start: quotation.start, end: quotation.end };
    if (quotation.depth === 0) return undefined;
  }
  return undefined;
}

/** Cuts cue and source out of the runs, and the marks and blanks at their ends that nobody says. */
function cleaned(facts: Facts, content: readonly Range[], cue: Range, source: Range | null): Range[] {
  let runs: Range[] = [...content];
  for (const hole of source ? [cue, source] : [cue])
    runs = runs.flatMap((run) =>
      hole.end <= run.start || run.end <= hole.start
        ? [run]
        : [
            { start: run.start, end: hole.start },
            { start: hole.end, end: run.end },
          ],
    );
  return runs.flatMap((run) => {
    let { start, end } = run;
    while (start < end && isLoose(facts, start)) start++;
    while (end > start && isLoose(facts, end - 1)) end--;
    let words = 0;
    for (let i = start; i < end; i++) if (!facts.mark[i]) words++;
    return words > 0 ? [{ start, end }] : [];
  });
}

function isLoose(facts: Facts, token: number): boolean {
  const mark = facts.mark[token];
  return (
    facts.quoted[token] !== 1 &&
    (mark === MARK.comma || mark === MARK.stop || mark === MARK.colon || mark === MARK.dash || mark === MARK.semicolon)
  );
}
