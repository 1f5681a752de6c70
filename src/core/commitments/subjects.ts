import type { Act } from "./act.ts";
import { nounPhraseBefore, phraseAround } from "./noun-phrases.ts";
import { contentAt, within, type Window } from "./window.ts";
import { isNoun, sentenceStart, type TokenRange, type Words } from "./words.ts";

/** The grammatical subject of an act as a token range, or undefined where the text gives none. */
export function subjectOf(words: Words, window: Window, act: Act): TokenRange | undefined {
  if (act.frame === "gerund") return undefined;
  const nearest = subjectHead(words, act);
  const head = isOutside(window, act, nearest) ? (subjectInContent(words, window, act) ?? nearest) : nearest;
  const before = head === undefined ? nounPhraseBefore(words, act.finite, undefined) : undefined;
  const found = before === undefined ? (head ?? subjectInContent(words, window, act)) : undefined;
  const range = before ?? (found === undefined ? undefined : phraseAround(words, found, act.finite));
  if (range === undefined) return undefined;
  return within(window.cue, range.start) && !act.byStatement ? undefined : range;
}

/**
 * The subject, where the words around it show another than the one that weighs the candidate.
 *
 *     The envoys who serve in Kestria will meet.      that the mayor expressed readiness to help
 */
export function mendedSubject(
  words: Words,
  window: Window,
  act: Act,
  subject: TokenRange | undefined,
): TokenRange | undefined {
  if (subject === undefined || act.byStatement) return subject;
  // "we have the skill, and | Kestria will use it"
  const near = nounPhraseBefore(words, act.finite, window);
  const opens = near !== undefined && /^(CC|,)$/.test(words.tag[near.start - 1] ?? "");
  if (opens && near.end === act.finite && subject.end < near.start && /^(NNP|PRP)/.test(words.tag[near.end - 1] ?? ""))
    return near;
  if (words.tag[subject.start] === "PRP") return subject;
  const isBehind = words.tag[subject.start - 1] === "IN" && words.lower[subject.start - 1] !== "that";
  if (isBehind && words.tag[act.finite] === "MD" && subjectHead(words, act) === undefined) return undefined;
  const isOwned = words.tag[act.finite - 1] === "POS" || words.lower[act.finite + 1] === "of";
  if (!isNoun(words, act.finite) || isOwned || words.relation[act.finite] !== "dobj") return subject;
  const verb = words.head[act.finite] ?? -1;
  if (!within(window.content, verb)) return subject;
  for (let i = verb - 1; i >= sentenceStart(words, verb); i--)
    if (words.head[i] === verb && words.relation[i] === "nsubj") return phraseAround(words, i, verb);
  return subject;
}

/** "Laar said | Kestria backs the plan and is ready to pay": a subject before the content is not that of an act in it. */
function isOutside(window: Window, act: Act, head: number | undefined): boolean {
  const inside = contentAt(window, act.finite);
  return head !== undefined && !act.byStatement && inside !== undefined && head < inside.start;
}

/** The subject with which the content begins. */
function subjectInContent(words: Words, window: Window, act: Act): number | undefined {
  const inside = contentAt(window, act.finite);
  if (inside === undefined) return undefined;
  const limit = Math.min(act.finite, inside.start + 12);
  for (let i = inside.start; i < limit; i++) if (words.relation[i] === "nsubj" && !isRelative(words, i)) return i;
  return undefined;
}

/** "who", "which": the subject of a relative clause. */
function isRelative(words: Words, i: number): boolean {
  return (words.tag[i] ?? "").startsWith("W");
}

/** Looks for a subject among the dependents of cue and verb and of what governs them. */
function subjectHead(words: Words, act: Act): number | undefined {
  const first = Math.max(sentenceStart(words, act.finite), act.finite - 40);
  const seen = new Set<number>();
  const queue = [act.finite, act.verb];
  for (let steps = 0; queue.length > 0 && steps < 8; steps++) {
    const node = queue.shift() ?? -1;
    if (node < 0 || seen.has(node)) continue;
    seen.add(node);
    for (let i = act.finite - 1; i >= first; i--)
      if (words.head[i] === node && /^(nsubj|nsubjpass)$/.test(words.relation[i] ?? "")) return i;
    const relation = words.relation[node] ?? "";
    if (/^(xcomp|aux|auxpass|cop|conj|dep|acl|neg|advmod)$/.test(relation)) queue.push(words.head[node] ?? -1);
  }
  return undefined;
}
