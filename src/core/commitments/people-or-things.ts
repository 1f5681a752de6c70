import type { Act } from "./act.ts";
import type { CommitmentData } from "./commitment-data.ts";
import { isNoun, type TokenRange, type Words } from "./words.ts";

/** A noun for people or for a body of people, by the lists of actors, offices and groups or by its ending. */
export function isPeople(words: Words, data: CommitmentData, head: number): boolean {
  const lower = words.lower[head] ?? "";
  const single = lower.replace(/s$/, "");
  const { roleNouns, groupNouns, relationNouns, personNouns } = data.speakers;
  if (data.actors.has(lower) || groupNouns.has(lower)) return true;
  if ([lower, single].some((noun) => roleNouns.has(noun) || relationNouns.has(noun) || personNouns.has(noun)))
    return true;
  return words.tag[head] === "NNS" && PEOPLE.test(lower) && !data.things.has(lower);
}

export function isBody(data: CommitmentData, lower: string): boolean {
  const { bodyNouns } = data.speakers;
  return bodyNouns.has(lower) || bodyNouns.has(lower.replace(/s$/, "")) || bodyNouns.has(lower.replace(/ies$/, "y"));
}

/** A thing that no list of actors, offices, groups or bodies knows: it does nothing by itself. */
export function isThing(words: Words, act: Act, data: CommitmentData, subject: TokenRange): boolean {
  // what "agreed" or "vowed" is somebody
  if (words.tag[act.cueStart] !== "MD" && !FORESEEN.test(act.cue)) return false;
  const heads = headsOf(words, subject);
  return (
    heads.length > 0 &&
    heads.every((head) => {
      const tag = words.tag[head] ?? "";
      const lower = words.lower[head] ?? "";
      if ((tag !== "NN" && tag !== "NNS") || (words.analysis.tokens.name[head] ?? 0) > 0) return false;
      if (data.facilities.has(lower)) return data.happening.has(words.lower[act.verb] ?? "");
      return !isBody(data, lower) && !isPeople(words, data, head);
    })
  );
}

/** "Workers will get six weeks of leave": they are given it. */
export function isReceiver(words: Words, act: Act, data: CommitmentData, subject: TokenRange): boolean {
  const head = subject.end - 1;
  if (words.tag[head] !== "NNS" || (words.analysis.tokens.name[head] ?? 0) > 0) return false;
  const verb = words.lower[act.verb] ?? "";
  if (verb === "be") return data.entitled.has(words.lower[act.verb + 1] ?? "");
  return (
    data.receiving.has(verb) &&
    (verb !== "get" || /^(DT|CD|JJ|JJR|NN|NNS|PRP\$|\$)$/.test(words.tag[act.verb + 1] ?? ""))
  );
}

/** "Miners", "editors", "librarians": people by the ending. */
const PEOPLE = /(?:ers|ors|ists|ians|ees|men|women)$/;

/** The nouns that head a phrase, one for each that "and" or a comma joins: what stands behind "of" heads only a number of it. */
function headsOf(words: Words, phrase: TokenRange): readonly number[] {
  const heads: number[] = [];
  let head = -1;
  let isBehind = false;
  for (let i = phrase.start; i < phrase.end; i++) {
    const tag = words.tag[i] ?? "";
    if (tag === "IN" && head >= 0) isBehind = !MEASURES.test(words.lower[head] ?? "");
    else if (tag === "CC" || tag === ",") {
      if (head >= 0) heads.push(head);
      head = -1;
      isBehind = false;
    } else if (isNoun(words, i) && !isBehind) head = i;
    else if (head < 0 && tag !== "DT" && i === phrase.end - 1) head = i;
  }
  return head >= 0 ? [...heads, head] : heads;
}

/** Cues that things may be the subject of: "the bridge is expected to open". */
const FORESEEN = /^(going|expected|set|due|scheduled|slated|about|planned|bound|'d|'ll)$/;

const MEASURES =
  /^(number|numbers|dozens|hundreds|thousands|millions|scores|majority|rest|part|parts|half|handful|lot|lots|couple|percent|some|all|many|most|one|none|each|group|groups)$/;
