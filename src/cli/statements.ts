import type { Ledger, StoredArticle, StoredEntry } from "../ledger/ledger.ts";
import { Failure } from "./failure.ts";

/** The statement with this id, or a Failure that says where ids are shown, or why nothing stands there any more. */
export async function entryIn(ledger: Ledger, id: string): Promise<StoredEntry> {
  const entry = await ledger.entry(id);
  if (entry !== null) return entry;
  await refuseRedacted(ledger, id);
  const isArticle = (await ledger.article(id)) !== null;
  throw new Failure(
    isArticle
      ? `${id} is an article, not a statement. Its statements have ids of their own: onrecord show ${id}`
      : `The ledger has no statement ${JSON.stringify(id)}. Lists show the ids: onrecord search WORDS`,
  );
}

/** The article with this id, or that of the statement with it. */
export async function articleIn(ledger: Ledger, id: string): Promise<StoredArticle> {
  const article = await ledger.article(id);
  if (article !== null) return article;
  const entry = await ledger.entry(id);
  const other = entry === null ? null : await ledger.article(entry.articleId);
  if (other !== null) return other;
  await refuseRedacted(ledger, id);
  throw new Failure(`The ledger has no article ${JSON.stringify(id)}. The list shows the ids: onrecord articles`);
}

async function refuseRedacted(ledger: Ledger, id: string): Promise<void> {
  const redaction = await ledger.redaction(id);
  if (redaction !== null)
    throw new Failure(
      `The words of ${id} were taken away on ${redaction.at.slice(0, 10)} by ${redaction.by}: ${redaction.reason}`,
    );
}
