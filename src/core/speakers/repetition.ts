import type { Article } from "../article.ts";
import type { Span } from "../span.ts";
import type { Statement } from "../statement.ts";
import { speakerKey } from "./identity.ts";
import { tokensOf, type WordView } from "./word-view.ts";

/**
 * For each statement the id of the one in the body that it only repeats, or null. A headline, standfirst or caption
 * repeats when most of its content words are in the body's statement by the same speaker; one that the body does not say
 * repeats the headline of the same words.
 */
export function repetitions(
  article: Article,
  view: WordView,
  statements: readonly Statement[],
): readonly (string | null)[] {
  const words = statements.map(({ content }) => contentWords(view, content));
  const head = headEnd(view);
  const order = statements.map((_, at) => at).sort((a, b) => startOf(statements[a]) - startOf(statements[b]) || a - b);
  const result: (string | null)[] = statements.map(() => null);
  /** Headlines that nothing in the body says, by speaker and words: printed again under a picture, they repeat themselves. */
  const unsaid = new Map<string, Statement>();
  for (const [position, at] of order.entries()) {
    const statement = statements[at];
    const own = words[at];
    if (statement === undefined || own === undefined || own.size < 2 || statement.within !== null) continue;
    const threshold = thresholdOf(article, view, statement, head);
    if (threshold === null) continue;
    let best: string | null = null;
    let bestShare = threshold;
    // the body says it within its first statements; looking on would not be linear
    for (const other of order.slice(position + 1, position + 41)) {
      const candidate = statements[other];
      const theirs = words[other];
      if (candidate === undefined || theirs === undefined || candidate.within !== null) continue;
      if (thresholdOf(article, view, candidate, head) === 0.5 || !sameSource(statement, candidate)) continue;
      let shared = 0;
      for (const word of own) if (theirs.has(word)) shared++;
      const share = shared / own.size;
      if (share >= bestShare && candidate.id !== statement.id) {
        if (share === bestShare && best !== null) continue;
        best = candidate.id;
        bestShare = share;
      }
    }
    if (best === null && threshold === 0.5) {
      const key = `${speakerKey(statement.speaker?.name ?? "")} ${[...own].join(" ")}`;
      const first = unsaid.get(key);
      // what repeats is shown nowhere: it must not hide behind a less likely one
      if (first === undefined || first.confidence < statement.confidence) unsaid.set(key, statement);
      else best = first.id;
    }
    result[at] = best;
  }
  return result;
}

function startOf(statement: Statement | undefined): number {
  return statement?.content[0]?.start ?? 0;
}

/** Share of words that must be found again: half for a headline, more for a standfirst; null for what is body. */
function thresholdOf(article: Article, view: WordView, statement: Statement, head: number): number | null {
  const first = statement.content[0];
  if (first === undefined) return null;
  const { tokens, sentences } = view.analysis;
  const { start } = tokensOf(view, first);
  const sentence = tokens.sentence[start] ?? 0;
  if (view.headline[sentence] === 1) return 0.5;
  const from = tokens.start[sentences.start[sentence] ?? 0] ?? 0;
  const to = tokens.end[(sentences.end[sentence] ?? 1) - 1] ?? 0;
  // no headline and no standfirst is longer
  if (to - from > 600) return null;
  const written = article.text.slice(from, to).trim();
  if (article.title !== null && article.title.trim().startsWith(written.replace(/[.]$/, ""))) return 0.5;
  if (start >= head) return null;
  return /[.!?]["”’')]*$/.test(written) ? 0.75 : 0.5;
}

/** Token after the first paragraphs that hold one sentence each: headline, standfirst and caption stand there, and the lead. */
function headEnd(view: WordView): number {
  const { paragraphs, tokens } = view.analysis;
  let end = 0;
  for (let at = 0; at < paragraphs.count && at < 5; at++) {
    const start = paragraphs.start[at] ?? 0;
    const last = (paragraphs.end[at] ?? 1) - 1;
    if (tokens.sentence[start] !== tokens.sentence[last]) break;
    end = paragraphs.end[at] ?? 0;
  }
  return end;
}

function sameSource(a: Statement, b: Statement): boolean {
  const left = a.speaker?.name;
  const right = b.speaker?.name;
  if (left === undefined || right === undefined || left === null || right === null) return false;
  return left === right || speakerKey(left) === speakerKey(right);
}

function contentWords(view: WordView, content: readonly Span[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const span of content) {
    const { start, end } = tokensOf(view, span);
    for (let at = start; at < end; at++) {
      const word = view.lower[at] ?? "";
      if (word.length >= 3 && /^\p{L}/u.test(word) && !SMALL.has(word)) words.add(stem(word));
    }
  }
  return words;
}

/** Cuts English endings, roughly: enough to see "training" in "train". */
function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:ing|ed|es|s|ly|ion|ions)$/, "").slice(0, 7) : word.replace(/s$/, "");
}

const SMALL: ReadonlySet<string> = new Set(
  "the and for with that this will would could should has have had was were been are not but its his her their from into than then they she who which what when where there about after before".split(
    " ",
  ),
);
