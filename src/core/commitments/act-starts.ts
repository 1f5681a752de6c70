import type { Act } from "./act.ts";
import type { Complement } from "./complements.ts";
import { nounPhraseBefore } from "./noun-phrases.ts";
import type { Window } from "./window.ts";
import { isNoun, isQuotationMark, sentenceStart, type Words } from "./words.ts";

/** Where a candidate begins: at its verb, or before, at what is acted on where that stands in front. */
export function startOf(words: Words, window: Window, found: Complement): number {
  // what is done to something needs the something: "the bridge will be built" is the act of building the bridge
  if (found.passive) {
    const subject = nounPhraseBefore(words, found.cueStart, window);
    return subject === undefined ? found.verb : wholeStart(words, subject.start, window);
  }
  return found.frame === "modal" ? (gapStart(words, found, window) ?? found.verb) : found.verb;
}

/** Where an act begins, to show it: without the "we" that is its subject, and with its opening mark. */
export function actStart(words: Words, act: Act): number {
  if (act.start >= act.verb) return act.start;
  if (act.passive)
    return /^(i|we)$/.test(words.lower[act.start] ?? "") ? act.verb : withOpeningMark(words, act.start, act.verb);
  // "an assurance that Kestria will back | the bid": nothing is missing behind the verb
  return takesObject(words, act.verb) ? act.verb : act.start;
}

/** "The history of our nation | and continent will never be forgotten": the phrase does not begin behind a conjunction or preposition. */
function wholeStart(words: Words, from: number, window: Window): number {
  const first = sentenceStart(words, from);
  let start = from;
  while (start - 1 > first && /^(?:CC|IN)$/.test(words.tag[start - 1] ?? "") && start > from - 16) {
    if (words.lower[start - 1] === "that" || !isNoun(words, start - 2)) break;
    const before = nounPhraseBefore(words, start - 1, window);
    if (before === undefined || before.start >= start - 1) break;
    start = before.start;
  }
  return start;
}

/** "A ship that we will build in the bay": what is built stands before the clause. Undefined where nothing is missing behind the verb. */
function gapStart(words: Words, found: Complement, window: Window): number | undefined {
  const subject = nounPhraseBefore(words, found.cueStart, window);
  const relative = (subject?.start ?? 0) - 1;
  if (subject === undefined || !isNoun(words, relative - 1)) return undefined;
  // the tagger takes most "that" for a conjunction; the parser tells "the news that" from "the ship that"
  const relates =
    words.tag[relative] === "WDT" || (words.lower[relative] === "that" && words.relation[found.verb] === "acl:relcl");
  if (!relates) return undefined;
  const thing = nounPhraseBefore(words, relative, window);
  return thing !== undefined && thing.end === relative ? thing.start : undefined;
}

/** `"Wings of Hope" will be continued`: a closing mark within the act takes its opening mark along. */
function withOpeningMark(words: Words, start: number, verb: number): number {
  for (let i = start; i < verb; i++) {
    if (!isQuotationMark(words, i)) continue;
    return isQuotationMark(words, start - 1) && words.tag[start - 1] !== "''" ? start - 1 : start;
  }
  return start;
}

function takesObject(words: Words, verb: number): boolean {
  for (let i = verb + 1; i < words.count && i < verb + 8; i++)
    if (words.head[i] === verb && words.relation[i] === "dobj") return true;
  return false;
}
