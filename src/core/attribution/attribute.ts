import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { wordOf } from "../text/words.ts";
import { type AssertionData, confidenceAs, standingOf } from "./assertion.ts";
import type { Attribution } from "./attribution.ts";
import { byOwnVerb, type ClauseData, withoutContrast } from "./clauses.ts";
import { type ConfirmationData, confirmedSentences } from "./confirmed.ts";
import { rank, settle } from "./conflicts.ts";
import { continued } from "./continuation.ts";
import { type Draft, meet, wordsOf } from "./draft.ts";
import type { Facts, WordData } from "./facts.ts";
import { freeSpeech, type FreeSpeechData } from "./free-speech.ts";
import { kindOf } from "./kind.ts";
import { laidOut } from "./layout.ts";
import { type AttributionModel, confidenceOf } from "./model.ts";
import { Nearby } from "./nearby.ts";
import { quotedStretches, withoutOuterMarks } from "./nesting.ts";
import { type PlainData, plainReport } from "./plain.ts";
import { proposalFeatures } from "./proposal-features.ts";
import type { Proposal } from "./proposal.ts";
import { inSegments } from "./segments.ts";
import { probabilitiesOf, readingsOf, Workspace } from "./readings.ts";
import type { RepairData } from "./repair-data.ts";
import { repaired } from "./repairs.ts";
import { attributeByRules } from "./rules.ts";
import { joined, lengthOf } from "./runs.ts";
import {
  quotedOn,
  voiceless,
  withConfirmed,
  withinTurns,
  withLayout,
  withTagged,
  withWholeQuotations,
} from "./shown.ts";
import { introducedQuotations, taggedQuotations } from "./tagged.ts";
import { type Voices, voicesOf } from "./voices.ts";

/** What the attribution stage must know of a language. */
export interface AttributionData
  extends WordData, FreeSpeechData, ClauseData, ConfirmationData, AssertionData, RepairData, PlainData {
  /** What training learned; without it the stage falls back on rules. */
  readonly model: AttributionModel | undefined;
  /** Made once by `factReader`, since it remembers words. */
  readonly readFacts: (analysis: Analysis) => Facts;
}

/** Finds who is shown as the origin of which words. Every candidate still possible, in the order of their contents. */
export function attribute(analysis: Analysis, data: AttributionData): readonly Attribution[] {
  const { model } = data;
  if (!model) return attributeByRules(analysis, data);
  const facts = data.readFacts(analysis);
  const workspace = new Workspace();
  const cut = inSegments(analysis);
  const probabilities = probabilitiesOf(facts, cut.paragraphs, model.paragraph, workspace);
  const voices = voicesOf(analysis, facts, probabilities);
  const found = read(cut, facts, probabilities, rangesOf(cut.paragraphs), model, voices, workspace);
  const standing = found.filter(({ stands }) => stands);

  let drafts = withoutDoubles(
    freed(found, (proposal) =>
      withoutContrast(analysis, facts, continued(analysis, proposal.content, standing), data),
    ).map(({ proposal, confidence, stands }): Draft => {
      const { source, cue, content } = repaired(analysis, facts, byOwnVerb(facts, proposal), data);
      return {
        source,
        cue,
        centre: cue === proposal.cue ? proposal.candidate.centre : cue.start,
        content: withoutContrast(analysis, facts, continued(analysis, content, standing), data),
        confidence,
        stands,
        free: false,
        outer: null,
      };
    }),
  );
  const tagged = [...taggedQuotations(analysis, facts), ...introducedQuotations(analysis, facts)].map((one) => ({
    ...one,
    content: continued(analysis, one.content, standing),
  }));
  drafts = withTagged(facts, tagged, drafts);
  drafts = withWholeQuotations(analysis, facts, drafts);
  drafts = drafts.map((draft) => {
    const plain = plainReport(analysis, facts, draft, data);
    return plain && (draft.stands || plain.confidence > PLAIN_ENOUGH)
      ? { ...draft, ...plain, confidence: Math.max(draft.confidence, plain.confidence) }
      : draft;
  });
  const { list, turns } = withLayout(laidOut(analysis, facts), drafts, facts.count);
  drafts = list;
  const byRule = voiceless(analysis, facts, data, drafts);
  // "Ruiz to build bridge, says Laar": one saying verb has one voice
  const rules = new Nearby(byRule, wordsOf);
  drafts = drafts.filter(
    ({ cue, confidence }) => !rules.at([cue]).some((rule) => confidence < rule.confidence && meet([rule.cue], cue)),
  );
  drafts.push(...byRule);
  drafts = withConfirmed(confirmedSentences(analysis, facts, data), drafts);
  drafts = withinTurns(drafts, turns).map((draft) =>
    turns.has(draft) ? draft : asAsserted(analysis, facts, draft, data),
  );
  const anchors = drafts.filter(({ stands, outer }) => stands && !outer);
  for (const { from, content, confidence } of freeSpeech(analysis, facts, probabilities, anchors, data))
    drafts.push({ ...from, content: [content], confidence, free: true });

  drafts.push(...quotedOn(analysis, drafts));

  // Attributions within a quotation: the same reading over its inside, as if its own marks were not there.
  const quoting = drafts.filter(({ confidence, free, outer }) => confidence >= 0.2 && !free && !outer);
  const stretches = quotedStretches(analysis, facts, quoting);
  if (stretches.length) {
    const inside = withoutOuterMarks(analysis);
    const insideFacts = data.readFacts(inside);
    const chances = probabilitiesOf(
      insideFacts,
      columns(stretches.map(({ range }) => range)),
      model.paragraph,
      workspace,
    );
    for (const { range, outer } of stretches)
      for (const { proposal, confidence, stands } of read(
        inside,
        insideFacts,
        chances,
        [range],
        model,
        voices,
        workspace,
      ))
        if (stands)
          drafts.push(
            asAsserted(
              inside,
              insideFacts,
              {
                ...proposal,
                centre: proposal.candidate.centre,
                confidence: confidence * outer.confidence,
                stands,
                free: false,
                outer,
              },
              data,
            ),
          );
  }
  return finished(analysis, data, drafts);
}

/** A plain report of more than this stands even where the model preferred another reading. */
const PLAIN_ENOUGH = 0.7;

function asAsserted(analysis: Analysis, facts: Facts, draft: Draft, data: AssertionData): Draft {
  const confidence = confidenceAs(standingOf(analysis, facts, draft, draft.outer !== null, data), draft.confidence);
  return confidence === draft.confidence ? draft : { ...draft, confidence };
}

/** Of drafts that name the same words for the same parts, the likeliest. */
function withoutDoubles(drafts: readonly Draft[]): Draft[] {
  const best = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = JSON.stringify([draft.source, draft.cue, draft.content]);
    if ((best.get(key)?.confidence ?? -1) < draft.confidence) best.set(key, draft);
  }
  return drafts.filter((draft) => best.get(JSON.stringify([draft.source, draft.cue, draft.content])) === draft);
}

interface Found {
  readonly proposal: Proposal;
  readonly confidence: number;
  /** What the confidence would be, were nothing likelier in its way. */
  readonly alone: number;
  /** No likelier attribution claims its words. */
  readonly stands: boolean;
}

function read(
  analysis: Analysis,
  facts: Facts,
  probabilities: Float32Array,
  ranges: Iterable<Range>,
  model: AttributionModel,
  voices: Voices,
  workspace: Workspace,
): Found[] {
  const found: Found[] = [];
  for (const range of ranges) {
    const readings = readingsOf(analysis, facts, probabilities, range, model.cue, workspace);
    if (!readings.length) continue;
    const rows = proposalFeatures(analysis, facts, probabilities, model.priors, readings, voices);
    const settled = settle(rank(readings, rows, model));
    for (const { proposal, logOdds } of settled.standing)
      found.push({
        proposal,
        confidence: confidenceOf(model.standing, logOdds),
        alone: confidenceOf(model.standing, logOdds),
        stands: true,
      });
    for (const { proposal, logOdds, alone } of settled.beaten)
      found.push({
        proposal,
        confidence: confidenceOf(model.beaten, logOdds),
        alone: confidenceOf(model.standing, alone),
        stands: false,
      });
  }
  return found;
}

/**
 * What was beaten only by words that a cut has since taken from the winner stands after all.
 *
 *     Ruiz said the council approved the bridge, | while Laar stated the tunnel would close.
 */
function freed(found: readonly Found[], cut: (proposal: Proposal) => readonly Range[]): readonly Found[] {
  const winners = found.flatMap((one) => {
    if (!one.stands) return [];
    const left = cut(one.proposal);
    const isCut = lengthOf(left) < lengthOf(one.proposal.content);
    return [{ left, cue: one.proposal.cue, content: one.proposal.content, isCut }];
  });
  if (!winners.some(({ isCut }) => isCut)) return found;
  const nearby = new Nearby(winners, wordsOf);
  const meets = (runs: readonly Range[], own: Range, { content, cue }: Proposal): boolean =>
    content.some((run) => meet([...runs, own], run)) || meet(runs, cue);
  const isFree = ({ stands, proposal }: Found): boolean => {
    const there = stands ? [] : nearby.at(wordsOf(proposal));
    return (
      there.some(({ content, cue, isCut }) => isCut && meets(content, cue, proposal)) &&
      !there.some(({ left, cue }) => meets(left, cue, proposal))
    );
  };
  const now = new Set<Found>();
  // two that were beaten may be in each other's way: the likelier one stands
  for (const one of found.filter(isFree).sort((a, b) => b.alone - a.alone)) {
    const { cue, content } = one.proposal;
    if (nearby.at(wordsOf(one.proposal)).some(({ left, cue: own }) => meets(left, own, one.proposal))) continue;
    now.add(one);
    nearby.add({ left: content, cue, content, isCut: false });
  }
  return found.map((one) => (now.has(one) ? { ...one, stands: true, confidence: one.alone } : one));
}

function finished(analysis: Analysis, data: AttributionData, drafts: readonly Draft[]): Attribution[] {
  const order = [...drafts].sort(
    (a, b) => startOf(a) - startOf(b) || a.cue.start - b.cue.start || b.confidence - a.confidence,
  );
  const places = new Map(order.map((draft, place) => [draft, place]));
  return order.map((draft): Attribution => ({
    kind: kindOf(analysis, draft.content),
    act: data.acts.get(data.lemmaOf(wordOf(analysis, draft.centre).toLowerCase())) ?? "said",
    source: draft.source ? [charactersOf(analysis, draft.source)] : [],
    cue: draft.cue.end > draft.cue.start ? [charactersOf(analysis, draft.cue)] : [],
    content: joined(draft.content).map((run) => charactersOf(analysis, run)),
    free: draft.free,
    within: draft.outer ? (places.get(draft.outer) ?? null) : null,
    confidence: Math.round(draft.confidence * 10_000) / 10_000,
  }));
}

function startOf({ content }: Draft): number {
  return content.reduce((least, { start }) => Math.min(least, start), Infinity);
}

function charactersOf(analysis: Analysis, run: Range): Range {
  return { start: analysis.tokens.start[run.start] ?? 0, end: analysis.tokens.end[run.end - 1] ?? 0 };
}

function* rangesOf({ count, start, end }: Analysis["paragraphs"]): Iterable<Range> {
  for (let i = 0; i < count; i++) yield { start: start[i] as number, end: end[i] as number };
}

function columns(ranges: readonly Range[]): Analysis["paragraphs"] {
  return {
    count: ranges.length,
    start: Int32Array.from(ranges, ({ start }) => start),
    end: Int32Array.from(ranges, ({ end }) => end),
  };
}
