import type { Hono } from "hono";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { openLedger } from "../../src/ledger/open.ts";
import { createApp } from "../../src/web/app.ts";
import { manyStatements, sampleArticles, updatedArticle } from "./sample-record.ts";

export interface SampleApp {
  readonly app: Hono;
  readonly ledger: Ledger;
  /** One address of every page, with what the samples put behind it. */
  readonly addresses: readonly string[];
  readonly ids: { readonly article: string; readonly statement: string; readonly condition: string };
}

/** The pages over a ledger in memory that holds the hand-made samples and one speaker with 60 statements. */
export async function sampleApp(): Promise<SampleApp> {
  const ledger = await openLedger(":memory:");
  await ledger.add([...sampleArticles(), manyStatements(60)], "test");
  const found = await ledger.search({ words: "rebuild" }, { size: 1 });
  const entry = found.items[0];
  const other = (await ledger.search({ words: "engineers" }, { size: 1 })).items[0];
  const conditions = await ledger.conditions({ size: 200 });
  const condition = conditions.items.find((each) => each.text.includes("tolls"));
  if (entry === undefined || other === undefined || condition === undefined)
    throw new Error("The samples are not in the ledger");
  await ledger.saveDossier({ name: "The Ost bridge", question: { words: "bridge" } }, "Pia");
  await ledger.review(entry.id, { decision: "confirm" }, "Pia");
  await ledger.correct(
    {
      articleId: entry.articleId,
      entryId: entry.id,
      span: entry.content[0] ?? { start: 0, end: 0, text: "" },
      note: "She said “may”, not “will”.",
      from: "A reader",
    },
    "Pia",
  );
  await ledger.reply(entry.id, { from: "Ministry of Transport", text: "We stand by it." }, "Pia");
  await ledger.setStatus(
    entry.id,
    0,
    { status: "in-the-works", evidence: "tender of May 2025", lookedAt: "2025-06-01" },
    "Pia",
  );
  const updated = updatedArticle();
  await ledger.add([updated.before], "test");
  await ledger.add([updated.now], "test");
  const quarry = updated.before.entries[0]?.id ?? "";
  const earlier = updated.before.article.hash.slice(0, 16);
  await ledger.propose({ kind: "merge", speaker: "bertil-quade", into: "ilse-marn" }, "A pen name, they say.", "Pia");
  await ledger.propose({ kind: "split", speaker: "ilse-marn", entries: [entry.id], name: "Ilse Marn" }, "Two.", "Pia");
  const [near] = conditions.items.filter((each) => each.id !== condition.id);
  if (near !== undefined) await ledger.likenConditions(condition.id, near.id, "related", "One vote.", "Pia");
  const app = createApp({
    ledger,
    by: "Tester",
    scores: {
      measured: [{ name: "attribution · direct F1", value: 91.5 }],
      otherNews: [{ kind: "direct", shown: 8, right: 6, missed: 2 }],
    },
  });
  return {
    app,
    ledger,
    ids: { article: entry.articleId, statement: entry.id, condition: condition.id },
    addresses: [
      "/",
      "/search",
      "/search?q=bridge&commitment=1",
      "/search?q=nothingatall",
      "/articles",
      `/articles/${entry.articleId}`,
      `/articles/${entry.articleId}?statement=${entry.id}&confidence=0`,
      "/speakers",
      "/speakers?name=marn",
      "/speakers/ilse-marn",
      "/speakers/odo-trask",
      "/speakers/tove-rand",
      `/statements/${entry.id}`,
      "/commitments",
      "/commitments?by=status",
      "/commitments?by=list&waiting=1",
      "/commitments?by=list&waiting=0&conditional=1",
      `/conditions/${condition.id}`,
      `/articles/${entry.articleId}/correct?entry=${entry.id}`,
      `/articles/${entry.articleId}/enter`,
      `/articles/${earlier}`,
      `/articles/${earlier}/changes?statement=${quarry}`,
      `/statements/${quarry}`,
      "/proposals",
      "/proposals?state=refused",
      "/speakers/ilse-marn/shifts?wording=1",
      "/offices",
      "/offices?title=transport+minister&on=2025-03",
      `/compare?earlier=${entry.id}`,
      `/compare?earlier=${entry.id}&later=${other.id}`,
      "/dossiers",
      "/dossiers/ost-bridge",
      "/review",
      `/review?entry=${entry.id}&with=Pia`,
      "/review?blind=1",
      "/corrections",
      "/add",
      "/about",
    ],
  };
}
