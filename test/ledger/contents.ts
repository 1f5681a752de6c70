import type { Ledger, Page, PageRequest } from "../../src/ledger/ledger.ts";

/**
 * Everything a ledger holds, as far as it can be asked: events, articles, entries, speakers, commitments, conditions. Times, salts and
 * so hashes are left out, which differ between two runs. Two ledgers with equal contents are the same record.
 */
export async function contentsOf(ledger: Ledger): Promise<unknown> {
  const events: unknown[] = [];
  for await (const { seq, kind, by, payload } of ledger.events()) events.push({ seq, kind, by, payload });
  const summaries = await everything((page) => ledger.articles(page));
  const articles = [];
  for (const { id } of summaries) {
    const article = await ledger.article(id);
    articles.push({ ...article, addedAt: "", entries: await ledger.entriesOf(id) });
  }
  const speakers = [];
  for (const { id } of await everything((page) => ledger.speakers(page))) speakers.push(await ledger.speaker(id));
  return {
    events,
    articles,
    speakers,
    summaries: summaries.map((summary) => ({ ...summary, addedAt: "" })),
    search: (await everything((page) => ledger.search({ minConfidence: 0 }, page))).map((entry) => entry.id),
    found: (await everything((page) => ledger.search({ words: "government" }, page))).map((entry) => entry.id),
    commitments: (await everything((page) => ledger.commitments({}, page))).map(({ entry, index, conditionIds }) => ({
      id: entry.id,
      index,
      conditionIds,
    })),
    conditions: await everything((page) => ledger.conditions(page)),
    counts: await ledger.counts(0),
  };
}

/** All items of a list, page by page. */
export async function everything<T>(list: (page: PageRequest) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await list({ size: 200, ...(after === null ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}
