import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { tagIndex } from "../text/tags.ts";
import { textOf, wordOf } from "../text/words.ts";
import { type Facts, MARK } from "./facts.ts";

/** An attribution that the page's layout shows, in token ranges. */
export interface LaidOut {
  readonly source: Range;
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly confidence: number;
  /** A turn of a transcript: all that is reported in it is reported by its speaker. */
  readonly isTurn: boolean;
}

/**
 * Attributions that no sentence makes, only the layout: turns of a transcript, and quotations with a name beneath. The
 * confidences are judged by hand, on the few that PolNeAR's train part has.
 *
 *     RUIZ: We will build.          “We will build.”
 *     REPORTER: By when?            — Ana Ruiz, housing minister
 */
export function laidOut(analysis: Analysis, facts: Facts): LaidOut[] {
  return [...transcript(analysis, facts), ...signatures(analysis, facts)];
}

/** Most tokens before the colon of a turn: "HOUSING MINISTER ANA RUIZ". */
const LONGEST_LABEL = 6;

function transcript(analysis: Analysis, facts: Facts): LaidOut[] {
  const turns: (LaidOut & { readonly paragraph: number; readonly label: string; readonly isName: boolean })[] = [];
  const { paragraphs } = analysis;
  for (let paragraph = 0; paragraph < paragraphs.count; paragraph++) {
    const opening = paragraphs.start[paragraph] as number;
    const end = paragraphs.end[paragraph] as number;
    // a transcript that is quoted whole opens each turn with a mark
    const start = facts.mark[opening] === MARK.open && opening + 1 < end ? opening + 1 : opening;
    const found = labelAt(facts, start, end);
    if (!found || lettersIn(facts, found.cue.end, end) < 1) continue;
    const { source, cue } = found;
    turns.push({
      source,
      cue,
      content: [{ start: cue.end, end: turnEnd(facts, cue.end, end) }],
      confidence: 0,
      isTurn: true,
      paragraph,
      label: textOf(analysis, source.start, source.end),
      isName:
        facts.nameKind[source.end - 1] === 1 || (facts.shape[source.end - 1] === 2 && source.end - source.start <= 3),
    });
  }
  const times = new Map<string, number>();
  for (const { label } of turns) times.set(label, (times.get(label) ?? 0) + 1);
  const asked = new Map<string, number>();
  for (const { label, content } of turns) if (asks(facts, content[0])) asked.set(label, (asked.get(label) ?? 0) + 1);
  const voices = [...times.values()].filter((count) => count > 1).length;
  return turns.flatMap((turn, place) => {
    const isAnswer = /^[QA]$/.test(turn.label);
    const isRepeated = (times.get(turn.label) ?? 0) > 1;
    const isBracketed = facts.mark[turn.cue.start] === MARK.bracketClose;
    if (turns.length < 2 || !(isRepeated || (!isBracketed && (turn.isName || isAnswer)))) return [];
    // one label in brackets, again and again: the answers have none, and somebody else gives them
    if (isBracketed && voices < 2) return [];
    const isInterviewer = (asked.get(turn.label) ?? 0) * 2 > (times.get(turn.label) ?? 0);
    // "Q" and "A" say that somebody speaks, not who
    const confidence = isAnswer
      ? 0.3
      : isInterviewer
        ? 0.5
        : (turn.isName || isBracketed) && turns.length > 2
          ? 0.85
          : 0.6;
    const next = turns[place + 1];
    const content = next
      ? [...turn.content, ...goingOn(facts, analysis, turn.paragraph, next.paragraph)]
      : turn.content;
    return [{ ...turn, content: turns.length >= LONG_TRANSCRIPT ? content : turn.content, confidence }];
  });
}

function asks(facts: Facts, run: Range | undefined): boolean {
  if (!run) return false;
  for (let i = run.end - 1; i >= Math.max(run.start, run.end - 3); i--)
    if (facts.mark[i] === MARK.question) return true;
  return false;
}

/** Turns of a transcript that is surely one: between two of its labels, paragraphs without a label go on with the turn. */
const LONG_TRANSCRIPT = 6;

function goingOn(facts: Facts, { paragraphs }: Analysis, from: number, to: number): Range[] {
  const runs: Range[] = [];
  for (let paragraph = from + 1; paragraph < to; paragraph++) {
    const start = paragraphs.start[paragraph] as number;
    const end = paragraphs.end[paragraph] as number;
    const last = facts.mark[end - 1];
    if (end - start > 8 && (last === MARK.stop || last === MARK.question)) runs.push({ start, end });
  }
  return runs;
}

/** Where a turn's own words end: a tag in double brackets, "((es))", opens a translation. */
function turnEnd(facts: Facts, start: number, end: number): number {
  for (let i = start + 1; i + 1 < end; i++)
    if (facts.mark[i] === MARK.bracketOpen && facts.mark[i + 1] === MARK.bracketOpen) return i;
  return end;
}

/** Words, not figures or marks: "Ruiz: 1,769." is a line of a table. */
function lettersIn(facts: Facts, start: number, end: number): number {
  let words = 0;
  for (let i = start; i < end; i++) if (facts.shape[i] !== 3) words++;
  return words;
}

/** The label of a turn and what closes it: "RUIZ:", "(Ana Ruiz)"; undefined when the paragraph begins otherwise. */
function labelAt(facts: Facts, start: number, end: number): { source: Range; cue: Range } | undefined {
  let from = start;
  while (from < end && facts.mark[from] === MARK.bracketOpen) from++;
  const isBracketed = from > start;
  const limit = Math.min(end, from + LONGEST_LABEL + 1);
  for (let i = from; i < limit; i++) {
    if (facts.mark[i] === (isBracketed ? MARK.bracketClose : MARK.colon)) {
      if (i === from) return undefined;
      let close = i + 1;
      while (close < end && (facts.mark[close] === MARK.bracketClose || facts.mark[close] === MARK.colon)) close++;
      return { source: { start: from, end: i }, cue: { start: i, end: close } };
    }
    const isLabel =
      facts.shape[i] === 1 || facts.shape[i] === 2 || facts.mark[i] === MARK.stop || facts.mark[i] === MARK.comma;
    if (!isLabel) return undefined;
  }
  return undefined;
}

function signatures(analysis: Analysis, facts: Facts): LaidOut[] {
  const found: LaidOut[] = [];
  const { paragraphs, quotations } = analysis;
  let quotation = 0;
  for (let paragraph = 0; paragraph < paragraphs.count; paragraph++) {
    const start = paragraphs.start[paragraph] as number;
    const end = paragraphs.end[paragraph] as number;
    while (quotation < quotations.length && (quotations[quotation]?.start ?? 0) < start) quotation++;
    const whole = quotations[quotation];
    if (!whole || whole.start !== start || !whole.isSpeech || whole.end - start < 4) continue;
    if (whole.end < end - 1) {
      // “We will build.” — Ana Ruiz
      const source = signature(facts, whole.end, end);
      if (source)
        found.push({
          source,
          cue: { start: whole.end, end: whole.end + 1 },
          content: [{ start, end: whole.end }],
          confidence: 0.8,
          isTurn: false,
        });
      continue;
    }
    if (paragraph + 1 === paragraphs.count) continue;
    const next = paragraphs.start[paragraph + 1] as number;
    const stop = paragraphs.end[paragraph + 1] as number;
    if (stop - next > 14) continue;
    const isDashed = facts.mark[next] === MARK.dash;
    const from = isDashed ? next + 1 : next;
    if (from >= stop || (facts.shape[from] !== 1 && facts.shape[from] !== 2)) continue;
    if (!isDashed && (facts.nameKind[from] !== 1 || hasVerb(facts, from, stop))) continue;
    let sourceEnd = from;
    while (sourceEnd < stop && !facts.mark[sourceEnd]) sourceEnd++;
    // a name with a verb after it is a sentence, not a signature
    if (sourceEnd === from || hasVerb(facts, from, sourceEnd) || wordOf(analysis, stop - 1) === ":") continue;
    found.push({
      source: { start: from, end: sourceEnd },
      cue: isDashed ? { start: next, end: next + 1 } : { start: from, end: from },
      content: [{ start: whole.start, end: Math.min(whole.end, end) }],
      confidence: isDashed ? 0.8 : 0.45,
      isTurn: false,
    });
  }
  return found;
}

/** The name after a dash, when all the rest is a name and what describes it. */
function signature(facts: Facts, dash: number, end: number): Range | undefined {
  const start = dash + 1;
  if (facts.mark[dash] !== MARK.dash || end - start < 1 || end - start > 14) return undefined;
  if ((facts.shape[start] !== 1 && facts.shape[start] !== 2) || hasVerb(facts, start, end)) return undefined;
  let stop = start;
  while (stop < end && !facts.mark[stop]) stop++;
  return stop > start ? { start, end: stop } : undefined;
}

const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"].map(tagIndex));

function hasVerb(facts: Facts, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (FINITE.has(facts.tag[i] as number)) return true;
  return false;
}
