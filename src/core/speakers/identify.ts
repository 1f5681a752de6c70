import type { Article } from "../article.ts";
import type { Attribution } from "../attribution/attribution.ts";
import { statementId } from "../hash.ts";
import { spanOf, type Range, type Span } from "../span.ts";
import type { SpeakerMention, Statement } from "../statement.ts";
import type { Analysis } from "../text/analysis.ts";
import { findTimes } from "../time/find.ts";
import { castOf, type Cast } from "./cast.ts";
import { circumstancesOf } from "./circumstances.ts";
import { houseOf, type House } from "./house.ts";
import { leadSourceOf, type LeadSource, type PlacedReferent } from "./lead.ts";
import type { TokenSpan } from "./mention.ts";
import { findMentions } from "./mentions.ts";
import { authorOf, ownStatements, ownVoice } from "./own-words.ts";
import type { Discourse, Referent } from "./discourse.ts";
import { referentOf } from "./referent.ts";
import { repetitions } from "./repetition.ts";
import { bestRole } from "./role.ts";
import { wholeSource } from "./source-phrase.ts";
import type { SpeakerData } from "./speaker-data.ts";
import { turnAt, turnsOf } from "./turns.ts";
import { rangeOf, tokensOf, viewWords, type WordView } from "./word-view.ts";

export type { SpeakerData } from "./speaker-data.ts";

/** Gives each attribution its speaker in the world, role, time, occasion and addressee; marks repetitions and own words. */
export function identify(
  article: Article,
  analysis: Analysis,
  attributions: readonly Attribution[],
  data: SpeakerData,
): readonly Statement[] {
  const view = viewWords(analysis);
  const cast = castOf(view, findMentions(view, data), data);
  const times = findTimes(analysis, article.published);
  const turns = turnsOf(view, cast, data);
  const isTalk = new Set(turns.map(({ speaker }) => speaker.name)).size > 1;
  const voice = isTalk ? null : (ownVoice(article, view, cast, data)?.speaker ?? null);
  const author = isTalk ? null : (voice ?? authorOf(article, view, cast, data));
  const voiceAt = (token: number): SpeakerMention | null => voice ?? turnAt(turns, token)?.speaker ?? null;
  const { referents, lead } = resolveAll(view, cast, data, attributions, houseOf(article, view, cast, data));
  const ids = attributions.map((attribution) => statementId(article.hash, attribution));
  const drafts = attributions.map((attribution, at): Statement => {
    const referent = referents[at] ?? null;
    const content = attribution.content.map((range) => tokensOf(view, range));
    const cue = attribution.cue.map((range) => tokensOf(view, range));
    const source = attribution.source.map((range) => tokensOf(view, range));
    const anchor = cue[0] ?? source[0];
    const own = voiceAt(source[0]?.start ?? -1);
    const circumstances =
      anchor === undefined
        ? { said: null, occasion: null, addressee: null }
        : circumstancesOf(
            view,
            data,
            { sentence: sentenceOf(view, anchor.start), content, source, cue },
            times,
            article.published,
          );
    return {
      id: ids[at] ?? "",
      kind: attribution.kind,
      act: attribution.act,
      source: spansOf(article.text, attribution.source),
      cue: spansOf(article.text, attribution.cue),
      content: spansOf(article.text, attribution.content),
      free: attribution.free,
      within: attribution.within === null ? null : (ids[attribution.within] ?? null),
      repeats: null,
      speaker:
        own !== null && isOwnVoice(view, data, source, true)
          ? own
          : author !== null && isOwnVoice(view, data, source, false)
            ? author
            : referent === null
              ? null
              : speakerOf(view, cast, referent, lead),
      ...circumstances,
      confidence: attribution.confidence,
    };
  });
  const repeated = repetitions(article, view, drafts);
  const statements = drafts.map((draft, at) => {
    const repeats = repeated[at] ?? null;
    return repeats === null ? draft : { ...draft, repeats };
  });
  if (voice === null && turns.length === 0) return statements;
  const voiceIn = ({ start, end }: TokenSpan): { readonly speaker: SpeakerMention; readonly start: number } | null => {
    if (voice !== null) return { speaker: voice, start };
    const turn = turnAt(turns, end - 1);
    return turn === undefined ? null : { speaker: turn.speaker, start: Math.max(start, turn.start) };
  };
  const own = ownStatements(article, view, voiceIn, data, statements);
  if (own.length === 0) return statements;
  const place = (statement: Statement): number => statement.content[0]?.start ?? statement.source[0]?.start ?? 0;
  return [...statements, ...own].sort((a, b) => place(a) - place(b));
}

/** Resolves the sources in the order of the text, so that each pronoun finds who spoke before it. */
function resolveAll(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  attributions: readonly Attribution[],
  house: House | undefined,
): { readonly referents: readonly (Referent | null)[]; readonly lead: LeadSource | null } {
  const discourse: Discourse = { past: [], house };
  const placed: PlacedReferent[] = [];
  const referents: (Referent | null)[] = attributions.map(() => null);
  const place = (attribution: Attribution): number =>
    attribution.source[0]?.start ?? attribution.content[0]?.start ?? attribution.cue[0]?.start ?? 0;
  const order = attributions
    .map((_, at) => at)
    .sort((a, b) => {
      const [left, right] = [attributions[a], attributions[b]];
      return (left ? place(left) : 0) - (right ? place(right) : 0) || a - b;
    });
  for (const at of order) {
    const attribution = attributions[at];
    if (attribution === undefined) continue;
    const first = attribution.source[0];
    const last = attribution.source.at(-1);
    if (first === undefined || last === undefined) {
      if (attribution.free) referents[at] = discourse.past.at(-1)?.referent ?? null;
      continue;
    }
    const cue = attribution.cue.map((range) => tokensOf(view, range));
    const source = wholeSource(view, cast, data, tokensOf(view, { start: first.start, end: last.end }), cue);
    // a source is a phrase; what is longer is an error of the stage before
    const bounded = { start: source.start, end: Math.min(source.end, source.start + 60) };
    const told = toldBy(view, cast, data, bounded, cue);
    if (told !== undefined) {
      const agent = told === null ? null : referentOf(view, cast, data, told, discourse);
      referents[at] = agent;
      continue;
    }
    const referent = referentOf(view, cast, data, bounded, discourse);
    referents[at] = referent;
    if (referent !== null && attribution.confidence >= LIKELY) placed.push({ position: at, source: bounded, referent });
    // a candidate that is hardly possible is no one to refer back to
    if (referent !== null && attribution.confidence >= LIKELY)
      discourse.past.push({
        token: bounded.start,
        sentence: view.analysis.tokens.sentence[bounded.start] ?? 0,
        referent,
      });
  }
  for (const [at, { source, within }] of attributions.entries()) {
    // "I" within a quotation is its speaker, who is often named only after it
    const [only] = source;
    if (within === null || only === undefined || source.length > 1) continue;
    const { start, end } = tokensOf(view, only);
    if (end - start === 1 && SINGULAR_FIRST.has(view.lower[start] ?? "")) referents[at] = referents[within] ?? null;
  }
  const lead = leadSourceOf(view, cast, placed);
  if (lead === null) return { referents, lead };
  for (const position of lead.positions) {
    const { mention, ...rest } = referents[position] ?? { mention: null };
    referents[position] = {
      ...rest,
      mention,
      members: [lead.member],
      description: null,
      kind: "person",
      document: null,
    };
  }
  return { referents, lead };
}

/**
 * "Residents were told by Mayor Ana Ruiz": they heard it, she said it. The agent's tokens; null where the sentence names none;
 * undefined where the cue is no passive of telling or asking.
 */
function toldBy(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  source: TokenSpan,
  cue: readonly TokenSpan[],
): TokenSpan | null | undefined {
  const verb = cue[0];
  if (verb === undefined || source.start >= verb.start) return undefined;
  let passive = false;
  let told = -1;
  for (let at = verb.start; at < verb.end; at++) {
    const word = view.lower[at] ?? "";
    if (data.passiveAuxiliaries.has(word)) passive = true;
    else if (passive && data.passiveTelling.has(word)) told = at;
  }
  if (told < 0) return undefined;
  if (view.lower[told + 1] !== "by") return null;
  const index = nextMentionAt(cast, told + 2);
  const mention = index < 0 ? undefined : cast.mentions[index];
  return mention === undefined ? null : { start: told + 2, end: mention.end };
}

/** The mention at a token or within the few after it. */
function nextMentionAt(cast: Cast, token: number): number {
  for (let at = token; at < token + 8; at++) {
    const index = cast.mentionAt[at] ?? -1;
    if (index >= 0) return index;
  }
  return -1;
}

/** "I" outside quotations, of a piece's author; "we" too where the document is one person's own words. */
function isOwnVoice(view: WordView, data: SpeakerData, source: readonly TokenSpan[], owned: boolean): boolean {
  const only = source.length === 1 ? source[0] : undefined;
  if (only === undefined || only.end - only.start > 3) return false;
  const word = view.lower[only.end - 1] ?? "";
  if (owned ? data.pronouns.get(word)?.kind !== "first" : !SINGULAR_FIRST.has(word)) return false;
  return (view.analysis.tokens.quotation[only.end - 1] ?? -1) < 0;
}

/** Near the confidence at which who-said-what is best on the labelled dev articles. */
const LIKELY = 0.4;

const SINGULAR_FIRST: ReadonlySet<string> = new Set(["i", "me", "my", "myself"]);

const NEAR = 120;

/** The sentence around a token; of one without end, what is near, so that the work stays linear. */
function sentenceOf(view: WordView, token: number): TokenSpan {
  const { tokens, sentences } = view.analysis;
  const sentence = tokens.sentence[token] ?? 0;
  const start = sentences.start[sentence] ?? 0;
  const end = sentences.end[sentence] ?? 0;
  return { start: Math.max(start, token - NEAR), end: Math.min(end, token + NEAR) };
}

function spansOf(text: string, ranges: readonly Range[]): readonly Span[] {
  return ranges.map(({ start, end }) => spanOf(text, start, end));
}

function speakerOf(view: WordView, cast: Cast, referent: Referent, lead: LeadSource | null): SpeakerMention {
  const { text } = view.analysis;
  const span = (tokens: TokenSpan): Span => {
    const { start, end } = rangeOf(view, tokens.start, tokens.end);
    return spanOf(text, start, end);
  };
  const plain = (words: string): string => words.replace(/\s+/g, " ");
  if (referent.document !== null) {
    const named = span(referent.document);
    return {
      name: referent.name ?? plain(named.text),
      description: null,
      span: named,
      kind: referent.kind,
      named: true,
      role: null,
    };
  }
  const members = referent.members.flatMap((index) => cast.members[index] ?? []);
  const [first] = members;
  if (first === undefined) {
    const description = referent.description === null ? null : plain(span(referent.description).text);
    const role =
      referent.role === undefined ? null : { title: plain(span(referent.role).text), span: span(referent.role) };
    return { name: null, description, span: null, kind: referent.kind, named: false, role };
  }
  const best = bestRole(view, first, referent.mention) ?? (lead?.member === first.index ? lead.role : null);
  // two speakers have one office only where its word is a plural: "Sens. Merrow and Holm"
  const shared = best !== null && /[^s]s\.?$/.test(view.lower[best.end - 1] ?? "");
  const role = members.length === 1 || shared ? best : null;
  const name = members
    .map(({ fullest }) => plain(span(fullest).text))
    .reduce((list, one, at, all) => (at === 0 ? one : `${list}${at === all.length - 1 ? " and" : ","} ${one}`), "");
  return {
    name,
    description: null,
    span: span(first.fullest),
    kind: referent.kind,
    named: true,
    role: role === null ? null : { title: plain(span(role).text), span: span(role) },
  };
}
