import type { SpeakerMention } from "../statement.ts";
import type { Cast } from "./cast.ts";
import type { Mention, TokenSpan } from "./mention.ts";
import { memberSpeaker } from "./own-words.ts";
import type { SpeakerData } from "./speaker-data.ts";
import { tagOf, type WordView } from "./word-view.ts";

/** What one person says in a transcript, from behind their name to the next name or heading before a colon. */
export interface Turn extends TokenSpan {
  /** Where the label begins. */
  readonly label: number;
  readonly speaker: SpeakerMention;
}

/**
 * The turns of a transcript, in order; none for any other text.
 *
 *     Council meeting. Mayor Ana Ruiz: Colleagues, we will open the bridge. Karl Voss: Thank you. …
 *                                      ^ her turn, up to “Karl Voss”
 *
 * A text is one when its labels open on the first person, as people speak, not on figures or on what a reporter tells of them; and
 * when it has two labels, or one with an office that most of it follows.
 */
export function turnsOf(view: WordView, cast: Cast, data: SpeakerData): readonly Turn[] {
  const labels = labelsOf(view, cast, data);
  const turns = labels.flatMap(({ start, end, mention, memberIndex }, at): Turn[] => {
    const member = cast.members[memberIndex];
    const until = labels[at + 1]?.start ?? view.count;
    if (mention === null || member === undefined || end + 1 >= until) return [];
    return [{ label: start, start: end + 1, end: until, speaker: memberSpeaker(view, member, mention) }];
  });
  return isTranscript(view, data, turns, labels.length) ? turns : [];
}

/** The turn that holds a token. Binary search. */
export function turnAt(turns: readonly Turn[], token: number): Turn | undefined {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.start ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  const turn = turns[low - 1];
  return turn !== undefined && token < turn.end ? turn : undefined;
}

interface Label extends TokenSpan {
  /** Null for "Question:" and whom nothing names, which end a turn and open nobody's. */
  readonly mention: Mention | null;
  readonly memberIndex: number;
}

/** No label stands further than this from the beginning of its sentence: it is an office and a name. */
const LONGEST = 30;

function labelsOf(view: WordView, cast: Cast, data: SpeakerData): readonly Label[] {
  const { sentences } = view.analysis;
  const labels: Label[] = [];
  const hasSpoken = new Set<number>();
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const start = sentences.start[sentence] ?? 0;
    const colon = colonAfterName(view, start, sentences.end[sentence] ?? 0);
    if (colon < 0 || !opensSpeech(view, colon + 1)) continue;
    const end = nameEnd(view, colon);
    const index = cast.mentionAt[end - 1] ?? -1;
    const mention = cast.mentions[index];
    const memberIndex = cast.memberOf[index] ?? -1;
    const isPerson =
      mention?.kind === "person" &&
      cast.members[memberIndex]?.kind === "person" &&
      !data.joiners.has(view.lower[mention.start + 1] ?? "");
    // a surname alone may be a heading; in capitals, with its office, or once its bearer has spoken, it is a label
    const isShown = mention !== undefined && (end - mention.phraseStart >= 2 || view.capitals[end - 1] === 1);
    if (isPerson && mention.end === end && !mention.possessive && (isShown || hasSpoken.has(memberIndex))) {
      hasSpoken.add(memberIndex);
      labels.push({ start: mention.phraseStart, end: colon, mention, memberIndex });
    } else if (isPerson || end < colon || isHeading(view, data, start, end))
      labels.push({ start, end: colon, mention: null, memberIndex: -1 });
  }
  return labels;
}

/**
 * "Question", "VOSS", "Voss KarlMinister of Trade", or a name or office that is not understood: somebody else speaks from here on. So it is with
 * whatever a bracket follows: "Guest of honour (translated):".
 */
function isHeading(view: WordView, data: SpeakerData, start: number, end: number): boolean {
  if (end - start > 2 && view.capital[start] === 1 && view.capital[end - 1] === 1)
    for (let at = start; at < end; at++) if (data.roleNouns.has(view.lower[at] ?? "")) return true;
  if (end - start === 1) return data.own.unnamedTurns.has(view.lower[start] ?? "") || view.capitals[start] === 1;
  return view.capital[end - 1] === 1 && view.capital[end - 2] === 1;
}

/** The first colon of a sentence, where what stands before it has no verb; -1 without. */
function colonAfterName(view: WordView, start: number, end: number): number {
  for (let at = start; at < end && at < start + LONGEST; at++) {
    if (view.lower[at] === ":") return at;
    const isWord = /^\p{Ll}/u.test(view.lower[at] ?? "");
    if (isWord && view.capital[at] === 0 && /^(VB[DZP]?|MD|WP|WRB)$/.test(tagOf(view, at))) return -1;
  }
  return -1;
}

/** "Ana Ruiz (retranslated):" is Ana Ruiz. */
function nameEnd(view: WordView, colon: number): number {
  if (view.lower[colon - 1] !== ")") return colon;
  for (let at = colon - 2; at > colon - 6 && at > 0; at--) if (view.lower[at] === "(") return at;
  return colon;
}

/** What is quoted behind a colon is an attribution already; figures are no speech. */
function opensSpeech(view: WordView, token: number): boolean {
  if (token >= view.count || (view.analysis.tokens.quotation[token] ?? -1) >= 0) return false;
  return view.capital[token] === 1 || view.lower[token] === "(" || view.lower[token] === "…";
}

function isTranscript(view: WordView, data: SpeakerData, turns: readonly Turn[], labels: number): boolean {
  const [only] = turns;
  if (only === undefined) return false;
  const said = turns.reduce((sum, { start, end }) => sum + end - start, 0);
  if (labels === 1 && (only.speaker.role === null || said * 10 < view.count * 6)) return false;
  let first = 0;
  let spoken = 0;
  for (const { start, end } of turns) {
    let direct = 0;
    for (let at = start; at < end; at++) {
      if ((view.analysis.tokens.quotation[at] ?? -1) >= 0) continue;
      const word = view.lower[at] ?? "";
      if (data.own.firstPerson.has(word)) first++;
      const kind = data.pronouns.get(word)?.kind;
      if (kind === "first" || kind === "second") direct++;
    }
    if (direct > 0) spoken++;
  }
  // as in `speaksInFirstPerson`: once in a hundred words; and captions and lists of results say neither "I" nor "you"
  return first >= 2 && first * 100 >= said && spoken * 2 >= turns.length;
}
