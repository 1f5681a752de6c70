import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { isNounTag, tagIndex } from "../text/tags.ts";
import { type Facts, MARK } from "./facts.ts";

/** What sentences that confirm the one before need of a language: hashes as in `tokens.lower`. */
export interface ConfirmationData {
  /** The words of "this was ... by", in order; a participle of saying stands before the last. */
  readonly confirming: readonly [number, number, number];
}

/** A sentence with the one after it that says whose it is, in token ranges. */
export interface Confirmed {
  readonly source: Range;
  readonly cue: Range;
  readonly content: Range;
}

/**
 * Sentences that the next one gives a voice, as press offices like to write.
 *
 *     The harbour will open in May. This was stated by President Ana Ruiz at a briefing in Harwick.
 */
export function confirmedSentences(
  analysis: Analysis,
  facts: Facts,
  { confirming: [subject, auxiliary, agent] }: ConfirmationData,
): Confirmed[] {
  const { sentences, tokens } = analysis;
  const { lower } = tokens;
  const found: Confirmed[] = [];
  for (let s = 1; s < sentences.count; s++) {
    const start = sentences.start[s] as number;
    const end = sentences.end[s] as number;
    const verb = start + 2;
    const by = verb + 1;
    if (by + 1 >= end || lower[start] !== subject || lower[start + 1] !== auxiliary || lower[by] !== agent) continue;
    if (facts.act[verb] !== SAYING && facts.act[verb] !== TOLD) continue;
    let until = by + 1;
    while (until < end && isOfName(facts, until)) until++;
    while (until > by + 1 && !isNounTag(facts.tag[until - 1] as number) && !facts.nameKind[until - 1]) until--;
    const content = { start: sentences.start[s - 1] as number, end: sentences.end[s - 1] as number };
    while (content.end > content.start && facts.mark[content.end - 1] === MARK.stop) content.end--;
    if (until === by + 1 || content.end - content.start < FEWEST || facts.quoted[content.start] === 1) continue;
    found.push({ source: { start: by + 1, end: until }, cue: { start: start + 1, end: by }, content });
  }
  return found;
}

/** Words of an office with its holder's name: "Minister of Ports and Roads Ana Ruiz". */
function isOfName(facts: Facts, token: number): boolean {
  if (facts.mark[token]) return false;
  const tag = facts.tag[token] as number;
  if (isNounTag(tag) || facts.nameKind[token] || INNER.has(tag)) return true;
  // "Head of the Office", "Minister for Ports": not "during a briefing"
  const next = facts.tag[token + 1] === DT ? token + 2 : token + 1;
  return tag === IN && facts.shape[next] === 1 && facts.shape[token - 1] === 1;
}

/** As `Facts.act` has them. */
const SAYING = 5;
const TOLD = 1;
const FEWEST = 5;
const IN = tagIndex("IN");
const DT = tagIndex("DT");
const INNER = new Set(["DT", "JJ", "POS", "CC", "PRP$"].map(tagIndex));
