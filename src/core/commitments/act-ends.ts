import type { CommitmentData } from "./commitment-data.ts";
import { contentAt, type Window } from "./window.ts";
import { isNoun, isQuotationMark, isVerb, sentenceEnd, type Words } from "./words.ts";

/**
 * Where the act that begins at `verb` ends: after its object and complements, before the next clause, condition or aside. Read `whole`
 * only to show it: how far a candidate reaches is what the model was taught, and hides other cues within it.
 */
export function actEnd(words: Words, window: Window, data: CommitmentData, verb: number, whole = false): number {
  const inside = contentAt(window, verb);
  const limit = Math.min(inside?.end ?? sentenceEnd(words, verb), sentenceEnd(words, verb), verb + LONGEST);
  const working = data.actsOnOthers.has(words.lower[verb] ?? "") || data.vagueActs.has(words.lower[verb] ?? "");
  let hasObject = false;
  let isOnlyOne = false;
  let end = verb + 1;
  for (let i = verb + 1; i < limit; i++) {
    const tag = words.tag[i] ?? "";
    const lower = words.lower[i] ?? "";
    const next = words.lower[i + 1] ?? "";
    // "build two more (the contract is signed) ports": the object is still to come
    if (whole && tag === "-LRB-" && !hasObject) {
      const close = asideEnd(words, i, limit);
      if (close > i) {
        i = close;
        continue;
      }
    }
    if (whole && lower === "not" && ONLY.test(next)) isOnlyOne = true;
    // "not only to send aid, but also to lend": one act in two halves
    if (isOnlyOne && (lower === "but" || (lower === "," && next === "but"))) {
      if (lower === "but") isOnlyOne = false;
      continue;
    }
    if (whole && ((lower === "in" && next === "order") || (lower === "no" && next === "matter"))) break;
    if (tag === "." || tag === ":" || tag.startsWith("-")) {
      if (tag === ":" && lower === "-" && !standsAlone(words, i)) continue;
      break;
    }
    if (tag === ",") {
      if (listGoesOn(words, i, limit, whole) || (whole && isRepeated(words, verb, i))) continue;
      break;
    }
    if (markerAt(words, data, i) > 0) break;
    if (
      /^(because|although|though|while|whereas|but|since|as)$/.test(lower) &&
      !(lower === "as" && !asClause(words, i, whole ? verb : i))
    )
      break;
    // what tells which thing is meant belongs to it: "every road that was flooded", "those for whom it is the fastest"
    if (tag === "WDT" || tag === "WP" || tag === "WP$" || (tag === "WRB" && hasObject)) {
      if (lower === "when" || !(isNoun(words, i - 1) || /^(IN|DT|VB|VBG)$/.test(words.tag[i - 1] ?? ""))) break;
    }
    if (lower === "so" && words.lower[i + 1] === "that") break;
    if (
      tag === "CC" &&
      (next === "that" ||
        (whole && words.lower[i + 2] === "that" && THINKS.test(next)) ||
        newClause(words, i + 1, limit, whole))
    )
      break;
    if (
      lower === "to" &&
      words.tag[i + 1] === "VB" &&
      hasObject &&
      !working &&
      i > verb + 5 &&
      !(whole && takesTo(words, i - 1))
    )
      break;
    // "readiness to oppose the raid | can protect us": the act is itself a subject
    if (whole && (tag === "MD" || IS.test(lower)) && isNoun(words, i - 1) && !hasClause(words, verb, i)) break;
    if (isNoun(words, i)) hasObject = true;
    if (!isQuotationMark(words, i) || balanced(words, verb, i)) end = i + 1;
  }
  return whole && end === verb + LONGEST ? lastComma(words, verb, end) : end;
}

/** No act is longer than this many tokens. */
const LONGEST = 32;

/** "And hopes | that it holds": a verb that the tagger takes for a noun. */
const THINKS = /^(hopes|believes|says|adds|stresses|notes|thinks|expects|trusts|insists|claims)$/;

const IS = /^(is|was|are|were)$/;

/** A clause opens between the verb and `i`: "ensure (that) the road is closed", "all that is left". */
function hasClause(words: Words, verb: number, i: number): boolean {
  if (
    /^(ensure|make|see|know|believe|show|prove|say|hope|think|guarantee|check|mean|let|feel)$/.test(
      words.lower[verb] ?? "",
    )
  )
    return true;
  for (let j = verb + 1; j < i; j++)
    if (/^(W|PRP$)/.test(words.tag[j] ?? "") || /^(that|if|ensure|everything|all|,)$/.test(words.lower[j] ?? ""))
      return true;
  return false;
}

/** An act that is too long ends at its last comma, if it has one. */
function lastComma(words: Words, verb: number, end: number): number {
  for (let i = end - 1; i > verb + 4; i--) if (words.lower[i] === ",") return i;
  return end;
}

/** "Not only", "not just" open what "but" goes on with. */
const ONLY = /^(only|just|merely|solely|simply)$/;

/** The bracket that closes an aside within a few words; the opening one where none does. */
function asideEnd(words: Words, open: number, limit: number): number {
  for (let i = open + 1; i < limit && i < open + 18; i++) if (words.tag[i] === "-RRB-") return i;
  return open;
}

/** "Tell them about the wells, | about the roads": the same preposition again. */
function isRepeated(words: Words, verb: number, comma: number): boolean {
  const lower = words.lower[comma + 1] ?? "";
  if (!/^(about|with|for|against|from)$/.test(lower)) return false;
  for (let i = comma - 1; i > verb; i--) if (words.lower[i] === lower) return true;
  return false;
}

/** "The need | to hurry", "every effort | to help": what the noun is for belongs to it. */
function takesTo(words: Words, noun: number): boolean {
  // "the way they are supposed | to be treated", "all who decide | to go"
  if (isVerb(words, noun)) return true;
  // "a reason for the council | to object"
  for (let i = noun; i > noun - 4; i--) if (words.lower[i] === "for") return true;
  return /^(need|needs|possibility|opportunity|opportunities|right|rights|effort|efforts|decision|decisions|ability|obligation|obligations|plan|plans|proposal|proposals|way|ways|attempt|attempts|chance|everything|all|best)$/.test(
    words.lower[noun] ?? "",
  );
}

/** A hyphen with room on both sides is a dash: "rebuild everything - nobody doubts it". */
function standsAlone({ analysis: { tokens } }: Words, i: number): boolean {
  return (tokens.end[i - 1] ?? 0) < (tokens.start[i] ?? 0) && (tokens.end[i] ?? 0) < (tokens.start[i + 1] ?? 0);
}

/** "as part of", "as they do" end an act; "as well", "such as", "serve as a bridge", "in such a way as to" do not. */
function asClause(words: Words, i: number, verb: number): boolean {
  const next = words.lower[i + 1] ?? "";
  if (words.lower[i - 1] === "way" && next === "to" && verb < i) return false;
  if (/^(DT|NN|NNS|NNP|PRP\$)$/.test(words.tag[i + 1] ?? ""))
    for (let j = i - 1; j >= verb && j > i - 9; j--) if (ACTS_AS.test(words.lower[j] ?? "")) return false;
  return next !== "well" && words.lower[i - 1] !== "such" && words.lower[i - 1] !== "well" && words.tag[i + 1] !== "JJ";
}

/** What one does as something: "serve as a bridge", "recognise them as partners". */
const ACTS_AS =
  /^(serve|serves|act|acts|work|works|function|functions|use|treat|recogni[sz]e|regard|appear|designate|consider|describe|define|list|name|appoint)$/;

/** A closing mark belongs to the act when its opening mark does. */
function balanced(words: Words, from: number, mark: number): boolean {
  const quotation = words.analysis.quotations[words.analysis.tokens.quotation[mark] ?? -1];
  return quotation !== undefined && quotation.start >= from;
}

/** After the comma comes one more item ("build schools, hire teachers and lower fees"), not a new clause or an aside. */
function listGoesOn(words: Words, comma: number, limit: number, whole: boolean): boolean {
  const next = words.tag[comma + 1] ?? "";
  if (next === "VB" || (whole && next === "VBP")) return true;
  if (next === "CC") return words.lower[comma + 1] !== "but" && !newClause(words, comma + 2, limit, whole);
  if (next === "RB" && words.tag[comma + 2] === "VB") return true;
  // "an immediate, large-scale reconstruction"
  if (whole && next.startsWith("JJ") && (words.tag[comma - 1] ?? "").startsWith("JJ")) return true;
  if (!(next.startsWith("NN") || next.startsWith("JJ") || next === "DT" || next === "CD")) return false;
  for (let i = comma + 1; i < limit && i < comma + 9; i++) {
    const tag = words.tag[i] ?? "";
    if (tag === "CC") return words.lower[i] !== "but" && !newClause(words, i + 1, limit, whole);
    if (tag === "MD" || isVerb(words, i) || tag === "WDT" || tag === "WP" || tag === "." || tag === ":") return false;
  }
  return false;
}

/** A noun phrase and a finite verb from `from` on. */
function newClause(words: Words, from: number, limit: number, whole: boolean): boolean {
  for (let i = from; i < limit && i < from + (whole ? 14 : 8); i++) {
    const tag = words.tag[i] ?? "";
    if (tag === "MD" || tag === "VBZ" || tag === "VBD" || tag === "VBP")
      return i > from || tag === "MD" || tag === "VBZ" || tag === "VBD";
    // "the mayor of Osterby (in the north) offered": still its subject
    if (whole && i > from && /^(of|on|for|to|between)$/.test(words.lower[i] ?? "") && isNoun(words, i - 1)) continue;
    const close = whole && tag === "-LRB-" ? asideEnd(words, i, words.count) : i;
    if (close > i) {
      i = close;
      continue;
    }
    // "roads and bridges that were flooded", "from Kestria and Vesna (I told them so)"
    if (/^(?:VBG?|TO|IN|WDT|WP|,|\.|:|-.*)$/.test(tag)) return false;
  }
  return false;
}

/** Length of the condition marker that begins at token `i`, 0 without. Event markers ("after") count only in `conditionAt`. */
function markerAt(words: Words, data: CommitmentData, i: number): number {
  for (const marker of data.conditionMarkers.get(words.lower[i] ?? "") ?? []) {
    if (marker.opens === "event") continue;
    // "will soon be | provided with" is what is done
    if (words.lower[i] === "provided" && /^(VB|RB)/.test(words.tag[i - 1] ?? "")) continue;
    if (marker.words.every((word, k) => words.lower[i + k] === word)) return marker.words.length;
  }
  return 0;
}
