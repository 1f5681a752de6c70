import type { Entry } from "../core/entry.ts";
import type { Format } from "./format.ts";
import { linkOf } from "./reuse.ts";

/** A line an entry: the entry as `extract` prints it, with the story that it stands in. */
export const jsonl: Format = {
  name: "jsonl",
  mediaType: "application/x-ndjson",
  ending: "jsonl",
  head: "",
  write(story, { entry, words }) {
    const { articleId, articleTitle, publisher, url, published, date, review, state, disputed, ratings } = story;
    const article = { id: articleId, title: articleTitle, publisher, url: linkOf(url), published };
    return `${JSON.stringify({ ...statementOf(entry), date, words, review, state, disputed, ratings, article })}\n`;
  },
  gone: ({ subject, article, reason, at }) =>
    `${JSON.stringify({ id: subject, redacted: { reason, at }, article: { id: article } })}\n`,
};

/** The contract's fields alone, in its order; of what a ledger adds, only what `write` names leaves the house. */
function statementOf(entry: Entry): Entry {
  return {
    id: entry.id,
    kind: entry.kind,
    act: entry.act,
    source: entry.source,
    cue: entry.cue,
    content: entry.content,
    free: entry.free,
    within: entry.within,
    repeats: entry.repeats,
    speaker: entry.speaker,
    said: entry.said,
    occasion: entry.occasion,
    addressee: entry.addressee,
    commitments: entry.commitments,
    confidence: entry.confidence,
  };
}
