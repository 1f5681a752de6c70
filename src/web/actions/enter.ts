import type { Commitment } from "../../core/commitment.ts";
import type { Span } from "../../core/span.ts";
import type { EnteredStatement } from "../../ledger/people/people.ts";
import type { Action } from "../action.ts";
import { oneOf, textOf } from "../action.ts";
import { spanOfWords } from "../find-words.ts";
import { statementAddress } from "../view.ts";
import { NotInLedger } from "../web-page.ts";

/** Enters a statement that the engine missed: every field by the words of the article that prove it. */
export const enter: Action = {
  path: "/articles/:id/enter",
  async perform({ ledger, form, id, by }) {
    const article = await ledger.article(id);
    if (article === null) throw new NotInLedger("article", id);
    const contentWords = textOf(form, "content", { longest: 5_000, needed: true });
    const content = spanOfWords(article.text, contentWords, { field: "content", start: textOf(form, "content-start") });
    const span = (field: string): Span | null => {
      const words = textOf(form, field, { longest: 1_000 });
      if (words === "") return null;
      return spanOfWords(article.text, words, { field, start: textOf(form, `${field}-start`), near: content.start });
    };
    const listed = (field: string): readonly Span[] => {
      const found = span(field);
      return found === null ? [] : [found];
    };
    const name = span("speaker");
    const role = span("role");
    const source = listed("source");
    const statement: EnteredStatement = {
      kind: oneOf(form, "kind", ["direct", "mixed", "indirect", "own"]),
      act: "said",
      source,
      cue: listed("cue"),
      content: [content],
      free: false,
      within: null,
      repeats: null,
      speaker:
        name === null && source.length === 0
          ? null
          : {
              name: name?.text ?? null,
              description: name === null ? (source[0]?.text ?? null) : null,
              span: name,
              kind: name === null ? "unknown" : "person",
              named: name !== null,
              role: role === null ? null : { title: role.text, span: role },
            },
      said: null,
      occasion: null,
      addressee: null,
      commitments: commitmentIn(span, form),
    };
    return { to: statementAddress(await ledger.enter(id, statement, by)) };
  },
};

/** One commitment, where the form names what somebody is bound to do. */
function commitmentIn(span: (field: string) => Span | null, form: FormData): readonly Commitment[] {
  const action = span("action");
  if (action === null) return [];
  const condition = span("condition");
  const committer = span("committer");
  const time = span("time");
  const strength = oneOf(form, "strength", ["will", "plan", "may"]);
  return [
    {
      committer: committer === null ? null : { name: committer.text, span: committer },
      action,
      polarity: oneOf(form, "polarity", ["do", "not"]),
      polaritySpan: null,
      strength,
      strengthSpan: null,
      conditions: condition === null ? [] : [condition],
      time: time === null ? [] : [time],
      quantity: [],
      beneficiary: null,
      form: null,
      testability: { value: time === null && condition === null ? "vague" : "testable", reason: null },
    },
  ];
}
