import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { tagIndex } from "../text/tags.ts";
import { wordOf } from "../text/words.ts";
import { type AssertionData, confidenceAs, standingOf } from "./assertion.ts";
import type { Attribution } from "./attribution.ts";
import { byOwnVerb, type ClauseData, withoutContrast } from "./clauses.ts";
import { type ConfirmationData, type Confirmed, confirmedSentences } from "./confirmed.ts";
import { rank, settle } from "./conflicts.ts";
import { continued, outermost } from "./continuation.ts";
import type { Facts, WordData } from "./facts.ts";
import { freeSpeech, type FreeSpeechData } from "./free-speech.ts";
import { kindOf } from "./kind.ts";
import { type LaidOut, laidOut } from "./layout.ts";
import { type AttributionModel, confidenceOf } from "./model.ts";
import { Nearby } from "./nearby.ts";
import { quotedStretches, withoutOuterMarks } from "./nesting.ts";
import { type PlainData, plainReport } from "./plain.ts";
import { proposalFeatures } from "./proposal-features.ts";
import type { Proposal } from "./proposal.ts";
import { inSegments } from "./segments.ts";
import { probabilitiesOf, readingsOf, Workspace } from "./readings.ts";
import { repaired, type RepairData, wholeQuotations } from "./repairs.ts";
import { attributeByRules, foundByRules } from "./rules.ts";
import { joined } from "./runs.ts";
import { introducedQuotations, type Tagged, taggedQuotations } from "./tagged.ts";
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
  drafts = withTagged([...taggedQuotations(analysis, facts), ...introducedQuotations(analysis, facts)], drafts);
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

/** An attribution in token ranges, before it has a place in the list. */
interface Draft {
  readonly source: Range | null;
  readonly cue: Range;
  readonly centre: number;
  readonly content: readonly Range[];
  readonly confidence: number;
  /** No likelier attribution claims its words. */
  readonly stands: boolean;
  readonly free: boolean;
  /** The attribution in whose quotation this one is nested. */
  readonly outer: Draft | null;
}

/** Confidence that makes an attribution worth a look when its words are asked for. */
const LIKELY = 0.3;

function withWholeQuotations(analysis: Analysis, facts: Facts, drafts: readonly Draft[]): Draft[] {
  const claims = new Uint16Array(facts.count);
  const isLikely = ({ stands, confidence }: Draft): boolean => stands && confidence >= LIKELY;
  for (const draft of drafts)
    if (isLikely(draft))
      for (const { start, end } of [draft.cue, ...draft.content])
        for (let i = start; i < end; i++) claims[i] = (claims[i] as number) + 1;
  return drafts.map((draft) => {
    if (!isLikely(draft)) return draft;
    const isTaken = ({ start, end }: Range): boolean => {
      for (let i = start; i < end; i++) {
        const own = meet([draft.cue, ...draft.content], { start: i, end: i + 1 }) ? 1 : 0;
        if ((claims[i] as number) > own) return true;
      }
      return false;
    };
    return { ...draft, content: wholeQuotations(analysis, facts, draft, isTaken) };
  });
}

/** Drafts with what the layout shows, where it is likelier than what has the same cue or begins with the same words. */
function withLayout(
  shown: readonly LaidOut[],
  drafts: readonly Draft[],
  count: number,
): { readonly list: Draft[]; readonly turns: ReadonlySet<Draft> } {
  const byToken = new Int32Array(count).fill(-1);
  const byStart = new Map<number, number>();
  for (const [place, { cue, content }] of shown.entries()) {
    byToken.fill(place, cue.start, cue.end);
    byStart.set(content[0]?.start ?? -1, place);
  }
  const rivalsOf = ({ cue, content }: Draft): number[] => {
    const places = new Set([byStart.get(content[0]?.start ?? -1) ?? -1, ...byToken.subarray(cue.start, cue.end)]);
    return [...places].filter((place) => place >= 0);
  };
  const isBeaten = new Set<number>();
  for (const draft of drafts)
    for (const place of rivalsOf(draft))
      if (draft.confidence > (shown[place] as LaidOut).confidence) isBeaten.add(place);
  const list = drafts.filter((draft) => rivalsOf(draft).every((place) => isBeaten.has(place)));
  const turns = new Set<Draft>();
  for (const [place, { source, cue, content, confidence, isTurn }] of shown.entries()) {
    if (isBeaten.has(place)) continue;
    const draft = { ...PLAIN, source, cue, centre: cue.start, content, confidence };
    list.push(draft);
    if (isTurn && confidence > PASSED_OVER) turns.add(draft);
  }
  return { list, turns };
}

/** Drafts with those in a turn of a transcript nested in it: its speaker tells of them. */
function withinTurns(drafts: readonly Draft[], turns: ReadonlySet<Draft>): Draft[] {
  const runs = [...turns]
    .flatMap((turn) => turn.content.map((run) => ({ ...run, turn })))
    .sort((a, b) => a.start - b.start);
  return drafts.map((draft) => {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.start ?? 0) <= draft.cue.start) low = middle + 1;
      else high = middle;
    }
    const run = runs[low - 1];
    if (!run || run.turn === draft || draft.cue.start >= run.end) return draft;
    return { ...draft, confidence: Math.min(draft.confidence, TOLD), outer: run.turn };
  });
}

/** What is left of the confidence in what somebody tells of others' words in a turn of a transcript: judged by hand. */
const TOLD = 0.5;

function asAsserted(analysis: Analysis, facts: Facts, draft: Draft, data: AssertionData): Draft {
  const confidence = confidenceAs(standingOf(analysis, facts, draft, draft.outer !== null, data), draft.confidence);
  return confidence === draft.confidence ? draft : { ...draft, confidence };
}

/** What a quotation followed by its speaker and a verb of saying is worth. Of those the model doubts. */
const TAGGED = 0.78;

/** At this confidence the model's own reading of such a quotation stands: it may know that the next quotation goes on with it. */
const SURE = 0.7;

/** A quotation that something claims at this confidence is not taken for a voice's next words. */
const RIVAL = 0.3;

/**
 * Drafts with the quotations that the words behind them give a speaker, where the model is less sure of anything. What else claimed
 * such a quotation keeps only the rest of its words.
 */
function withTagged(tagged: readonly Tagged[], drafts: readonly Draft[]): Draft[] {
  const alive = new Set(drafts);
  const nearby = new Nearby(drafts, wordsOf);
  const put = (draft: Draft): void => {
    alive.add(draft);
    nearby.add(draft);
  };
  const drop = (draft: Draft): void => {
    alive.delete(draft);
    nearby.delete(draft);
  };
  for (const { source, cue, content } of tagged) {
    const there = nearby.at([cue, ...content]);
    const isKnown = (draft: Draft): boolean =>
      !draft.free &&
      (meet([draft.cue], cue) && content.some((run) => meet(draft.content, run))
        ? draft.confidence >= SURE
        : draft.confidence >= TAGGED && content.some((run) => meet(wordsOf(draft), run)));
    const known = there.find(isKnown);
    if (known) {
      // the model stopped at the first quotation, and nobody else is named for the second
      const second = content[1];
      if (
        second &&
        meet([known.cue], cue) &&
        !there.some(({ content: other, confidence }) => confidence >= RIVAL && meet(other, second))
      ) {
        drop(known);
        put({ ...known, content: [...known.content, second] });
      }
      continue;
    }
    for (const draft of there) {
      const isSameCue = meet([draft.cue], cue);
      if (!isSameCue && !content.some((run) => meet(draft.content, run))) continue;
      drop(draft);
      const rest = isSameCue ? [] : content.reduce<readonly Range[]>(without, draft.content);
      if (rest.length) put({ ...draft, content: rest });
    }
    put({ ...PLAIN, source, cue, centre: cue.start, content, confidence: TAGGED });
  }
  return [...alive];
}

/** The words a draft speaks for: its cue and its content. */
function wordsOf({ cue, content }: { readonly cue: Range; readonly content: readonly Range[] }): readonly Range[] {
  return [cue, ...content];
}

/** Runs less a range; crumbs of one or two tokens fall away. */
function without(runs: readonly Range[], hole: Range): Range[] {
  return runs
    .flatMap((run) =>
      meet([run], hole)
        ? [
            { start: run.start, end: hole.start },
            { start: hole.end, end: run.end },
          ]
        : [run],
    )
    .filter((run) => run.end - run.start > 2);
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

const PLAIN = { stands: true, free: false, outer: null } as const;

interface Found {
  readonly proposal: Proposal;
  readonly confidence: number;
  /** What the confidence would be, were nothing likelier in its way. */
  readonly alone: number;
  /** No likelier attribution claims its words. */
  readonly stands: boolean;
}

/** Longest words in marks that are rather a term or a title than something said, in tokens with the marks. */
const LONGEST_TERM = 7;

/** What a rule's attribution is worth where the model sees none: of 44 on 334 articles of PolNeAR 12 were right. */
const PASSED_OVER = 0.27;

/** The same for "..., said Ana Ruiz.". */
const INVERTED = 0.6;

/** A sentence that the next one says somebody stated. */
const CONFIRMED = 0.66;

function withConfirmed(confirmed: readonly Confirmed[], drafts: readonly Draft[]): Draft[] {
  const nearby = new Nearby(drafts, wordsOf);
  const beaten = new Set<Draft>();
  const added: Draft[] = [];
  for (const { source, cue, content } of confirmed) {
    const there = nearby.at([cue, content]);
    if (there.some((draft) => draft.confidence >= CONFIRMED && meet(wordsOf(draft), content))) continue;
    for (const draft of there) if (meet([draft.cue], cue)) beaten.add(draft);
    added.push({ ...PLAIN, source, cue, centre: cue.end - 1, content: [content], confidence: CONFIRMED });
  }
  return [...drafts.filter((draft) => !beaten.has(draft)), ...added];
}

/** A plain report of more than this stands even where the model preferred another reading. */
const PLAIN_ENOUGH = 0.7;

/** Long quotations and saying verbs that nothing above gave a voice to, with what the rules make of their sentence. */
function voiceless(analysis: Analysis, facts: Facts, data: AttributionData, drafts: readonly Draft[]): Draft[] {
  const covered = new Uint8Array(analysis.tokens.count); // 1 by what is likelier than a rule, 2 by what is likelier than inversion
  for (const { cue, content, confidence, free } of [...drafts].sort((a, b) => a.confidence - b.confidence)) {
    if (free || confidence < PASSED_OVER) continue;
    for (const { start, end } of [cue, ...content]) covered.fill(confidence < INVERTED ? 1 : 2, start, end);
  }
  const asked = new Set<number>();
  for (const { start, end, depth, style } of analysis.quotations)
    if (
      depth === 0 &&
      style !== "single" &&
      end - start > LONGEST_TERM &&
      !covered.subarray(start, end).some((by) => by > 0)
    )
      asked.add(analysis.tokens.sentence[end - 1] as number);
  for (let i = 0; i < facts.count; i++)
    if (facts.act[i] === 5 && facts.quoted[i] !== 1 && covered[i] !== 2 && FINITE.has(facts.tag[i] as number))
      asked.add(facts.sentence[i] as number);
  if (!asked.size) return [];
  return foundByRules(analysis, data, (sentence) => asked.has(sentence))
    .filter(({ cue, content, isInverted }) => {
      const least = isInverted ? 2 : 1;
      return ![cue, ...content].some(({ start, end }) => covered.subarray(start, end).some((by) => by >= least));
    })
    .map(({ source, cue, content, isInverted }) => ({
      source: source ?? null,
      cue,
      centre: cue.start,
      content,
      confidence: isInverted ? INVERTED : PASSED_OVER,
      ...PLAIN,
    }));
}

/** How much of a quotation's confidence a whole paragraph in marks right after it keeps. Judged by hand: PolNeAR marks few. */
const QUOTED_ON = 0.6;

/**
 * Paragraphs that are nothing but a quotation and follow one whose speaker is known: the same voice goes on.
 *
 *     “Nobody asked us,” Ruiz said.
 *     “We will build in May.”
 */
function quotedOn(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  const { paragraphs, tokens, quotations } = analysis;
  const lastOf = new Map<number, Draft>();
  const spokenFor = new Set<number>();
  for (const draft of drafts) {
    const last = draft.content.at(-1);
    if (!last || draft.confidence < PASSED_OVER) continue;
    for (const run of draft.content) spokenFor.add(outermost(analysis, run.start));
    if (!draft.free && draft.stands && outermost(analysis, last.end - 1) >= 0)
      lastOf.set(tokens.paragraph[last.end - 1] as number, draft);
  }
  const added: Draft[] = [];
  for (const [place, { start, end, depth, style }] of quotations.entries()) {
    const paragraph = tokens.paragraph[start] as number;
    const isWhole = paragraphs.start[paragraph] === start && end >= (paragraphs.end[paragraph] as number) - 1;
    if (depth > 0 || style === "single" || !isWhole || end - start <= LONGEST_TERM || spokenFor.has(place)) continue;
    const before = lastOf.get(paragraph - 1);
    if (!before) continue;
    const draft = { ...before, content: [{ start, end }], confidence: before.confidence * QUOTED_ON, free: true };
    added.push(draft);
    lastOf.set(paragraph, draft);
  }
  return added;
}

const FINITE = new Set(["VBD", "VBZ", "VBP"].map(tagIndex));

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
    for (const { proposal, logOdds } of settled.beaten)
      found.push({
        proposal,
        confidence: confidenceOf(model.beaten, logOdds),
        alone: confidenceOf(model.standing, logOdds),
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
    const isCut = sizeOf(left) < sizeOf(one.proposal.content);
    return [{ left, cue: one.proposal.cue, content: one.proposal.content, isCut }];
  });
  if (!winners.some(({ isCut }) => isCut)) return found;
  const nearby = new Nearby(winners, wordsOf);
  return found.map((one) => {
    if (one.stands) return one;
    const { content, cue } = one.proposal;
    const meets = (runs: readonly Range[], own: Range): boolean =>
      content.some((run) => meet([...runs, own], run)) || meet(runs, cue);
    const there = nearby.at([cue, ...content]);
    const isBeaten = there.some(({ left, cue: own }) => meets(left, own));
    const wasCut = there.some(({ content: all, cue: own, isCut }) => isCut && meets(all, own));
    return isBeaten || !wasCut ? one : { ...one, stands: true, confidence: one.alone };
  });
}

function sizeOf(runs: readonly Range[]): number {
  return runs.reduce((sum, { start, end }) => sum + end - start, 0);
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

function meet(runs: readonly Range[], run: Range): boolean {
  return runs.some(({ start, end }) => start < run.end && run.start < end);
}
