import type { EnteredStatement } from "../../ledger/people/people.ts";
import type { Action } from "../action.ts";
import { textOf } from "../action.ts";
import { commitmentsIn } from "../commitment-form.ts";
import { spanOfWords } from "../find-words.ts";
import { givenWords } from "../given-words.ts";
import { kindIn, saidIn, speakerIn, wordedIn } from "../statement-form.ts";
import { statementAddress } from "../view.ts";
import { NotInLedger } from "../web-page.ts";

/** Enters a statement that the engine missed: every field by the words of the article that prove it. */
export const enter: Action = {
  path: "/articles/:id/enter",
  async perform({ ledger, form, id, by }) {
    const article = await ledger.article(id);
    if (article === null) throw new NotInLedger("article", id);
    const content = spanOfWords(article.text, textOf(form, "content", { longest: 5_000, needed: true }), {
      field: "content",
      start: textOf(form, "content-start", { longest: 20 }),
    });
    const words = givenWords(form, article.text, content.start);
    const listed = (field: "source" | "cue"): EnteredStatement["source"] => {
      const span = words.span(field);
      return span === null ? [] : [span];
    };
    const source = listed("source");
    const statement: EnteredStatement = {
      kind: kindIn(form),
      act: "said",
      source,
      cue: listed("cue"),
      content: [content],
      free: false,
      within: null,
      repeats: null,
      speaker: speakerIn(words, source, null),
      said: saidIn(form, words, null),
      occasion: wordedIn(words, "occasion", null),
      addressee: wordedIn(words, "addressee", null),
      commitments: commitmentsIn(form, words, []),
    };
    return { to: statementAddress(await ledger.enter(id, statement, by)) };
  },
};
