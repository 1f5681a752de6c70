/**
 * The samples as a newcomer meets them: read by the engine, walked in the pages by links alone. Who knows nothing of the
 * project finds what a politician promised, on what condition, and when that changed, in at most four clicks.
 */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { Hono } from "hono";
import { ingest } from "../../src/ingest/ingest.ts";
import { listSources } from "../../src/ingest/source.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { openLedger } from "../../src/ledger/open.ts";
import { createApp } from "../../src/web/app.ts";

describe("the samples in the pages", () => {
  let ledger: Ledger;
  let app: Hono;
  before(async () => {
    ledger = await openLedger(":memory:");
    const { sources } = await listSources([fileURLToPath(new URL("../../samples", import.meta.url))], {
      stdin: process.stdin,
    });
    await ingest(sources, ledger, { by: "Tester" });
    app = createApp({ ledger, by: "Tester" });
  });
  after(() => ledger.close());

  const pageAt = async (path: string): Promise<string> => {
    const response = await app.request(path);
    assert.equal(response.status, 200, path);
    return response.text();
  };
  /** The address of the first link whose words match. */
  const link = (page: string, words: RegExp): string => {
    for (const [, href = "", inner = ""] of page.matchAll(/<a\b[^>]*?href="([^"]+)"[^>]*>([\s\S]*?)<\/a\s*>/g))
      if (words.test(inner.replace(/<[^>]+>/g, ""))) return href.replaceAll("&amp;", "&");
    throw new Error(`No link says ${String(words)}`);
  };

  it("lead to a promise, its condition, and when that changed", async () => {
    const start = await pageAt("/");
    // First click: the politician most on record.
    const speaker = await pageAt(link(start, /Ilva Marren/));
    assert.match(speaker, /Kestrian Prime Minister/);
    assert.match(speaker, /send 200 engineers to Merovia/);
    assert.match(speaker, /12 March 2024/);
    assert.match(speaker, /Condition dropped/);
    assert.match(speaker, /only after the fighting stops/);
    // Second click: the two moments side by side, with what differs named between them.
    const compared = await pageAt(link(speaker.slice(speaker.indexOf("Condition dropped")), /Put side by side/));
    assert.match(compared, /Condition dropped/);
    assert.match(compared, /14 November 2025|18 February 2025/);
    // Third: the words that prove it; fourth: where they stand in the story.
    const statement = await pageAt(link(compared, /Evidence/));
    const story = await pageAt(link(statement, /Show in the article/).split("#")[0] ?? "");
    assert.match(story, /m-chosen/);
  });

  it("let a promise be followed from its condition to its day", async () => {
    const board = await pageAt("/commitments");
    const condition = await pageAt(link(board, /ceasefire is signed/i));
    assert.match(condition, /Mark as met/);
    assert.match(condition, /Ilva Marren/);
  });

  it("say nothing that a box on the page says", async () => {
    const answer: { total: number } = JSON.parse(
      await (await app.request("/api/search?q=newsletter&confidence=0")).text(),
    );
    assert.equal(answer.total, 0);
  });
});
