import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { openLedger } from "../../src/ledger/open.ts";
import { ENGINES } from "./engines.ts";
import { inventedArticle } from "./invented-articles.ts";

const ADDER = fileURLToPath(new URL("add-invented.ts", import.meta.url));
/** Every adder brings all of them, each in batches of another size; 20,000 with ONRECORD_ARTICLES=20000. */
const ARTICLES = Number(process.env["ONRECORD_ARTICLES"] ?? 150);
const BATCHES = [1, 3, 10, 25];

for (const engine of ENGINES) {
  const missing = await engine.start();
  describe(`several processes on one ledger on ${engine.name}`, { skip: missing }, () => {
    after(() => engine.stop());

    it("add the same articles at the same time, and none is lost or there twice", async () => {
      const location = await engine.newLocation();
      const adders = BATCHES.map((batch, adder) =>
        spawn(process.execPath, [ADDER, location, String(ARTICLES), String(adder * 7), "", String(batch)], {
          stdio: ["ignore", "ignore", "inherit"],
        }),
      );
      const ends = Promise.all(adders.map((adder) => once(adder, "exit")));
      // Somebody reads meanwhile, and is never kept waiting or told of half an article.
      const reader = await openLedger(location);
      const adding = { goesOn: true };
      void ends.then(() => (adding.goesOn = false));
      while (adding.goesOn) {
        const { items } = await reader.articles({ size: 5 });
        for (const { id } of items) assert.ok((await reader.entriesOf(id)).length > 0);
        await reader.search({ words: "government" }, { size: 5 });
        await new Promise((done) => setTimeout(done, 5));
      }
      assert.deepEqual(
        (await ends).map(([status]) => status),
        [0, 0, 0, 0],
      );
      const expected = Array.from({ length: ARTICLES }, (_, number) => inventedArticle(number, { speakers: 60 }));
      const counts = await reader.counts(0);
      assert.equal(counts.articles, ARTICLES);
      const entries = expected.flatMap((record) => record.entries);
      assert.equal(counts.entries, entries.length);
      assert.equal(counts.events, ARTICLES * 2 + entries.length);
      assert.equal((await reader.verify()).fault, null);
      await reader.close();
    });
  });
}
