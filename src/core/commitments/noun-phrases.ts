import { within, type Window } from "./window.ts";
import { isNoun, isQuotationMark, sentenceStart, type TokenRange, type Words } from "./words.ts";

/** The noun phrase that ends right before token `i`; auxiliaries, adverbs and an aside between two commas or dashes are passed over. */
export function nounPhraseBefore(words: Words, i: number, window: Window | undefined): TokenRange | undefined {
  const first = sentenceStart(words, i);
  let end = beforeAuxiliaries(words, i, first);
  const mark = words.lower[end - 1] ?? "";
  if (mark === "," || mark === "—" || mark === "–" || mark === "-") {
    let opening = end - 2;
    while (opening > first && opening > end - 18 && words.lower[opening] !== mark) opening -= 1;
    if (words.lower[opening] === mark) end = beforeAuxiliaries(words, opening, first);
  }
  if (words.tag[end - 1] === "PRP")
    return window === undefined || within(window.content, end - 1) ? { start: end - 1, end } : undefined;
  let start = end;
  while (start > first && start > end - 12) {
    const tag = words.tag[start - 1] ?? "";
    const lower = words.lower[start - 1] ?? "";
    const part =
      tag.startsWith("NN") ||
      tag.startsWith("JJ") ||
      /^(DT|CD|POS|PRP\$|\$)$/.test(tag) ||
      lower === "of" ||
      lower === "&" ||
      (lower === "and" && joinsSubjects(words, start - 1, end));
    if (!part || lower === "that") break;
    if (window !== undefined && !within(window.content, start - 1)) break;
    start -= 1;
    // "Thursday the mayor": what stands before the article is another phrase
    if (tag === "DT" && words.lower[start - 1] !== "of" && !isNounJoin(words, start - 1)) break;
  }
  while (start < end && /^(of|and|&)$/.test(words.lower[start] ?? "")) start += 1;
  return start < end ? { start, end } : undefined;
}

/** The noun phrase around its head; a pronoun is one by itself. What stands between head and cue belongs to it when it is an "of" phrase. */
export function phraseAround(words: Words, head: number, limit: number): TokenRange {
  if (words.tag[head] === "PRP") return { start: head, end: head + 1 };
  let start = head;
  const first = sentenceStart(words, head);
  while (start > first) {
    const tag = words.tag[start - 1] ?? "";
    if (!(
      tag.startsWith("NN") ||
      tag.startsWith("JJ") ||
      /^(DT|CD|POS|PRP\$)$/.test(tag) ||
      words.lower[start - 1] === "&"
    ))
      break;
    start -= 1;
  }
  let end = head + 1;
  const joins = words.lower[end];
  if (joins === "of" || joins === "and") {
    let to = end + 1;
    while (
      to < limit &&
      (isNoun(words, to) || /^(DT|JJ|CD|PRP\$|POS|NNP)$/.test(words.tag[to] ?? "") || words.lower[to] === "and")
    )
      to += 1;
    if (to > end + 1 && isNoun(words, to - 1)) end = to;
  }
  return { start, end };
}

function isNounJoin(words: Words, i: number): boolean {
  return words.lower[i] === "and" || words.lower[i] === "&";
}

function beforeAuxiliaries(words: Words, i: number, first: number): number {
  let end = i;
  while (
    end > first &&
    end > i - 4 &&
    (/^(RB|MD|VBZ|VBP|VBD)/.test(words.tag[end - 1] ?? "") || isQuotationMark(words, end - 1))
  )
    end -= 1;
  return end;
}

/** "Vesna and Koval", "the union and its allies" are one subject; "wages and government plans" are not. */
function joinsSubjects(words: Words, and: number, end: number): boolean {
  const before = words.tag[and - 1] ?? "";
  const after = words.tag[and + 1] ?? "";
  if (and + 1 >= end) return false;
  return before.startsWith("NNP")
    ? /^(NNP|NNPS|PRP\$|DT)$/.test(after)
    : /^(PRP\$|DT)$/.test(after) && isNoun(words, and - 1);
}
