import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { newSigner } from "../../src/ledger/integrity/signed-note.ts";
import { openLedger } from "../../src/ledger/open.ts";
import { contentsOf } from "./contents.ts";
import { ENGINES } from "./engines.ts";
import { inventedArticle } from "./invented-articles.ts";

const ADDER = fileURLToPath(new URL("add-invented.ts", import.meta.url));
const ARTICLES = 300;
/** How often the adder is killed; many more with ONRECORD_KILLS=50. */
const KILLS = Number(process.env["ONRECORD_KILLS"] ?? 6);

for (const engine of ENGINES) {
  const missing = await engine.start();
  describe(`kill -9 on ${engine.name}`, { skip: missing }, () => {
    after(() => engine.stop());

    it("in the middle of adding loses nothing that was acknowledged, and ends in the same ledger", async () => {
      const undisturbed = await openLedger(await engine.newLocation());
      const articles = Array.from({ length: ARTICLES }, (_, number) => inventedArticle(number, { speakers: 60 }));
      await undisturbed.add(articles, "adder");
      const expected = await contentsOf(undisturbed);
      await undisturbed.close();

      const location = await engine.newLocation();
      for (let kill = 0; kill < KILLS; kill++) {
        const acknowledged = await workUntilKilled([location, String(ARTICLES)]);
        const ledger = await openLedger(location);
        for (let number = 0; number <= acknowledged; number++)
          assert.ok(await ledger.has(articles[number]?.article.hash ?? "", "1.0.0"), `article ${number} was lost`);
        await ledger.close();
      }
      assert.equal(await workToTheEnd([location, String(ARTICLES)]), 0);
      const ledger = await openLedger(location);
      const found = await contentsOf(ledger);
      await ledger.close();
      assert.deepEqual(found, expected);
    });

    it("in the middle of adding, reviewing and signing leaves a ledger that verifies, and nothing twice", async () => {
      const location = await engine.newLocation();
      const count = 60;
      const work = [location, String(count), "0", newSigner("test.example/ledger").privateKey];
      for (let kill = 0; kill < KILLS; kill++) {
        const acknowledged = await workUntilKilled(work);
        const ledger = await openLedger(location);
        assert.equal((await ledger.verify()).fault, null);
        for (let number = 0; number <= acknowledged; number++) {
          const id = inventedArticle(number, { speakers: 60 }).entries[0]?.id ?? "";
          assert.equal((await ledger.reviews(id)).length, 1, `the review of article ${number}`);
        }
        await ledger.close();
      }
      assert.equal(await workToTheEnd(work), 0);
      const ledger = await openLedger(location);
      assert.equal((await ledger.verify()).fault, null);
      assert.equal((await ledger.counts(0)).articles, count);
      assert.equal((await ledger.checkpoints()).length >= 6, true);
      await ledger.close();
    });
  });
}

/** Runs the adder and kills it at a moment that nobody chose, once it has begun. The last number it acknowledged, or -1. */
async function workUntilKilled(work: readonly string[]): Promise<number> {
  const adder = spawn(process.execPath, [ADDER, ...work], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(adder, "exit");
  let said = "";
  adder.stdout.on("data", (text) => (said += String(text)));
  await Promise.race([once(adder.stdout, "data"), ended]);
  await sleep(Math.random() * 150);
  adder.kill("SIGKILL");
  await ended;
  const lines = said.split("\n").slice(0, -1);
  return Number(lines.at(-1) ?? -1);
}

async function workToTheEnd(work: readonly string[]): Promise<number> {
  const adder = spawn(process.execPath, [ADDER, ...work], { stdio: ["ignore", "ignore", "inherit"] });
  const [status] = await once(adder, "exit");
  return Number(status);
}
