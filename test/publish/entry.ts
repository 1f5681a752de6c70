import type { Commitment } from "../../src/core/commitment.ts";
import type { Entry } from "../../src/core/entry.ts";
import { type Span, spanOf } from "../../src/core/span.ts";

export const TEXT =
  "“We will build 40,000 homes by 2028 if parliament agrees,” Housing Minister Ana Ruiz said on Tuesday.";

/** The words where the text has them first. */
export function span(words: string, text: string = TEXT): Span {
  const start = text.indexOf(words);
  return spanOf(text, start, start + words.length);
}

/** An entry of TEXT, invented, to be varied. */
export function entry(): Entry {
  return {
    id: "0123456789abcdef",
    kind: "direct",
    act: "said",
    source: [span("Housing Minister Ana Ruiz")],
    cue: [span("said")],
    content: [span("We will build 40,000 homes by 2028 if parliament agrees,")],
    free: false,
    within: null,
    repeats: null,
    speaker: {
      name: "Ana Ruiz",
      description: null,
      span: span("Ana Ruiz"),
      kind: "person",
      named: true,
      role: { title: "Housing Minister", span: span("Housing Minister") },
    },
    said: null,
    occasion: null,
    addressee: null,
    commitments: [commitment()],
    confidence: 0.93,
  };
}

export function commitment(): Commitment {
  return {
    committer: { name: "Ana Ruiz", span: span("We") },
    action: span("build 40,000 homes"),
    polarity: "do",
    polaritySpan: null,
    strength: "will",
    strengthSpan: span("will"),
    conditions: [span("if parliament agrees")],
    time: [span("by 2028")],
    quantity: [span("40,000 homes")],
    beneficiary: null,
    form: null,
    confidence: 0.9,
    testability: { value: "testable", reason: null },
  };
}
