import { castOf, type Cast, type Member } from "../speakers/cast.ts";
import { findMentions } from "../speakers/mentions.ts";
import { referentOf, type Discourse, type Reference } from "../speakers/referent.ts";
import type { SpeakerData } from "../speakers/speaker-data.ts";
import { viewWords, type WordView } from "../speakers/word-view.ts";
import type { Span } from "../span.ts";
import type { Statement } from "../statement.ts";
import { spanOfTokens, type TokenRange, tokensWithin, type Words } from "./words.ts";

/** Who can act in an article: its cast and who has spoken, for pronouns and descriptions within statements. */
export interface Actors {
  readonly view: WordView;
  readonly cast: Cast;
  readonly discourse: Discourse;
  readonly data: SpeakerData;
}

/** Reads the cast as the speaker stage does. It costs a pass over the article: ask only where an act was found. */
export function actorsOf(words: Words, statements: readonly Statement[], data: SpeakerData): Actors {
  const view = viewWords(words.analysis);
  const cast = castOf(view, findMentions(view, data), data);
  const discourse: Discourse = { past: [] };
  const sources = statements
    .flatMap(({ source }) => {
      const first = source[0];
      const last = source.at(-1);
      return first === undefined || last === undefined
        ? []
        : [tokensWithin(words, { start: first.start, end: last.end })];
    })
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const past: Reference[] = discourse.past;
  for (const source of sources) {
    const bounded = { start: source.start, end: Math.min(source.end, source.start + 60) };
    const referent = referentOf(view, cast, data, bounded, discourse);
    if (referent !== null)
      past.push({ token: bounded.start, sentence: words.analysis.tokens.sentence[bounded.start] ?? 0, referent });
  }
  return { view, cast, discourse, data };
}

/** What was said before token `token`. */
function until(discourse: Discourse, token: number): Discourse {
  let end = discourse.past.length;
  while (end > 0 && (discourse.past[end - 1]?.token ?? 0) >= token) end -= 1;
  return { past: discourse.past.slice(Math.max(0, end - 12), end) };
}

/** The fullest name of whom a phrase means; null when the article gives none. */
export function nameOf(words: Words, actors: Actors, range: TokenRange): string | null {
  const { view, cast, data } = actors;
  const referent = referentOf(view, cast, data, range, until(actors.discourse, range.start));
  if (referent === null) return null;
  const names = referent.members.flatMap((index) => {
    const member = cast.members[index];
    return member === undefined ? [] : [fullName(words, member)];
  });
  return names.length > 0 ? names.join(" and ") : null;
}

export function fullName(words: Words, member: Member): string {
  return plain(spanOfTokens(words, member.fullest.start, member.fullest.end));
}

/** The member of the cast that bears this name, as the speaker stage gives it. */
export function memberNamed(words: Words, actors: Actors, name: string): Member | undefined {
  return actors.cast.members.find((member) => fullName(words, member) === name);
}

/**
 * The person named last before `token` who is not `but`, nor known to take the other pronoun; in a sentence rather one who is a
 * subject in it ("Ruiz thanked Brandt and said she would": Ruiz). Looks back at most three sentences.
 */
export function personBefore(
  words: Words,
  actors: Actors,
  token: number,
  gender: "male" | "female",
  but: Member | undefined,
): string | null {
  const { cast } = actors;
  const { sentence } = words.analysis.tokens;
  let nearest: Member | undefined;
  let of = -1;
  for (let at = mentionBefore(cast, token); at >= 0; at--) {
    const mention = cast.mentions[at];
    const member = cast.members[cast.memberOf[at] ?? -1];
    const place = sentence[mention?.start ?? 0] ?? 0;
    if (mention === undefined || (sentence[token] ?? 0) - place > 3) break;
    if (nearest !== undefined && place !== of) break;
    if (member === undefined || member.kind !== "person" || member === but) continue;
    if (member.gender !== null && member.gender !== gender) continue;
    if (words.relation.slice(mention.start, mention.end).includes("nsubj")) return fullName(words, member);
    nearest ??= member;
    of = place;
  }
  return nearest === undefined ? null : fullName(words, nearest);
}

/** The one person whom the sentence before that of `token` speaks of; undefined where it speaks of none or several. */
export function onlyPersonBefore(words: Words, { cast }: Actors, token: number): Member | undefined {
  const { sentence } = words.analysis.tokens;
  const before = (sentence[token] ?? 0) - 1;
  let only: Member | undefined;
  for (let at = mentionBefore(cast, token); at >= 0; at--) {
    const place = sentence[cast.mentions[at]?.start ?? 0] ?? 0;
    if (place < before) break;
    const member = cast.members[cast.memberOf[at] ?? -1];
    if (place !== before || member === undefined || member.kind !== "person") continue;
    if (only !== undefined && only !== member) return undefined;
    only = member;
  }
  return only;
}

/** The last mention that ends before `token`; -1 without. */
function mentionBefore(cast: Cast, token: number): number {
  let low = 0;
  let high = cast.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cast.mentions[middle]?.end ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function plain(span: Span): string {
  return span.text.replace(/\s+/g, " ");
}
