import type { Cast } from "./cast.ts";
import type { TokenSpan } from "./mention.ts";
import type { SpeakerData } from "./speaker-data.ts";
import { wholeOffice } from "./offices.ts";
import { tagOf, type WordView } from "./word-view.ts";

/**
 * The whole phrase a source belongs to. The stage before may cut it short on either side; who is meant then changes:
 *
 *     The Kestrian leader said            A spokeswoman for Ana Ruiz said
 *         ^ source ^ cue                                    ^ source: she did not say it
 */
export function wholeSource(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  source: TokenSpan,
  cue: readonly TokenSpan[],
): TokenSpan {
  const { sentence } = view.analysis.tokens;
  let { start, end } = source;
  if (start >= end) return source;
  const cueEnd = cue.find((range) => range.start <= end && end < range.end)?.end ?? -1;
  const inCue = (at: number): boolean => at + 1 < cueEnd;
  // nouns that the cue has taken: The White {House said}, Two {sources said}
  const hasOwner = view.lower[end - 1] === "'s" || view.lower[end - 1] === "'" || view.lower[end] === "'s";
  if (data.pronouns.get(view.lower[start] ?? "")?.kind !== "third" && !hasOwner)
    while (end < start + 12 && sentence[end] === sentence[start] && inCue(end) && isNoun(view, data, end)) end++;
  if (end === source.end && isCutBeforeNoun(view, data, end) && sentence[end] === sentence[start]) end++;
  // within a name, or between a title and its name: {Mr.} Holm, {Robert C.} “Bobby” Garrow
  const inside = cast.mentions[cast.mentionAt[end - 1] ?? -1];
  const following = cast.mentions[cast.mentionAt[end] ?? -1];
  if (inside !== undefined && inside.end > end) end = inside.end;
  else if (following !== undefined && following.phraseStart < end && following.start === end) end = following.end;
  start = leftEdge(view, data, start);
  const owner = ownerBefore(view, data, start);
  if (owner >= 0) start = leftEdge(view, data, owner);
  // the end of a longer office: "The Head of the Office of [the President]" is not the president
  const owned = view.lower[start] === "the" ? start + 1 : start;
  const office = wholeOffice(view, data, owned, view.analysis.sentences.start[sentence[start] ?? 0] ?? 0);
  if (office < owned && owned < end) start = view.lower[office - 1] === "the" ? office - 1 : office;
  // an apposition's own words: "Ana Ruiz, a former aide to [President Lind],"
  if (start < source.start && view.lower[start - 1] === "," && sentence[start - 1] === sentence[start]) {
    const index = cast.mentionAt[start - 2] ?? -1;
    const mention = cast.mentions[index];
    if (mention !== undefined && mention.kind === "person" && mention.end === start - 1) start = mention.phraseStart;
  }
  return { start, end };
}

/** Over adjectives and an owner to the determiner: [official] -> A senior official; [bank] -> Norvale's central bank. */
function leftEdge(view: WordView, data: SpeakerData, from: number): number {
  const { sentence } = view.analysis.tokens;
  const first = view.lower[from] ?? "";
  const closed = data.determiners.has(first) || data.possessives.has(first) || data.quantifiers.has(first);
  if (closed || (data.pronouns.has(first) && view.capitals[from] === 0) || view.capital[from] === 1) return from;
  let start = from;
  for (let steps = 0; steps < 5 && start > 0 && sentence[start - 1] === sentence[from]; steps++) {
    const before = view.lower[start - 1] ?? "";
    if (data.determiners.has(before) || data.possessives.has(before) || data.quantifiers.has(before)) return start - 1;
    if (before === "'s" && start >= 2) {
      let owner = start - 2;
      while (
        owner > 0 &&
        view.capital[owner - 1] === 1 &&
        view.capital[owner] === 1 &&
        sentence[owner - 1] === sentence[from]
      )
        owner--;
      return owner;
    }
    const adjective =
      data.nationalities.has(before) || data.roleModifiers.has(before) || tagOf(view, start - 1) === "JJ";
    if (!adjective) break;
    start--;
  }
  return start;
}

/** The noun of "a spokeswoman for [Ruiz]", "aides to [Ruiz]", "the lawyer of [Ruiz]"; -1 when there is none. */
function ownerBefore(view: WordView, data: SpeakerData, start: number): number {
  const { sentence } = view.analysis.tokens;
  let at = start - 1;
  if (view.lower[at] === "the") at--;
  if (at < 1 || sentence[at] !== sentence[start] || !OWNED.has(view.lower[at] ?? "")) return -1;
  const noun = view.lower[at - 1] ?? "";
  if (sentence[at - 1] !== sentence[start] || view.capital[at - 1] === 1) return -1;
  return data.roleNouns.has(noun) || PEOPLE.has(noun) ? at - 1 : -1;
}

const OWNED: ReadonlySet<string> = new Set(["for", "of", "to", "at", "with"]);
const PEOPLE: ReadonlySet<string> = new Set(
  "aides officials spokespeople spokesmen allies supporters lawyers advisers advisors critics members friends source sources".split(
    " ",
  ),
);

function isNoun(view: WordView, data: SpeakerData, at: number): boolean {
  const word = view.lower[at] ?? "";
  if (tagOf(view, at).startsWith("NN")) return true;
  return (
    data.roleNouns.has(word) || data.groupNouns.has(word) || data.bodyNouns.has(word) || data.documentNouns.has(word)
  );
}

function isCutBeforeNoun(view: WordView, data: SpeakerData, end: number): boolean {
  const last = view.lower[end - 1] ?? "";
  const next = view.lower[end] ?? "";
  const noun = data.roleNouns.has(next) || data.groupNouns.has(next) || data.bodyNouns.has(next);
  if (!noun || view.capital[end] === 1) return false;
  return (
    data.nationalities.has(last) ||
    data.roleModifiers.has(last) ||
    data.determiners.has(last) ||
    tagOf(view, end - 1) === "JJ"
  );
}
