import type { Article } from "../../src/core/article.ts";
import type { Commitment } from "../../src/core/commitment.ts";
import type { Entry } from "../../src/core/entry.ts";
import { hashOf, statementId } from "../../src/core/hash.ts";
import { spanOf, type Span } from "../../src/core/span.ts";
import type { ReadArticle } from "../../src/ledger/ledger.ts";

/** A statement as a test writes it down: words that stand in the text. */
export interface HandStatement {
  readonly content: string;
  readonly speaker?: string;
  readonly role?: string;
  readonly cue?: string;
  readonly said?: string;
  readonly kind?: Entry["kind"];
  readonly confidence?: number;
  /** Position, in the same list, of the statement that this one repeats. */
  readonly repeats?: number;
  readonly commitments?: readonly HandCommitment[];
}

export interface HandCommitment {
  readonly action: string;
  readonly strength?: Commitment["strength"];
  readonly condition?: string;
  readonly confidence?: number;
}

/** An article with its entries, as an engine would have read them. */
export function readByHand(
  text: string,
  statements: readonly HandStatement[],
  { engine = "1.0.0", ...fields }: Partial<Article> & { readonly engine?: string } = {},
): ReadArticle {
  const hash = hashOf(text);
  const article: Article = {
    text,
    title: null,
    byline: null,
    publisher: null,
    url: null,
    published: null,
    language: "en",
    hash,
    reuse: null,
    speaker: null,
    given: [],
    furniture: [],
    ...fields,
  };
  const spans = (words: string | undefined): readonly Span[] => (words === undefined ? [] : [find(text, words)]);
  const ids = statements.map(({ content, speaker, cue }) =>
    statementId(hash, { source: spans(speaker), cue: spans(cue), content: spans(content) }),
  );
  const entries = statements.map((statement, at): Entry => ({
    id: ids[at] ?? "",
    kind: statement.kind ?? "indirect",
    act: "said",
    source: spans(statement.speaker),
    cue: spans(statement.cue),
    content: spans(statement.content),
    free: false,
    within: null,
    repeats: statement.repeats === undefined ? null : (ids[statement.repeats] ?? null),
    speaker: statement.speaker === undefined ? null : speakerOf(text, statement.speaker, statement.role),
    said: statement.said === undefined ? null : { date: statement.said, precision: "day", span: spanOf(text, 0, 0) },
    occasion: null,
    addressee: null,
    confidence: statement.confidence ?? 0.9,
    commitments: (statement.commitments ?? []).map((commitment) => commitmentOf(text, commitment)),
  }));
  return { article, entries, engine, origin: "by hand" };
}

function speakerOf(text: string, name: string, role: string | undefined): Entry["speaker"] {
  const span = find(text, name);
  return {
    name,
    description: null,
    span,
    kind: "person",
    named: /\p{Lu}/u.test(name),
    role: role === undefined ? null : { title: role, span: find(text, role) },
  };
}

function commitmentOf(
  text: string,
  { action, strength = "will", condition, confidence = 0.9 }: HandCommitment,
): Commitment {
  return {
    committer: null,
    action: find(text, action),
    polarity: "do",
    polaritySpan: null,
    strength,
    strengthSpan: null,
    conditions: condition === undefined ? [] : [find(text, condition)],
    time: [],
    quantity: [],
    beneficiary: null,
    form: null,
    confidence,
    testability: { value: "vague", reason: null },
  };
}

function find(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new RangeError(`“${words}” is not in the text`);
  return spanOf(text, start, start + words.length);
}
