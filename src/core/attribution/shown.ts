import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { tagIndex } from "../text/tags.ts";
import type { Confirmed } from "./confirmed.ts";
import { outermost } from "./continuation.ts";
import { type Draft, meet, PLAIN, wordsOf } from "./draft.ts";
import type { Facts } from "./facts.ts";
import { hasFinite, isFinite, isSayingVerb } from "./finite.ts";
import type { LaidOut } from "./layout.ts";
import { Nearby } from "./nearby.ts";
import { wholeQuotations } from "./quotation-ends.ts";
import { foundByRules, type RuleData } from "./rules.ts";
import type { Tagged } from "./tagged.ts";

// What rules and the layout show, joined with what the model found: each function takes the drafts and gives them back with its own.

/** Confidence that makes an attribution worth a look when its words are asked for. */
const LIKELY = 0.3;

export function withWholeQuotations(analysis: Analysis, facts: Facts, drafts: readonly Draft[]): Draft[] {
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
export function withLayout(
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
export function withinTurns(drafts: readonly Draft[], turns: ReadonlySet<Draft>): Draft[] {
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
export function withTagged(facts: Facts, tagged: readonly Tagged[], drafts: readonly Draft[]): Draft[] {
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
  for (const { source, cue, content, aside } of tagged) {
    // “Every time,” Ana Ruiz said, referring to the toll, “somebody pays.”
    const [, second] = content;
    if (aside && second)
      for (const draft of nearby.at([second])) {
        if (!meet([draft.cue], aside) || !meet(draft.content, second)) continue;
        drop(draft);
        const rest = without(draft.content, second);
        if (rest.some((run) => hasFinite(facts, run))) put({ ...draft, content: rest });
      }
    const there = nearby.at([cue, ...content]);
    const isKnown = (draft: Draft): boolean =>
      !draft.free &&
      (meet([draft.cue], cue) && content.some((run) => meet(draft.content, run))
        ? draft.confidence >= SURE
        : draft.confidence >= TAGGED && content.some((run) => meet(wordsOf(draft), run)));
    const known = there.find(isKnown);
    if (known) {
      // the model stopped at the first quotation, and nobody else is named for the second
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

/** Longest words in marks that are rather a term or a title than something said, in tokens with the marks. */
const LONGEST_TERM = 7;

/** What a rule's attribution is worth where the model sees none: of 44 on 334 articles of PolNeAR 12 were right. */
const PASSED_OVER = 0.27;

/** The same for "..., said Ana Ruiz.". */
const INVERTED = 0.6;

/** A sentence that the next one says somebody stated. */
const CONFIRMED = 0.66;

export function withConfirmed(confirmed: readonly Confirmed[], drafts: readonly Draft[]): Draft[] {
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

/** Long quotations and saying verbs that nothing above gave a voice to, with what the rules make of their sentence. */
export function voiceless(analysis: Analysis, facts: Facts, data: RuleData, drafts: readonly Draft[]): Draft[] {
  const covered = new Uint8Array(analysis.tokens.count); // 1 by what is likelier than a rule, 2 by what is likelier than inversion
  for (const { cue, content, confidence, free } of [...drafts].sort((a, b) => a.confidence - b.confidence)) {
    if (free || confidence < PASSED_OVER) continue;
    for (const { start, end } of [cue, ...content]) covered.fill(confidence < INVERTED ? 1 : 2, start, end);
  }
  const asked = new Set<number>();
  for (const { start, end, depth, isSpeech } of analysis.quotations)
    if (depth === 0 && isSpeech && end - start > LONGEST_TERM && !covered.subarray(start, end).some((by) => by > 0))
      asked.add(analysis.tokens.sentence[end - 1] as number);
  for (let i = 0; i < facts.count; i++)
    if (isSayingVerb(facts, i) && facts.quoted[i] !== 1 && covered[i] !== 2) asked.add(facts.sentence[i] as number);
  if (!asked.size) return [];
  return foundByRules(analysis, data, (sentence) => asked.has(sentence))
    .filter(({ source, cue, content, isInverted }) => {
      // Ana Ruiz, the mayor, said Tomas Laar would lead it
      if (isInverted && !(content.some((run) => hasClause(facts, run)) && !isFinite(facts, source?.end ?? cue.end)))
        return false;
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

/** A finite verb, or the infinitive of a headline. */
function hasClause(facts: Facts, { start, end }: Range): boolean {
  if (hasFinite(facts, { start, end })) return true;
  for (let i = start; i < end; i++) if (facts.tag[i] === TO) return true;
  return false;
}

/** How much of a quotation's confidence a whole paragraph in marks right after it keeps. Judged by hand: PolNeAR marks few. */
const QUOTED_ON = 0.6;

/**
 * Paragraphs that are nothing but a quotation and follow one whose speaker is known: the same voice goes on.
 *
 *     “Nobody asked us,” Ruiz said.
 *     “We will build in May.”
 */
export function quotedOn(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
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
  for (const [place, { start, end, depth, isSpeech }] of quotations.entries()) {
    const paragraph = tokens.paragraph[start] as number;
    const isWhole = paragraphs.start[paragraph] === start && end >= (paragraphs.end[paragraph] as number) - 1;
    if (depth > 0 || !isSpeech || !isWhole || end - start <= LONGEST_TERM || spokenFor.has(place)) continue;
    const before = lastOf.get(paragraph - 1);
    if (!before) continue;
    const draft = { ...before, content: [{ start, end }], confidence: before.confidence * QUOTED_ON, free: true };
    added.push(draft);
    lastOf.set(paragraph, draft);
  }
  return added;
}

const TO = tagIndex("TO");
