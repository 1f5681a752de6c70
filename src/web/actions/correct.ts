import type { Action } from "../action.ts";
import { textOf } from "../action.ts";
import { spanOfWords } from "../find-words.ts";
import { articleAddress } from "../view.ts";
import { NotInLedger } from "../web-page.ts";

/** Takes in a reader's note on words of an article. */
export const correct: Action = {
  path: "/articles/:id/correct",
  perMinute: 20,
  async perform({ ledger, form, id, by }) {
    const article = await ledger.article(id);
    if (article === null) throw new NotInLedger("article", id);
    const words = textOf(form, "words", { longest: 5_000, needed: true });
    const start = textOf(form, "start", { longest: 20 });
    const entryId = textOf(form, "entry", { longest: 100 });
    const from = textOf(form, "from", { longest: 200 });
    await ledger.correct(
      {
        articleId: id,
        entryId: entryId === "" ? null : entryId,
        span: spanOfWords(article.text, words, { field: "words", start }),
        note: textOf(form, "note", { needed: true }),
        from: from === "" ? null : from,
      },
      by,
    );
    return { to: `${articleAddress(id)}#corrections` };
  },
};
